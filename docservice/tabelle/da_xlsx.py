"""Read a workbook: its first sheet that holds something, formulas as their last result, macros never.

`leggi_xlsx(content)` → a `Foglio` whose rows have the numbers that Excel shows, cells as text, numbers, days.
"""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import islice
from sys import intern
from typing import Any

from lxml.etree import XMLParser, XMLSyntaxError, XPath, iterparse
from lxml.etree import fromstring as parse
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from docservice.tabelle.foglio import (
    COMUNI,
    GENERALI,
    ISTRUZIONI,
    MAX_COLONNE,
    MAX_RIGHE,
    MAX_TESTO,
    RIGHE_COMUNI,
    Cella,
    Foglio,
    Riga,
    Rotta,
    TabellaIllegibile,
    controlla_misure,
    lettera,
    troppo_lungo,
    vuota,
)
from docservice.tabelle.formule import LUNGA, MOLTE, Formula, posto

_MOST_EXACT = 10**15
_SAFE = XMLParser(resolve_entities=False, no_network=True)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BROKEN = XPath(
    "m:c[@t='e' or (m:f and not(string(m:v)) and not(@t='str'))]/@r",
    namespaces={"m": _MAIN[1:-1]},
    smart_strings=False,
)
_WITH_FORMULA = XPath("m:c[m:f]", namespaces={"m": _MAIN[1:-1]}, smart_strings=False)
_ENTRY = b"PK\x01\x02"
_MEMBERS = 2_000
_MERGED = 10_000
_UNPACKED = 400 * 1024 * 1024
_RATIO = 200
_SMALL = 4 * 1024 * 1024
_LOCKED = "Il file è protetto da una password: va tolta."
_TOO_MUCH = "Il file, una volta aperto, è troppo grande: vanno tolte le righe, le colonne e i fogli superflui."
_NON_XLSX = "Il file non è una cartella di lavoro XLSX: va salvato in questo formato, oppure in CSV."


def leggi_xlsx(contenuto: bytes) -> Foglio:
    """Return the table of a workbook; raise `TabellaIllegibile`. Memory and time are the fence's to bound."""
    _weigh(contenuto)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(contenuto))
        sheet, others = _first(book)
        merged = _merged(sheet)
        broken, formulas = _told_by_xml(contenuto, sheet.name)
        rows = list(islice(_rows(sheet, broken), MAX_RIGHE + 2))
        common = _common(book, sheet.name)
    except PasswordError:
        raise TabellaIllegibile(_LOCKED) from None
    except (CalamineError, XMLSyntaxError):
        raise TabellaIllegibile(_NON_XLSX) from None
    controlla_misure(rows)
    notes = ("Si legge soltanto il primo foglio che contiene dati.",) if others else ()
    ours = any(_is(name, ISTRUZIONI) for name in book.sheet_names)
    return Foglio("xlsx", rows, notes, merged, formulas, common, istruzioni=ours)


def _weigh(content: bytes) -> None:
    """Refuse a bomb by the directory of its zip, which may be most of it."""
    if content.count(_ENTRY) > 2 * _MEMBERS:
        raise TabellaIllegibile(_TOO_MUCH)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            ratio = unpacked / max(1, len(content))
            if len(members) > _MEMBERS or unpacked > _UNPACKED or (ratio > _RATIO and unpacked > _SMALL):
                raise TabellaIllegibile(_TOO_MUCH)
            if "EncryptionInfo" in archive.namelist():
                raise TabellaIllegibile(_LOCKED)
            if "xl/workbook.xml" not in archive.namelist() and "xl/workbook.bin" not in archive.namelist():
                raise TabellaIllegibile(_NON_XLSX)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        if isinstance(error, TabellaIllegibile):
            raise
        raise TabellaIllegibile(_NON_XLSX) from None


def _is(name: str, *ours: str) -> bool:
    return name.strip().casefold() in map(str.casefold, ours)


def _common(book: CalamineWorkbook, data: str) -> list[Riga]:
    """Return the lines of the sheet of what rows share, if there is one beside that of the data."""
    shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    name = next((name for name in shown if name != data and _is(name, COMUNI)), None)
    if name is None:
        return []
    sheet = book.get_sheet_by_name(name)
    _, left = sheet.start or (0, 0)
    if left > 1 or sheet.width > MAX_COLONNE:
        return []
    rows = islice(sheet.iter_rows(), RIGHE_COMUNI)
    told = (tuple([None] * left + [_cell(value) for value in values])[:3] for values in rows)
    return [Riga(number, cells) for number, cells in enumerate(told, 1) if not all(map(vuota, cells))]


