"""How wide the columns of a table are, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

TEXT_WIDTH = 9071  # twips (1/20 pt), 16 cm: A4 less two margins of 2.5 cm
LONG_WIDTH = 14003  # the same of a page on its long side: 24.7 cm
BLANK = "_" * 10
"""The line to fill in a cell, as it is measured."""
_WORD = 3000  # twips: the longest word that its column should not break
_LINE = 4200  # twips: the longest cell that its column tries to keep on a line
_MANY, _SMALL = 11, 0.82  # columns from which letters are smaller, and how much
_CAPITAL, _OTHER = 145, 105  # twips: a capital and any other character, at their widest on average
_TIGHT = 0.93  # how much of that a word really takes, where columns compete
_CELL_SPACE = 220  # left and right padding of a cell
_FIGURE = re.compile(
    # no code, and no number of a telephone: long ones are grouped by dots
    r"(?!-?0[0-9])-?([0-9][0-9.]{,11}|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?( ?[%€])?|–"
)
_SPACE = re.compile("[ \t\r\n]+")  # a no-break space holds


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: their widths, in twips, and the places of those of quantities."""

    widths: Sequence[int]
    right: frozenset[int]


def text_width(*, landscape: bool) -> int:
    """Return how wide the text of a page is, in twips."""
    return LONG_WIDTH if landscape else TEXT_WIDTH


def is_dense(columns: int) -> bool:
    """Say whether a table has so many columns that it is printed in smaller letters."""
    return columns >= _MANY


def columns(header: Sequence[str], columns: Iterable[Iterable[str]], total: int = TEXT_WIDTH) -> Columns:
    """Return the columns of a table from their texts, each measured once; their widths add up to `total` twips.

    Each column gets its longest word, then of the rest a share of what its longest cell lacks to stay on a line; what
    is left over goes to all alike. If some name would not stand on two lines, what names lack for that goes first. The
    first column takes what rounding leaves. Quantities line up at their right.
    """
    texts: list[Collection[str]] = list(map(set, columns)) or [() for _ in header]
    return Columns(
        _widths(header, texts, total),
        frozenset(place for place, column in enumerate(texts) if _are_quantities(column)),
    )


def _are_quantities(texts: Iterable[str]) -> bool:
    """Say whether texts are quantities, those that are there: some must be."""
    given = [text for text in texts if text.strip("_")]
    return bool(given) and all(map(_FIGURE.fullmatch, given))


def _widths(header: Sequence[str], texts: Sequence[Iterable[str]], total: int) -> list[int]:
    """Return the widths of the columns that have these names and texts."""
    scale = _SMALL if is_dense(len(texts)) else 1
    longest = [_longest([name, *column]) for name, column in zip(header, texts, strict=True)]
    least = [_CELL_SPACE + scale * min(word, _WORD) for _, word in longest]
    if sum(least) > total:
        least = [_CELL_SPACE + _TIGHT * scale * min(word, _WORD) for _, word in longest]
    least = _narrowed(least, total)
    halves, cells = (
        [_CELL_SPACE + scale * min(one, _LINE) for one in wished]
        for wished in ([_halved(name) for name in header], [cell for cell, _ in longest])
    )
    ideal = _granted(least, cells, total)
    if any(width < half for width, half in zip(ideal, halves, strict=True)):
        ideal = _granted(_granted(least, halves, total), cells, total)
    found = [int(total * width / sum(ideal)) for width in ideal]
    return [total - sum(found[1:]), *found[1:]]


def _granted(widths: Sequence[float], wished: Sequence[float], total: int) -> list[float]:
    """Return widths nearer to those wished: of the rest, each gets a share of what it lacks."""
    lacking = [max(wish - width, 0) for wish, width in zip(wished, widths, strict=True)]
    rest = max(total - sum(widths), 0)
    share = min(rest / sum(lacking), 1) if any(lacking) else 0
    return [width + share * lack for width, lack in zip(widths, lacking, strict=True)]


def _narrowed(widths: Sequence[float], total: int) -> list[float]:
    """Return widths that fit, if they do not: the widest give way, down to what all of them can have."""
    rest: float = total
    for place, width in enumerate(sorted(widths)):
        share = rest / (len(widths) - place)
        if width > share:
            return [min(one, share) for one in widths]
        rest -= width
    return list(widths)


def _longest(texts: Iterable[str]) -> tuple[int, int]:
    """Return how wide the longest of some texts is, and its longest word; most texts are plainly shorter."""
    cell = word = 0
    for text in texts:
        most = len(text) * (_OTHER if text.isdigit() else _CAPITAL)
        if most > cell:
            cell = max(cell, _width(text))
        if most > word:
            word = max(word, *map(_width, _SPACE.split(text)))
    return cell, word


def _halved(name: str) -> int:
    """Return the width in which a name stands on two lines, broken where it is best."""
    words = _SPACE.split(name)
    halves = ((words[:cut], words[cut:]) for cut in range(1, len(words) + 1))
    return min(max(_width(" ".join(half)) for half in both) for both in halves)


def _width(word: str) -> int:
    if word.isascii() and word == word.lower():
        return len(word) * _OTHER
    capitals = sum(map(str.isupper, word))
    return capitals * _CAPITAL + (len(word) - capitals) * _OTHER
