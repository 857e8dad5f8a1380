"""What an XLSX is made of: the cells of a table, with their values, and the data inside the file."""
