"""The bookmarks of the bands that are stamped: the engine puts them in its tree, and later it is known where they lead.

`lead(pages, 1, {1, 2, 3}, {40: "Officina"})` → page 1 has a bookmark `Stamped("Officina")` of row 40.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Self

from docservice.render.finishing.bookmarks import BAND

_NOWHERE = (0, 0)
_POINT = 0.75
"""A CSS pixel in points."""


class Stamped(str):
    """The name of a band that no laid page bears, and which row it is."""

    __slots__ = ("row",)

    def __new__(cls, name: str, row: int) -> Self:
        """Return the name, with its row."""
        made = super().__new__(cls, name)
        made.row = row
        return made

    row: int


def lead(pages: Any, head: int, gone: Collection[int], names: Mapping[int, str]) -> None:
    """Put bands under the page where the table begins, by the place of their row; those of pages not kept go."""
    for number in gone:
        pages[number].bookmarks[:] = [one for one in pages[number].bookmarks if one[0] != BAND]
    pages[head].bookmarks += [(BAND, Stamped(name, row), _NOWHERE, "open") for row, name in names.items() if name]


def destination(page: int, left: float, up: float) -> bytes:
    """Return where a bookmark leads: a page, by its number, and a place on it in CSS pixels, from its lower left."""
    return b"[%d 0 R/XYZ %.4f %.4f 0]" % (page, left * _POINT, up * _POINT)
