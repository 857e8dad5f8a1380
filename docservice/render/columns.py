"""How wide the columns of a table are, the same in every format.

Widths come from the glyphs of the face in which tables are printed. What cannot be read in two pieces (codes, days,
figures, amounts) has its room first; the columns of words take the loss.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from docservice.render.fonts.advances import CELLS, WIDEST, Advances, advances

TEXT_WIDTH = 8504  # twips (1/20 pt), 15 cm: A4 less two margins of 3 cm
LONG_WIDTH = 14003  # that of a page on its long side: 24.7 cm
BLANK = "_" * 10
"""The line to fill in a cell, as it is measured."""
CELL, NAME = 180, 170
"""Twips: the letters of cells and of names of columns, 9 and 8.5 points."""
_MANY, _SMALL = 11, 0.89  # columns from which letters are smaller, and how much
_WORD = 16.7  # ems: the longest word, or code, that its column should not break
_LINE = 23.3  # ems: the longest cell that its column tries to keep on a line
_CELL_SPACE = 208  # twips, left and right padding of a cell: 5 pt and a hair each
_ROUNDED = 1  # twip, that a column may be short of when widths become whole numbers
_QUANTITY = re.compile(
    # no code, and no number of a telephone: long ones are grouped by dots
    r"(?:fino a )?(?!-?0[0-9])[-−]?([0-9][0-9.]{,11}|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?([ \xa0]?[%€])?|–"
)
_SPACE = re.compile("[ \t\r\n]+")  # a no-break space holds
_ALIKE = str.maketrans("123456789", "0" * 9)
_CODE = re.compile("[0-9]")
"""What tells a code, a day or a figure from a word."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: their widths, in twips, and the places of those of quantities.

    `whole` are the places of those whose cells all stand on a line: nothing in them may break.
    """

    widths: Sequence[int]
    right: frozenset[int]
    whole: frozenset[int] = frozenset()


def text_width(*, landscape: bool) -> int:
    """Return how wide the text of a page is, in twips."""
    return LONG_WIDTH if landscape else TEXT_WIDTH


def is_dense(columns: int) -> bool:
    """Say whether a table has so many columns that it is printed in smaller letters."""
    return columns >= _MANY


def columns(header: Sequence[str], columns: Iterable[Iterable[str]], total: int = TEXT_WIDTH) -> Columns:
    """Return the columns of a table from their texts, each measured once; their widths add up to `total` twips.

    Each column gets its longest code, then its longest word; of the rest a share of what its longest cell lacks to stay
    on a line; what is left over goes to all alike. If some name would not stand on two lines, what names lack for that
    goes first. The first column takes what rounding leaves. Quantities line up at their right.
    """
    texts: list[Collection[str]] = list(map(set, columns)) or [() for _ in header]
    needs = [_need(name, column, dense=is_dense(len(texts))) for name, column in zip(header, texts, strict=True)]
    widths = _widths(needs, total)
    return Columns(
        widths,
        frozenset(place for place, column in enumerate(texts) if _are_quantities(column)),
        frozenset(
            place
            for place, (need, width) in enumerate(zip(needs, widths, strict=True))
            if need.whole <= width + _ROUNDED
        ),
    )


def _are_quantities(texts: Iterable[str]) -> bool:
    """Say whether texts are quantities, those that are there: some must be."""
    given = [text for text in texts if text.strip("_")]
    return bool(given) and all(map(_QUANTITY.fullmatch, given))


@dataclass(frozen=True, slots=True)
class _Need:
    """How wide a column would be, in twips.

    For its longest code, its longest word, the longer half of its name, its cells and its name on a line each (as far
    as it may ask), every cell on a line though it be a sum.
    """

    code: float
    word: float
    half: float
    line: float
    whole: float


def _need(name: str, texts: Collection[str], *, dense: bool) -> _Need:
    scale = _SMALL if dense else 1
    cells = _Longest(advances(CELLS))
    cells.measure(texts)
    names = _Longest(advances(CELLS, bold=True))
    names.measure([name])
    cell, own = CELL * scale, NAME * scale
    # what has a space is a word or a label, and the label of a sum is bold
    line = max(cells.line, advances(CELLS, bold=True).of(cells.longest) if " " in cells.longest else 0)
    return _Need(
        _CELL_SPACE + cell * min(cells.code, _WORD),
        _CELL_SPACE + max(cell * min(cells.word, _WORD), own * min(names.word, _WORD)),
        _CELL_SPACE + own * _halved(name),
        _CELL_SPACE + min(max(cell * line, own * names.line), cell * _LINE),
        _CELL_SPACE + cell * line,
    )


class _Longest:
    """The longest code, word and line of some texts, in ems; and that line."""

    def __init__(self, face: Advances) -> None:
        self._of = face.of
        self.code = self.word = self.line = 0.0
        self.longest = ""

    def measure(self, texts: Iterable[str]) -> None:
        """Take some texts, all figures as one, since they are as wide; most texts are plainly shorter than another."""
        shapes = set("\0".join(texts).translate(_ALIKE).split("\0"))
        words: set[str] = set()
        for text in sorted(shapes, key=len, reverse=True):
            if len(text) * WIDEST <= self.code:
                break
            if _SPACE.search(text):
                words.update(_SPACE.split(text))
                for line in text.split("\n"):
                    self._take(line)
            else:
                self._take(text, word=True)
        for word in sorted(words, key=len, reverse=True):
            self._take(word, word=True)

    def _take(self, text: str, *, word: bool = False) -> None:
        most = len(text) * WIDEST
        is_code = word and most > self.code and _CODE.search(text) is not None
        if most <= self.line and not is_code and not (word and most > self.word):
            return
        wide = self._of(text)
        if wide > self.line:
            self.line, self.longest = wide, text
        if word:
            self.word = max(self.word, wide)
        if is_code:
            self.code = max(self.code, wide)


def _widths(needs: Sequence[_Need], total: int) -> list[int]:
    """Return the widths of columns with these needs."""
    codes = _narrowed([need.code for need in needs], total)
    words = _narrowed(
        [max(need.word - code, 0) for need, code in zip(needs, codes, strict=True)], max(total - sum(codes), 0)
    )
    least = [code + word for code, word in zip(codes, words, strict=True)]
    halves, lines = [need.half for need in needs], [need.line for need in needs]
    ideal = _granted(least, lines, total)
    if any(width < half for width, half in zip(ideal, halves, strict=True)):
        ideal = _granted(_granted(least, halves, total), lines, total)
    found = [int(total * width / sum(ideal)) for width in ideal]
    return [total - sum(found[1:]), *found[1:]]


def _granted(widths: Sequence[float], wished: Sequence[float], total: int) -> list[float]:
    """Return widths nearer to those wished: of the rest, each gets a share of what it lacks."""
    lacking = [max(wish - width, 0) for wish, width in zip(wished, widths, strict=True)]
    rest = max(total - sum(widths), 0)
    share = min(rest / sum(lacking), 1) if any(lacking) else 0
    return [width + share * lack for width, lack in zip(widths, lacking, strict=True)]


def _narrowed(widths: Sequence[float], total: float) -> list[float]:
    """Return widths that fit, if they do not: the widest give way, down to what all of them can have."""
    rest: float = total
    for place, width in enumerate(sorted(widths)):
        share = rest / (len(widths) - place)
        if width > share:
            return [min(one, share) for one in widths]
        rest -= width
    return list(widths)


def _halved(name: str) -> float:
    """Return the width in which a name stands on two lines, broken where it is best, in ems."""
    of = advances(CELLS, bold=True).of
    words = _SPACE.split(name)
    halves = ((words[:cut], words[cut:]) for cut in range(1, len(words) + 1))
    return min(max(of(" ".join(half)) for half in both) for both in halves)
