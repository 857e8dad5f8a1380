"""Forms: a document laid out once, its copies stamped."""
