"""The letterhead learnt: what it makes of each kind of block and of run, cut where texts and layout go.

docxtpl fills it in once with a sample of each; characters for private use, the marks, say where to cut. So what the
letterhead says, it says alone, and documents are made by joining strings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from html import escape
from itertools import islice

from lxml import etree

from docservice.render.word import control
from docservice.render.word.context import SPECIAL, pieces, style
from docservice.render.word.letterhead import BODY, W, fill
from docservice.text.blocks import (
    TICKED,
    About,
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

MARK, KEEP, RIGHT, DENSE, WIDTH, TOTAL, GRID, SPAN, LIST, _CUT = map(chr, range(0xE000, 0xE00A))
"""Where go: a text; what keeps a paragraph with the next and what lines it up at its right; the ending that a style has
for smaller letters; the width of a column and that of the table; the columns and how many they are; the list of an
item."""
DAY = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)
"""When the sample was made: nothing else in it bears this date."""
_ANY = (Run(MARK),)
_KINDS = ("text", "bold", "symbol", "break", "tab", "blank", "line")
_CONTROLS = ("dato", "misto", "vuoto")
_RUNS = (
    *(Run(MARK), Run(MARK, bold=True), Run(TICKED), Run("\n"), Run("\t")),
    *(Run("", MARK, blank=True, whole=whole) for whole in (False, True)),
    *(Run(MARK, MARK), Run(TICKED, MARK), Run("", MARK, blank=True)),
)
_LINES: tuple[Title | Heading | Paragraph | Item, ...] = (
    *(Title(_ANY, rank) for rank in ("over", "title", "sub")),
    *(Heading(_ANY, annex) for annex in (False, True)),
    *(Paragraph((Run(text),)) for text in (MARK, f"{MARK}:")),
    *(Paragraph(_ANY, kind) for kind in ("sender", "place", "reference", "addressee", "subject")),
    *(Item(mark, _ANY, level) for mark, level in (("1.", 1), (MARK, 1), ("a)", 2), ("a)", 2), ("–", 2), (MARK, 2))),
)
_ROWS = ("testata", "comune", "totale", "banda", "ultima")
_TABLES: tuple[Block, ...] = (
    *(Table((_ANY,), ((_ANY,),) * 4, frozenset({1, last}), frozenset({2})) for last in (1, 3)),
    Signatures((Signature(_ANY, _ANY, "firm"),)),
)
SAMPLE = Document(
    MARK,
    (Paragraph(_RUNS), *_LINES, *_TABLES),
    about=About(*((Run(mark),) for mark in (f"{MARK}0", f"{MARK}1", f"{MARK}2"))),
    keywords=(f"{MARK}3",),
)
"""A document with every block there is; its texts are `MARK`, and what tells of it begins with that."""
_KEEP_NEXT, _ENTIRE, _AT_RIGHT = "<w:keepNext/>", "<w:keepLines/>", '<w:jc w:val="right"/>'
_CONTENT = "<w:sdtContent>", "</w:sdtContent>"
_TO_FILL = re.compile(f"{TICKED}|_+")
"""What the sample has where other signs, and lines of other lengths, go."""

Around = tuple[str, str]
"""The XML before a text and after it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The XML of the body of a document, with marks.

    `runs` is by kind of piece, as `context.pieces` tells it; `control`, what the control of a datum begins with, with
    marks for its title and its tag, goes on as `controls` says of its kind, and ends as `control_end`; `lines`, the
    paragraphs, by style. A table has a head, of two: the other is for a last row that sums; rows by kind, each as what
    is before its cells, a cell, what is after; and an end. Signatures have a head, a row (what is before its cells, one
    to sign in, what is between the two, one empty, what is after) and an end. Both ends have an empty paragraph.
    """

    head: str
    runs: Mapping[str, Around]
    control: str
    controls: Mapping[str, str]
    control_end: str
    lines: Mapping[str, str]
    tables: tuple[str, str]
    rows: Mapping[str, tuple[str, str, str]]
    table_end: str
    signatures: str
    party: tuple[str, str, str, str, str]
    signatures_end: str
    foot: str


@cache
def sample(*, landscape: bool, bozza: bool) -> dict[str, bytes]:
    """Return the parts of a DOCX of the sample; data are `MARK`, its date is `DAY`."""
    return fill(replace(SAMPLE, landscape=landscape), data=MARK, created=DAY, bozza=bozza)


@cache
def sheet(*, landscape: bool) -> Sheet:
    """Return what the letterhead makes of blocks."""
    root = etree.fromstring(sample(landscape=landscape, bozza=False)[BODY])
    _mark(root[0])
    text = etree.tostring(root, encoding="UTF-8", standalone=True).decode()
    found = iter(text.replace(f"{MARK}:", MARK).split(_CUT))
    head = next(found)
    next(found)
    samples = dict(zip(_KINDS, map(_bare, islice(found, len(_KINDS))), strict=True))
    said = samples["text"]
    runs = {kind: _around(_TO_FILL.sub(MARK, one)) for kind, one in samples.items()}
    controls = dict(zip(_CONTROLS, map(_cut, islice(found, len(_CONTROLS))), strict=True))
    next(found)
    rest = iter([piece.replace(said, MARK) for piece in found])
    lines = {style(SAMPLE, place): next(rest) for place in range(1, 1 + len(_LINES))}
    plain, *_ = islice(rest, 1 + 3 * len(_ROWS) + 2)
    return Sheet(
        head=head,
        runs=runs,
        control=controls["vuoto"][0],
        controls={kind: goes_on for kind, (_, goes_on, _) in controls.items()},
        control_end=controls["vuoto"][2],
        lines=lines,
        tables=(plain, next(rest)),
        rows={kind: (next(rest), next(rest), next(rest)) for kind in _ROWS},
        table_end=next(rest) + next(rest),
        signatures=next(rest),
        party=(next(rest), next(rest), next(rest), next(rest), next(rest)),
        signatures_end=next(rest) + next(rest),
        foot=next(rest),
    )


def _around(run: str) -> Around:
    before, _, after = run.partition(MARK)
    return before, after


def _cut(control: str) -> tuple[str, str, str]:
    """Cut a control after its tag, and where its runs go."""
    before, content, inner = control.partition(_CONTENT[0])
    title, tag, rest = before.split(MARK)
    return MARK.join((title, tag, "")), rest + content, "".join(inner.rpartition(_CONTENT[1])[1:])


def _bare(run: str) -> str:
    """Return a run without the control that may be around it."""
    return run.rpartition(_CONTENT[0])[2].partition(_CONTENT[1])[0]


def _mark(body: etree._Element) -> None:
    """Put the marks in the body of the sample, and cuts between its blocks, their rows, cells, lines and runs."""
    body.text = _CUT
    for block in body.iterchildren(f"{W}p", f"{W}tbl"):
        block.tail = _CUT
    for name in body.iter(f"{W}pStyle"):
        name.tail = KEEP
    for number in body.iter(f"{W}numId"):
        number.set(f"{W}val", LIST)
    for node in (*body[0], *body.iter(f"{W}tblGrid", f"{W}trPr", f"{W}tc", f"{W}tr")):
        node.tail = _CUT
    for table in body.findall(f"{W}tbl")[:-1]:
        _mark_table(table)


def _mark_table(table: etree._Element) -> None:
    for grid in table.iter(f"{W}tblGrid"):
        etree.strip_elements(grid, f"{W}gridCol", with_tail=False)
        grid.text = GRID
    for width in table.iter(f"{W}tblW"):
        width.set(f"{W}w", TOTAL)
    for width in table.iter(f"{W}tcW"):
        width.set(f"{W}w", WIDTH)
    for span in table.iter(f"{W}gridSpan"):
        span.set(f"{W}val", SPAN)
        for width in span.itersiblings(f"{W}tcW", preceding=True):
            width.set(f"{W}w", TOTAL)
    for name in table.iter(f"{W}pStyle"):
        name.set(f"{W}val", f"{name.get(f'{W}val')}{DENSE}")
    for line in table.iter(f"{W}pPr"):
        line[-1].tail = (line[-1].tail or "") + RIGHT


def controlled(run: Run, paper: Sheet, literal: Callable[[str], str]) -> str:
    """Return what a run prints, in a content control if it is a datum."""
    pointer, printed = control.pointer(run), spell((run,), paper.runs, literal)
    if pointer is None:
        return printed
    return f"{named(pointer, paper)}{paper.controls[control.kind(run)]}{printed}{paper.control_end}"


def named(pointer: str, paper: Sheet) -> str:
    """Return what the content control of a datum begins with, whatever its kind."""
    title, tag, rest = paper.control.split(MARK)
    return f"{title}{escape(control.title(pointer))}{tag}{escape(control.tag(pointer))}{rest}"


def laid(xml: str, *, keep: bool = False, entire: bool = False, right: bool = False) -> str:
    """Return some XML of the sheet that stays with the next line or not, on one page or not, at its right or not."""
    kept = (_KEEP_NEXT if keep else "") + (_ENTIRE if entire else "")
    return xml.replace(KEEP, kept).replace(RIGHT, _AT_RIGHT if right else "")


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
