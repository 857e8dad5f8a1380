"""The blocks a document is made of: what the text gives to the writers, and all they know of it.

A writer receives a `Document` and must print every `Run.text` literally: no character of it is markup.
Marks ("1.", "a)", "☒") are text like any other, typed alike by every writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docservice.text.skeleton import Skeleton

TICKED = "☒"
EMPTY = "☐"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one origin.

    `pointer` is the JSON pointer of the datum printed, None for the form's own words. `blank` says that the
    datum was not given: `text` is empty and a line to fill by hand is drawn in its place; `whole`, that it takes a line
    of the paragraph. `text` may hold newlines, which print as line breaks. `slot` is, in a skeleton only, the number of
    the value that goes here.
    """

    text: str
    pointer: str | None = None
    bold: bool = False
    blank: bool = False
    slot: int | None = None
    whole: bool = False


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


Row = tuple[Runs, ...]
_SHORT = 12  # rows


@dataclass(frozen=True, slots=True)
class Table:
    """Table with one header row, repeated on every page. Every row holds as many cells as `header`.

    It stays with the paragraph or the item before it.

    `totals` are the places of the rows that sum those above: they stand out, and none begins a page.
    """

    header: Row
    rows: Sequence[Row]
    totals: frozenset[int] = frozenset()

    @property
    def short(self) -> bool:
        """Whether its rows are so few that no page should split them."""
        return len(self.rows) <= _SHORT


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


@dataclass(frozen=True, slots=True)
class Plot:
    """Figures that a table of the document tells, to be drawn as bars by the writers that can draw; others skip it.

    No word of it is text of the document. `periods` name the bars, of each of the `groups`: its name, then a figure for
    each period as it prints, empty where there is none. `open` are the places of the periods that are not over.
    """

    title: Runs
    periods: Row
    groups: tuple[Row, ...]
    open: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as wide and high as it says, 36,000 to the millimetre: `png`, and the same as `svg` if there is one.

    Both are ours: they were made from what was sent.
    """

    png: bytes
    svg: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who sends the document, at its head: a name, some lines, maybe a logo at their left."""

    name: Runs
    lines: tuple[Runs, ...]
    logo: Logo | None = None

    @property
    def alt(self) -> str:
        """What the logo is, for those who do not see it."""
        return f"Logo di {''.join(run.text for run in self.name)}"


Block = Title | Heading | Paragraph | Item | Table | Signatures | Plot | Letterhead


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes inside the PDF: its name there, its bytes, what it is."""

    name: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `title` is plain text for metadata and running head; nothing personal in it.

    `landscape` says that its pages lie on their long side, for tables of many columns. `skeleton` and `values` are what
    it was made from, if it was: documents of one skeleton differ in the values only. `enclosed` go inside the PDF, and
    other formats leave them out.
    """

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    skeleton: Skeleton | None = field(default=None, compare=False, repr=False)
    values: tuple[Run, ...] = field(default=(), compare=False, repr=False)
    enclosed: tuple[Enclosed, ...] = ()
