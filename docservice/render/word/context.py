"""Blocks as the plain data the letterhead loops over: dictionaries, lists, strings, numbers, nothing else.

A run becomes `{"control", "title", "tag", "pieces"}`, control "" if it is no datum. A piece is `{"kind", "text",
"bold"}`; kind is "text", "symbol" (☐ ☒), "break", "tab", "blank" or "line".
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from docservice.render.word import control
from docservice.render.word.layout import blank_line
from docservice.render.word.numbering import numbered
from docservice.text.blocks import (
    EMPTY,
    TICKED,
    Document,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Plot,
    Run,
    Runs,
    Signature,
    Signatures,
    Table,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Plain = dict[str, Any]
_PIECE = re.compile(rf"\r\n|[\r\n\t]|[{TICKED}{EMPTY}]+|[^\r\n\t{TICKED}{EMPTY}]+")
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SPECIAL = re.compile(rf"[&<>\0-\x1f{TICKED}{EMPTY}\ud800-\udfff\ufffe\uffff]")
"""What makes a text more than one piece, or its XML other than itself, or illegal."""
_KINDS = {
    "sender": "mittente",
    "place": "luogo",
    "reference": "riferimento",
    "addressee": "destinatario",
    "subject": "oggetto",
}
_TITLES = {"over": "sovratitolo", "title": "titolo", "sub": "sottotitolo"}


def context(document: Document, *, bozza: bool) -> Plain:
    """Return what the body prints. Raises ValueError on characters that XML cannot hold."""
    blocks = [
        _block(document, place)
        for place, block in enumerate(document.blocks)
        if not isinstance(block, Plot | Letterhead)
    ]
    return {"blocks": blocks, "bozza": bozza}


def legal(text: str) -> str:
    """Return `text`, or raise ValueError if it has control characters, surrogates, U+FFFE or U+FFFF."""
    if found := _ILLEGAL.search(text):
        raise ValueError(f"Carattere non ammesso nel documento: U+{ord(found[0]):04X}.")
    return text


def _block(document: Document, place: int) -> Plain:
    match document.blocks[place]:
        case Table(header, rows) as block:
            cells = partial(_runs, controls=block.short)
            last = len(rows) - 1
            return {
                "style": "tabella",
                "sums": row_kind(block, last, last) == "ultima",
                "header": list(map(cells, header)),
                "rows": [
                    {"kind": row_kind(block, number, last), "cells": list(map(cells, row))}
                    for number, row in enumerate(rows)
                ],
            }
        case Signatures() as block:
            return {
                "style": "firme",
                "rows": [{"left": _signer(left), "right": _signer(right)} for left, right in block.rows],
            }
        case Item(mark, runs):
            number = numbered(document).items[place]
            return number._asdict() | {"mark": _runs((Run(mark),)), "runs": _runs(runs)}
        case Title(runs) | Heading(runs) | Paragraph(runs):
            return {"style": style(document, place), "runs": _runs(runs)}
        case block:
            raise TypeError(f"blocco sconosciuto: {type(block).__name__}")


def row_kind(table: Table, place: int, last: int) -> str:
    """Return the name by which the letterhead knows a row of a table: a sum that ends it is of the table's style."""
    if place in table.totals:
        return "ultima" if place == last else "totale"
    return "banda" if place in table.bands else "comune"


def _signer(one: Signature | None) -> Plain | None:
    return None if one is None else {"role": _runs(one.role), "name": _runs(one.name)}


def style(document: Document, place: int) -> str:
    """Return the name by which the letterhead knows a block that is one paragraph; raises TypeError on others."""
    match document.blocks[place]:
        case Title(_, rank):
            return _TITLES[rank]
        case Heading(_, annex):
            return "allegato" if annex else "capo"
        case Paragraph() as block:
            return _KINDS.get(block.kind) or ("guida" if block.introduces else "paragrafo")
        case Item():
            return numbered(document).items[place].style
        case block:
            raise TypeError(f"non è un capoverso: {type(block).__name__}")


def _runs(runs: Runs, *, controls: bool = True) -> list[Plain]:
    return [_datum(run, control.pointer(run) if controls else None) for run in runs]


def _datum(run: Run, pointer: str | None) -> Plain:
    datum: Plain = {"control": "", "title": "", "tag": "", "pieces": list(pieces(run))}
    if pointer is not None:
        datum |= {"control": control.kind(run), "title": control.title(pointer), "tag": control.tag(pointer)}
    return datum


def pieces(run: Run) -> Iterator[Plain]:
    """Yield what a run prints, in order. Raises ValueError on characters that XML cannot hold."""
    if run.blank:
        yield {"kind": "line" if run.whole else "blank", "text": blank_line(run), "bold": False}
    for text in _PIECE.findall(legal(run.text)):
        yield {"kind": _kind(text), "text": text, "bold": run.bold}


def _kind(text: str) -> str:
    if text == "\t":
        return "tab"
    if text[0] in "\r\n":
        return "break"
    return "symbol" if text[0] in TICKED + EMPTY else "text"
