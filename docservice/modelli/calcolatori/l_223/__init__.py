"""The calculators of a collective dismissal (L. 223/1991)."""
