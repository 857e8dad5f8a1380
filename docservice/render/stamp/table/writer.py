"""Writer of one document: as `full` does, but for the rows of a long table, which are stamped.

`write(document, data=b"{…}", created=moment)` → the bytes of a PDF/A-3a, the same however it was made.
"""

from __future__ import annotations

import logging
from datetime import datetime

from docservice.render import full
from docservice.render.stamp.table import document as table
from docservice.render.stamp.table.document import long_table
from docservice.render.stamp.table.sheet import NotForUs
from docservice.text.blocks import Document

_LOGGER = logging.getLogger(__name__)


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the PDF of a document, as `full.write` does; the rows of a long table are stamped."""
    place = None if document.enclosed else long_table(document)
    if place is not None:
        try:
            return table.write(document, place, data=data, created=created, bozza=bozza)
        except NotForUs as why:
            _LOGGER.warning("tabella impaginata per intero: %s", why)
    return full.write(document, data=data, created=created, bozza=bozza)
