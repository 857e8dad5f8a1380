"""The rows of a table as many as they are: what each cell says, without making them all.

`next(told(rows))` → `["1", "Binti Carla", "40"]`, of a table of 50,000 rows of which none is made; `rows[0]` makes one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import overload

from docservice.text.blocks import Row, Runs

Told = str | Runs
"""What a cell says: its words, or its runs if they are more than words."""


def told(rows: Sequence[Row]) -> Iterator[Sequence[Told]]:
    """Yield what the cells of each row say; rows that were never made are not made for this."""
    if isinstance(rows, Rows):
        yield from rows.told()
    else:
        for row in rows:
            yield [_told(cell) for cell in row]


def _told(cell: Runs) -> Told:
    if len(cell) == 1 and not (cell[0].bold or cell[0].blank):
        return cell[0].text
    if any(run.bold or run.blank for run in cell):
        return cell
    words = "".join([run.text for run in cell])
    return cell if melts(words) else words


def melts(words: str) -> bool:
    """Say whether spaces of runs, side by side, may show as one, while those of a run show as typed."""
    return "  " in words or "\t" in words


class Rows(Sequence[Row]):
    """Rows made when they are asked for: a long table is never whole in memory."""

    def told(self) -> Iterator[Sequence[Told]]:
        """Yield what the cells of each row say."""
        raise NotImplementedError


class Chained(Rows):
    """Rows of some sequences, one after the other."""

    def __init__(self, parts: Sequence[Sequence[Row]]) -> None:
        self._parts = parts
        self._starts = [0, *accumulate(map(len, parts))]

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(self._parts)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        part = bisect_right(self._starts, place) - 1
        return self._parts[part][place - self._starts[part]]

    def told(self) -> Iterator[Sequence[Told]]:
        """Yield what the cells of each row say."""
        for part in self._parts:
            yield from told(part)
