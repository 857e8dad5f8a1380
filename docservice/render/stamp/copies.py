"""Copies of masters: each in a file of its own, or all in one that holds once what they share."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import md5
from io import BytesIO
from typing import Any

import pydyf

from docservice.render.pdf import DATA, DATA_SET, DESCRIPTION
from docservice.render.stamp import lines
from docservice.render.stamp.book import Book, Out
from docservice.render.stamp.master import NO_DATE, Master
from docservice.render.stamp.template import NUMBERS

_ALIKE = NUMBERS | {"name", "id"}
"""Kinds of places filled alike in every file of one copy."""
_BOOK = (
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
_INFO_DATE = b"(D:19000101000000Z)"
_GROUP = 64
"""Copies that hang together in the trees of pages and of owners of a joined file."""
_MIME = {DATA: b"application#2fjson", DATA_SET: b"application#2fjsonl"}


class Alone:
    """Makes files of one copy each of a master: all that is alike in them is written once, here."""

    def __init__(self, master: Master) -> None:
        out = BytesIO()
        book = Book(out)
        self.master, self._tables = master, _tables(book, master)
        self._tables["name"], self._tables["id"] = _Strings(""), _Strings("")
        of, form = self._tables["book"], self._tables["form"]
        of["parent"] = of["pages"]
        _shared(book, master, self._tables)
        self._own = []
        for number, template in zip(self._tables["form"], master.form, strict=True):
            if all(kind in _ALIKE for kind, _ in template.keys):
                book.packed(number, template.fill(self._tables))
            else:
                self._own.append((number, template))
        book.packed(of["root"], master.root.fill(self._tables))
        book.packed(of["pages"], _pages([form[place] for place in master.pages], len(master.pages)))
        book.packed(of["parents"], b"<</Nums[%b]>>" % b" ".join(_owners(master, self._tables, 0)))
        book.packed(of["structure"], _structure(of))
        book.packed(of["document"], _document(of, [form[place] for place in master.tops]))
        book.packed(of["fields"], _fields([form[place] for place in master.fields]))
        if master.bookmarks:
            book.packed(of["outlines"], master.outlines.fill(self._tables))
        _attachment(book, of, DATA)
        self._start = book.start(out)

    def write(self, values: Sequence[str], data: bytes, created: datetime) -> bytes | None:
        """Return the file of a copy; None when a value is not for us."""
        contents = [line.write(values) for line in self.master.lines]
        out, tables = BytesIO(), self._tables | {"tip": _Tips(values)}
        book = Book(out, self._start)
        for number, content in zip(tables["lines"], contents, strict=True):
            if content is None:
                return None
            book.stream(number, content, compress=False)
        for number, template in self._own:
            book.plain(number, template.fill(tables))
        carried = _Carried()
        carried.take(data)
        _end(book, tables["book"], self.master, carried, DATA, created)
        return out.getvalue()


class Joined:
    """Makes one file of many copies, written as they come."""

    def __init__(self, out: Out) -> None:
        self._book = Book(out)
        self._of: dict[str, int] = {name: self._book.number() for name in _BOOK}
        self._tables: dict[int, dict[str, Any]] = {}
        self._masters: list[Master] = []
        self._pages: list[tuple[int, int]] = []
        self._parents: list[int] = []
        self._tops: list[int] = []
        self._fields: list[int] = []
        self._bookmarks: list[int] = []
        self._waiting: tuple[int, bytes] | None = None
        self._group: _Group | None = None
        self._place = 0
        self._carried, self._created = _Carried(), datetime.min.replace(tzinfo=UTC)

    def add(  # noqa: PLR0913 - what a copy is
        self, master: Master, values: Sequence[str], *, row: str, bookmark: str, data: bytes, created: datetime
    ) -> bool:
        """Add a copy, its fields and bookmark under its name; False, and nothing added, when a value is not for us."""
        contents = [line.write(values) for line in master.lines]
        known = [content for content in contents if content is not None]
        if len(known) < len(contents):
            return False
        book, group = self._book, self._joined()
        own = len(master.form) - len(master.bookmarks)
        first = book.number(own + len(known) + 1)
        form, streams = range(first, first + own), range(first + own, first + own + len(known))
        tables = self._known(master) | {
            "form": form,
            "lines": streams,
            "book": self._of | {"parent": group.pages},
            "place": range(self._place, self._place + len(master.parents)),
            "name": _Strings(f"{row}_"),
            "id": _Strings(f"{row}-"),
            "tip": _Tips(values),
        }
        for number, content in zip(streams, known, strict=True):
            book.stream(number, content, compress=False)
        for number, template in zip(form, master.form, strict=False):
            book.packed(number, template.fill(tables))
        group.kids += [form[place] for place in master.pages]
        group.owners += _owners(master, tables, self._place)
        self._place += len(master.parents)
        self._tops += [form[place] for place in master.tops]
        self._fields += [form[place] for place in master.fields]
        self._bookmark(first + own + len(known), bookmark, form[master.pages[0]])
        self._carried.take(data + b"\n")
        self._created = max(self._created, _utc(created))
        group.count += 1
        if group.count == _GROUP:
            self._part()
        return True

    def close(self) -> None:
        """End the file, which must have a copy."""
        self._part()
        self._bookmark(0, "", 0)
        book, of = self._book, self._of
        of["parent"] = of["pages"]
        [master, *_] = self._masters
        book.packed(of["root"], master.root.fill(self._tables[id(master)] | {"book": of}))
        book.packed(of["pages"], _pages([number for number, _ in self._pages], sum(count for _, count in self._pages)))
        book.packed(of["parents"], b"<</Kids[%b]>>" % _refs(self._parents))
        book.packed(of["structure"], _structure(of))
        book.packed(of["document"], _document(of, self._tops))
        book.packed(of["fields"], _fields(self._fields))
        ends = (len(self._bookmarks), self._bookmarks[0], self._bookmarks[-1])
        book.packed(of["outlines"], b"<</Type/Outlines/Count %d/First %d 0 R/Last %d 0 R>>" % ends)
        _attachment(book, of, DATA_SET)
        _end(book, of, master, self._carried, DATA_SET, self._created)

    def _known(self, master: Master) -> dict[str, Any]:
        """Return the numbers of what copies of a master share, writing it at the first."""
        if id(master) not in self._tables:
            self._masters.append(master)  # kept, so that its id stays its own
            shared = [self._book.number() for _ in master.shared]
            self._tables[id(master)] = {"shared": shared, "book": self._of}
            _shared(self._book, master, self._tables[id(master)])
        return self._tables[id(master)]

    def _joined(self) -> _Group:
        if self._group is None:
            self._group = _Group(self._book.number(), self._book.number(), self._place)
        return self._group

    def _part(self) -> None:
        """Write the nodes of a group of copies."""
        if (group := self._group) is None:
            return
        kids = (_refs(group.kids), len(group.kids), self._of["pages"])
        self._book.packed(group.pages, b"<</Type/Pages/Kids[%b]/Count %d/Parent %d 0 R>>" % kids)
        limits = (group.first, self._place - 1, b" ".join(group.owners))
        self._book.packed(group.parents, b"<</Limits[%d %d]/Nums[%b]>>" % limits)
        self._pages.append((group.pages, len(group.kids)))
        self._parents.append(group.parents)
        self._group = None

    def _bookmark(self, number: int, name: str, page: int) -> None:
        """Write the bookmark that waits, now that the one after it is known; 0 for none."""
        if self._waiting is not None:
            before, content = self._waiting
            following = b"/Next %d 0 R" % number if number else b""
            self._book.packed(before, b"<<%b%b/Parent %d 0 R>>" % (content, following, self._of["outlines"]))
        previous = b"/Prev %d 0 R" % self._bookmarks[-1] if self._bookmarks else b""
        shown = pydyf.String(name).data
        self._waiting = number, b"/Title %b/Dest[%d 0 R/XYZ 0 842 0]%b" % (shown, page, previous)
        if number:
            self._bookmarks.append(number)


@dataclass(slots=True)
class _Group:
    """Copies that hang together: the numbers of their nodes, where their places begin, what they hold."""

    pages: int
    parents: int
    first: int
    count: int = 0
    kids: list[int] = field(default_factory=list)
    owners: list[bytes] = field(default_factory=list)


class _Carried:
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


class _Strings(dict[str, bytes]):
    """Strings of a copy, under a prefix that makes them its own."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __missing__(self, text: str) -> bytes:
        return self.setdefault(text, pydyf.String(self._prefix + text).data)


