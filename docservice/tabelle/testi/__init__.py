"""Texts as they come in files: which letters they are, which column a header means, what nobody ever typed."""
