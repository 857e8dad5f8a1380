"""What files of copies are made of: the objects around the copies, and the strings in them that differ.

`refs([3, 4])` → `b"3 0 R 4 0 R"`; `Strings("riga_2_")["firma"]` → `b"(riga_2_firma)"`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pydyf

from docservice.render.stamp import lines
from docservice.render.stamp.book import Book
from docservice.render.stamp.master import Master

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


class Strings(dict[str, bytes]):
    """Strings of a copy, under a prefix that makes them its own."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __missing__(self, text: str) -> bytes:
        return self.setdefault(text, pydyf.String(self._prefix + text).data)


class Told(dict[str, bytes]):
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


def share(book: Book, master: Master, tables: Mapping[str, Any], written: Container[int] = ()) -> None:
    """Write the objects that copies of a master have in common, but those that another master has written."""
    for number, thing in zip(tables["shared"], master.shared, strict=True):
        if number in written:
            continue
        if isinstance(thing, bytes):
            book.plain(number, thing)
        elif thing.streams:
            book.plain(number, thing.fill(tables))
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
