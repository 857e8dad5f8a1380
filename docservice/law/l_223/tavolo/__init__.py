"""The table of a collective dismissal: the terms of its phases, what is looked at, what the parties agree on."""
