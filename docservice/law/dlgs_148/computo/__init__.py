"""Which earlier periods count for the limits of duration, and which do not."""
