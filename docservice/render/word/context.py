"""Blocks as the plain data the letterhead loops over: dictionaries, lists, strings, numbers, nothing else.

A run becomes pieces `{"kind", "text", "bold"}`; kind is "text", "symbol" (☐ ☒), "break", "tab", "blank" or "line".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

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
_TITLES = {"over": "sovratitolo", "title": "titolo", "sub": "sottotitolo"}
_ITEMS = {1: "clausola", 2: "lettera"}


def context(document: Document, *, bozza: bool) -> Plain:
    """Return what the letterhead prints. Raises ValueError on characters that XML cannot hold."""
    return {
        "title": legal(" ".join(document.title.split())),
        "bozza": bozza,
        "blocks": [_block(block) for block in document.blocks if not isinstance(block, Plot | Letterhead)],
    }


def legal(text: str) -> str:
    """Return `text`, or raise ValueError if it has control characters, surrogates, U+FFFE or U+FFFF."""
    if found := _ILLEGAL.search(text):
        raise ValueError(f"Carattere non ammesso nel documento: U+{ord(found[0]):04X}.")
    return text


def _block(block: Title | Heading | Paragraph | Item | Table | Signatures) -> Plain:
    match block:
        case Item(mark, runs):
            return {"style": style(block), "mark": _runs((Run(mark),)), "runs": _runs(runs)}
        case Table(header, rows, totals):
            return {
                "style": "tabella",
                "header": [_runs(cell) for cell in header],
                "rows": [
                    {"total": place in totals, "cells": [_runs(cell) for cell in row]} for place, row in enumerate(rows)
                ],
            }
        case Signatures(parties):
            return {
                "style": "firme",
                "parties": [
                    {"role": _runs(party.role), "names": [_runs(party.name)] if party.name else []} for party in parties
                ],
            }
        case _:
            return {"style": style(block), "runs": _runs(block.runs)}


def style(block: Title | Heading | Paragraph | Item) -> str:
    """Return the name by which the letterhead knows a block that is one paragraph."""
    match block:
        case Title(_, rank):
            return _TITLES[rank]
        case Heading(_, annex):
            return "allegato" if annex else "capo"
        case Paragraph():
            return "guida" if block.introduces else "paragrafo"
        case Item(_, _, level):
            return _ITEMS[level]


def _runs(runs: Runs) -> list[Plain]:
    return [piece for run in runs for piece in pieces(run)]


def pieces(run: Run) -> Iterator[Plain]:
    """Yield what a run prints, in order. Raises ValueError on characters that XML cannot hold."""
    if run.blank:
        yield {"kind": "line" if run.whole else "blank", "text": "", "bold": False}
    for text in _PIECE.findall(legal(run.text)):
        yield {"kind": _kind(text), "text": text, "bold": run.bold}


def _kind(text: str) -> str:
    if text == "\t":
        return "tab"
    if text[0] in "\r\n":
        return "break"
    return "symbol" if text[0] in TICKED + EMPTY else "text"
