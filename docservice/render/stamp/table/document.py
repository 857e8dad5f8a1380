"""A document with a long table: the engine lays the pages where it begins and ends, and its other rows are stamped.

Of 50,000 workers on 1,400 pages, the engine lays out some four: the first two, the last, and rows to learn from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

from docservice.render import full
from docservice.render.bands.blocks import Excerpt, without_bands
from docservice.render.bands.pages import BAND, PLAIN, SUM, Page, Start, TooHigh, pages, splits
from docservice.render.columns import columns, text_width
from docservice.render.engine import strict
from docservice.render.finishing import bookmarks
from docservice.render.footer import GLYPHS
from docservice.render.full import FIELDS
from docservice.render.html import measured, texts
from docservice.render.stamp.master import NO_DATE
from docservice.render.stamp.page_text import alike, shown
from docservice.render.stamp.specimen import ALPHABETS, specimen
from docservice.render.stamp.table.bookmarks import lead
from docservice.render.stamp.table.cells import Cell, Look, laid_rows, look
from docservice.render.stamp.table.cutter import Laid, TableCutter
from docservice.render.stamp.table.file import TableFile
from docservice.render.stamp.table.rows import Row, again, drawn, row
from docservice.render.stamp.table.sheet import NotForUs
from docservice.text.blocks import Document, Run, Runs, Table
from docservice.text.longtable.rows import Told, told

LONG = 150
"""Rows from which a table is stamped."""
_FEW = 3
"""Rows that a last page must have, or the page before is laid out too: what follows may take some of them along."""
_SHORT, _TALL = (Run("H"),), (Run("H\nH"),)
_TOO_HIGH = "una riga più alta di una pagina"
_Row = tuple[tuple[Runs, ...], int]
"""A row of the table, and of what kind it is."""


def long_table(document: Document) -> int | None:
    """Return the place of the table to stamp among the blocks, None if there is none."""
    tables = [(len(block.rows), place) for place, block in enumerate(document.blocks) if isinstance(block, Table)]
    rows, place = max(tables, default=(0, 0))
    return place if rows >= LONG else None


def write(document: Document, place: int, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the PDF of a document with a long table at that place among the blocks.

    Raises `NotForUs`, and as `pdf.write`.
    """
    with strict():
        return _Stamped(document, place, bozza=bozza).write(data, created)


class _Asked(NamedTuple):
    """A cell that takes a layout to know: its kind of row, its column, what it says."""

    kind: int
    column: int
    told: Told


@dataclass(frozen=True, slots=True)
class _Laid:
    """The excerpt as laid, which rows of the table begin its pages, which of those pages is to compare."""

    pages: Any
    cut: Laid
    starts: Sequence[Start]
    checked: int