def _told_by_xml(content: bytes, sheet: str) -> tuple[dict[str, list[str]], dict[tuple[int, int], str]]:
    """Return, by row, the columns of cells that hold an error, or a formula without its result, which look empty.

    And the formulas, by row and place.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        try:
            book = parse(archive.read("xl/workbook.xml"), _SAFE)
            links = parse(archive.read("xl/_rels/workbook.xml.rels"), _SAFE)
            [key] = [one.get(_LINK) for one in book.iter(f"{_MAIN}sheet") if one.get("name") == sheet]
            [target] = [one.get("Target", "") for one in links.iter() if one.get("Id") == key]
            body = archive.read(target.removeprefix("/") if target.startswith("/") else f"xl/{target}")
        except (KeyError, ValueError, XMLSyntaxError):  # a workbook of another kind, or a strict one
            return {}, {}
    if b't="e"' not in body and b"<f" not in body:
        return {}, {}
    formulas = _Formulas()
    found: dict[str, list[str]] = defaultdict(list)
    for _, row in iterparse(BytesIO(body), tag=f"{_MAIN}row", resolve_entities=False, no_network=True):
        names: Any = _BROKEN(row)
        for name in names:
            column = name.rstrip("0123456789")
            found[name[len(column) :]].append(intern(column))
        formulas.hear(row)
        row.clear()
        while row.getprevious() is not None:
            del row.getparent()[0]
    return found, formulas.found


class _Formulas:
    """The formulas of a sheet, a row at a time; those of a group are written once."""

    def __init__(self) -> None:
        self.found: dict[tuple[int, int], str] = {}
        self._groups: dict[str, Formula] = {}

    def hear(self, row: Any) -> None:
        """Keep the formulas of a row."""
        cells: Any = _WITH_FORMULA(row)
        for cell in cells if len(self.found) < MOLTE else ():
            one, name = cell.find(f"{_MAIN}f"), cell.get("r") or ""
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
                self.found[number, place] = text


def _first(book: CalamineWorkbook) -> tuple[CalamineSheet, bool]:
    """Return the first visible sheet that holds something, and whether there are others after it."""
    names = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    # of those that come with our table
    names = [name for name in names if not _is(name, COMUNI, ISTRUZIONI, *GENERALI)] or names
    for index, name in enumerate(names):
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            return sheet, index + 1 < len(names)
    raise TabellaIllegibile("La cartella di lavoro è vuota: servono un’intestazione e almeno una riga di dati.")


def _rows(sheet: CalamineSheet, broken: Mapping[str, Sequence[str]]) -> Iterator[Riga]:
    _, left = sheet.start or (0, 0)
    if (last := left + sheet.width) > MAX_COLONNE:
        raise TabellaIllegibile(
            f"Il foglio arriva alla colonna {lettera(last - 1)}: le colonne possono essere al massimo {MAX_COLONNE}."
        )
    empty: list[Cella] = [None] * left
    places = {lettera(place): place for place in range(last)}
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = empty + [_cell(value) for value in values]
        for name in broken.get(str(number), ()):
            if (place := places.get(name, last)) < len(cells):
                cells[place] = Rotta()
        if any(isinstance(cell, str) and len(cell) > MAX_TESTO for cell in cells):
            raise troppo_lungo(number)
        while cells and vuota(cells[-1]):
            cells.pop()
        if cells:
            yield Riga(number, tuple(cells))


def _cell(value: Any) -> Cella:
    if isinstance(value, str):
        return value or None
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _MOST_EXACT else Decimal(format(value, ".15g"))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return str(value)


def _merged(sheet: CalamineSheet) -> tuple[str, ...]:
    areas = sheet.merged_cell_ranges or ()
    if len(areas) > _MERGED:
        raise TabellaIllegibile(f"Il foglio ha più di {_MERGED} celle unite: vanno divise, ripetendo il valore.")
    return tuple(_area(start, end) for start, end in areas)


def _area(start: tuple[int, int], end: tuple[int, int]) -> str:
    return f"{lettera(start[1])}{start[0] + 1}:{lettera(end[1])}{end[0] + 1}"
