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
    MAX_COLONNE,
    MAX_RIGHE,
    MAX_TESTO,
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

_MOST_EXACT = 10**15
_SAFE = XMLParser(resolve_entities=False, no_network=True)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BROKEN = XPath(
    "m:c[@t='e' or (m:f and not(string(m:v)) and not(@t='str'))]/@r",
    namespaces={"m": _MAIN[1:-1]},
    smart_strings=False,
)
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
        rows = list(islice(_rows(sheet, _broken(contenuto, sheet.name)), MAX_RIGHE + 2))
    except PasswordError:
        raise TabellaIllegibile(_LOCKED) from None
    except (CalamineError, XMLSyntaxError):
        raise TabellaIllegibile(_NON_XLSX) from None
    controlla_misure(rows)
    notes = ("Si legge soltanto il primo foglio che contiene dati.",) if others else ()
    return Foglio("xlsx", rows, notes, merged)


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


def _broken(content: bytes, sheet: str) -> dict[str, list[str]]:
    """Return, by row, the columns of cells that hold an error, or a formula without its result, which look empty."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        try:
            book = parse(archive.read("xl/workbook.xml"), _SAFE)
            links = parse(archive.read("xl/_rels/workbook.xml.rels"), _SAFE)
            [key] = [one.get(_LINK) for one in book.iter(f"{_MAIN}sheet") if one.get("name") == sheet]
            [target] = [one.get("Target", "") for one in links.iter() if one.get("Id") == key]
            body = archive.read(target.removeprefix("/") if target.startswith("/") else f"xl/{target}")
        except (KeyError, ValueError, XMLSyntaxError):  # a workbook of another kind, or a strict one
            return {}
    if b't="e"' not in body and b"<f" not in body:
        return {}
    found: dict[str, list[str]] = defaultdict(list)
    for _, row in iterparse(BytesIO(body), tag=f"{_MAIN}row", resolve_entities=False, no_network=True):
        names: Any = _BROKEN(row)
        for name in names:
            column = name.rstrip("0123456789")
            found[name[len(column) :]].append(intern(column))
        row.clear()
        while row.getprevious() is not None:
            del row.getparent()[0]
    return found


def _first(book: CalamineWorkbook) -> tuple[CalamineSheet, bool]:
    """Return the first visible sheet that holds something, and whether there are others after it."""
    names = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
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