class _Stamped:
    """The long table of a document, and what is known of it."""

    def __init__(self, document: Document, place: int, *, bozza: bool) -> None:
        table = document.blocks[place]
        assert isinstance(table, Table)  # noqa: S101 - as `long_table` says
        self._document, self._place, self._table, self._bozza = document, place, table, bozza
        self._told = list(told(table.rows))
        said = [set(map(_words, set(column))) for column in zip(*without_bands(self._told, table), strict=True)]
        self._columns = columns(texts(table.header), said, text_width(landscape=document.landscape))
        used = frozenset().union(*map("".join, said), *(_words(self._told[band][0]) for band in table.bands))
        # other scripts take the engine: it kerns by stretches of one script
        self._alphabet = next((one for one in ALPHABETS if used <= one), ALPHABETS[-1])
        self._rows: list[Row] = []
        self._again: dict[int, Row] = {}
        self._pending: dict[int, list[Cell | _Asked]] = {}
        self._asked: dict[_Asked, int] = {}
        self._heights: list[float] = []
        self._height = 0.0

    def write(self, data: bytes, created: datetime) -> bytes:
        """Do it."""
        looks, page = self._looks()
        self._measure(looks)
        apart = self._lay_apart(looks)
        self._rows[0] = self._rows[0]._replace(height=self._height)
        heights = {band: one.height for band, one in self._again.items() if self._told[band][0]}
        try:
            starts = list(pages(self._rows, page, heights))
        except TooHigh as why:
            raise NotForUs(_TOO_HIGH) from why
        laid = self._lay_out(starts)
        sheets = [*laid.pages.pages, *(apart.pages if apart else ())]
        rows, gone = laid_rows(sheets), set(range(len(sheets))).difference(laid.cut.kept)
        stamped = (band for band in sorted(self._table.bands) if band < laid.starts[-1].row)
        lead(sheets, rows[0].page, gone, {band: _name(self._told[band][0]) for band in stamped})
        known = frozenset(
            char for char in self._alphabet if any(one.knows(char) for kind in looks for one in kind.faces)
        )
        alphabet = known | frozenset(GLYPHS)
        both = laid.pages.copy([*sheets, *specimen(alphabet, table=True).pages])
        both.metadata.created = both.metadata.modified = NO_DATE
        cutter = TableCutter(both, rows, laid.cut, alphabet)
        full.print_out(both, cutter.cut)
        self._settle(looks, cutter.asked)
        self._rows[0] = row(self._kind(0), self._height, cutter.first)
        begun = [(one.row, [] if one.band is None else [self._again[one.band]]) for one in laid.starts]
        (start, above), (following, _) = begun[laid.checked : laid.checked + 2]
        _, ours = drawn([*above, *self._rows[start:following]], cutter.kinds, cutter.sheets[1].top, 0)
        if not alike([shown(ours)], [shown(cutter.printed)]):
            raise NotForUs("una pagina della tabella non mostra ciò che mostra quella intera")
        out = BytesIO()
        TableFile(out, cutter).write(self._rows, begun, data, created)
        return out.getvalue()

    def _excerpt(self, rows: Sequence[_Row], starts: Mapping[int, Runs], first: int | None = None) -> Excerpt:
        """Return an excerpt of some rows; from the `first` on, they are those with which the table ends."""
        totals, bands = (frozenset(place for place, one in enumerate(rows) if one[1] == kind) for kind in (SUM, BAND))
        first = len(rows) if first is None else first
        return Excerpt(
            self._table.header,
            [cells for cells, _ in rows],
            totals,
            bands,
            columns=self._columns,
            starts=starts,
            first=first,
            over=starts.get(first, ()),
        )

    def _lay(self, excerpt: Excerpt, *, before: bool = True, after: bool = True) -> Any:
        blocks, place = self._document.blocks, self._place
        around = (blocks[:place] if before else (), blocks[place + 1 :] if after else ())
        document = replace(self._document, blocks=(*around[0], excerpt, *around[1]))
        return full.lay_out(document, "" if self._bozza else FIELDS, bozza=self._bozza)

    def _of(self, begin: int, end: int | None = None) -> list[_Row]:
        """Return some rows of the table, and of what kind each is."""
        return [(one, self._kind(number)) for number, one in enumerate(self._table.rows[begin:end], begin)]

    def _kind(self, number: int) -> int:
        return BAND if number in self._table.bands else SUM if number in self._table.totals else PLAIN

    def _kinds(self) -> list[_Row]:
        """Return rows to learn from: of one line and of two, of each kind."""
        kinds = (PLAIN, SUM, BAND) if self._table.bands else (PLAIN, SUM)
        return [((one,) * len(self._table.header), kind) for kind in kinds for one in (_SHORT, _TALL)]

    def _head(self) -> list[_Row]:
        """Return the rows with which the table begins, as few as a page may hold."""
        ends = (end for end in range(1, len(self._told)) if splits(self._kind(end - 1), self._kind(end)))
        return self._of(0, next(ends, 1))

    def _looks(self) -> tuple[list[Look], Page]:
        """Return how the kinds of rows look, and where rows begin and end on pages."""
        head, kinds = self._head(), self._kinds()
        laid = self._lay(self._excerpt([*head, *kinds], {len(head): ()}), after=False)
        first, *rows = laid_rows(laid.pages)
        self._height = first.height
        rows = rows[len(head) - 1 :]
        looks = [look(rows[place], rows[place + 1], self._alphabet) for place in range(0, len(kinds), 2)]
        page = laid.pages[rows[0].page]._page_box  # noqa: SLF001
        return looks, Page(first.top, rows[0].top, page.content_box_y() + page.height)

    def _measure(self, looks: Sequence[Look]) -> None:
        """Fill the rows with what can be shown of them; what cannot is asked for."""
        for number, said in enumerate(self._told):
            kind = self._kind(number)
            cells = [column[one] for column, one in zip(looks[kind].columns, said, strict=kind != BAND)]
            known = [cell for cell in cells if cell is not None]
            if len(known) == len(cells):
                self._rows.append(row(kind, looks[kind].more, known))
                if kind == BAND:
                    self._again[number] = again(kind, looks[kind].more, known)
                continue
            pending = [cell or _Asked(kind, column, said[column]) for column, cell in enumerate(cells)]
            self._pending[number] = pending
            self._rows.append(row(kind, looks[kind].more, [Cell(0, ())]))  # until it is settled
            for cell in pending:
                if isinstance(cell, _Asked):
                    self._asked.setdefault(cell, len(self._asked))

    def _lay_apart(self, looks: Sequence[Look]) -> Any:
        """Lay out what was asked for, a cell in a row each; return the pages, None if nothing was."""
        if not self._asked:
            return None
        rows = self._kinds()[:1]  # the first of a table has a higher edge
        for kind, column, one in self._asked:
            cells: list[Runs] = [_SHORT] * len(self._table.header)
            cells[column] = (Run(one),) if isinstance(one, str) else one
            rows.append((tuple(cells), kind))
        laid = self._lay(self._excerpt(rows, {}), before=False, after=False)
        found = laid_rows(laid.pages)[1:]
        if len(found) != len(self._asked):
            raise NotForUs(_TOO_HIGH)
        pairs = zip(found, self._asked, strict=True)
        self._heights = [one.height - looks[asked.kind].more for one, asked in pairs]
        self._settle(looks, [Cell(height, ()) for height in self._heights])
        return laid

    def _settle(self, looks: Sequence[Look], asked: Sequence[Cell]) -> None:
        """Fill the rows that waited with the cells asked for."""
        for number, pending in self._pending.items():
            cells = [asked[self._asked[cell]] if isinstance(cell, _Asked) else cell for cell in pending]
            kind = self._rows[number].kind
            self._rows[number] = row(kind, looks[kind].more, cells)
            if kind == BAND:
                self._again[number] = again(kind, looks[kind].more, cells)

    def _lay_out(self, starts: Sequence[Start]) -> _Laid:
        """Lay out the document with the rows of its second page and of the last; those between are stamped."""
        last = len(starts) - (1 if len(self._rows) - starts[-1].row >= _FEW else 2)
        if last <= 1:
            raise NotForUs("la tabella sta in poche pagine")
        firsts = [one.row for one in starts]
        odd = Counter(bisect_right(firsts, number) - 1 for number in self._pending)
        checked = max(range(1, last), key=lambda page: odd[page])  # where most can go wrong
        head, end = self._head(), self._of(firsts[last])
        middle = [*self._repeated(starts[checked]), *self._of(*firsts[checked : checked + 2])]
        kinds = len(head) + len(middle)
        follows = kinds + len(self._kinds())
        over = [cells[0] for cells, _ in self._repeated(starts[last])]
        begins = {len(head): (), kinds: (), follows: over[0] if over else ()}
        laid = self._lay(self._excerpt([*head, *middle, *self._kinds(), *end], begins, follows))
        rows = laid_rows(laid.pages)
        gone = {one.page for one in rows[:follows]}
        if (
            len(rows) != follows + len(end)
            or len({one.page for one in rows[: len(head)]}) > 1
            or len({one.page for one in rows[len(head) : kinds]}) > 1
            or rows[follows].page in gone
        ):
            raise NotForUs("le pagine della tabella non si dividono come previsto")
        asked = [
            (place, one.column, height)
            for place, (one, height) in enumerate(zip(self._asked, self._heights, strict=True), len(rows) + 1)
        ]
        cut = Laid(
            range(len(head)),
            range(len(head), kinds),
            [(place, place + 1) for place in range(kinds, follows, 2)],
            asked,
            [page for page in range(len(laid.pages)) if page not in gone],
        )
        return _Laid(laid, cut, starts[: last + 1], checked)

    def _repeated(self, start: Start) -> list[_Row]:
        """Return the band repeated on a page, if there is one."""
        return [] if start.band is None else self._of(start.band, start.band + 1)


def _name(band: Told) -> str:
    return bookmarks.told(band if isinstance(band, str) else "".join([run.text for run in band]))


def _words(cell: Told) -> str:
    return cell if isinstance(cell, str) else measured(cell)
