"""The blocks a document is made of: what the text gives to the writers, and all they know of it.

A writer receives a `Document` and must print every `Run.text` literally: no character of it is markup.
Marks ("1.", "a)", "☒") are text like any other, typed alike by every writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

TICKED = "☒"
EMPTY = "☐"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one origin.

    `pointer` is the JSON pointer of the datum printed, None for the form's own words. `blank` says that the
    datum was not given: `text` is empty and a line to fill by hand is drawn in its place. `text` may hold
    newlines, which print as line breaks. `slot` is, in a skeleton only, the number of the value that goes here.
    """

    text: str
    pointer: str | None = None
    bold: bool = False
    blank: bool = False
    slot: int | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """Centred head of the document. `rank`: "over" (above the title), "title", "sub" (below it)."""

    runs: Runs
    rank: str


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading of a part of the document; it stays with what follows. An annex begins a page."""

    runs: Runs
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Justified paragraph; one that ends with a colon stays with what it introduces."""

    runs: Runs

    @property
    def introduces(self) -> bool:
        """Whether the text ends with a colon."""
        return bool(self.runs) and self.runs[-1].text.rstrip().endswith(":")


@dataclass(frozen=True, slots=True)
class Item:
    """Paragraph hung on a mark: numbered clause (level 1), letter, dash or tick box (level 2)."""

    mark: str
    runs: Runs
    level: int


@dataclass(frozen=True, slots=True)
class Table:
    """Table with one header row, repeated on every page. Every row holds as many cells as `header`.

    `totals` are the places of the rows that sum those above: they stand out, and none begins a page.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    totals: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Signature:
    """One party that signs: `role` (for whom), `names` (a line for each person, maybe none).

    `field` says whether the PDF gets an electronic signature field over the ink line; empty lines left for
    hands only have none.
    """

    role: Runs
    names: tuple[Runs, ...]
    field: bool = True


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature block, one row per party; no row is split, the block after its clause is not orphaned."""

    parties: tuple[Signature, ...]


Block = Title | Heading | Paragraph | Item | Table | Signatures


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `title` is plain text for metadata and running head; nothing personal in it.

    `landscape` says that its pages lie on their long side, for tables of many columns. `skeleton` and `values` are what
    it was made from, if it was: documents of one skeleton differ in the values only.
    """

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    skeleton: Skeleton | None = field(default=None, compare=False, repr=False)
    values: tuple[Run, ...] = field(default=(), compare=False, repr=False)


class Skeleton:
    """A document with slots for its values; hashed by identity."""

    def __init__(self, title: str, blocks: Sequence[Block], *, landscape: bool = False) -> None:
        self._title, self._blocks, self._landscape = title, list(blocks), landscape
        self._slotted = [place for place, block in enumerate(blocks) if _has_slots(block)]

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks, with slots."""
        return self._blocks

    def fill(self, values: Sequence[Run]) -> Document:
        """Return the document with the values in their slots; blocks without slots are shared, not copied."""
        blocks = self._blocks.copy()
        for place in self._slotted:
            blocks[place] = _filled(blocks[place], values)
        return Document(self._title, tuple(blocks), self._landscape, self, tuple(values))


def _has_slots(block: Block) -> bool:
    match block:
        case Signatures(parties):
            cells = [runs for one in parties for runs in (one.role, *one.names)]
        case Table(header, rows):
            cells = [runs for row in (header, *rows) for runs in row]
        case _:
            cells = [block.runs]
    return any(run.slot is not None for runs in cells for run in runs)


def _filled(block: Block, values: Sequence[Run]) -> Block:
    match block:
        case Signatures(parties):
            return Signatures(
                tuple(
                    Signature(_runs(one.role, values), tuple(_runs(name, values) for name in one.names), one.field)
                    for one in parties
                )
            )
        case Table(header, rows, totals):
            cells = tuple(tuple(_runs(cell, values) for cell in row) for row in rows)
            return Table(tuple(_runs(cell, values) for cell in header), cells, totals)
        case Paragraph(runs):
            return Paragraph(_runs(runs, values))
        case _:
            return replace(block, runs=_runs(block.runs, values))


def _runs(runs: Runs, values: Sequence[Run]) -> Runs:
    """Return the runs with the values in their slots; a value that says nothing leaves no run."""
    found = []
    for run in runs:
        if run.slot is None:
            found.append(run)
            continue
        value = values[run.slot]
        if value.text or value.blank:
            found.append(Run(value.text, value.pointer, run.bold, value.blank))
    return tuple(found)
