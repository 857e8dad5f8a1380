"""What the layout engine leaves undone in a PDF: its structure, signature fields, properties, the word of a draft."""
