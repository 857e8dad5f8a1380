"""The papers before and after the agreement."""
