"""What the XML of a sheet says and its reader does not: what is hidden, cells without a result, numbers as shown.

`in_piu(archive, "Dati")` → an `InPiu` whose `nascoste` are the numbers of the rows that nobody sees; its `mostrati` say
that the 123 in `B2`, under the format `00000`, is read "00123" by whoever looks at it.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from posixpath import join, normpath
from sys import intern
from typing import Any

from lxml.etree import XMLParser, XPath, iterparse
from lxml.etree import fromstring as parse

from docservice.tabelle.foglio import MAX_COLONNE

_SAFE = XMLParser(resolve_entities=False, no_network=True)
_LINK = re.compile(r"\{[^}]*/relationships\}id")
_NO_HEIGHT = b"hidden=", b"zeroHeight=", b'ht="0'
_FALSE = frozenset({None, "0", "false"})
_ASIDE = re.compile(r"\[[^\]]*\]|_.|\*.")
"""Of a format, what is no character: colours and conditions, spaces as wide as a character, what fills the cell."""
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_MARKS = re.compile(r"[^0 ()/+\-]")

Mostra = Callable[[Any], str | None]
"""How a number is shown."""


@dataclass(slots=True)
class InPiu:
    """What is known of a sheet besides its values; cells are by row, then by letters of the column."""

    rotte: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    mostrati: dict[int, list[tuple[str, Mostra]]] = field(default_factory=lambda: defaultdict(list))
    nascoste: list[int] = field(default_factory=list)
    colonne: set[int] = field(default_factory=set)


def in_piu(archive: zipfile.ZipFile, foglio: str) -> InPiu:
    """Return what the XML says of a sheet; raise `KeyError`, `ValueError` or `XMLSyntaxError` where it is not there."""
    book = parse(archive.read("xl/workbook.xml"), _SAFE)
    links = parse(archive.read("xl/_rels/workbook.xml.rels"), _SAFE)
    [found] = [one for one in book.iter("{*}sheet") if one.get("name") == foglio]
    [key] = [value for name, value in found.items() if _LINK.fullmatch(str(name))]
    [target] = [one.get("Target", "") for one in links.iter("{*}Relationship") if one.get("Id") == key]
    body = archive.read(target.removeprefix("/") if target.startswith("/") else normpath(join("xl", target)))
    found_ = InPiu()
    formats = {style: show for style, show in _formats(archive).items() if f's="{style}"'.encode() in body}
    if formats or b't="e"' in body or b"<f" in body or b":f" in body or any(mark in body for mark in _NO_HEIGHT):
        _read(body, formats, found_)
    return found_


def _formats(archive: zipfile.ZipFile) -> dict[str, Mostra]:
    """Return, by style, how it shows numbers, of those that show what the value does not say."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    styles = parse(archive.read("xl/styles.xml"), _SAFE)
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter("{*}numFmt")}
    codes |= {"9": "0%", "10": "0.00%"}
    shown: dict[str, Mostra] = {}
    for cells in styles.iter("{*}cellXfs"):
        for place, one in enumerate(cells.iterchildren("{*}xf")):
            show = formato(codes.get(one.get("numFmtId"), ""))
            if show is not None:
                shown[str(place)] = show
    return shown


def formato(codice: str) -> Mostra | None:
    """Return how a format shows a number, None when it says no more than its value: only zeros, or a percentage."""
    section = _ASIDE.sub("", codice.split(";", maxsplit=1)[0])
    bare = _LITERAL.sub("", section)
    if bare.endswith("%") and not _MARKS.sub("", bare).strip("0 "):
        return _percent
    zeros = bare.count("0")
    if zeros < 2 or _MARKS.search(bare):  # noqa: PLR2004 - one is any number
        return None

    def shown(value: Any) -> str | None:
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            return None
        digits = str(value).zfill(zeros)
        rest = list(digits[len(digits) - zeros + 1 :])
        first, out = digits[: len(digits) - zeros + 1], ""
        for piece in re.finditer(r'"([^"]*)"|\\(.)|(.)', section):
            if piece[3] == "0":
                out, first = out + (first or rest.pop(0)), ""
            else:
                out += piece[1] or piece[2] or piece[3] or ""
        return out

    return shown


def _percent(value: Any) -> str | None:
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        return None
    return f"{(Decimal(value) * 100).normalize():f}%".replace(".", ",")


def _read(body: bytes, formats: Mapping[str, Mostra], found: InPiu) -> None:
    """Go once through a sheet, a row at a time."""
    all_hidden = False
    number = 0
    paths: dict[str, tuple[XPath, XPath]] = {}
    styles = " or ".join(f"@s='{style}'" for style in formats) or "false()"
    for _, one in iterparse(
        BytesIO(body), tag=("{*}row", "{*}col", "{*}sheetFormatPr"), resolve_entities=False, no_network=True
    ):
        name = one.tag.rpartition("}")
        if name[2] == "sheetFormatPr":
            all_hidden = one.get("zeroHeight") not in _FALSE
        elif name[2] == "col":
            found.colonne.update(_columns(one))
        else:
            number = int(one.get("r") or number + 1)
            if _hidden(one, all_hidden):
                found.nascoste.append(number)
            space = name[0].lstrip("{")
            if space not in paths:
                paths[space] = _paths(space, styles)
            broken, shown = paths[space]
            for place in _placed(broken(one)):
                found.rotte[number].append(place)
            if formats:
                cells: Any = shown(one)
                for cell in cells:
                    place = intern(cell.get("r", "").rstrip("0123456789"))
                    found.mostrati[number].append((place, formats[cell.get("s")]))
        one.clear()
        while one.getprevious() is not None:
            del one.getparent()[0]


def _paths(space: str, styles: str) -> tuple[XPath, XPath]:
    broken = "m:c[@t='e' or (m:f and not(string(m:v)) and not(@t='str'))]/@r"
    shown = f"m:c[not(@t) or @t='n'][{styles}]"
    spaces = {"m": space}
    return XPath(broken, namespaces=spaces, smart_strings=False), XPath(shown, namespaces=spaces)


def _placed(names: Any) -> Iterator[str]:
    return (intern(name.rstrip("0123456789")) for name in names)


def _hidden(row: Any, by_default: bool) -> bool:  # noqa: FBT001 - what the sheet says of all
    hidden = row.get("hidden")
    if hidden is not None:
        return hidden not in _FALSE
    height = row.get("ht")
    return by_default and height is None if height is None or float(height) else True


def _columns(col: Any) -> Iterator[int]:
    """Yield the places of the columns that nobody sees."""
    width = col.get("width")
    if col.get("hidden") not in _FALSE or (width is not None and not float(width)):
        yield from range(int(col.get("min")) - 1, min(int(col.get("max")), MAX_COLONNE))
