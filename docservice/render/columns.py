"""How wide the columns of a table are, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

TEXT_WIDTH = 9071  # twips (1/20 pt), 16 cm: A4 less two margins of 2.5 cm
LONG_WIDTH = 14003  # the same of a page on its long side: 24.7 cm
_LEAST, _MOST = 5, 40  # characters: bounds of a column's weight
_WORD = 3000  # twips: the longest word that its column should not break
_CAPITAL, _OTHER = 145, 105  # twips: a capital and any other character, at their widest on average
_CELL_SPACE = 220  # left and right padding of a cell


def text_width(*, landscape: bool) -> int:
    """Return how wide the text of a page is, in twips."""
    return LONG_WIDTH if landscape else TEXT_WIDTH


def widths(rows: Iterable[Sequence[str]], total: int = TEXT_WIDTH) -> list[int]:
    """Return the widths of the columns, in twips, from the texts of the rows: they add up to `total`.

    Each column gets its longest word, then a share of the rest by the square root of its longest cell; the first takes
    what rounding leaves.
    """
    longest: list[int] = []
    words: list[int] = []
    for row in rows:
        if not longest:
            longest, words = [0] * len(row), [0] * len(row)
        for index, text in enumerate(row):
            longest[index] = max(longest[index], len(text))
            words[index] = max(words[index], *map(_width, text.split() or [""]))
    least = [_CELL_SPACE + min(word, _WORD) for word in words]
    weights = [min(max(length, _LEAST), _MOST) ** 0.5 for length in longest]
    rest = max(total - sum(least), 0)
    ideal = [low + rest * weight / sum(weights) for low, weight in zip(least, weights, strict=True)]
    found = [int(total * width / sum(ideal)) for width in ideal]
    return [total - sum(found[1:]), *found[1:]]


def _width(word: str) -> int:
    capitals = sum(map(str.isupper, word))
    return capitals * _CAPITAL + (len(word) - capitals) * _OTHER
