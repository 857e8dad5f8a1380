"""The faces that are shipped, and how wide their glyphs are."""
