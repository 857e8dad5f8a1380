"""The rows of long tables: written by the template once for each kind."""
