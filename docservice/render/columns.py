"""How wide the columns of a table are, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

TEXT_WIDTH = 9071  # twips (1/20 pt), 16 cm: A4 less two margins of 2.5 cm
LONG_WIDTH = 14003  # the same of a page on its long side: 24.7 cm
_WORD = 3000  # twips: the longest word that its column should not break
_LINE = 4200  # twips: the longest cell that its column tries to keep on a line
_MANY, _SMALL = 11, 0.82  # columns from which letters are smaller, and how much
_CAPITAL, _OTHER = 145, 105  # twips: a capital and any other character, at their widest on average
_CELL_SPACE = 220  # left and right padding of a cell
_FIGURE = re.compile(r"(?!0[0-9])[0-9][0-9.]{,11}(,[0-9]+)?( ?[%€])?|–")  # no code, and no number of a telephone
_SPACE = re.compile("[ \t\r\n]+")  # a no-break space holds


def text_width(*, landscape: bool) -> int:
    """Return how wide the text of a page is, in twips."""
    return LONG_WIDTH if landscape else TEXT_WIDTH


def is_dense(columns: int) -> bool:
    """Say whether a table has so many columns that it is printed in smaller letters."""
    return columns >= _MANY


def figures(rows: Iterable[Sequence[str]]) -> frozenset[int]:
    """Return the places of the columns of quantities, which line up at their right; `rows` without the header."""
    quantities: list[bool] = []
    some: set[int] = set()
    for row in rows:
        quantities = quantities or [True] * len(row)
        for place, text in enumerate(row):
            if text:
                some.add(place)
                quantities[place] = quantities[place] and _FIGURE.fullmatch(text) is not None
    return frozenset(place for place in some if quantities[place])


def widths(rows: Iterable[Sequence[str]], total: int = TEXT_WIDTH) -> list[int]:
    """Return the widths of the columns, in twips, from the texts of the rows: they add up to `total`.

    Each column gets its longest word, then of the rest a share of what its longest cell lacks to stay on a line; what
    is left over goes to all alike. The first takes what rounding leaves.
    """
    cells: list[int] = []
    words: list[int] = []
    for row in rows:
        if not cells:
            cells, words = [0] * len(row), [0] * len(row)
        for index, text in enumerate(row):
            cells[index] = max(cells[index], _width(text))
            words[index] = max(words[index], *map(_width, _SPACE.split(text)))
    scale = _SMALL if is_dense(len(cells)) else 1
    least = [_CELL_SPACE + scale * min(word, _WORD) for word in words]
    lacking = [_CELL_SPACE + scale * min(cell, _LINE) - low for cell, low in zip(cells, least, strict=True)]
    lacking = [max(lack, 0) for lack in lacking]
    rest = max(total - sum(least), 0)
    share = min(rest / sum(lacking), 1) if any(lacking) else 0
    ideal = [low + share * lack for low, lack in zip(least, lacking, strict=True)]
    found = [int(total * width / sum(ideal)) for width in ideal]
    return [total - sum(found[1:]), *found[1:]]


def _width(word: str) -> int:
    capitals = sum(map(str.isupper, word))
    return capitals * _CAPITAL + (len(word) - capitals) * _OTHER
