"""The shapes of the answers, for the published contract: each field with its label and what it says."""
