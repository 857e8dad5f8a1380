"""CIG in deroga of 2016, for firms without another instrument (S16)."""
