"""A document with places for its values: read once, filled many times.

`skeleton.fill([Run("Binti", "/lavoratore/cognome")])` → the `Document` with «Binti» in slot 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from docservice.text.blocks import (
    EMPTY,
    TICKED,
    About,
    Block,
    Document,
    Item,
    Letterhead,
    Paragraph,
    Plot,
    Row,
    Run,
    Runs,
    Signatures,
    Table,
)
from docservice.text.longtable.decimals import even
from docservice.text.longtable.rows import Chained
from docservice.text.marks import MARKS, final, without_end

NO_ABOUT = About()
_WITHIN = re.compile(r"[.;,:]|»[.;,:]|\)|\s\(|\s[a-zàèéìòù]")
"""How the text goes on after a value that does not end a sentence of its own."""
_NONE = ";"  # as before a semicolon: «ferie godute», «Rossi & C.»


class Skeleton:
    """A document with slots for its values; hashed by identity."""

    def __init__(
        self, title: str, blocks: Sequence[Block | Outline], *, landscape: bool = False, about: About = NO_ABOUT
    ) -> None:
        self._title, self._blocks, self._landscape, self._about = title, list(blocks), landscape, about
        self._ends = dict(_ends(blocks))
        self._stops = [slot for slot, mark in self._ends.items() if mark == "."]
        self._slotted = [place for place, block in enumerate(blocks) if _has_slots(block)]
        self._one = any(isinstance(block, Outline | Plot) for block in blocks)

    @property
    def about(self) -> About:
        """What head and foot tell, with slots."""
        return self._about

    @property
    def blocks(self) -> Sequence[Block | Outline]:
        """The blocks, with slots."""
        return self._blocks

    def fill(self, values: Sequence[Run], rows: Sequence[Sequence[Row]] = ()) -> Document:
        """Return the document with the values in their slots; blocks without slots are shared, not copied.

        `rows` are those of the outlines. With them, it differs from others of its skeleton in more than values; so it
        does with a plot, whose bars follow the values; and where a value does without the full stop after it.
        """
        blocks, values = self._blocks.copy(), self._ended(values)
        ended = {slot for slot in self._stops if final(values[slot].text)}
        for place in self._slotted:
            block = _stopped(blocks[place], ended) if ended else blocks[place]
            blocks[place] = block.fill(values, rows) if isinstance(block, Outline) else _filled(block, values)
        skeleton, kept = (None, ()) if self._one or ended else (self, tuple(values))
        about = About(*(fill(runs, values) for runs in (self._about.firm, self._about.day, self._about.fingerprint)))
        return Document(
            self._title,
            tuple(cast("list[Block]", blocks)),
            self._landscape,
            skeleton=skeleton,
            values=kept,
            about=about,
        )

    def _ended(self, values: Sequence[Run]) -> Sequence[Run]:
        """Return the values without the marks with which the text goes on after them."""
        changed = {}
        for slot, mark in self._ends.items():
            text = values[slot].text
            if text and (short := without_end(text, mark)) != text:
                changed[slot] = replace(values[slot], text=short)
        return [changed.get(slot, value) for slot, value in enumerate(values)] if changed else values


@dataclass(frozen=True, slots=True)
class Outline:
    """A table with rows to come: its parts are rows that stand in the text, or the number of those that come there."""

    header: Row
    parts: tuple[tuple[Row, ...] | int, ...]
    totals: frozenset[int]
    """Places of rows that sum, those to come not counted."""
    bands: frozenset[int] = frozenset()
    """The same of those that name what is below them."""

    def fill(self, values: Sequence[Run], rows: Sequence[Sequence[Row]]) -> Table:
        """Return the table with its rows."""
        parts: list[Sequence[Row]] = []
        totals: list[int] = []
        bands: list[int] = []
        stood = 0
        for part in self.parts:
            if isinstance(part, int):
                parts.append(rows[part])
                continue
            before = sum(map(len, parts))
            for found, places in ((totals, self.totals), (bands, self.bands)):
                found += [before + place - stood for place in places if stood <= place < stood + len(part)]
            parts.append(tuple(tuple(fill(cell, values) for cell in row) for row in part))
            stood += len(part)
        named = frozenset(bands)
        header, whole = tuple(fill(cell, values) for cell in self.header), even(Chained(parts), named)
        return Table(header, whole, frozenset(totals), named)


def _ends(blocks: Sequence[Block | Outline]) -> Iterator[tuple[int, str]]:
    """Yield the slots after which the text goes on with a mark, and the mark; those that end nothing of their own.

    These (in a quotation, a choice, brackets, amid a sentence, of who signs) lose a stop, not the point of a name.
    """
    for block in blocks:
        if isinstance(block, Paragraph | Item):
            for run, following in pairwise(block.runs):
                if run.slot is not None and (mark := _WITHIN.match(following.text)):
                    yield run.slot, mark[0] if mark[0] in MARKS else _NONE
        if isinstance(block, Signatures):
            signed = (run for one in block.parties for run in (*one.role, *one.name))
            yield from ((run.slot, _NONE) for run in signed if run.slot is not None)
        if isinstance(block, Item) and block.mark in (TICKED, EMPTY) and block.runs[-1].slot is not None:
            yield block.runs[-1].slot, _NONE


def _has_slots(block: Block | Outline) -> bool:
    match block:
        case Outline():
            return True
        case Letterhead():
            return False  # all documents of a skeleton have one
        case Signatures(parties):
            cells = [runs for one in parties for runs in (one.role, one.name)]
        case Table(header, rows):
            cells = [runs for row in (header, *rows) for runs in row]
        case Plot(title, periods, groups, _, note):
            cells = [title, note, *(runs for row in (periods, *groups) for runs in row)]
        case _:
            cells = [block.runs]
    return any(run.slot is not None for runs in cells for run in runs)


def _filled(block: Block, values: Sequence[Run]) -> Block:
    match block:
        case Letterhead():
            return block
        case Signatures(parties):
            return Signatures(
                tuple(replace(one, role=fill(one.role, values), name=fill(one.name, values)) for one in parties)
            )
        case Table(header, rows):
            cells = tuple(tuple(fill(cell, values) for cell in row) for row in rows)
            head = tuple(fill(cell, values) for cell in header)
            return replace(block, header=head, rows=tuple(even(cells, block.bands)))
        case Plot(title, periods, groups, _, note):
            named, *drawn = (tuple(fill(cell, values) for cell in row) for row in (periods, *groups))
            return replace(
                block, title=fill(title, values), periods=named, groups=tuple(drawn), note=fill(note, values)
            )
        case _:
            return replace(block, runs=fill(block.runs, values))


def _stopped(block: Block | Outline, ended: set[int]) -> Block | Outline:
    """Return a block without the full stops after values that have their own end: «perché?», «e altro…»."""
    if not isinstance(block, Paragraph | Item):
        return block
    runs = list(block.runs)
    for place, run in enumerate(runs[:-1], 1):
        if run.slot in ended:
            runs[place] = replace(runs[place], text=runs[place].text.removeprefix("."))
    return replace(block, runs=tuple(run for run in runs if run.text or run.blank or run.slot is not None))


def fill(runs: Runs, values: Sequence[Run]) -> Runs:
    """Return the runs with the values in their slots; a value that says nothing leaves no run."""
    found = []
    for run in runs:
        if run.slot is None:
            found.append(run)
            continue
        value = values[run.slot]
        if value.text or value.blank:
            found.append(Run(value.text, value.pointer, run.bold, value.blank, length=value.length, value=value.value))
    return tuple(found)
