"""One number of decimals in each column of quantities of a table: 40, 24 and 11,66 print as 40,00, 24,00 and 11,66.

`even(rows)` → the same rows, or rows that add the zeros as they are asked for: a long table is never whole in memory.
A column is of quantities if all its cells are, those empty or with a dash left aside; only what is one run is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import overload

from docservice.text.blocks import Row, Runs
from docservice.text.longtable.rows import Rows, Told, told

_QUANTITY = re.compile(r"((?:fino a|almeno)[ \u00a0])?−?(?!0[0-9])[0-9][0-9.]*(?:,([0-9]+))?([ \u00a0]?%)?")
_NONE = frozenset(("", "–"))


def even(rows: Sequence[Row], bands: frozenset[int] = frozenset()) -> Sequence[Row]:
    """Return the rows of a table with as many decimals in each cell of a column of quantities; `bands` have none."""
    found: list[int | None] = []
    least: list[int] = []
    for place, cells in enumerate(told(rows)):
        if place in bands:
            continue
        if not found:
            found, least = [0] * len(cells), [99] * len(cells)
        for column, cell in enumerate(cells):
            most = found[column]
            if most is None or cell in _NONE:
                continue
            many = _decimals(cell)
            if many is None:
                found[column] = None
            else:
                found[column], least[column] = max(most, many), min(least[column], many)
    wanted = {column: many for column, many in enumerate(found) if many and least[column] < many}
    return Evened(rows, wanted, bands) if wanted else rows


def _decimals(cell: Told) -> int | None:
    if not isinstance(cell, str) or len(cell) > 40:  # noqa: PLR2004 - no quantity is as long
        return None
    quantity = _QUANTITY.fullmatch(cell)
    return None if quantity is None else len(quantity[2] or "")


def _padded(text: str, many: int) -> str:
    quantity = _QUANTITY.fullmatch(text)
    if quantity is None:
        return text
    decimals, end = quantity[2] or "", quantity[3] or ""
    whole = text[: len(text) - len(end)]
    return f"{whole}{'' if decimals else ','}{'0' * (many - len(decimals))}{end}" if len(decimals) < many else text


class Evened(Rows):
    """Rows with zeros added; `wanted` are the decimals of the columns that need some."""

    def __init__(self, rows: Sequence[Row], wanted: Mapping[int, int], bands: frozenset[int]) -> None:
        self._rows, self._wanted, self._bands = rows, wanted, bands

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return map(self._made, self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self._made(row) for row in self._rows[place]]
        return self._made(self._rows[place])

    def _made(self, row: Row) -> Row:
        return tuple(
            self._cell(cell, self._wanted[column]) if column in self._wanted else cell
            for column, cell in enumerate(row)
        )

    def _cell(self, cell: Runs, many: int) -> Runs:
        text = "".join(run.text for run in cell)
        if not cell or any(run.blank for run in cell) or (added := _padded(text, many)) == text:
            return cell
        # the zeros go where the figure ends: in the run of the datum, before what the form says after it
        for place, run in enumerate(cell):
            if _padded(run.text, many) != run.text:
                return (*cell[:place], replace(run, text=_padded(run.text, many)), *cell[place + 1 :])
        return (replace(cell[0], text=added), *(replace(run, text="") for run in cell[1:]))

    def told(self) -> Iterator[Sequence[Told]]:
        """Yield what the cells of each row say."""
        for cells in told(self._rows):
            made = list(cells)
            for column, many in self._wanted.items():
                cell = made[column]
                if isinstance(cell, str):
                    made[column] = _padded(cell, many)
            yield made
