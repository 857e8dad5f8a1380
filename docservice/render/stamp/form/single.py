"""Copies of a master in a file each.

`Alone(master).write(["Binti"], b"{…}", created)` → the bytes of a PDF; None if the value does not fit its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docservice.render.full import DATA
from docservice.render.stamp.book import Book
from docservice.render.stamp.master import Master
from docservice.render.stamp.parts import (
    Strings,
    Told,
    document_element,
    form_fields,
    numbers,
    owners_of,
    pages_node,
    share,
    structure_root,
)
from docservice.render.stamp.payload import Payload, attachment, end


class Alone:
    """Makes files of one copy each of a master: all that is alike in them is written once, here."""

    def __init__(self, master: Master) -> None:
        out = BytesIO()
        book = Book(out)
        self.master, self._tables = master, numbers(book, master)
        self._tables["name"], self._tables["id"] = Strings(""), Strings("")
        of, form = self._tables["book"], self._tables["form"]
        of["parent"] = of["pages"]
        share(book, master, self._tables)
        self._own = []
        for number, template in zip(self._tables["form"], master.form, strict=True):
            if template.constant:
                book.packed(number, template.fill(self._tables))
            else:
                self._own.append((number, template))
        book.packed(of["root"], master.root.fill(self._tables))
        book.packed(of["pages"], pages_node([form[place] for place in master.pages], len(master.pages)))
        book.packed(of["parents"], b"<</Nums[%b]>>" % b" ".join(owners_of(master, self._tables, 0)))
        book.packed(of["structure"], structure_root(of))
        book.packed(of["document"], document_element(of, [form[place] for place in master.tops]))
        book.packed(of["fields"], form_fields([form[place] for place in master.fields]))
        if master.bookmarks:
            book.packed(of["outlines"], master.outlines.fill(self._tables))
        attachment(book, of, DATA)
        self._start = book.start(out)

    def write(self, values: Sequence[str], data: bytes, created: datetime) -> bytes | None:
        """Return the file of a copy; None when a value is not for us."""
        contents = [line.write(values) for line in self.master.lines]
        out, tables = BytesIO(), self._tables | {"told": Told(values)}
        book = Book(out, self._start)
        for number, content in zip(tables["lines"], contents, strict=True):
            if content is None:
                return None
            book.stream(number, content, compress=False)
        for number, template in self._own:
            book.plain(number, template.fill(tables))
        payload = Payload()
        payload.take(data)
        end(book, tables["book"], self.master, payload, DATA, created)
        return out.getvalue()
