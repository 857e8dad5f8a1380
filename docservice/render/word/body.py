"""The body of a document: what its skeleton says is made and deflated once, values and tables each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape
from typing import NamedTuple
from weakref import WeakKeyDictionary

from docservice.render.columns import text_width
from docservice.render.word import control
from docservice.render.word.archive import PLACE, Around, Member, Stream, Stretch, fits
from docservice.render.word.context import SPECIAL, style
from docservice.render.word.layout import Kept, keep, paired
from docservice.render.word.letterhead import BODY
from docservice.render.word.numbering import numbered
from docservice.render.word.picture import pictures, shown
from docservice.render.word.sender import head
from docservice.render.word.sheet import LIST, MARK, Sheet, controlled, laid, named, sheet, spell
from docservice.render.word.table import table
from docservice.text.blocks import Document, Item, Letterhead, Plot, Run, Runs, Signatures, Table
from docservice.text.skeleton import Outline, Skeleton

_PLOT = (
    '<w:p><w:pPr><w:pStyle w:val="CartaParagrafo"/>{}'
    '<w:spacing w:before="160" w:after="200" w:line="240" w:lineRule="auto"/></w:pPr>{}</w:p>'
)
_FORMS = 16  # of one skeleton: values change what stays together, in few ways
_TEXTS = 512  # that documents of a kind have alike
_SHAPES = 256  # of one skeleton: how long its values are, about


class Slot(NamedTuple):
    """Where a value goes: its number, whether it is bold, whether in a control.

    What that control begins with, whatever the value is, is not of the slot, nor what ends it; nor, of a value that
    fits a place, what is around it.
    """

    number: int
    bold: bool
    control: bool = False


class Place(NamedTuple):
    """Where a table goes: its place among the blocks."""

    number: int


Form = list[Stretch | Slot | Place]
_Pointers = tuple[str | None, ...]
_Fitting = tuple[bool | None, ...]
"""Which values fit a place; None are not plain."""
_Plain = Sequence[bytes | None]
_forms: WeakKeyDictionary[Skeleton, dict[tuple[Kept, _Pointers, _Fitting], Form]] = WeakKeyDictionary()
_alike: WeakKeyDictionary[Skeleton, dict[tuple[Run | int | None, ...], Kept | None]] = WeakKeyDictionary()


def body(document: Document) -> Member:
    """Return the body of `document`. Raises ValueError on text that XML cannot hold."""
    paper = sheet(landscape=document.landscape)
    plain = [_plain(value.text) for value in document.values]
    kept = _kept(document, plain)
    stream = Stream()
    for piece in _form(document, paper, kept, plain):
        if isinstance(piece, Stretch):
            stream.ready(piece)
        elif isinstance(piece, Slot):
            text = plain[piece.number]
            if text is not None:
                stream.text(text)
                continue
            run = replace(document.values[piece.number], bold=piece.bold)
            opened = paper.controls[control.kind(run)] if piece.control else ""
            stream.short(f"{opened}{spell((run,), paper.runs, _literal)}".encode())
        else:
            block = document.blocks[piece.number]
            if isinstance(block, Table):
                width = text_width(landscape=document.landscape)
                stream.long(table(block, paper, width, keep=piece.number in kept.blocks))
    return stream.close(BODY)


@lru_cache(maxsize=_TEXTS)
def _plain(text: str) -> bytes | None:
    """Return a value that is one piece, introduces nothing, and is its own XML, after the end of the tag before it."""
    if not text or SPECIAL.search(text) or text[-1] == ":" or text[-1].isspace():
        return None
    return f">{text}".encode()


def _kept(document: Document, plain: _Plain) -> Kept:
    """Return what stays together; what is alike for the shortest and the longest plain values is so for all between."""
    if (skeleton := document.skeleton) is None:
        return keep(document)
    shape: tuple[Run | int | None, ...] = tuple(
        [
            len(value.text) // PLACE if text is not None else None if value.text else value
            for text, value in zip(plain, document.values, strict=True)
        ]
    )
    if None in shape:
        return keep(document)
    known = _alike.setdefault(skeleton, {})
    if shape not in known:
        if len(known) == _SHAPES:
            known.clear()
        least, most = (keep(skeleton.fill([_of(one, longest=longest) for one in shape])) for longest in (False, True))
        known[shape] = least if least == most else None
    return known[shape] or keep(document)


def _of(value: Run | int | None, *, longest: bool) -> Run:
    """Return a value as long as any that takes so many places, or as short."""
    if isinstance(value, Run):
        return value
    return Run("x" * ((((value or 0) + 1) * PLACE) if longest else max((value or 0) * PLACE, 1)))


def _form(document: Document, paper: Sheet, kept: Kept, plain: _Plain) -> Form:
    """Return the document without its values and tables, kept for the next of its skeleton with the same data given."""
    pointers = tuple(map(control.pointer, document.values))
    fitting = tuple([None if text is None else fits(text) for text in plain])
    if document.skeleton is None:
        return list(_compiled(document, paper, kept, pointers, fitting))
    forms = _forms.setdefault(document.skeleton, {})
    known = kept, pointers, fitting
    if known not in forms:
        if len(forms) == _FORMS:
            forms.clear()
        forms[known] = list(_compiled(document, paper, kept, pointers, fitting))
    return forms[known]


def _compiled(
    document: Document, paper: Sheet, kept: Kept, pointers: _Pointers, fitting: _Fitting
) -> Iterator[Stretch | Slot | Place]:
    """Yield the pieces of a form, neighbouring strings joined and deflated."""
    strings: list[str] = []
    around = Around()
    for piece in (paper.head, *_pieces(document, paper, kept), paper.foot):
        if isinstance(piece, str):
            strings.append(piece)
            continue
        pointer, fit, after = None, None, ""
        if isinstance(piece, Slot):
            pointer, fit = pointers[piece.number], fitting[piece.number]
        if pointer is not None:
            strings.append(named(pointer, paper))
            after = paper.control_end
        if isinstance(piece, Slot) and fit is not None:
            before, end = paper.runs["bold" if piece.bold else "text"]
            kind = control.kind(Run(MARK, bold=piece.bold))
            strings.append(f"{paper.controls[kind] if pointer is not None else ''}{before[:-1]}")
            after = f"{end}{after}"
        yield around.stretch("".join(strings).encode())
        strings[:] = [after]
        if isinstance(piece, Slot):
            yield piece._replace(control=pointer is not None)
        else:
            yield piece
        around.room(fits=bool(fit))
    yield around.stretch("".join(strings).encode())


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
                yield Slot(run.slot, run.bold)
        yield following


def _literal(text: str) -> str:
    return escape(text, quote=False)
