"""How wide the columns of a table are, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

TEXT_WIDTH = 9071  # twips (1/20 pt), 16 cm: A4 less two margins of 2.5 cm
_WORD = 3000  # twips: the longest word that its column should not break
_LINE = 6000  # twips: the longest cell that is worth a line
_CAPITAL, _OTHER = 145, 105  # twips: a capital and any other character, at their widest on average
_CELL_SPACE = 220  # left and right padding of a cell


def widths(rows: Iterable[Sequence[str]]) -> list[int]:
    """Return the widths of the columns, in twips, from the texts of the rows, header first: they make `TEXT_WIDTH`.

    Each column gets its longest word, then a share of the rest by what its longest cell lacks to stand on one line; a
    header may take more lines. The first takes what rounding leaves.
    """
    lines: list[int] = []
    words: list[int] = []
    for row in rows:
        first = not words
        if first:
            lines, words = [0] * len(row), [0] * len(row)
        for index, text in enumerate(row):
            words[index] = max(words[index], *map(_width, text.split() or [""]))
            if not first:
                lines[index] = max(lines[index], _width(text))
    least = [_CELL_SPACE + min(word, _WORD) for word in words]
    lacking = [max(_CELL_SPACE + min(line, _LINE) - low, 0) for line, low in zip(lines, least, strict=True)]
    rest = max(TEXT_WIDTH - sum(least), 0)
    given = min(1.0, rest / sum(lacking)) if any(lacking) else 0.0
    ideal = [low + given * lack for low, lack in zip(least, lacking, strict=True)]
    found = [int(TEXT_WIDTH * width / sum(ideal)) for width in ideal]
    return [TEXT_WIDTH - sum(found[1:]), *found[1:]]


def _width(word: str) -> int:
    capitals = sum(map(str.isupper, word))
    return capitals * _CAPITAL + (len(word) - capitals) * _OTHER
