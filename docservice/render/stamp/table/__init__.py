"""Long tables: their first and last pages laid out, the rows between stamped."""
