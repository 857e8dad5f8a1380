"""Blocks to DOCX on the house letterhead (`templates/carta.docx`, built by `script/carta`).

    write(document, data=b'{"modello": ...}', created=datetime(...), bozza=False) -> bytes
    read_data(docx) -> bytes

Same arguments, same bytes. Nothing is fetched, nothing but the letterhead is read.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from html import escape

from docservice.render.word.archive import Member, join, member, ordered
from docservice.render.word.body import body
from docservice.render.word.context import legal
from docservice.render.word.data import NAMESPACE, PART, checked, read_data
from docservice.render.word.letterhead import BODY, CORE, HEAD, core_date, core_title
from docservice.render.word.sheet import DAY, MARK, sample
from docservice.text.blocks import Document

__all__ = ["NAMESPACE", "read_data", "write"]


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the DOCX of `document` with `data` (canonical JSON, UTF-8) inside.

    `created` is the only date in the file; naive means UTC. `bozza` marks every page as a draft.
    Raises ValueError on text or data that XML cannot hold, and on data above `data.MAX_DATA` bytes.
    """
    parts = dict(_parts(document.title, created, landscape=document.landscape, bozza=bozza))
    parts[PART] = member(PART, _carried(landscape=document.landscape, bozza=bozza, text=checked(data)))
    parts[BODY] = body(document)
    return join(parts.values())


@lru_cache(maxsize=64)
def _parts(title: str, created: datetime, *, landscape: bool, bozza: bool) -> dict[str, Member]:
    """Return the parts of a DOCX in their order, those of its title and date too; body and data are to be put in."""
    parts = sample(landscape=landscape, bozza=bozza)
    made = {
        HEAD: _filled(parts[HEAD], legal(" ".join(title.split()))),
        CORE: _filled(parts[CORE].replace(_date(DAY), _date(created)), core_title(title)),
    }
    return {name: member(name, made.get(name, parts[name])) for name in ordered(parts)}


def _carried(text: str, *, landscape: bool, bozza: bool) -> bytes:
    return _filled(sample(landscape=landscape, bozza=bozza)[PART], text)


def _filled(part: bytes, text: str) -> bytes:
    """Return a part of the sample with a text at its mark."""
    return part.replace(MARK.encode(), escape(text, quote=False).replace("\r", "&#13;").encode())


def _date(moment: datetime) -> bytes:
    return core_date(moment).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
