"""Copies of masters in one file, which holds once what they share and is written as they come.

`joined = Joined(out)`; `joined.add(master, ["Binti"], row="riga_2", bookmark="2 – Binti Carla", …)` for each copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pydyf

from docservice.render.finishing.metadata import without_firm
from docservice.render.full import DATA_SET
from docservice.render.stamp.book import Book, Out
from docservice.render.stamp.form.files import Files
from docservice.render.stamp.master import Master
from docservice.render.stamp.parts import (
    BOOK,
    GROUP,
    Group,
    Strings,
    Told,
    document_element,
    form_fields,
    group,
    owners_of,
    pages_node,
    refs,
    share,
    structure_root,
)
from docservice.render.stamp.payload import Payload, attachment, end, utc
from docservice.text.blocks import Enclosed


class Joined:
    """Makes one file of many copies, written as they come."""

    def __init__(self, out: Out) -> None:
        self._book = Book(out)
        self._of: dict[str, int] = {name: self._book.number() for name in BOOK}
        self._tables: dict[int, dict[str, Any]] = {}
        self._masters: list[Master] = []
        self._streams: dict[bytes | None, int] = {}
        self._pages: list[tuple[int, int]] = []
        self._parents: list[int] = []
        self._tops: list[int] = []
        self._fields: list[int] = []
        self._bookmarks: list[int] = []
        self._waiting: tuple[int, bytes] | None = None
        self._group: Group | None = None
        self._place = 0
        self._files = Files(self._book)
        self._told: set[bytes] = set()
        self._payload, self._created = Payload(), datetime.min.replace(tzinfo=UTC)

    def add(  # noqa: PLR0913 - what a copy is
        self,
        master: Master,
        values: Sequence[str],
        *,
        row: str,
        bookmark: str,
        data: bytes,
        created: datetime,
        enclosed: Sequence[Enclosed] = (),
    ) -> bool:
        """Add a copy, its fields and bookmark under its name, and the files that go with it.

        False, and nothing added, when a value is not for us.
        """
        contents = [line.write(values) for line in master.lines]
        known = [content for content in contents if content is not None]
        if len(known) < len(contents):
            return False
        book, held = self._book, self._joined()
        own, alike = len(master.form) - len(master.bookmarks), dict.fromkeys(known)  # head and foot, on each page
        first = book.number(own + len(alike) + 1)
        form, streams = range(first, first + own), {content: first + own + n for n, content in enumerate(alike)}
        tables = self._known(master) | {
            "form": form,
            "lines": [streams[content] for content in known],
            "book": self._of | {"parent": held.pages},
            "place": range(self._place, self._place + len(master.parents)),
            "name": Strings(f"{row}_"),
            "id": Strings(f"{row}-"),
            "told": Told(values),
        }
        for content, number in streams.items():
            book.stream(number, content, compress=False)
        for number, template in zip(form, master.form, strict=False):
            book.packed(number, template.fill(tables))
        held.kids += [form[place] for place in master.pages]
        held.owners += owners_of(master, tables, self._place)
        self._place += len(master.parents)
        self._tops += [form[place] for place in master.tops]
        self._fields += [form[place] for place in master.fields]
        self._bookmark(first + own + len(alike), bookmark, form[master.pages[0]])
        self._payload.take(data + b"\n")
        self._created = max(self._created, utc(created))
        for file in enclosed:
            self._files.take(file, utc(created))
        held.count += 1
        self._told.add(master.info)
        if not master.lines and master is not self._masters[0]:
            # laid out for itself, it has no other copy: only the first is wanted at the end
            self._masters.pop()
            del self._tables[id(master)]
        if held.count == GROUP:
            self._part()
        return True

    def close(self) -> None:
        """End the file, which must have a copy."""
        self._part()
        self._bookmark(0, "", 0)
        book, of = self._book, self._of
        of["parent"] = of["pages"]
        [master, *_] = self._masters
        files = {"all": refs([of["spec"], *(spec for _, spec in self._files.specs)])}
        book.packed(of["root"], master.root.fill(self._tables[id(master)] | {"book": of, "files": files}))
        nodes, counts = zip(*self._pages, strict=True)
        book.packed(of["pages"], pages_node(nodes, sum(counts)))
        book.packed(of["parents"], b"<</Kids[%b]>>" % refs(self._parents))
        book.packed(of["structure"], structure_root(of))
        book.packed(of["document"], document_element(of, self._tops))
        book.packed(of["fields"], form_fields(self._fields))
        ends = (len(self._bookmarks), self._bookmarks[0], self._bookmarks[-1])
        book.packed(of["outlines"], b"<</Type/Outlines/Count %d/First %d 0 R/Last %d 0 R>>" % ends)
        attachment(book, of, DATA_SET, self._files.specs)
        if len(self._told) > 1:
            info, metadata = without_firm(master.info, master.metadata)
            master = replace(master, info=info, metadata=metadata)
        end(book, of, master, self._payload, DATA_SET, self._created)

    def _known(self, master: Master) -> dict[str, Any]:
        """Return the numbers of what copies of a master share, writing it at the first."""
        if id(master) not in self._tables:
            self._masters.append(master)  # kept, so that its id stays its own
            # a stream that another master has too, as the logo of a letterhead is, is written once
            marks = [sha256(one).digest() if isinstance(one, bytes) else None for one in master.shared]
            there = {mark: self._streams[mark] for mark in marks if mark in self._streams}
            shared = [there.get(mark) or self._book.number() for mark in marks]
            self._tables[id(master)] = {"shared": shared, "book": self._of}
            share(self._book, master, self._tables[id(master)], set(there.values()))
            self._streams |= {mark: number for mark, number in zip(marks, shared, strict=True) if mark}
        return self._tables[id(master)]

    def _joined(self) -> Group:
        if self._group is None:
            self._group = group(self._book, self._place)
        return self._group

    def _part(self) -> None:
        """Write the nodes of a group of copies."""
        if (held := self._group) is None:
            return
        held.write(self._book, self._of["pages"], self._place - 1)
        self._pages.append((held.pages, len(held.kids)))
        self._parents.append(held.parents)
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
