"""Writers: blocks -> DOCX, PDF, HTML."""
