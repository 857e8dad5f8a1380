"""Bands: rows that name what is below them, a department, repeated on each page that goes on below one."""
