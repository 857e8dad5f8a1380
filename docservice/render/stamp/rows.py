"""The rows of a long table: measured, parted into pages, written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from operator import itemgetter
from typing import NamedTuple

from docservice.render.stamp.cells import Cell
from docservice.render.stamp.sheet import Rule

_FUDGE = 1 + 1e-9
"""What the engine allows a row to pass the bottom of a page by."""
_height, _marked, _aside = map(itemgetter, range(3))


class Row(NamedTuple):
    """A row as shown: its kind, its height, how many marks each cell has, what follows each mark, what has none."""

    kind: int
    height: float
    marks: tuple[int, ...]
    marked: tuple[bytes, ...]
    aside: bytes


def row(kind: int, more: float, cells: Sequence[Cell]) -> Row:
    """Return a row of those cells; `more` is what it is higher than its texts."""
    texts = list(map(_marked, cells))
    height = max(map(_height, cells)) + more
    return Row(
        kind, height, tuple(map(len, texts)), tuple(chain.from_iterable(texts)), b"".join(map(_aside, cells))
    )


def pages(rows: Sequence[Row], top: float, following: float, bottom: float) -> list[int] | None:
    """Return the first row of each page, as the engine breaks them: rows are whole, and none of a sum begins a page.

    They begin at `top` on the first page, at `following` on the others. None if some page would hold no row.
    """
    starts, start, place = [0], 0, top
    number = 0
    while number < len(rows):
        end = place + rows[number].height
        if end <= bottom * _FUDGE:
            place, number = end, number + 1
            continue
        while number > start and rows[number].kind:
            number -= 1
        if number == start:
            return None
        starts.append(number)
        start, place = number, following
    return starts


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
        count = len(one.marked)
        marked = chain.from_iterable(zip(range(first, first + count), one.marked, strict=True))
        texts.append(_form(count) % (top, kind.font, *marked, one.aside))
        first += count
        top += one.height
    return b"".join(fills + strokes), b"".join(texts)


@cache
def _form(count: int) -> bytes:
    return b"q 1 0 0 1 0 %.6f cm %b\n" + b"/Span<</MCID %d>>%b" * count + b"%bQ\n"


@dataclass(frozen=True, slots=True)
class Tags:
    """What the elements of rows refer to, by number: their page, the body of the table, what says of each column."""

    page: int
    body: int
    columns: Sequence[int]


def elements(rows: Sequence[Row], tags: Tags, number: int, first: int) -> tuple[bytes, bytes, list[int]]:
    """Return the elements of a page's rows, numbered from `number`, their marks from `first`.

    They are an index of where each begins, in an object stream, and their bytes; then the element of each mark.
    """
    index, content, owners, at = [], [], [], 0
    page, columns = tags.page, tags.columns
    for one in rows:
        shape = _shape(one.marks)
        cells = range(number + 1, number + 1 + len(columns))
        head = (tags.body, page, *cells)
        content.append(shape.form % (*head, *shape.fill(number, page, columns, first)))
        numbered = enumerate([at + start for start in shape.starts], number)
        index.append(shape.index % tuple(chain.from_iterable(numbered)))
        for cell, count in zip(cells, one.marks, strict=True):
            owners += [cell] * count
        at += shape.length
        first += len(one.marked)
        number = cells.stop
    return b"".join(index), b"".join(content), owners


@dataclass(frozen=True, slots=True)
class _Shape:
    """The elements of a row with so many marks in each cell: numbers have a fixed width, so places are known."""

    form: bytes
    index: bytes
    starts: tuple[int, ...]
    length: int
    fill: Callable[[int, int, Sequence[int], int], Iterator[int]]


@cache
def _shape(marks: tuple[int, ...]) -> _Shape:
    forms = [b"<</S/TR/P %8d 0 R/Pg %8d 0 R/K[" + b"%8d 0 R " * len(marks) + b"]>>\n"]
    forms += [b"<</S/TD/P %8d 0 R/Pg %8d 0 R/A %8d 0 R/K[" + b"%6d " * count + b"]>>\n" for count in marks]
    lengths = [len(form % ((0,) * form.count(b"%"))) for form in forms]

    def fill(number: int, page: int, columns: Sequence[int], first: int) -> Iterator[int]:
        for column, count in zip(columns, marks, strict=True):
            yield from (number, page, column, *range(first, first + count))
            first += count

    starts = tuple(accumulate(lengths[:-1], initial=0))
    return _Shape(b"".join(forms), b"%8d %8d " * len(forms), starts, sum(lengths), fill)
