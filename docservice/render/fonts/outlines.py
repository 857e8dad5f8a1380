"""Texts as the outlines of their glyphs, for drawings shown where our faces are not.

    outline("12", bold=False) -> Outline("M133 0V49H254…Z", 0.001)

A character that the face of labels lacks is drawn by one that lends it. Kerning is left out, as where texts are
measured.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from docservice.render.fonts.advances import CELLS, FOLDER

_LENT = ("LiberationSans-Regular", "DejaVuSans")


class Outline(NamedTuple):
    """The data of an SVG path that draws a text upwards from its baseline, and how many ems its unit is."""

    data: str
    unit: float


def outline(text: str, *, bold: bool) -> Outline:
    """Return the outline of a text on one line."""
    unit = _face(_own(bold=bold))["head"].unitsPerEm
    pen, place = SVGPathPen(None, ntos=lambda number: str(round(number))), 0.0
    for character in text:
        drawn, wide, of = _glyph(character, bold=bold)
        drawn.replay(TransformPen(pen, (unit / of, 0, 0, unit / of, place, 0)))
        place += wide * unit / of
    return Outline(pen.getCommands(), 1 / unit)


@lru_cache(maxsize=1024)
def _glyph(character: str, *, bold: bool) -> tuple[Any, float, float]:
    """Return what draws a glyph, how wide it is, and the em in its units."""
    for name in (_own(bold=bold), *_LENT):
        face = _face(name)
        found = face.getBestCmap().get(ord(character), ".notdef")
        if found != ".notdef":
            break
    glyphs = face.getGlyphSet()
    drawn = DecomposingRecordingPen(glyphs)
    glyphs[found].draw(drawn)
    return drawn, glyphs[found].width, face["head"].unitsPerEm


def _own(*, bold: bool) -> str:
    return f"{CELLS}-{'Bold' if bold else 'Regular'}"


@cache
def _face(name: str) -> Any:
    return TTFont(FOLDER / f"{name}.ttf", lazy=True)
