"""The dismissals that end the procedure: when they may be sent, to whom, what they cost, how they are told."""
