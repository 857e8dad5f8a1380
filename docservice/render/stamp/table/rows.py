"""The rows of a long table: measured, drawn, written.

`row(PLAIN, 6.6, cells)` → a row 6.6 higher than its highest cell; `drawn([row, …], kinds, 95.0, 0)` → what shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, groupby, repeat
from operator import itemgetter
from typing import NamedTuple

from docservice.render.bands.pages import BAND
from docservice.render.stamp.table.cells import Cell
from docservice.render.stamp.table.sheet import Rule

_ARTIFACT = b"/Artifact<</Type/Pagination>>"
_shaped = itemgetter(0, 2)


class Row(NamedTuple):
    """A row as shown: its kind, its height, how many marks each cell has, what follows each mark, what has none."""

    kind: int
    height: float
    marks: tuple[int, ...]
    marked: tuple[bytes, ...]
    aside: bytes


def row(kind: int, more: float, cells: Sequence[Cell]) -> Row:
    """Return a row of those cells; `more` is what it is higher than its texts."""
    heights, texts, asides = zip(*cells, strict=True)
    return Row(kind, max(heights) + more, tuple(map(len, texts)), tuple(chain.from_iterable(texts)), b"".join(asides))


def again(kind: int, more: float, cells: Sequence[Cell]) -> Row:
    """Return a row that only repeats another: no mark of it is of an element."""
    one = row(kind, more, cells)
    return one._replace(marks=(), marked=(), aside=b"".join([*map(_ARTIFACT.__add__, one.marked), one.aside]))


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of rows is drawn: the operators that choose its font, its fills, its rules."""

    font: bytes
    fill: Rule
    stroke: Rule


def drawn(rows: Sequence[Row], kinds: Sequence[Kind], top: float, first: int) -> tuple[bytes, bytes]:
    """Return the rules and the texts of a page's rows, the marks numbered from `first`."""
    fills, strokes, texts = [], [], []
    for one in rows:
        kind = kinds[one.kind]
        if kind.fill.form:
            fills.append(kind.fill.draw(top, one.height))
        strokes.append(kind.stroke.draw(top, one.height))
        texts.append(b"q 1 0 0 1 0 %.6f cm %b\n" % (top, kind.font))
        texts += chain.from_iterable(zip(_marks_from(first, len(one.marked)), one.marked, strict=True))
        texts += one.aside, b"Q\n"
        first += len(one.marked)
        top += one.height
    return b"".join(fills + strokes), b"".join(texts)


@lru_cache(maxsize=4096)
def _marks_from(first: int, count: int) -> list[bytes]:
    return [b"/Span<</MCID %d>>" % number for number in range(first, first + count)]


@dataclass(frozen=True, slots=True)
class Tags:
    """What the elements of rows refer to, by number: their page, the body of the table, what says of each cell.

    `cells` are, of each kind of row, its columns.
    """

    page: int
    body: int
    cells: Sequence[Sequence[int]]

    def count(self, rows: Iterable[Row]) -> int:
        """Return how many elements rows have."""
        return sum([len(self.cells[one.kind]) + 1 for one in rows])


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of a page's rows, for an object stream: where each begins, their bytes; then that of each mark.

    `rows` are those of the rows.
    """

    index: bytes
    content: bytes
    owners: list[int]
    rows: list[int]


def elements(rows: Sequence[Row], tags: Tags, number: int, first: int) -> Elements:
    """Return the elements of a page's rows, numbered from `number`, their marks from `first`."""
    index, content, owners, at = [], [], [], 0
    told: list[int] = []
    for (kind, marks), group in groupby(rows, key=_shaped):
        shape, many = _shape(marks, _TH if kind == BAND else _TD), sum(1 for _ in group)
        content.append(shape.content(many, tags, tags.cells[kind], number, first))
        index.append(shape.index(many, number, at))
        numbers = range(number, number + many * shape.step, shape.step)
        told += numbers
        for row_number in numbers:
            owners += [row_number + cell for cell in shape.owners]
        at += many * shape.length
        first += many * len(shape.owners)
        number += many * shape.step
    return Elements(b"".join(index), b"".join(content), owners, told)


_TR = b"<</Type/StructElem/S/TR/P %7d 0 R/Pg %7d 0 R/K["
_TH, _TD = (b"<</Type/StructElem/S/" + name + b"/P %7d 0 R/Pg %7d 0 R/A %7d 0 R/K[" for name in (b"TH", b"TD"))
_END = b"]>>\n"


class _Shape:
    """The elements of rows that have so many marks in each cell.

    Numbers are printed in a fixed width, so that every place is known; those of many rows are printed together, and
    each stands a fixed number of places after that of the row before.
    """

    def __init__(self, marks: tuple[int, ...], cell: bytes) -> None:
        self._marks, self.step = marks, len(marks) + 1
        forms = [_TR + b"%7d 0 R " * len(marks) + _END, *(cell + b"%4d " * count + _END for count in marks)]
        self._form, self._places = b"".join(forms), sum(form.count(b"%") for form in forms)
        lengths = [len(form % ((0,) * form.count(b"%"))) for form in forms]
        self._starts, self.length = tuple(accumulate(lengths[:-1], initial=0)), sum(lengths)
        self.owners = [cell for cell, count in enumerate(marks, 1) for _ in range(count)]

    def content(self, many: int, tags: Tags, cells: Sequence[int], number: int, first: int) -> bytes:
        """Return the bytes of the elements of so many rows."""
        step, total = self.step, len(self.owners)
        numbers = range(number, number + many * step, step)
        columns: list[Iterable[int]] = [repeat(tags.body, many), repeat(tags.page, many)]
        columns += [range(one.start + cell, one.stop + cell, step) for one in [numbers] for cell in range(1, step)]
        for column, count in zip(cells, self._marks, strict=True):
            columns += numbers, repeat(tags.page, many), repeat(column, many)
            columns += [range(mark, mark + many * total, total) for mark in range(first, first + count)]
            first += count
        return self._form * many % tuple(chain.from_iterable(zip(*columns, strict=True)))

    def index(self, many: int, number: int, at: int) -> bytes:
        """Return where those elements begin, each after its number."""
        length = many * self.length
        starts = zip(*(range(at + start, at + start + length, self.length) for start in self._starts), strict=True)
        return (
            b"%d %d " * (many * self.step) % tuple(chain.from_iterable(enumerate(chain.from_iterable(starts), number)))
        )


_shape = lru_cache(maxsize=1024)(_Shape)
