"""What the layout engine would draw for a short text, without asking it each time.

A `Face` draws "Binti" as the array that `TJ` takes, and its width. It learns from the engine the glyph and the advance
of each character and how each pair is drawn together, when first met; a text of known pairs costs a few look-ups. What
a pair does not tell (marks that combine, scripts that join, characters of another face) it does not draw: who asks lays
the whole document out instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from operator import add
from typing import Any
from unicodedata import combining

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.fonts import get_pango_font_key
from weasyprint.text.line_break import Layout

_THOUSAND = 1000
_UNIT = float(FROM_UNITS)
_KEPT = 4096
"""Texts kept as drawn: the names of a plant repeat."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text as it is shown: the array that `TJ` takes, and the width, in CSS pixels."""

    array: bytes
    width: float


_Piece = tuple[str, int] | None
"""A character as shown, with the shift before the next, and its advance in the engine's units; None: not for us."""


_LETTER, _NBSP = "H", "\xa0"


@dataclass(frozen=True, slots=True)
class _Shape:
    """A glyph, its advance and how far it is moved, in the engine's units."""

    glyph: int
    advance: int
    moved: int


class _Learnt(dict[str, _Piece]):
    """A dictionary that asks for what it has not."""

    def __init__(self, ask: Callable[[str], _Piece]) -> None:
        self._ask = ask

    def __missing__(self, key: str) -> _Piece:
        return self.setdefault(key, self._ask(key))


class NotDrawn(KeyError):  # noqa: N818 - it is no error
    """A character, or a pair, that is not for us."""


class _Glyphs(dict[str, str]):
    """Characters, and pairs of them for the first of which they stand, as shown; `advances` are theirs."""

    def __init__(self, pieces: dict[str, _Piece], ask: Callable[[str], _Piece]) -> None:
        self._pieces, self._pairs = pieces, _Learnt(ask)
        self.advances: dict[str, int] = {}

    def __missing__(self, key: str) -> str:
        piece = self._pieces[key] if len(key) == 1 else self._pairs[key]
        if piece is None:
            raise NotDrawn(key)
        self[key], self.advances[key] = piece
        return piece[0]


class Face:
    """One face at one size, as a text box of the engine has it; `alphabet` are the characters that its file holds."""

    def __init__(self, style: Any, alphabet: frozenset[str]) -> None:
        self._layout, self._alphabet = Layout(style), alphabet
        self._size = 0.0
        self._font: Any = None
        self._ones = _Learnt(self._one)
        # the engine kerns figures alone by other tables than figures among letters
        self._shown = {lead: _Glyphs(self._ones, partial(self._two, lead)) for lead in ("", _LETTER)}
        self._drawn: dict[str, Drawn | None] = {}
        self._shape(_LETTER)  # the face is that of letters, whatever is asked first

    def draw(self, text: str) -> Drawn | None:
        """Return the text as shown on one line, None if it is not for us."""
        if text not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[text] = self.once(text)
        return self._drawn[text]

    def knows(self, char: str) -> bool:
        """Say whether a character can be shown."""
        return self._glyph(char) is not None

    @property
    def glyphs(self) -> frozenset[int]:
        """The glyphs of the characters that can be shown."""
        return frozenset(glyph for glyph in map(self._glyph, self._alphabet) if glyph is not None)

    def drawn_by(self, glyphs: Collection[int]) -> frozenset[str]:
        """Return the characters that can be shown by some glyphs: those of two kinds of space, by one."""
        return frozenset(char for char in self._alphabet if self._glyph(char) in glyphs)

    def _glyph(self, char: str) -> int | None:
        if not (char == _NBSP or char.isprintable()) or combining(char):
            return None
        piece = self._ones[char]
        return None if piece is None else int(piece[0], 16)

    def once(self, text: str) -> Drawn | None:
        """Do as `draw`, and keep nothing."""
        if not text:
            return None
        glyphs = self._shown[_LETTER if any(map(str.isalpha, text)) else ""]
        parts = [*map(add, text, text[1:]), text[-1]]
        try:
            shown = "".join(map(glyphs.__getitem__, parts))
        except NotDrawn:
            return None
        return Drawn(f"[<{shown}>]".encode(), sum(map(glyphs.advances.__getitem__, parts)) * _UNIT)

    def _per_thousand(self, advance: int) -> float:
        return advance * _THOUSAND * _UNIT / self._size

    def _one(self, char: str) -> _Piece:
        """Return a character as the last of a text, None unless it is one glyph of this face and its file holds it."""
        if char not in self._alphabet:
            return None
        shaped = self._shape(char)
        if shaped is None or len(shaped) != 1 or shaped[0].moved:
            return None
        return f"{shaped[0].glyph:04x}", shaped[0].advance

    def _two(self, lead: str, pair: str) -> _Piece:
        """Return the first character of a pair after `lead`, None if the two are anything but drawn closer or apart."""
        alone = [self._ones[char] for char in pair]
        shaped = self._shape(lead + pair)
        if None in alone or shaped is None or len(shaped) != len(lead + pair):
            return None
        (shown, wide), (other, width) = (one for one in alone if one is not None)
        first, second = shaped[len(lead) :]
        # half of the distance may be told as a move of the second
        if (
            first.moved
            or second.advance != width + second.moved
            or (first.glyph, second.glyph) != (int(shown, 16), int(other, 16))
        ):
            return None
        advance = first.advance + second.moved
        # as the engine writes it: the difference from the width in the file, cut to a thousandth of the size
        kerning = int(round(self._per_thousand(wide)) - self._per_thousand(advance))
        return (f"{shown}>{kerning}<" if kerning else shown), advance

    def _shape(self, text: str) -> list[_Shape] | None:
        """Return a text as shaped; None if a glyph is missing, raised, from the right or of another face."""
        self._layout.set_text(text)
        line, _ = self._layout.get_first_line()
        found = []
        run = line.runs[0]
        while run != ffi.NULL:
            item, run = run.data, run.next
            # not by its address, which changes when Pango forgets it
            font, _, size = get_pango_font_key(item.item.analysis.font)
            if self._font is None:
                self._font, self._size = font, size
            if font != self._font or item.item.analysis.level % 2:
                return None
            for info in item.glyphs.glyphs[0 : item.glyphs.num_glyphs]:
                shape = info.geometry
                if info.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG or info.glyph == pango.PANGO_GLYPH_EMPTY:
                    return None
                if shape.y_offset:
                    return None
                found.append(_Shape(int(info.glyph), int(shape.width), int(shape.x_offset)))
        return found
