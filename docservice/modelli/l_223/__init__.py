"""The documents of a collective dismissal (L. 223/1991), from the opening to the last notice."""
