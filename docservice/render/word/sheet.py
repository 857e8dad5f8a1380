"""The letterhead learnt: what it makes of each kind of block and of run, cut where texts and layout go.

docxtpl fills it in once with a sample of each; characters for private use, the marks, say where to cut. So what the
letterhead says, it says alone, and documents are made by joining strings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import islice

from lxml import etree

from docservice.render.word.context import SPECIAL, pieces, style
from docservice.render.word.letterhead import BODY, W, fill
from docservice.text.blocks import (
    TICKED,
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Run,
    Runs,
    Signature,
    Signatures,
    Table,
    Title,
)

MARK, KEEP, RIGHT, DENSE, WIDTH, TOTAL, GRID, _CUT = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
"""Where go: a text; what keeps a paragraph with the next and what lines it up at its right; the ending that a style has
for smaller letters; the width of a column and that of the table; the columns."""
DAY = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)
"""When the sample was made: nothing else in it bears this date."""
_ANY = (Run(MARK),)
_KINDS = ("text", "bold", "symbol", "break", "tab", "blank", "line")
_RUNS = (
    *(Run(MARK), Run(MARK, bold=True), Run(TICKED), Run("\n"), Run("\t")),
    *(Run("", blank=True, whole=whole) for whole in (False, True)),
)
_LINES: tuple[Title | Heading | Paragraph | Item, ...] = (
    *(Title(_ANY, rank) for rank in ("over", "title", "sub")),
    *(Heading(_ANY, annex) for annex in (False, True)),
    *(Paragraph((Run(text),)) for text in (MARK, f"{MARK}:")),
    *(Item(MARK, _ANY, level) for level in (1, 2)),
)
_TABLES: tuple[Block, ...] = (
    Table((_ANY,), ((_ANY,), (_ANY,)), frozenset({1})),
    Signatures((Signature(_ANY, _ANY),)),
)
_KEEP_NEXT, _AT_RIGHT = "<w:keepNext/>", '<w:jc w:val="right"/>'

Around = tuple[str, str]
"""The XML before a text and after it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The XML of the body of a document, with marks.

    `runs` is by kind of piece, as `context.pieces` tells it; `lines`, the paragraphs, by style. A table has a head,
    three rows (header, common, total; each as what is before its cells, a cell, what is after) and an end; signatures a
    head, a row (all to the role, a name, the rest) and an end. Both ends have an empty paragraph.
    """

    head: str
    runs: Mapping[str, Around]
    lines: Mapping[str, str]
    table: str
    rows: tuple[tuple[str, str, str], ...]
    table_end: str
    signatures: str
    party: tuple[str, str, str]
    signatures_end: str
    foot: str


@cache
def sample(*, landscape: bool, bozza: bool) -> dict[str, bytes]:
    """Return the parts of a DOCX of every block there is; title and data are `MARK`, its date is `DAY`."""
    blocks: tuple[Block, ...] = (Paragraph(_RUNS), *_LINES, *_TABLES)
    return fill(Document(MARK, blocks, landscape), data=MARK, created=DAY, bozza=bozza)


@cache
def sheet(*, landscape: bool) -> Sheet:
    """Return what the letterhead makes of blocks."""
    root = etree.fromstring(sample(landscape=landscape, bozza=False)[BODY])
    _mark(root[0])
    text = etree.tostring(root, encoding="UTF-8", standalone=True).decode()
    found = iter(text.replace(f"{MARK}:", MARK).split(_CUT))
    head = next(found)
    next(found)
    samples = dict(zip(_KINDS, islice(found, len(_KINDS)), strict=True))
    next(found)
    said, ticked = samples["text"], samples["symbol"].replace(TICKED, MARK)
    runs = {kind: _around(one) for kind, one in (samples | {"symbol": ticked}).items()}
    rest = iter([piece.replace(said, MARK) for piece in found])

    def three() -> tuple[str, str, str]:
        return next(rest), next(rest), next(rest)

    return Sheet(
        head=head,
        runs=runs,
        lines={style(line): next(rest) for line in _LINES},
        table=next(rest),
        rows=(three(), three(), three()),
        table_end=next(rest) + next(rest),
        signatures=next(rest),
        party=three(),
        signatures_end=next(rest) + next(rest),
        foot=next(rest),
    )


def _around(run: str) -> Around:
    before, _, after = run.partition(MARK)
    return before, after


def _mark(body: etree._Element) -> None:
    """Put the marks in the body of the sample, and cuts between its blocks, their rows, cells, lines and runs."""
    body.text = _CUT
    for block in body.iterchildren(f"{W}p", f"{W}tbl"):
        block.tail = _CUT
    for name in body.iter(f"{W}pStyle"):
        name.tail = KEEP
    first = body[0]
    table, signatures = body.findall(f"{W}tbl")
    for node in (*first, *table.iter(f"{W}tblGrid", f"{W}trPr", f"{W}tc", f"{W}tr")):
        node.tail = _CUT
    for node in (*signatures.iter(f"{W}tblGrid", f"{W}tr"), *next(signatures.iter(f"{W}tc")).iter(f"{W}p")):
        node.tail = _CUT
    for grid in table.iter(f"{W}tblGrid"):
        etree.strip_elements(grid, f"{W}gridCol", with_tail=False)
        grid.text = GRID
    for width in table.iter(f"{W}tblW"):
        width.set(f"{W}w", TOTAL)
    for width in table.iter(f"{W}tcW"):
        width.set(f"{W}w", WIDTH)
    for name in table.iter(f"{W}pStyle"):
        name.set(f"{W}val", f"{name.get(f'{W}val')}{DENSE}")
    for line in table.iter(f"{W}pPr"):
        line[-1].tail = (line[-1].tail or "") + RIGHT


def laid(xml: str, *, keep: bool = False, right: bool = False) -> str:
    """Return some XML of the sheet that stays with the next line or not, at its right or not."""
    return xml.replace(KEEP, _KEEP_NEXT if keep else "").replace(RIGHT, _AT_RIGHT if right else "")


def spell(runs: Runs, kinds: Mapping[str, Around], literal: Callable[[str], str]) -> str:
    """Return what runs print, each piece between what its kind has around it; `literal` makes a text ready.

    Raises ValueError on characters that XML cannot hold.
    """
    printed = []
    for run in runs:
        if run.blank or SPECIAL.search(run.text):
            for piece in pieces(run):
                kind = "bold" if piece["bold"] and piece["kind"] == "text" else piece["kind"]
                before, after = kinds[kind]
                printed.append(f"{before}{literal(piece['text']) if after else ''}{after}")
        elif run.text:
            before, after = kinds["bold" if run.bold else "text"]
            printed.append(f"{before}{run.text}{after}")
    return "".join(printed)
