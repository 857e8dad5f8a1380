"""A PDF file written as it comes: objects in, bytes out, nothing kept but where each object lies.

`book = Book(out)`; `number = book.number()`; `book.packed(number, b"<</Type/Pages…>>")`; at the end `book.close(…)`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from io import BytesIO
from struct import calcsize, pack
from typing import Any, Protocol

HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_ROW = ">BIH"
_WIDTH = calcsize(_ROW)
_FREE, _PLAIN, _PACKED = 0, 1, 2
_FULL = 200
"""Objects that stand together in a compressed stream."""
_PART, _OPEN = 1 << 15, 3
"""Rows that are packed together, and how many such parts, at the end, are not yet."""
_MANY = 5000
"""Objects from which their table is worth compressing well."""
_LEVEL, _FAST = 6, 2
"""How hard streams are compressed: the pages of rows three times faster, for a sixth more; their tags, for no more."""


class Out(Protocol):
    """Where a file goes."""

    def write(self, data: bytes, /) -> object:
        """Take the next bytes."""


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of a file, to go on from as many times as wanted."""

    content: bytes
    rows: bytes
    digest: Any


class Rows:
    """The table of where objects lie, a row each; what is far behind is kept packed, since a long file has millions."""

    def __init__(self, rows: bytes) -> None:
        self._parts: list[bytearray | bytes] = [bytearray(rows)]
        self.count = len(rows) // _WIDTH

    def grow(self, count: int) -> int:
        """Add empty rows; return the number of the first."""
        first = self.count
        self.count += count
        while count:
            if len(self._parts[-1]) == _PART * _WIDTH:
                self._parts.append(bytearray())
                if len(self._parts) > _OPEN:
                    self._parts[-_OPEN] = zlib.compress(self._parts[-_OPEN])
            room = min(count, _PART - len(self._parts[-1]) // _WIDTH)
            self._parts[-1] += bytes(room * _WIDTH)
            count -= room
        return first

    def put(self, number: int, row: bytes) -> None:
        """Fill a row, or some in a row."""
        part, place = divmod(number, _PART)
        if place + len(row) // _WIDTH > _PART:
            room = (_PART - place) * _WIDTH
            self.put(number + _PART - place, row[room:])
            row = row[:room]
        rows = self._parts[part]
        if isinstance(rows, bytes):
            rows = self._parts[part] = bytearray(zlib.decompress(rows))
        rows[place * _WIDTH : place * _WIDTH + len(row)] = row

    def all(self) -> Iterator[bytes]:
        """Yield the rows, in order, some at a time."""
        for rows in self._parts:
            yield zlib.decompress(rows) if isinstance(rows, bytes) else bytes(rows)


class Book:
    """A file in the making. Objects have numbers given by `number`, and may be written in any order."""

    def __init__(self, out: Out, start: Start | None = None) -> None:
        self._out, self._digest = out, start.digest.copy() if start else md5(usedforsecurity=False)
        self._rows = Rows(start.rows if start else pack(_ROW, _FREE, 0, 0xFFFF))
        self._place = 0
        self._waiting: list[tuple[int, bytes]] = []
        if start is None:
            self._write(HEAD)
        else:
            out.write(start.content)
            self._place = len(start.content)

    def number(self, count: int = 1) -> int:
        """Return the first of so many numbers, for objects to come."""
        return self._rows.grow(count)

    def plain(self, number: int, content: bytes) -> None:
        """Write an object as it is: streams, and what should be found at once."""
        self._row(number, _PLAIN, self._place, 0)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    def packed(self, number: int, content: bytes) -> None:
        """Write an object together with others, compressed."""
        self._waiting.append((number, content))
        if len(self._waiting) == _FULL:
            self.flush()

    def together(self, first: int, index: bytes, content: bytes, count: int) -> None:
        """Write objects with numbers in a row, compressed; `index` says where each begins in the content."""
        holder = self.number()
        lead = pack(_ROW, _PACKED, holder, 0)[:-2]
        self._rows.put(first, b"".join([lead + place.to_bytes(2, "big") for place in range(count)]))
        self.stream(holder, index + content, b"/Type/ObjStm/N %d/First %d" % (count, len(index)), fast=True)

    def stream(
        self, number: int, content: bytes, entries: bytes = b"", *, compress: bool = True, fast: bool = False
    ) -> None:
        """Write a stream; `entries` are those of its dictionary that are not about its length."""
        if compress:
            packed = zlib.compress(content, _FAST if fast else _LEVEL)
            content, entries = packed, entries + b"/Filter/FlateDecode"
        self.plain(number, b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content))

    def flush(self) -> None:
        """Write the objects that wait to stand together."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        holder, places, at = self.number(), [], 0
        for place, (number, content) in enumerate(waiting):
            self._row(number, _PACKED, holder, place)
            places.append(b"%d %d" % (number, at))
            at += len(content) + 1
        index = b" ".join(places) + b"\n"
        body = index + b"\n".join([content for _, content in waiting])
        self.stream(holder, body, b"/Type/ObjStm/N %d/First %d" % (len(waiting), len(index)))

    def start(self, written: BytesIO) -> Start:
        """Return what was written, there, as the start of other files."""
        self.flush()
        return Start(written.getvalue(), b"".join(self._rows.all()), self._digest.copy())

    def close(self, root: int, info: int) -> None:
        """Write the table of the objects, and what names the file."""
        self.flush()
        table = self.number()
        self._row(table, _PLAIN, self._place, 0)
        name = self._digest.hexdigest().encode()
        count = self._rows.count
        packer = zlib.compressobj(1 if count < _MANY else _LEVEL)
        packed = b"".join([*map(packer.compress, self._rows.all()), packer.flush()])
        entries = b"/Type/XRef/W [1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID [<%b><%b>]" % (
            count,
            root,
            info,
            name,
            name,
        )
        end = self._place
        self._write(b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n" % (table, entries, len(packed)))
        self._write(packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % end)

    def _row(self, number: int, kind: int, first: int, second: int) -> None:
        self._rows.put(number, pack(_ROW, kind, first, second))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._place += len(data)
