"""The blocks a document is made of: what the text gives to the writers, and all they know of it.

A writer receives a `Document` and must print every `Run.text` literally: no character of it is markup.
Marks ("1.", "a)", "☒") are text like any other, typed alike by every writer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docservice.text.skeleton import Skeleton

_NAME = 70
"""Characters of a firm's name in the head of a page."""
_LINES = re.compile("[ \t\r\n]+")  # a no-break space is kept

TICKED = "☒"
EMPTY = "☐"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one origin.

    `pointer` is the JSON pointer of the datum printed, None for the form's own words. `blank` says that the
    datum was not given: `text` is empty and a line to fill by hand is drawn in its place; `whole`, that it takes a line
    of the paragraph, `length` about how many characters are awaited there, 0 if nobody knows. `text` may hold newlines,
    which print as line breaks. `slot` is, in a skeleton only, the number of the value that goes here. `value` is the
    day or the number that `text` prints, None for anything else: a cell of a sheet holds it.
    """

    text: str
    pointer: str | None = None
    bold: bool = False
    blank: bool = False
    slot: int | None = None
    whole: bool = False
    length: int = 0
    value: Any = field(default=None, compare=False, repr=False)


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
    """Paragraph of text; one that ends with a colon stays with what it introduces.

    `kind` tells the parts of a letter: "sender" (who writes), "place" (place and day), "reference" (protocol, means of
    sending), "addressee" (to whom), "subject"; "text" is any other.
    """

    runs: Runs
    kind: str = "text"

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

    `totals` are the places of the rows that sum those above: they stand out, and none begins a page. `bands` are those
    of the rows that name what is below them, a department: their first cell spans the table, the others are empty; a
    page that begins below a band repeats it, and none ends with it.
    """

    header: Row
    rows: Sequence[Row]
    totals: frozenset[int] = frozenset()
    bands: frozenset[int] = frozenset()

    @property
    def short(self) -> bool:
        """Whether its rows are so few that no page should split them."""
        return len(self.rows) <= _SHORT


@dataclass(frozen=True, slots=True)
class Signature:
    """One person who signs: `role` (for whom), `name` (maybe not known), `side` of the paper.

    Sides: "authority" (before whom they sign), "firm", "workers", "" (who signs alone). `field` says whether the PDF
    gets an electronic signature field over the ink line; lines left for hands only have none.
    """

    role: Runs
    name: Runs = ()
    side: str = ""
    field: bool = True


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature block: of each person the party, the line to sign, the name. No row is split.

    The block after its clause is not orphaned.
    """

    parties: tuple[Signature, ...]

    @property
    def rows(self) -> list[tuple[Signature | None, Signature | None]]:
        """The persons two by two, as they sign: the firm on the left, the workers on the right, authorities above.

        Many workers who sign with no one of the firm take both columns. Who signs alone, signs on the right.
        """
        pairs = _pairs(tuple([one.side for one in self.parties]))
        return [
            (None if left is None else self.parties[left], None if right is None else self.parties[right])
            for left, right in pairs
        ]

    @property
    def crowded(self) -> bool:
        """Whether so many more workers sign than persons of the firm that theirs are better apart, under a heading."""
        sides = [one.side for one in self.parties]
        workers, firm = sides.count(WORKERS), sides.count("firm")
        return workers < len(sides) and workers > firm + _LONE


WORKERS = "workers"
_LONE = 5
"""Workers' signatures with none of the firm beside them, above which they take both columns."""


@lru_cache(maxsize=256)
def _pairs(sides: tuple[str, ...]) -> Sequence[tuple[int | None, int | None]]:
    """Return who signs on each row, by place; papers of a kind are signed by the same sides."""
    of = {
        side: [place for place, one in enumerate(sides) if one == side] for side in ("authority", "firm", "workers", "")
    }
    above, firm, workers = of["authority"], of["firm"], of["workers"]
    lone = workers if not firm and len(workers) > _LONE else []
    beside = [] if lone else workers
    pairs = (zip_longest(above[::2], above[1::2]), zip_longest(firm, beside), zip_longest(lone[::2], lone[1::2]))
    return [*chain.from_iterable(pairs), *((None, one) for one in of[""])]


@dataclass(frozen=True, slots=True)
class Plot:
    """Figures that a table of the document tells, to be drawn as bars: for those who do not see them, told in words.

    `periods` name the bars, of each of the `groups`: its name, then a figure for each period as it prints, empty where
    there is none. `open` are the places of the periods that are not over, whose bars are hollow; `note` says why.
    """

    title: Runs
    periods: Row
    groups: tuple[Row, ...]
    open: frozenset[int] = frozenset()
    note: Runs = ()


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
class About:
    """What head and foot of each page, and the properties of the file, tell besides the title: data, so runs.

    `firm` and `day` are empty where the document has none; `fingerprint` is short, and the same for the same data.
    """

    firm: Runs = ()
    day: Runs = ()
    fingerprint: Runs = ()

    @property
    def told(self) -> tuple[str, ...]:
        """Firm and day as they print, on one line, those that are there; a long name is cut, for a short head."""
        firm, day = (
            " ".join(_LINES.split("".join(run.text for run in runs).strip())) for runs in (self.firm, self.day)
        )
        return tuple(text for text in (firm if len(firm) <= _NAME else f"{firm[:_NAME].rstrip()}…", day) if text)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `title` is plain text for metadata and running head; nothing personal in it.

    `about` is what head, foot and properties tell besides; `keywords`, its kind and its law, are in the properties.

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
    about: About = About()
    keywords: tuple[str, ...] = ()
