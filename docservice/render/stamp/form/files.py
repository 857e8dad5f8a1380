"""The files that go with the documents of one PDF: written as they come, each under its name, the same bytes once.

`files.take(Enclosed("riga-00002-allegato-1-delega.pdf", …), created)` writes it; `files.specs` has its name and number.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import md5, sha256

from docservice.render.stamp.book import Book
from docservice.render.stamp.payload import filespec
from docservice.text.blocks import Enclosed

_MIME = {
    "pdf": b"application#2fpdf",
    "png": b"image#2fpng",
    "jpg": b"image#2fjpeg",
    "jpeg": b"image#2fjpeg",
}
_ANY = b"application#2foctet-stream"


class Files:
    """Writes them, and keeps of each no more than its name and its number."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._streams: dict[tuple[bytes, bytes, bytes], int] = {}
        self.specs: list[tuple[str, int]] = []
        """Name and object of each, in the order in which they came."""

    def take(self, file: Enclosed, created: datetime) -> None:
        """Write a file; `created`, in UTC, is its date."""
        mime = _MIME.get(file.name.rpartition(".")[2].lower(), _ANY)
        date = created.strftime("(D:%Y%m%d%H%M%SZ)").encode()
        same = sha256(file.content).digest(), mime, date
        if same not in self._streams:
            self._streams[same] = self._book.number()
            told = (mime, md5(file.content, usedforsecurity=False).hexdigest().encode(), len(file.content), date, date)
            entries = b"/Type/EmbeddedFile/Subtype/%b/Params<</CheckSum<%b>/Size %d/CreationDate%b/ModDate%b>>" % told
            self._book.stream(self._streams[same], file.content, entries)
        number = self._book.number()
        self._book.packed(number, filespec(file.name, self._streams[same], file.description, b"Supplement"))
        self.specs.append((file.name, number))
