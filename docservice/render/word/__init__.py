"""What a DOCX is made of: the letterhead's own XML with the text of a document in it, and the zip around both."""
