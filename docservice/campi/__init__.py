"""What a value may be: fields, their characters and numbers, and the fast way to read them."""
