"""Writer: blocks to PDF/A-3a and PDF/UA-1 on the house paper, with the data inside and a field for each signature.

`full` lays a document out; where that takes too long, for a table of many rows, `stamp` does the same at less cost.
"""

from docservice.render.full import DATA, DATA_SET, FIELDS, write_checkable
from docservice.render.stamp import write

__all__ = ["DATA", "DATA_SET", "FIELDS", "write", "write_checkable"]
