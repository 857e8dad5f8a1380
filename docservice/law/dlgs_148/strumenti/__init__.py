"""Which treatment an employer may ask for, and for how long."""
