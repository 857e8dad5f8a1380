"""What stays on a page with what comes after it, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from docservice.text.blocks import EMPTY, TICKED, Block, Item, Paragraph, Plot, Table

_FEW = range(2, 5)
"""How many boxes are chosen among at one glance."""
_SMALL = 5
"""Rows that may leave a page for the signatures' one: with more, that page would be left empty."""


def with_next(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of paragraphs and items that stay with the next: before a table or a plot, boxes of a few."""
    return frozenset([*_before_tables(blocks), *_boxes(blocks)])


def whole(table: Table, *, closes: bool) -> bool:
    """Say whether no page splits a table; one that closes a document, above its signatures, goes with them if small."""
    return table.short and not (closes and len(table.rows) > _SMALL)


def leads(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of items under which others follow: they stay with the first of them."""
    return frozenset(
        place
        for place, (one, other) in enumerate(pairwise(blocks))
        if isinstance(one, Item) and isinstance(other, Item) and other.level > one.level
    )


def _before_tables(blocks: Sequence[Block]) -> Iterator[int]:
    for place, (one, other) in enumerate(pairwise(blocks)):
        if isinstance(one, Paragraph | Item) and isinstance(other, Table | Plot):
            yield place


def _boxes(blocks: Sequence[Block]) -> Iterator[int]:
    for is_box, group in groupby(
        enumerate(blocks), key=lambda one: isinstance(one[1], Item) and one[1].mark in (TICKED, EMPTY)
    ):
        places = [place for place, _ in group]
        if is_box and len(places) in _FEW:
            yield from places[:-1]
