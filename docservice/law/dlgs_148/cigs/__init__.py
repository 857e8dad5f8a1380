"""The extraordinary treatment (CIGS)."""