class _Tips(dict[str, bytes]):
    """Strings with values in them."""

    def __init__(self, values: Sequence[str]) -> None:
        self._values = values

    def __missing__(self, text: str) -> bytes:
        filled = (self._values[word] if isinstance(word, int) else word for word in lines.words(text))
        return self.setdefault(text, pydyf.String("".join(filled)).data)


def _tables(book: Book, master: Master) -> dict[str, Any]:
    """Return numbers for all the objects of a file of one copy."""
    return {
        "book": {name: book.number() for name in _BOOK},
        "shared": [book.number() for _ in master.shared],
        "form": [book.number() for _ in master.form],
        "lines": [book.number() for _ in master.lines],
        "place": range(len(master.parents)),
    }


def _shared(book: Book, master: Master, tables: Mapping[str, Any]) -> None:
    for number, thing in zip(tables["shared"], master.shared, strict=True):
        if isinstance(thing, bytes):
            book.plain(number, thing)
        else:
            book.packed(number, thing.fill(tables))


def _refs(numbers: Iterable[int]) -> bytes:
    return b" ".join([b"%d 0 R" % number for number in numbers])


def _pages(kids: Sequence[int], count: int) -> bytes:
    return b"<</Type/Pages/Kids[%b]/Count %d>>" % (_refs(kids), count)


