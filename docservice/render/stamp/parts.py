"""What both kinds of file of copies are made of: the objects around the forms, the strings in them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import md5
from typing import Any

import pydyf

from docservice.render.full import DATA, DATA_SET, DESCRIPTION
from docservice.render.stamp import lines
from docservice.render.stamp.book import Book
from docservice.render.stamp.form.attachments import filespec, names
from docservice.render.stamp.form.master import NO_DATE, Master

BOOK = (
    "root",
    "info",
    "metadata",
    "pages",
    "structure",
    "document",
    "parents",
    "names",
    "spec",
    "data",
    "outlines",
    "fields",
)
"""Objects that make the file around the forms."""
_INFO_DATE = b"(D:19000101000000Z)"
_MIME = {DATA: b"application#2fjson", DATA_SET: b"application#2fjsonl"}


class Carried:
    """The attachment, packed as it comes."""

    def __init__(self) -> None:
        self._packer, self._digest = zlib.compressobj(), md5(usedforsecurity=False)
        self._packed: list[bytes] = []
        self._length = 0

    def take(self, data: bytes) -> None:
        """Take the next bytes."""
        self._packed.append(self._packer.compress(data))
        self._digest.update(data)
        self._length += len(data)

    def end(self) -> tuple[bytes, bytes, int]:
        """Return the bytes packed, their digest, their length before."""
        return b"".join([*self._packed, self._packer.flush()]), self._digest.hexdigest().encode(), self._length


class Strings(dict[str, bytes]):
    """Strings of a copy, under a prefix that makes them its own."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __missing__(self, text: str) -> bytes:
        return self.setdefault(text, pydyf.String(self._prefix + text).data)


class Tips(dict[str, bytes]):
    """Strings with values in them."""

    def __init__(self, values: Sequence[str]) -> None:
        self._values = values

    def __missing__(self, text: str) -> bytes:
        filled = (self._values[word] if isinstance(word, int) else word for word in lines.words(text))
        return self.setdefault(text, pydyf.String("".join(filled)).data)


def numbers(book: Book, master: Master) -> dict[str, Any]:
    """Return numbers for all the objects of a file of one copy."""
    around = {name: book.number() for name in BOOK}
    return {
        "book": around,
        "files": {"all": refs([around["spec"]])},
        "shared": [book.number() for _ in master.shared],
        "form": [book.number() for _ in master.form],
        "lines": [book.number() for _ in master.lines],
        "place": range(len(master.parents)),
    }


def share(book: Book, master: Master, tables: Mapping[str, Any]) -> None:
    """Write the objects that copies of a master have in common."""
    for number, thing in zip(tables["shared"], master.shared, strict=True):
        if isinstance(thing, bytes):
            book.plain(number, thing)
        else:
            book.packed(number, thing.fill(tables))


GROUP = 64
"""Copies, or pages, that hang together in the trees of pages and of owners."""


@dataclass(slots=True)
class Group:
    """Pages that hang together: the numbers of their nodes, their first place in the parent tree, what they hold."""

    pages: int
    parents: int
    first: int
    count: int = 0
    kids: list[int] = field(default_factory=list)
    owners: list[bytes] = field(default_factory=list)

    def write(self, book: Book, root: int, last: int) -> None:
        """Write the nodes, under the root of the pages; `last` is their last place in the parent tree."""
        kids = (refs(self.kids), len(self.kids), root)
        book.packed(self.pages, b"<</Type/Pages/Kids[%b]/Count %d/Parent %d 0 R>>" % kids)
        book.packed(self.parents, owners_node(self.first, last, self.owners))


def group(book: Book, first: int) -> Group:
    """Return a new group, its places beginning there."""
    return Group(book.number(), book.number(), first)


def owners_node(first: int, last: int, owners: Iterable[bytes]) -> bytes:
    """Return a node of the parent tree."""
    return b"<</Limits[%d %d]/Nums[%b]>>" % (first, last, b" ".join(owners))


def refs(numbers: Iterable[int]) -> bytes:
    """Return references to objects."""
    return b" ".join([b"%d 0 R" % number for number in numbers])


def pages_node(kids: Sequence[int], count: int) -> bytes:
    """Return the node of the page tree at its root."""
    return b"<</Type/Pages/Kids[%b]/Count %d>>" % (refs(kids), count)


def owners_of(master: Master, tables: Mapping[str, Any], first: int) -> list[bytes]:
    """Return the entries of a copy in the parent tree."""
    return [b"%d %b" % (place, owner.fill(tables)) for place, owner in enumerate(master.parents, first)]


def structure_root(of: Mapping[str, int]) -> bytes:
    """Return the root of the structure."""
    return b"<</Type/StructTreeRoot/ParentTree %d 0 R/K[%d 0 R]>>" % (of["parents"], of["document"])


def document_element(of: Mapping[str, int], tops: Iterable[int]) -> bytes:
    """Return the element that holds all others."""
    return b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (of["structure"], refs(tops))


def form_fields(numbers: Iterable[int]) -> bytes:
    """Return the form of the file: its signature fields."""
    return b"<</Fields[%b]/SigFlags 1>>" % refs(numbers)


def attachment(book: Book, of: Mapping[str, int], name: str, others: Sequence[tuple[str, int]] = ()) -> None:
    """Write what says that the data, which come last, and other files are there."""
    book.packed(of["names"], names([(name, of["spec"]), *others]))
    book.packed(of["spec"], filespec(name, of["data"], DESCRIPTION, b"Data"))


def utc(moment: datetime) -> datetime:
    """Return a moment in UTC, which it is in already if it says nothing."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def end(book: Book, of: Mapping[str, int], master: Master, carried: Carried, name: str, created: datetime) -> None:  # noqa: PLR0913, PLR0917
    """Write the data, what is told about the file, and its table."""
    moment = utc(created)
    date = moment.strftime("(D:%Y%m%d%H%M%SZ)").encode()
    packed, digest, length = carried.end()
    params = b"<</CheckSum<%b>/Size %d/CreationDate%b/ModDate%b>>" % (digest, length, date, date)
    entries = b"/Type/EmbeddedFile/Subtype/%b/Params%b/Filter/FlateDecode" % (_MIME[name], params)
    book.stream(of["data"], packed, entries, compress=False)
    book.plain(of["info"], master.info.replace(_INFO_DATE, date))
    told = master.metadata.replace(NO_DATE.encode(), moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode())
    book.stream(of["metadata"], told, b"/Type/Metadata/Subtype/XML", compress=False)
    book.close(of["root"], of["info"])
