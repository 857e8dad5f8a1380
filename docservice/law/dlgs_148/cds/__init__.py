"""The solidarity contract: hours, contents, duration."""
