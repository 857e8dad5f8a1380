"""Blocks to DOCX on the house letterhead (`templates/carta.docx`, built by `script/carta`).

    write(document, data=b'{"modello": ...}', created=datetime(...), bozza=False) -> bytes
    read_data(docx) -> bytes

Same arguments, same bytes. Nothing is fetched, nothing but the letterhead is read.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache, lru_cache
from html import escape

from docservice.render.word.archive import Member, join, member, ordered
from docservice.render.word.body import body
from docservice.render.word.context import legal
from docservice.render.word.letterhead import BODY, CORE, HEAD, core_date, core_title
from docservice.render.word.payload import NAMESPACE, PART, checked, read_data
from docservice.render.word.picture import parts
from docservice.render.word.sheet import DAY, MARK, sample
from docservice.text.blocks import Document, Letterhead

__all__ = ["NAMESPACE", "read_data", "write"]


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the DOCX of `document` with `data` (canonical JSON, UTF-8) inside.

    `created` is the only date in the file; naive means UTC. `bozza` marks every page as a draft.
    Raises ValueError on text or data that XML cannot hold, and on data above `word.payload.MAX_DATA` bytes.
    """
    paper = {"landscape": document.landscape, "bozza": bozza}
    carried = _filled(sample(**paper)[PART], checked(data))
    own = _titled(document.title, created, **paper) | {PART: member(PART, carried), BODY: body(document)}
    for block in document.blocks[:1]:
        if isinstance(block, Letterhead) and block.logo is not None:
            own |= parts(block.logo, sample(**paper))
    return join((_common(**paper) | own).values())


@cache
def _common(*, landscape: bool, bozza: bool) -> dict[str, Member]:
    """Return the parts of a DOCX in their order, those of its own to be put in place of the sample's."""
    parts = sample(landscape=landscape, bozza=bozza)
    return {name: member(name, parts[name]) for name in ordered(parts)}


@lru_cache(maxsize=256)
def _titled(title: str, created: datetime, *, landscape: bool, bozza: bool) -> dict[str, Member]:
    """Return the parts that say title and date."""
    parts = sample(landscape=landscape, bozza=bozza)
    head = _filled(parts[HEAD], legal(" ".join(title.split())))
    core = _filled(parts[CORE].replace(_date(DAY), _date(created)), core_title(title))
    return {HEAD: member(HEAD, head), CORE: member(CORE, core)}


def _filled(part: bytes, text: str) -> bytes:
    """Return a part of the sample with a text at its mark."""
    return part.replace(MARK.encode(), escape(text, quote=False).replace("\r", "&#13;").encode())


def _date(moment: datetime) -> bytes:
    return core_date(moment).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
