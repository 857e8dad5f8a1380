"""How the rows of a table are parted into pages: as the layout engine does, but bands are repeated.

A band and three rows as high, where a page holds three: `pages(rows, Page(0, 0, 30), {0: 10})` → rows 0 and 3 begin a
page, the second under band 0 once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

PLAIN, SUM, BAND = range(3)
"""Kinds of rows."""
_FUDGE = 1 + 1e-9
"""What the engine allows a row to pass the bottom of a page by."""


class Sized(Protocol):
    """A row, as much as is to know of it."""

    @property
    def kind(self) -> int:
        """Which of the three it is."""

    @property
    def height(self) -> float:
        """How high it is."""


class Page(NamedTuple):
    """Where rows begin on their first page and on the others, and where a page ends."""

    top: float
    following: float
    bottom: float


class Start(NamedTuple):
    """A row that begins a page, and the place of the band repeated above it."""

    row: int
    band: int | None = None


class TooHigh(Exception):  # noqa: N818 - it is no error
    """A page would hold no row."""


def splits(before: int, after: int) -> bool:
    """Say whether a page may end between rows of those kinds: none of a sum begins one, none ends with a band."""
    return after != SUM and before != BAND


def pages(rows: Sequence[Sized], page: Page, again: Mapping[int, float], over: int | None = None) -> Iterator[Start]:
    """Yield the start of each page: rows are whole, and bands repeated where they leave room for a row.

    `again` says how high each band is when it is repeated, one that says nothing left out; `over` is the one above the
    first row. Raises `TooHigh`.
    """
    start, top = 0, page.top
    while True:
        tries = [None] if over not in again or rows[start].kind == BAND else [over, None]
        for band in tries:
            end = _end(rows, start, top + (0 if band is None else again[band]), page.bottom)
            if end > start:
                break
        else:
            raise TooHigh
        yield Start(start, band)
        if end == len(rows):
            return
        over = next((place for place in range(end - 1, start - 1, -1) if rows[place].kind == BAND), over)
        start, top = end, page.following


def _end(rows: Sequence[Sized], start: int, place: float, bottom: float) -> int:
    """Return the row that begins the next page; the first of this one if it can hold none."""
    for number in range(start, len(rows)):
        place += rows[number].height
        if place > bottom * _FUDGE:
            while number > start and not splits(rows[number - 1].kind, rows[number].kind):
                number -= 1  # noqa: PLW2901 - back to where a page may end
            return number
    return len(rows)
