"""What a table lets guess that nobody meant: columns without a name or not read, series, values in another's place."""
