"""What no template can say: what stays on one page with what. Lengths in twips (1/20 pt) unless told otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from docservice.render.columns import BLANK as CELL_BLANK
from docservice.render.columns import TEXT_WIDTH
from docservice.render.page_breaks import leads, with_next
from docservice.render.plot import height
from docservice.text.blocks import (
    Block,
    Document,
    Item,
    Letterhead,
    Paragraph,
    Plot,
    Run,
    Runs,
    Signature,
    Signatures,
    Table,
)
from docservice.text.skeleton import Skeleton

LINE = "_" * 72  # a line of a clause
GAP_WIDTH = 567  # 1 cm between the two who sign on a row
ROW_HEIGHT = 1588  # 2.8 cm, what a row of signatures takes but for parties of more than two lines
_LINE = 276  # one line of 11 pt
_ROW_SPACE = 850  # of a signature row: what is above the party, and between it and the name, to sign
_LINE_CHARS = 30  # characters that surely fit a line of a cell to sign in
_PAGE = 14000  # 24.7 cm: A4 less two margins
_PAGE_CHARS = 75  # characters that surely fit a line of the page
_CLAUSE_LINES = 3  # of the last clause, which a page break may split, that stay with the signatures
_CLAUSE_SPACE = 120  # after it
_KEPT = 2  # blocks that stay with the signatures: the closing line, the clause before it
_PAIRS = 4  # rows from which the first two and the last two stay together in a block that no page holds
_WIDTHS = {0: 20, 5: 8, 10: 14, 20: 24, 40: 44}
"""Characters awaited, and how many underscores give them room by hand: the first that is enough."""
_BREAK = re.compile(r"\r\n|[\r\n]")
_CONTROL = re.compile(r"[\r\n\t]")

_known: WeakKeyDictionary[Skeleton, frozenset[int]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Kept:
    """Places of blocks.

    `blocks` stay with the next (of a table, its last row); `whole` are the signatures that no page splits; `guides` the
    paragraphs that introduce what follows.
    """

    blocks: frozenset[int]
    whole: frozenset[int]
    guides: frozenset[int]


def keep(document: Document) -> Kept:
    """Keep the closing line and the clause before it with the signatures, and these together if a page holds them.

    `together` says what else stays with the next.
    """
    blocks, always = document.blocks, _always(document)
    kept = set(always)
    whole: set[int] = set()
    guides: list[int] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if block.introduces:
                guides.append(place)
        elif isinstance(block, Signatures):
            height = _KEPT * _CLAUSE_SPACE + sum(map(_height, block.rows))
            left, before = _KEPT, place
            while before and (left or before - 1 in always):
                before -= 1
                kept.add(before)
                counts, more = _ending(blocks[before])
                height += more
                left = max(left - counts, 0)
            if height <= _PAGE:
                whole.add(place)
    return Kept(frozenset(kept), frozenset(whole), frozenset(guides))


def _always(document: Document) -> frozenset[int]:
    """Return the places of the blocks that stay with the next whatever the values are: found once for a skeleton."""
    known = _known.get(document.skeleton) if document.skeleton else None
    if known is None:
        known = with_next(document.blocks) | leads(document.blocks)
        if document.skeleton:
            _known[document.skeleton] = known
    return known


def blank_line(run: Run) -> str:
    """Return the line to fill in place of a datum, as long as what is awaited wants; some 4 cm if nobody knows."""
    if run.whole:
        return LINE
    return "_" * next((width for most, width in _WIDTHS.items() if run.length <= most), len(LINE))


def paired(rows: int) -> frozenset[int]:
    """Return the rows, counted from 1, that stay with the next in a signature block of many pages: none signs alone."""
    return frozenset({1, rows - 1}) if rows >= _PAIRS else frozenset()


def _ending(block: Block) -> tuple[bool, int]:
    """Return whether a block is not empty, and the height of what of it stays; tables have an empty line under them."""
    match block:
        case Table(header, rows):
            lines = sum(map(_lines, (header, *rows))) if block.short else min(_CLAUSE_LINES, _lines(rows[-1]))
            return True, _LINE * (1 + lines)
        case Signatures():
            last = [runs for party in block.rows[-1] if party for runs in (party.role, party.name)]
            return True, _LINE + max(_clause(runs)[1] for runs in last)
        case Plot():
            return True, height(block, TEXT_WIDTH)
        case Letterhead():
            return False, 0
        case Item(mark, runs):
            return _clause((Run(mark), *runs))
        case _:
            return _clause(block.runs)


def _clause(runs: Runs) -> tuple[bool, int]:
    """Return whether there is anything in a clause, and the height of what of it stays."""
    breaks, size = _size(runs)
    return size > 0, _LINE * min(_CLAUSE_LINES, breaks + 1 + size // _PAGE_CHARS)


def _lines(row: Sequence[Runs]) -> int:
    """Return how many lines a row of a table takes, its columns of one width."""
    sizes = (_size([Run(CELL_BLANK) if run.blank else run for run in cell]) for cell in row)
    return max(breaks + 1 + size * len(row) // _PAGE_CHARS for breaks, size in sizes)


def _height(pair: Sequence[Signature | None]) -> int:
    """Return a height that the row surely does not pass."""
    sizes = [[_size(runs) for runs in (party.role, party.name)] for party in pair if party]
    lines = max(sum(breaks + 1 + size // _LINE_CHARS for breaks, size in cell) for cell in sizes)
    return max(ROW_HEIGHT, lines * _LINE + _ROW_SPACE)


def _size(runs: Sequence[Run]) -> tuple[int, int]:
    """Return how many line breaks there are in a paragraph, and how many characters on its lines."""
    breaks = size = 0
    for run in runs:
        text = run.text
        size += len(text)
        if run.blank:
            size += len(blank_line(run))
            breaks += run.whole
        if not text.isprintable():
            breaks += len(_BREAK.findall(text))
            size -= len(_CONTROL.findall(text))
    return breaks, size
