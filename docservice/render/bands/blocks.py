"""Tables of which it is known where their pages begin: blocks of the writers only, no text makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from docservice.render.columns import Columns
from docservice.text.blocks import Runs, Table

_T = TypeVar("_T")


def without_bands(rows: Sequence[_T], table: Table) -> Sequence[_T]:
    """Return what there is for each row of a table, bands left out: they are not of the columns."""
    return [row for place, row in enumerate(rows) if place not in table.bands] if table.bands else rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted(Table):
    """A table that says which of its rows begin a page: the band repeated above each, empty if none is.

    On the pages from row `first` on bands are repeated wherever they are needed; `over` is the band above that row.
    """

    starts: Mapping[int, Runs] = field(default_factory=dict)
    first: int = 0
    over: Runs = ()

    def band(self, place: int) -> Runs:
        """Return the band that a page repeats which begins with the row at that place; empty if there is none."""
        above = [band for band in self.bands if self.first <= band <= place]
        band = max(above, default=None)
        if band == place or place < self.first:
            return ()
        return self.over if band is None else self.rows[band][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt(Parted):
    """A table that stands for a longer one: it has the columns of that."""

    columns: Columns

    @property
    def short(self) -> bool:
        """Not short: as the table that it stands for."""
        return False
