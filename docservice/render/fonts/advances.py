"""How wide texts are in the shipped faces, in ems: the sums of the advances of their glyphs.

`advances(CELLS).of("12,50")` is 2.36: a figure takes half an em, a comma a quarter. Kerning is left out, which draws
letters nearer. A character that another face lends counts as a whole em.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

TEXT: Final = "SourceSerif4SmText"
CELLS: Final = "SourceSans3"
"""The face of running text, and that of tables and plots."""
WIDEST = 1.0
"""An em: what a character may take at most, but for a few dashes and signs."""
FOLDER = Path(__file__).resolve().parent
_FIGURES = "0123456789.,%€+−–\xa0 "


class Advances(dict[str, float]):
    """How wide each character is."""

    def __missing__(self, character: str) -> float:
        return self.setdefault(character, WIDEST)

    def of(self, text: str) -> float:
        """Return how wide a text is."""
        return sum(map(self.__getitem__, text))


@cache
def advances(face: str, *, bold: bool = False) -> Advances:
    """Return those of a face; figures of cells are as wide as in bold anyway, since the sums of a table are."""
    with TTFont(FOLDER / f"{face}-{'Bold' if bold else 'Regular'}.ttf", lazy=True) as font:
        unit, glyphs = font["head"].unitsPerEm, font["hmtx"].metrics
        found = Advances({chr(point): glyphs[name][0] / unit for point, name in font.getBestCmap().items()})
    if face == CELLS and not bold:
        wide = advances(face, bold=True)
        found.update({one: wide[one] for one in _FIGURES})
    return found
