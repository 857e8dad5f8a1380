"""A table sent by people, read and verified: cells, columns, faults, and the table back with its faults marked."""
