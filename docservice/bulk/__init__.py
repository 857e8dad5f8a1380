"""Many at once: a table in, rows with a state each, files out."""
