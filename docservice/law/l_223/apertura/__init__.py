"""The opening notice of a collective dismissal: when it is due, what it holds, what comes before it."""
