"""Blocks to DOCX on the house letterhead (`templates/carta.docx`, built by `script/carta`).

    write(document, data=b'{"modello": ...}', created=datetime(...), bozza=False) -> bytes
    read_data(docx) -> bytes

Same arguments, same bytes. Nothing is fetched, nothing but the letterhead is read.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from html import escape

from docservice.render.word import about
from docservice.render.word.archive import Around, Member, Stream, Stretch, fits, join, member, ordered
from docservice.render.word.body import body
from docservice.render.word.letterhead import BODY, CORE, FOOT, HEAD
from docservice.render.word.numbering import PART as LISTS
from docservice.render.word.numbering import lists, numbered
from docservice.render.word.payload import NAMESPACE, PART, checked, read_data
from docservice.render.word.picture import parts, pictures
from docservice.render.word.sheet import DAY, MARK, SAMPLE, sample
from docservice.text.blocks import Document

__all__ = ["NAMESPACE", "read_data", "write"]
_TOLD = {HEAD: ("head",), FOOT: ("foot",), CORE: (*about.PROPERTIES, "day")}
"""The parts that tell of a document, and what."""


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the DOCX of `document` with `data` (canonical JSON, UTF-8) inside.

    `created` is the only date in the file; naive means UTC. `bozza` marks every page as a draft.
    Raises ValueError on text or data that XML cannot hold, and on data above `word.payload.MAX_DATA` bytes.
    """
    paper = {"landscape": document.landscape, "bozza": bozza}
    carried = sample(**paper)[PART].replace(MARK.encode(), _escaped(checked(data)))
    own = {PART: member(PART, carried), BODY: body(document), LISTS: _lists(numbered(document).again)}
    told = about.told(document, created)
    own |= {name: _told(name, told, **paper) for name in _TOLD}
    if drawn := pictures(document):
        own |= parts(drawn, sample(**paper))
    return join((_common(**paper) | own).values())


@cache
def _common(*, landscape: bool, bozza: bool) -> dict[str, Member]:
    """Return the parts of a DOCX in their order, those of its own to be put in place of the sample's."""
    parts = sample(landscape=landscape, bozza=bozza)
    return {name: member(name, parts[name]) for name in ordered(parts)}


@lru_cache(maxsize=64)
def _lists(again: int) -> Member:
    """Return the part that numbers items, with so many lists that begin again."""
    return member(LISTS, lists(sample(landscape=False, bozza=False)[LISTS], again))


def _told(name: str, told: dict[str, str], *, landscape: bool, bozza: bool) -> Member:
    """Return a part with texts in place of those of the sample."""
    _, names = _cut(name, landscape=landscape, bozza=bozza)
    return _filled(name, tuple(told[key] for key in names), landscape=landscape, bozza=bozza)


@lru_cache(maxsize=64)
def _filled(name: str, told: tuple[str, ...], *, landscape: bool, bozza: bool) -> Member:
    texts = [b">" + _escaped(text) for text in told]
    stream = Stream()
    *stretches, last = _around(name, tuple([fits(text) for text in texts]), landscape=landscape, bozza=bozza)
    for before, text in zip(stretches, texts, strict=True):
        stream.ready(before)
        stream.text(text)
    stream.ready(last)
    return stream.close(name)


@lru_cache(maxsize=64)
def _around(name: str, fitting: tuple[bool, ...], *, landscape: bool, bozza: bool) -> list[Stretch]:
    """Return what is around the texts of a part, deflated for those that fit a place or not."""
    pieces, _ = _cut(name, landscape=landscape, bozza=bozza)
    around, found = Around(), []
    for before, fit in zip(pieces, fitting, strict=False):
        found.append(around.stretch(before.removesuffix(b">")))
        around.room(fits=fit)
    return [*found, around.stretch(pieces[-1])]


@cache
def _cut(name: str, *, landscape: bool, bozza: bool) -> tuple[list[bytes], list[str]]:
    """Return a part of the sample, cut where texts go, and their names; each is all that an element holds."""
    told = about.told(SAMPLE, DAY)
    names = {told[key]: key for key in _TOLD[name]}
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    pieces = re.split(f"({longest_first})", sample(landscape=landscape, bozza=bozza)[name].decode())
    return [piece.encode() for piece in pieces[::2]], [names[piece] for piece in pieces[1::2]]


def _escaped(text: str) -> bytes:
    return escape(text, quote=False).replace("\r", "&#13;").encode()
