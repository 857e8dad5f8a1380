"""Texts of a workbook that are written in more ways than one: some letters struck through, or raised above the line.

`brani(archive, sheet)` → a `Brani` whose `barrati` say what is struck through of the texts that are so in part; its
`apici` say that of the text 7, "Locatelli" and a raised "a", the "a" is the mark of a note: nobody takes it for a part
of it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml.etree import XMLParser
from lxml.etree import fromstring as parse

_SAFE: Final = XMLParser(resolve_entities=False, no_network=True)
_OFF: Final = frozenset({"0", "false"})
_TEXTS: Final = "xl/sharedStrings.xml"
_STRIKE, _RAISED = b"strike", b"superscript"
"""How the two are written."""
_OWN: Final = re.compile(r".*(?:\d[aeoªº°]|[dk]?m[23]|\d(?:er|mo|ma|st|nd|rd|th))", re.IGNORECASE)
"""Letters that are raised by right: 1ª, m²."""


@dataclass(frozen=True, slots=True)
class Brani:
    """What is struck through of the texts, by number, where something is; and what is raised.

    `dentro` says that the sheet has raised letters among its own cells, and not only among the texts that it shares.
    """

    barrati: Mapping[str, str] = field(default_factory=dict)
    apici: Mapping[str, str] = field(default_factory=dict)
    dentro: bool = False


def brani(archive: zipfile.ZipFile, foglio: bytes) -> Brani:
    """Return what is written in another way within the texts of a sheet of a workbook."""
    inside = _RAISED in foglio
    body = archive.read(_TEXTS) if _TEXTS in archive.namelist() else b""
    if _STRIKE not in body and _RAISED not in body:
        return Brani(dentro=inside)
    struck, raised = {}, {}
    for number, text in enumerate(parse(body, _SAFE).iterchildren("{*}si")):
        if (lined := barrato(text)) is not None:
            struck[str(number)] = lined
        if (letters := in_apice(text)) is not None:
            raised[str(number)] = letters
    return Brani(struck, raised, inside)


def barrato(testo: Any) -> str | None:
    """Return what of a text is struck through, None if nothing is."""
    said = [
        "".join(piece.text or "" for piece in run.iterchildren("{*}t")).strip()
        for run in testo.iterchildren("{*}r")
        if any(one.get("val") not in _OFF for one in run.iter("{*}strike"))
    ]
    return " ".join(filter(None, said)) or None


def in_apice(testo: Any) -> str | None:
    """Return what a text has above the line, None if it has nothing, or is written so as a whole."""
    before = ""
    for run in testo.iterchildren("{*}r"):
        said = "".join(piece.text or "" for piece in run.iterchildren("{*}t"))
        if said.strip() and any(one.get("val") == _RAISED.decode() for one in run.iter("{*}vertAlign")):
            if before.strip() and not _OWN.fullmatch(before + said.strip()):
                return said.strip()
        else:
            before += said
    return None
