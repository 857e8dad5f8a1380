"""What is kept: rows in a database, files in a folder; embedded, with no server."""