def _owners(master: Master, tables: Mapping[str, Any], first: int) -> list[bytes]:
    """Return the entries of a copy in the parent tree."""
    return [b"%d %b" % (place, owner.fill(tables)) for place, owner in enumerate(master.parents, first)]


def _structure(of: Mapping[str, int]) -> bytes:
    return b"<</Type/StructTreeRoot/ParentTree %d 0 R/K[%d 0 R]>>" % (of["parents"], of["document"])


def _document(of: Mapping[str, int], tops: Iterable[int]) -> bytes:
    return b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (of["structure"], _refs(tops))


def _fields(numbers: Iterable[int]) -> bytes:
    return b"<</Fields[%b]/SigFlags 1>>" % _refs(numbers)


def _attachment(book: Book, of: Mapping[str, int], name: str) -> None:
    """Write what says that the data are there; they come last."""
    shown, told = pydyf.String(name).data, pydyf.String(DESCRIPTION).data
    book.packed(of["names"], b"<</Names[%b %d 0 R]>>" % (shown, of["spec"]))
    spec = b"<</Type/Filespec/F %b/UF %b/EF<</F %d 0 R>>/Desc %b/AFRelationship/Data>>"
    book.packed(of["spec"], spec % (shown, shown, of["data"], told))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _end(book: Book, of: Mapping[str, int], master: Master, carried: _Carried, name: str, created: datetime) -> None:  # noqa: PLR0913, PLR0917
    """Write the data, what is told about the file, and its table."""
    moment = _utc(created)
    date = moment.strftime("(D:%Y%m%d%H%M%SZ)").encode()
    packed, digest, length = carried.end()
    params = b"<</CheckSum<%b>/Size %d/CreationDate%b/ModDate%b>>" % (digest, length, date, date)
    entries = b"/Type/EmbeddedFile/Subtype/%b/Params%b/Filter/FlateDecode" % (_MIME[name], params)
    book.stream(of["data"], packed, entries, compress=False)
    book.plain(of["info"], master.info.replace(_INFO_DATE, date))
    told = master.metadata.replace(NO_DATE.encode(), moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode())
    book.stream(of["metadata"], told, b"/Type/Metadata/Subtype/XML", compress=False)
    book.close(of["root"], of["info"])
