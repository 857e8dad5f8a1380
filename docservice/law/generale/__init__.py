"""Law common to the regimes."""
