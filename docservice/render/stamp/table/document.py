"""A document with a long table: the engine lays the pages where it begins and ends, and its other rows are stamped.

Of 50,000 workers on 1,400 pages, the engine lays out some four: the first two, the last, and rows to learn from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

from docservice.render import full
from docservice.render.columns import columns, text_width
from docservice.render.engine import strict
from docservice.render.footer import GLYPHS
from docservice.render.full import FIELDS
from docservice.render.html import Excerpt, measured, texts
from docservice.render.stamp.master import NO_DATE
from docservice.render.stamp.page_text import alike, shown
from docservice.render.stamp.specimen import ALPHABETS, specimen
from docservice.render.stamp.table.cells import Cell, Look, laid_rows, look
from docservice.render.stamp.table.cutter import Laid, TableCutter
from docservice.render.stamp.table.file import TableFile
from docservice.render.stamp.table.rows import Row, drawn, pages, row
from docservice.render.stamp.table.sheet import NotForUs
from docservice.text.blocks import Document, Run, Runs, Table
from docservice.text.longtable.rows import Told, told

LONG = 150
"""Rows from which a table is stamped."""
_FEW = 3
"""Rows that a last page must have, or the page before is laid out too: what follows may take some of them along."""
_SHORT, _TALL = (Run("H"),), (Run("H\nH"),)
_TOO_HIGH = "una riga più alta di una pagina"
_Row = tuple[tuple[Runs, ...], bool]
"""A row of the table, and whether it is a sum."""


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
    """The excerpt as laid, which rows of the table begin its pages, which are those of the page to compare."""

    pages: Any
    cut: Laid
    starts: Sequence[int]
    checked: slice


class _Stamped:
    """The long table of a document, and what is known of it."""

    def __init__(self, document: Document, place: int, *, bozza: bool) -> None:
        table = document.blocks[place]
        assert isinstance(table, Table)  # noqa: S101 - as `long_table` says
        self._document, self._place, self._table, self._bozza = document, place, table, bozza
        self._told = list(told(table.rows))
        said = [set(map(_words, set(column))) for column in zip(*self._told, strict=True)]
        self._columns = columns(texts(table.header), said, text_width(landscape=document.landscape))
        used = frozenset().union(*map("".join, said))
        # other scripts take the engine: it kerns by stretches of one script
        self._alphabet = next((one for one in ALPHABETS if used <= one), ALPHABETS[-1])
        self._rows: list[Row] = []
        self._pending: dict[int, list[Cell | _Asked]] = {}
        self._asked: dict[_Asked, int] = {}
        self._heights: list[float] = []
        self._height = 0.0

    def write(self, data: bytes, created: datetime) -> bytes:
        """Do it."""
        looks, tops, bottom = self._looks()
        self._measure(looks)
        apart = self._lay_apart(looks)
        self._rows[0] = self._rows[0]._replace(height=self._height)
        laid = self._lay_out(pages(self._rows, tops[0], tops[1], bottom))
        sheets = [*laid.pages.pages, *(apart.pages if apart else ())]
        known = frozenset(
            char for char in self._alphabet if any(one.knows(char) for kind in looks for one in kind.faces)
        )
        alphabet = known | frozenset(GLYPHS)
        both = laid.pages.copy([*sheets, *specimen(alphabet, table=True).pages])
        both.metadata.created = both.metadata.modified = NO_DATE
        cutter = TableCutter(both, laid_rows(sheets), laid.cut, alphabet)
        full.print_out(both, cutter.cut)
        self._settle(looks, cutter.asked)
        self._rows[0] = row(0, self._height, cutter.first)
        middle = self._rows[laid.checked]
        _, ours = drawn(middle, cutter.kinds, cutter.sheets[1].top, 0)
        if not alike([shown(ours)], [shown(cutter.printed)]):
            raise NotForUs("una pagina della tabella non mostra ciò che mostra quella intera")
        out = BytesIO()
        TableFile(out, cutter).write(self._rows, laid.starts, data, created)
        return out.getvalue()

    def _excerpt(self, rows: Iterable[_Row], breaks: Iterable[int]) -> Excerpt:
        cells, sums = zip(*rows, strict=True)
        totals = frozenset(place for place, is_sum in enumerate(sums) if is_sum)
        return Excerpt(self._table.header, cells, totals, columns=self._columns, breaks=frozenset(breaks))

    def _lay(self, excerpt: Excerpt, *, before: bool = True, after: bool = True) -> Any:
        blocks, place = self._document.blocks, self._place
        around = (blocks[:place] if before else (), blocks[place + 1 :] if after else ())
        document = replace(self._document, blocks=(*around[0], excerpt, *around[1]))
        return full.lay_out(document, "" if self._bozza else FIELDS, bozza=self._bozza)

    def _of(self, begin: int, end: int | None = None) -> list[_Row]:
        """Return some rows of the table, and whether each is a sum."""
        rows, totals = self._table.rows[begin:end], self._table.totals
        return [(one, number in totals) for number, one in enumerate(rows, begin)]

    def _kinds(self) -> list[_Row]:
        """Return rows to learn from: of one line and of two, plain and sums."""
        columns = len(self._table.header)
        return [((one,) * columns, is_sum) for is_sum in (False, True) for one in (_SHORT, _TALL)]

    def _looks(self) -> tuple[list[Look], tuple[float, float], float]:
        """Return how the kinds of rows look, where rows begin on the first page and on others, where a page ends."""
        laid = self._lay(self._excerpt([*self._of(0, 1), *self._kinds()], {1}), after=False)
        first, *rows = laid_rows(laid.pages)
        self._height = first.height
        looks = [look(rows[place], rows[place + 1], self._alphabet) for place in (0, 2)]
        page = laid.pages[rows[0].page]._page_box  # noqa: SLF001
        return looks, (first.top, rows[0].top), page.content_box_y() + page.height

    def _measure(self, looks: Sequence[Look]) -> None:
        """Fill the rows with what can be shown of them; what cannot is asked for."""
        totals = self._table.totals
        for number, said in enumerate(self._told):
            kind = int(number in totals)
            cells = [column[one] for column, one in zip(looks[kind].columns, said, strict=True)]
            known = [cell for cell in cells if cell is not None]
            if len(known) == len(cells):
                self._rows.append(row(kind, looks[kind].more, known))
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
            rows.append((tuple(cells), bool(kind)))
        laid = self._lay(self._excerpt(rows, ()), before=False, after=False)
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

    def _lay_out(self, starts: Sequence[int] | None) -> _Laid:
        """Lay out the document with the rows of its second page and of the last; those between are stamped."""
        if starts is None:
            raise NotForUs(_TOO_HIGH)
        last = len(starts) - (1 if len(self._rows) - starts[-1] >= _FEW else 2)
        if last <= 1:
            raise NotForUs("la tabella sta in poche pagine")
        odd = Counter(bisect_right(starts, number) - 1 for number in self._pending)
        page = max(range(1, last), key=lambda page: odd[page])  # where most can go wrong
        checked = slice(starts[page], starts[page + 1])
        middle, end = self._of(checked.start, checked.stop), self._of(starts[last])
        kinds = 1 + len(middle)
        follows = kinds + len(self._kinds())
        laid = self._lay(self._excerpt([*self._of(0, 1), *middle, *self._kinds(), *end], {1, kinds, follows}))
        rows = laid_rows(laid.pages)
        gone = {one.page for one in rows[:follows]}
        if (
            len(rows) != follows + len(end)
            or len({one.page for one in rows[1:kinds]}) > 1
            or rows[follows].page in gone
        ):
            raise NotForUs("le pagine della tabella non si dividono come previsto")
        asked = [
            (place, one.column, height)
            for place, (one, height) in enumerate(zip(self._asked, self._heights, strict=True), len(rows) + 1)
        ]
        cut = Laid(
            range(1, kinds),
            [(place, place + 1) for place in range(kinds, follows, 2)],
            asked,
            [page for page in range(len(laid.pages)) if page not in gone],
        )
        return _Laid(laid, cut, starts[: last + 1], checked)


def _words(cell: Told) -> str:
    return cell if isinstance(cell, str) else measured(cell)
