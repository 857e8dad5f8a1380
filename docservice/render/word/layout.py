"""What no template can say: what stays on one page with what. Lengths in twips (1/20 pt) unless told otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from docservice.render.page_breaks import leads, with_next
from docservice.text.blocks import (
    Block,
    Document,
    Item,
    Letterhead,
    Paragraph,
    Plot,
    Run,
    Runs,
    Signatures,
    Table,
)
from docservice.text.skeleton import Skeleton

LINE = "_" * 72  # a line of a clause
GAP_WIDTH = 567  # 1 cm between the two who sign on a row
ROW_HEIGHT = 1588  # 2.8 cm, what a row of signatures takes but for parties of more than two lines
_KEPT = 2  # blocks that stay with the signatures: the closing line, the clause before it
_ENTIRE = 525  # characters, some seven lines, of a clause that goes whole with the signatures
_WIDTHS = {0: 20, 5: 8, 10: 14, 20: 24, 40: 44}
"""Characters awaited, and how many underscores give them room by hand: the first that is enough."""

_known: WeakKeyDictionary[Skeleton, frozenset[int]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Kept:
    """Places of blocks.

    `blocks` stay with the next (of a table, its last row); `entire` are the short ones before signatures, that no page
    splits: few lines of text beside them are too few; `guides` are the paragraphs that introduce what follows.
    """

    blocks: frozenset[int]
    entire: frozenset[int]
    guides: frozenset[int]


def keep(document: Document) -> Kept:
    """Keep the closing line and the clause before it with the first signatures; these go on on the next page.

    `page_breaks` says what else stays with the next.
    """
    blocks, always = document.blocks, _always(document)
    kept = set(always)
    entire: set[int] = set()
    guides: list[int] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if block.introduces:
                guides.append(place)
        elif isinstance(block, Signatures):
            left, before = _KEPT, place
            while before and (left or before - 1 in always):
                before -= 1
                kept.add(before)
                said = _said(blocks[before])
                if left and said is not None and _length(said) <= _ENTIRE:
                    entire.add(before)
                left = max(left - (said is None or _length(said) > 0), 0)
            if before and isinstance(blocks[before - 1], Table):
                kept.add(before - 1)  # what is said below its rows never stands without any
    return Kept(frozenset(kept), frozenset(entire), frozenset(guides))


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
    """Return the rows, counted from 1, that stay with the next in a signature block: none signs alone on a page."""
    return frozenset({1, rows - 1} & set(range(1, rows)))


def _said(block: Block) -> Runs | None:
    """Return what a block says that is one paragraph, of one that is drawn elsewhere nothing; None of a table."""
    match block:
        case Table() | Signatures() | Plot():
            return None
        case Letterhead():
            return ()
        case Item(mark, runs):
            return (Run(mark), *runs)
        case _:
            return block.runs


def _length(runs: Runs) -> int:
    """Return how many characters a paragraph takes, a line to fill as many as it draws."""
    return sum(len(blank_line(run)) if run.blank else len(run.text) for run in runs)
