"""The body of a document: what its skeleton says is made and deflated once, values and tables each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import NamedTuple
from weakref import WeakKeyDictionary

from docservice.render.columns import text_width
from docservice.render.word import control
from docservice.render.word.archive import Member, Stream, Stretch, stretch
from docservice.render.word.context import SPECIAL, style
from docservice.render.word.layout import Kept, keep, paired
from docservice.render.word.letterhead import BODY
from docservice.render.word.numbering import numbered
from docservice.render.word.picture import pictures, shown
from docservice.render.word.sender import head
from docservice.render.word.sheet import LIST, MARK, Around, Sheet, controlled, laid, named, sheet, spell
from docservice.render.word.table import table
from docservice.text.blocks import Document, Item, Letterhead, Plot, Run, Runs, Signatures, Table
from docservice.text.skeleton import Outline, Skeleton

_PLOT = (
    '<w:p><w:pPr><w:pStyle w:val="CartaParagrafo"/>{}'
    '<w:spacing w:before="160" w:after="200" w:line="240" w:lineRule="auto"/></w:pPr>{}</w:p>'
)
_FORMS = 16  # of one skeleton: values change what stays together, in few ways


class Slot(NamedTuple):
    """Where a value goes: its number, whether it is bold, what is around it if it is plain text, whether in a control.

    What that control begins and ends with, whatever the value is, is not of the slot.
    """

    number: int
    bold: bool
    around: Around
    control: bool


class Place(NamedTuple):
    """Where a table goes: its place among the blocks."""

    number: int


Form = list[Stretch | Slot | Place]
_Pointers = tuple[str | None, ...]
_forms: WeakKeyDictionary[Skeleton, dict[tuple[Kept, _Pointers], Form]] = WeakKeyDictionary()


def body(document: Document) -> Member:
    """Return the body of `document`. Raises ValueError on text that XML cannot hold."""
    paper = sheet(landscape=document.landscape)
    kept = keep(document)
    stream = Stream()
    for piece in _form(document, paper, kept):
        if isinstance(piece, Stretch):
            stream.ready(piece)
        elif isinstance(piece, Slot):
            value = document.values[piece.number]
            text = value.text
            if value.blank or SPECIAL.search(text):
                run = replace(value, bold=piece.bold)
                opened = paper.controls[control.kind(run)] if piece.control else ""
                stream.short(f"{opened}{spell((run,), paper.runs, _literal)}".encode())
            elif text:
                stream.short(text.join(piece.around).encode())
        else:
            block = document.blocks[piece.number]
            if isinstance(block, Table):
                width = text_width(landscape=document.landscape)
                stream.long(table(block, paper, width, keep=piece.number in kept.blocks))
    return stream.close(BODY)


def _form(document: Document, paper: Sheet, kept: Kept) -> Form:
    """Return the document without its values and tables, kept for the next of its skeleton with the same data given."""
    pointers = tuple(map(control.pointer, document.values))
    if document.skeleton is None:
        return list(_compiled(document, paper, kept, pointers))
    forms = _forms.setdefault(document.skeleton, {})
    known = kept, pointers
    if known not in forms:
        if len(forms) == _FORMS:
            forms.clear()
        forms[known] = list(_compiled(document, paper, kept, pointers))
    return forms[known]


def _compiled(document: Document, paper: Sheet, kept: Kept, pointers: _Pointers) -> Iterator[Stretch | Slot | Place]:
    """Yield the pieces of a form, neighbouring strings joined and deflated."""
    strings: list[str] = []
    for piece in (paper.head, *_pieces(document, paper, kept), paper.foot):
        if isinstance(piece, str):
            strings.append(piece)
            continue
        pointer = pointers[piece.number] if isinstance(piece, Slot) else None
        if pointer is not None:
            strings.append(named(pointer, paper))
        yield stretch("".join(strings).encode())
        strings.clear()
        if isinstance(piece, Slot) and pointer is not None:
            before, after = piece.around
            opened = paper.controls[control.kind(Run("", bold=piece.bold))]
            yield piece._replace(around=(f"{opened}{before}", after), control=True)
            strings.append(paper.control_end)
        else:
            yield piece
    yield stretch("".join(strings).encode())


def _pieces(document: Document, paper: Sheet, kept: Kept) -> Iterator[str | Slot | Place]:
    blocks = document.skeleton.blocks if document.skeleton else document.blocks
    items, drawn = numbered(document).items, pictures(document)
    for place, block in enumerate(blocks):
        stays = place in kept.blocks
        if isinstance(block, Table | Outline):
            yield Place(place)
        elif isinstance(block, Letterhead):
            width = text_width(landscape=document.landscape)
            yield head(
                block, drawn.get(place), width, lambda runs: "".join([controlled(run, paper, _literal) for run in runs])
            )
        elif isinstance(block, Plot):
            yield _PLOT.format("<w:keepNext/>" if stays else "", shown(drawn[place], place + 1))
        elif isinstance(block, Signatures):
            yield from _signatures(block, paper, keep=stays)
        else:
            # what ends with a value may introduce or not: the block with its values knows
            line = laid(paper.lines[style(document, place)], keep=stays, entire=place in kept.entire)
            marks: tuple[Runs, ...] = ()
            if isinstance(block, Item):
                line = line.replace(LIST, str(items[place].list))
                marks = ((Run(block.mark),),) if items[place].typed else ()
            yield from _line(line, paper, *marks, block.runs)


def _signatures(block: Signatures, paper: Sheet, *, keep: bool) -> Iterator[str | Slot | Place]:
    """Yield a signature block; `keep` keeps its last row with what follows."""
    yield paper.signatures
    rows = block.rows
    for number, pair in enumerate(rows, 1):
        stays = keep if number == len(rows) else number in paired(len(rows))
        before, signed, between, empty, after = (laid(xml, keep=stays) for xml in paper.party)
        yield before
        for place, party in enumerate(pair):
            if place:
                yield between
            if party is None:
                yield empty
            else:
                yield from _line(signed, paper, party.role, party.name)
        yield after
    yield laid(paper.signatures_end, keep=keep)


def _line(xml: str, paper: Sheet, *texts: Runs) -> Iterator[str | Slot | Place]:
    """Yield some XML with texts at its marks."""
    before, *after = xml.split(MARK)
    yield before
    for runs, following in zip(texts, after, strict=True):
        for run in runs:
            if run.slot is None:
                yield controlled(run, paper, _literal)
            else:
                yield Slot(run.slot, run.bold, paper.runs["bold" if run.bold else "text"], control=False)
        yield following


def _literal(text: str) -> str:
    return escape(text, quote=False)
