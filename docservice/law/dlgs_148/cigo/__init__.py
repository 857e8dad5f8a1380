"""The ordinary treatment (CIGO): duration, consultation, technical report."""
