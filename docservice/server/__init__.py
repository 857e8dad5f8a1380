"""The HTTP server: its start, its workers."""
