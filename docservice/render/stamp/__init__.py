"""Lay out once, stamp many: PDFs of documents that differ in a few values, at a fraction of the cost of a layout.

`write` makes one PDF, the rows of a long table stamped on copies of one of its pages; a `Stamper` makes thousands of
one form.

`form/` lays a form out with marks where its values go (`markers`) and makes copies of it (`single`, a file each;
`many`, in one file). `table/` lays out the pages where a long table begins and ends, and stamps the rows between.
Both take the engine's objects apart (`cutter`, `template`) into a `master`, draw texts as the engine would (`faces`,
`specimen`) on the lines where they stand (`lines`), write files as they come (`book`, `parts`, `payload`), and read
pages back (`page_text`) to compare them with those of the engine.
"""

from docservice.render.stamp.form.stamper import Stamper
from docservice.render.stamp.table.writer import write

__all__ = ["Stamper", "write"]
