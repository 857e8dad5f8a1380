"""The file of a document with a long table: the pages that were laid, and the rows between them.

`TableFile(out, cutter).write(rows, starts, data, created)` writes page by page, from the numbers of their first rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, pairwise

from docservice.render.bands.pages import BAND
from docservice.render.footer import footer
from docservice.render.full import DATA
from docservice.render.stamp.book import Book, Out
from docservice.render.stamp.lines import Line
from docservice.render.stamp.parts import (
    GROUP,
    Group,
    Strings,
    document_element,
    form_fields,
    group,
    numbers,
    owners_node,
    owners_of,
    pages_node,
    refs,
    share,
    structure_root,
)
from docservice.render.stamp.payload import Payload, attachment, end
from docservice.render.stamp.table.bookmarks import destination
from docservice.render.stamp.table.cutter import TableCutter
from docservice.render.stamp.table.rows import Row, Tags, drawn, elements
from docservice.render.stamp.table.sheet import NotForUs

Begun = tuple[int, Sequence[Row]]
"""The first row of a page, and those repeated above it."""


class TableFile:
    """Writes it, once."""

    def __init__(self, out: Out, cut: TableCutter) -> None:
        self._cut, self._master = cut, cut.master
        self._book = book = Book(out)
        self._tables = numbers(book, self._master) | {"name": Strings(""), "id": Strings(""), "rows": {}}
        self._of: dict[str, int] = self._tables["book"]
        self._of |= {"parent": self._of["pages"], "head": book.number()}
        self._cells = [[book.number() for _ in cells] for cells in cut.cells]

    def write(self, rows: Sequence[Row], starts: Sequence[Begun], data: bytes, created: datetime) -> None:
        """Write the rows on pages of their own; those from the last start on are laid already."""
        book, master, of, tables = self._book, self._master, self._of, self._tables
        share(book, master, tables)
        for number, template in zip(chain(*self._cells), chain(*self._cut.cells), strict=True):
            book.packed(number, template.fill(tables))
        before = sum(page < self._cut.head for page in self._cut.kept)
        many, total = len(starts) - 1, len(starts) - 1 + len(self._cut.kept)
        bodies: list[int] = []
        groups = list(self._groups(rows, starts, before, total, bodies))
        tables["bodies"] = [refs(bodies)]
        shown = [footer(place + 1 + (many if place >= before else 0), total) for place in range(total - many)]
        for number, line in zip(tables["lines"], master.lines, strict=True):
            book.stream(number, _written(line, shown), compress=False)
        for number, template in zip(tables["form"], master.form, strict=True):
            book.packed(number, template.fill(tables))
        self._around(groups, before, total)
        payload = Payload()
        payload.take(data)
        end(book, of, master, payload, DATA, created)

    def _groups(
        self, rows: Sequence[Row], starts: Sequence[Begun], before: int, total: int, bodies: list[int]
    ) -> Iterator[Group]:
        """Write the pages of rows, and yield them in groups."""
        book, place = self._book, len(self._master.parents)
        held: Group | None = None
        for number, ((start, above), (following, _)) in enumerate(pairwise(starts)):
            held = held or group(book, place)
            shown = footer(before + number + 1, total)
            bodies.append(self._page(rows[start:following], above, held, number, shown))
            self._lead(range(start, following), rows, above, number, held.kids[-1])
            place += 1
            if len(held.kids) == GROUP:
                yield held
                held = None
        if held:
            yield held

    def _page(self, rows: Sequence[Row], above: Sequence[Row], held: Group, number: int, shown: str) -> int:
        """Write a page of rows under those repeated there; return the number of the body that holds them."""
        cut, book = self._cut, self._book
        sheet = cut.sheets[min(number, 1)]
        ruled, texts = drawn([*above, *rows], cut.kinds, sheet.top, sheet.marks)
        body, content = book.number(), book.number()
        page = book.number() if number else self._of["head"]
        told = _written(sheet.number, [shown])
        drawing = b"".join((sheet.before, ruled, sheet.between, texts, sheet.after, told, b"\n", sheet.end))
        book.stream(content, drawing, fast=True)
        of = self._of | {"parent": held.pages, "contents": content}
        place = held.first + len(held.kids)
        tables = self._tables | {"book": of, "place": [place]}
        book.packed(page, sheet.page.fill(tables))
        tags = Tags(page, body, self._cells)
        count = tags.count(rows)
        first = book.number(count)
        tagged = elements(rows, tags, first, sheet.marks)
        book.together(first, tagged.index, tagged.content, count)
        table = self._tables["form"][cut.table]
        kids = refs(tagged.rows)
        book.packed(body, b"<</Type/StructElem/S/TBody/P %d 0 R/Pg %d 0 R/K[%b]>>" % (table, page, kids))
        held.kids.append(page)
        held.owners.append(b"%d %b%b]" % (place, sheet.owners.fill(tables)[:-1] + b" ", refs(tagged.owners)))
        return body

    def _lead(self, of: range, rows: Sequence[Row], above: Sequence[Row], number: int, page: int) -> None:
        """Note where the bands of a page stand, for the bookmarks that lead there."""
        sheet = self._cut.sheets[min(number, 1)]
        top = sheet.top + sum(one.height for one in above)
        for place in of:
            if rows[place].kind == BAND:
                self._tables["rows"][place] = destination(page, sheet.left, sheet.height - top)
            top += rows[place].height

    def _around(self, groups: Sequence[Group], before: int, total: int) -> None:
        """Write what makes the file around the pages."""
        book, master, of, form = self._book, self._master, self._of, self._tables["form"]
        kept = [form[place] for place in master.pages]
        nodes = []
        for one in groups:
            one.write(book, of["pages"], one.first + len(one.kids) - 1)
            nodes.append(one.pages)
        own = book.number()
        book.packed(own, owners_node(0, len(master.parents) - 1, owners_of(master, self._tables, 0)))
        book.packed(of["parents"], b"<</Kids[%b]>>" % refs([own, *(one.parents for one in groups)]))
        book.packed(of["root"], master.root.fill(self._tables))
        book.packed(of["pages"], pages_node([*kept[:before], *nodes, *kept[before:]], total))
        book.packed(of["structure"], structure_root(of))
        book.packed(of["document"], document_element(of, [form[place] for place in master.tops]))
        book.packed(of["fields"], form_fields([form[place] for place in master.fields]))
        if master.bookmarks:
            book.packed(of["outlines"], master.outlines.fill(self._tables))
        attachment(book, of, DATA)


def _written(line: Line, values: Sequence[str]) -> bytes:
    written = line.write(values)
    if written is None:
        raise NotForUs("un numero di pagina che non si può scrivere")
    return written
