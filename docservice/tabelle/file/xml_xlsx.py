"""What the XML of a sheet says and its reader does not: what is hidden, cells without a result, numbers as shown.

`in_piu(archive, "Dati")` → an `InPiu` whose `nascoste` are the numbers of the rows that nobody sees; its `mostrati` say
that the 123 in `B2`, under the format `00000`, is read "00123" by whoever looks at it.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from io import BytesIO
from posixpath import join, normpath
from sys import intern
from typing import Any

from lxml.etree import XMLParser, XPath, iterparse
from lxml.etree import fromstring as parse

from docservice.tabelle.file.brani import Brani, barrato, brani, in_apice
from docservice.tabelle.file.commenti import commenti
from docservice.tabelle.file.mostrati import APICE, BARRATO, PREVISTI, Vista, come_si_vede
from docservice.tabelle.foglio import MAX_COLONNE
from docservice.tabelle.formule import LUNGA, MOLTE, Formula, posto

_SAFE = XMLParser(resolve_entities=False, no_network=True)
_LINK = re.compile(r"\{[^}]*/relationships\}id")
_MARKED = b't="e"', b"<f", b":f", b"hidden=", b"zeroHeight=", b' ht="0', b' width="0'
_THIN, _NARROW = 1, 0.5
"""Points of a row, characters of a column, under which nothing is seen."""
_FALSE = frozenset({None, "0", "false"})
_ASIDE = re.compile(r"\[[^\]]*\]|_.|\*.")
"""Of a format, what is no character: colours and conditions, spaces as wide as a character, what fills the cell."""
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_MARKS = re.compile(r"[^0 ()/+\-]")

Mostra = Callable[[Any], str | None]
"""How a number is shown."""
Trova = Callable[[Any], Any]
"""What finds the cells of a row."""


@dataclass(slots=True)
class InPiu:
    """What is known of a sheet besides its values; cells are by row, then by letters of the column.

    `rotte` are those without a value; `errori`, in the same order, the error of each, empty where a formula has no
    result.
    """

    rotte: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    errori: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    mostrati: dict[int, list[tuple[str, Mostra]]] = field(default_factory=lambda: defaultdict(list))
    nascoste: list[int] = field(default_factory=list)
    barrate: list[int] = field(default_factory=list)
    colonne: set[int] = field(default_factory=set)
    formule: dict[tuple[int, int], str] = field(default_factory=dict)
    viste: dict[tuple[int, int], str] = field(default_factory=dict)
    note: tuple[str, ...] = ()


def in_piu(archive: zipfile.ZipFile, foglio: str) -> InPiu:
    """Return what the XML says of a sheet; raise `KeyError`, `ValueError` or `XMLSyntaxError` where it is not there."""
    book = parse(archive.read("xl/workbook.xml"), _SAFE)
    links = parse(archive.read("xl/_rels/workbook.xml.rels"), _SAFE)
    [found] = [one for one in book.iter("{*}sheet") if one.get("name") == foglio]
    [key] = [value for name, value in found.items() if _LINK.fullmatch(str(name))]
    [target] = [one.get("Target", "") for one in links.iter("{*}Relationship") if one.get("Id") == key]
    part = target.removeprefix("/") if target.startswith("/") else normpath(join("xl", target))
    body = archive.read(part)
    more = InPiu(note=commenti(archive, part))
    shown, struck = _styles(archive)
    formats = {style: show for style, show in shown.items() if f's="{style}"'.encode() in body}
    struck = [style for style in struck if f's="{style}"'.encode() in body]
    pieces = brani(archive, body)
    if formats or struck or pieces != Brani() or any(mark in body for mark in (*_MARKED, b"strike")):
        _read(body, formats, struck, pieces, more)
    return more


def _styles(archive: zipfile.ZipFile) -> tuple[dict[str, Mostra], list[str]]:
    """Return how styles show numbers, of those that show what the value does not say; and those struck through."""
    if "xl/styles.xml" not in archive.namelist():
        return {}, []
    styles = parse(archive.read("xl/styles.xml"), _SAFE)
    codes: dict[str | None, str] = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter("{*}numFmt")}
    codes.update({"9": "0%", "10": "0.00%"} | PREVISTI)
    shown: dict[str, Mostra] = {}
    fonts = [font for some in styles.iter("{*}fonts") for font in some.iterchildren("{*}font")]
    lines = {str(n) for n, font in enumerate(fonts) for line in font.iter("{*}strike") if line.get("val") != "0"}
    struck: list[str] = []
    for cells in styles.iter("{*}cellXfs"):
        for place, one in enumerate(cells.iterchildren("{*}xf")):
            show = _insieme(codes.get(one.get("numFmtId"), ""))
            if show is not None:
                shown[str(place)] = show
            if one.get("fontId") in lines:
                struck.append(str(place))
    return shown, struck


def _insieme(codice: str) -> Mostra | None:
    """Return how a format shows a number: with its zeros, in its place; else beside it, as it is seen."""
    instead, beside = formato(codice), come_si_vede(codice)
    if instead is None or beside is None:
        return instead or beside
    return lambda value: shown if (shown := instead(value)) is not None else beside(value)


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


@dataclass(frozen=True, slots=True)
class _Cells:
    """How to find the cells of a row: without a value, of some formats, struck through."""

    broken: Trova
    wrong: Trova
    errors: Trova
    formulas: Trova
    shown: Trova
    struck: Trova
    texts: Trova
    written: Trova
    filled: Trova
    pieces: Brani
    lined: frozenset[str]

    @classmethod
    def of(cls, space: str, formats: Iterable[str], struck: Collection[str], pieces: Brani) -> _Cells:
        """Return how, in a namespace, given the styles of those formats and of those struck through."""
        shown, lined = (" or ".join(f"@s='{style}'" for style in some) or "false()" for some in (formats, struck))
        spaces = {"m": space}
        broken = "m:c[not(string(m:v)) and (@t='e' or (m:f and not(@t='str')))]/@r"
        error = "m:c[@t='e' and string(m:v)]"
        return cls(
            XPath(broken, namespaces=spaces, smart_strings=False),
            XPath(f"{error}/@r", namespaces=spaces, smart_strings=False),
            XPath(f"{error}/m:v[1]/text()[1]", namespaces=spaces, smart_strings=False),
            XPath("m:c[m:f]", namespaces=spaces, smart_strings=False),
            XPath(f"m:c[{shown}]", namespaces=spaces),
            XPath(f"m:c[{lined}][m:v or m:is] | m:c[m:is/m:r/m:rPr/m:strike]", namespaces=spaces),
            XPath("m:c[@t='s']/m:v/text()", namespaces=spaces, smart_strings=False),
            XPath("m:c[@t='s' or m:is/m:r]", namespaces=spaces, smart_strings=False),
            XPath("m:c[m:v or m:is]", namespaces=spaces),
            pieces,
            frozenset(struck),
        )

    def note(self, row: Any, number: int, formats: Mapping[str, Mostra], found: InPiu) -> None:
        """Note what a row holds."""
        for names, errors in ((self.broken(row), ()), (self.wrong(row), self.errors(row))):
            if names:
                found.rotte[number] += map(_letters, names)
                found.errori[number] += map(intern, errors or [""] * len(names))
        struck, raised = self.pieces.barrati, self.pieces.apici
        texts = self.texts(row) if struck or raised else ()
        for cell in self.shown(row) if formats else ():
            found.mostrati[number].append((_letters(cell.get("r", "")), formats[cell.get("s")]))
        if self.pieces.dentro or not raised.keys().isdisjoint(texts):
            found.mostrati[number] += self._raised(row)
        if (lined := self.struck(row)) or not struck.keys().isdisjoint(texts):
            if len(whole := [cell for cell in lined if cell.get("s") in self.lined]) == len(self.filled(row)):
                found.barrate.append(number)
            else:
                found.mostrati[number] += self._struck(row, whole)

    def _struck(self, row: Any, whole: Sequence[Any]) -> Iterator[tuple[str, Mostra]]:
        """Yield the places of the cells of a row that are struck through, as a `whole` or in part, and what is."""
        for cell in whole:
            yield _letters(cell.get("r", "")), partial(_seen, Vista(BARRATO))
        for cell in self.written(row):
            text = cell.find("{*}is")
            letters = self.pieces.barrati.get(cell.findtext("{*}v", "")) if text is None else barrato(text)
            if letters is not None and cell not in whole:
                yield _letters(cell.get("r", "")), partial(_seen, Vista(f"{BARRATO}{letters}"))

    def _raised(self, row: Any) -> Iterator[tuple[str, Mostra]]:
        """Yield the places of the cells of a row with something above the line, and how it is seen."""
        for cell in self.written(row):
            text = cell.find("{*}is")
            letters = self.pieces.apici.get(cell.findtext("{*}v", "")) if text is None else in_apice(text)
            if letters is not None:
                yield _letters(cell.get("r", "")), partial(_seen, Vista(f"{APICE}{letters}"))


def _seen(seen: Vista, _: Any) -> Vista:
    return seen


class _Formulas:
    """The formulas of a sheet, a row at a time; those of a group are written once."""

    def __init__(self, found: dict[tuple[int, int], str]) -> None:
        self._found = found
        self._groups: dict[str, Formula] = {}

    def hear(self, cells: Any) -> None:
        """Keep the formulas of the cells of a row that have one."""
        for cell in cells if len(self._found) < MOLTE else ():
            one, name = cell.find("{*}f"), cell.get("r") or ""
            letters = name.rstrip("0123456789")
            text, group = one.text or "", one.get("si") if one.get("t") == "shared" else None
            if not letters.isalpha() or one.get("t", "normal") not in {"normal", "shared"} or len(text) > LUNGA:
                continue
            number, place = int(name[len(letters) :] or 0), posto(letters)
            if group is not None and text:
                self._groups[group] = Formula(text, number, place)
            elif group is not None:
                text = (self._groups[group].in_cella(number, place) or "") if group in self._groups else ""
            if text:
                self._found[number, place] = text


def _read(body: bytes, formats: Mapping[str, Mostra], struck: Sequence[str], pieces: Brani, found: InPiu) -> None:
    """Go once through a sheet, a row at a time."""
    all_hidden = False
    number = 0
    formulas = _Formulas(found.formule)
    cells: dict[str, _Cells] = {}
    tags = ("{*}row", "{*}col", "{*}sheetFormatPr")
    for _, one in iterparse(BytesIO(body), tag=tags, resolve_entities=False, no_network=True):
        space, _, name = one.tag.lstrip("{").rpartition("}")
        if name == "sheetFormatPr":
            all_hidden = one.get("zeroHeight") not in _FALSE
        elif name == "col":
            found.colonne.update(_columns(one))
        else:
            number = int(one.get("r") or number + 1)
            if _hidden(one, all_hidden):
                found.nascoste.append(number)
            if space not in cells:
                cells[space] = _Cells.of(space, formats, struck, pieces)
            cells[space].note(one, number, formats, found)
            formulas.hear(cells[space].formulas(one))
        one.clear()
        while one.getprevious() is not None:
            del one.getparent()[0]


def _letters(name: str) -> str:
    return intern(name.rstrip("0123456789"))


def _hidden(row: Any, by_default: bool) -> bool:  # noqa: FBT001 - what the sheet says of all
    hidden = row.get("hidden")
    if hidden is not None:
        return hidden not in _FALSE
    height = row.get("ht")
    return by_default if height is None else float(height) < _THIN


def _columns(col: Any) -> Iterator[int]:
    """Yield the places of the columns that nobody sees."""
    width = col.get("width")
    if col.get("hidden") not in _FALSE or (width is not None and float(width) < _NARROW):
        yield from range(int(col.get("min")) - 1, min(int(col.get("max")), MAX_COLONNE))
