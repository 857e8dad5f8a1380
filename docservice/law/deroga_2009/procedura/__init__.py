"""The documents before and after the agreement."""
