"""The comments on the cells of a sheet: nobody reads them, and who wrote them may think so; a note says that there are.

`commenti(archive, "xl/worksheets/sheet1.xml")` → `("Nel foglio ci sono commenti alle celle (I4): …",)`. Those that we
write, on the header and on the cells of a table that goes back, do not count.
"""

from __future__ import annotations

import re
import zipfile
from posixpath import basename, dirname, join, normpath
from typing import Final

from lxml.etree import XMLParser
from lxml.etree import fromstring as parse

_SAFE: Final = XMLParser(resolve_entities=False, no_network=True)
_OURS: Final = "docservice"
_OF_HEADER: Final = re.compile("[A-Z]+1")
"""A program that saves our table again may take the author off: the comments of its header are known by their row."""
_SHOWN: Final = 5
_TOLD: Final = (
    "Nel foglio ci sono commenti alle celle ({celle}), e non si leggono: ciò che dicono va scritto nelle celle."
)


def commenti(archive: zipfile.ZipFile, parte: str) -> tuple[str, ...]:
    """Return what to note of the comments of a sheet, by the name of its part in the workbook."""
    links = join(dirname(parte), "_rels", f"{basename(parte)}.rels")
    if links not in archive.namelist():
        return ()
    found: list[str] = []
    for link in parse(archive.read(links), _SAFE).iter("{*}Relationship"):
        target = link.get("Target", "")
        name = target.removeprefix("/") if target.startswith("/") else normpath(join(dirname(parte), target))
        if link.get("Type", "").endswith("/comments") and name in archive.namelist():
            found += _cells(archive.read(name))
    if not found:
        return ()
    shown = ", ".join(found[:_SHOWN]) + f" e altre {len(found) - _SHOWN}" * (len(found) > _SHOWN)
    return (_TOLD.format(celle=shown),)


def _cells(body: bytes) -> list[str]:
    part = parse(body, _SAFE)
    authors = [one.text for one in part.iter("{*}author")]
    ours = {str(place) for place, author in enumerate(authors) if author == _OURS}
    cells = [one.get("ref", "") for one in part.iter("{*}comment") if one.get("authorId") not in ours]
    return [cell for cell in cells if not _OF_HEADER.fullmatch(cell)]
