"""Read a workbook: its first sheet that holds something, formulas as their last result, macros never."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from docservice.bulk.foglio import (
    MAX_COLONNE,
    MAX_RIGHE,
    Cella,
    Foglio,
    Riga,
    TabellaIllegibile,
    controlla_misure,
    lettera,
    vuota,
)
from docservice.bulk.recinto import OltreIlRecinto, nel_recinto

_MOST_EXACT = 10**15
_MEMBERS = 2_000
_UNPACKED = 400 * 1024 * 1024
_RATIO = 200
_SMALL = 4 * 1024 * 1024
_NON_XLSX = "Il file non è una cartella di lavoro XLSX: va salvato in questo formato, oppure in CSV."


def leggi_xlsx(contenuto: bytes) -> Foglio:
    """Return the table of a workbook; raise `TabellaIllegibile`."""
    _weigh(contenuto)
    try:
        return nel_recinto(_read, contenuto)
    except OltreIlRecinto:
        raise TabellaIllegibile(
            "Il file è troppo grande per essere letto: vanno tolte le righe e le colonne che non servono, anche vuote."
        ) from None


def _weigh(content: bytes) -> None:
    """Refuse a bomb by the directory of its zip."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            ratio = unpacked / max(1, len(content))
            if len(members) > _MEMBERS or unpacked > _UNPACKED or (ratio > _RATIO and unpacked > _SMALL):
                raise TabellaIllegibile(
                    "Il file, una volta aperto, è troppo grande: vanno tolte le righe, le colonne e i fogli superflui."
                )
            if "xl/workbook.xml" not in archive.namelist() and "xl/workbook.bin" not in archive.namelist():
                raise TabellaIllegibile(_NON_XLSX)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        if isinstance(error, TabellaIllegibile):
            raise
        raise TabellaIllegibile(_NON_XLSX) from None


def _read(content: bytes) -> Foglio:
    """Read the workbook; runs inside the fence."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheet, others = _first(book)
        rows = list(islice(_rows(sheet), MAX_RIGHE + 2))
        merged = tuple(_area(start, end) for start, end in sheet.merged_cell_ranges or ())
    except PasswordError:
        raise TabellaIllegibile("Il file è protetto da una password: va tolta.") from None
    except CalamineError:
        raise TabellaIllegibile(_NON_XLSX) from None
    controlla_misure(rows)
    notes = ("Si legge soltanto il primo foglio che contiene dati.",) if others else ()
    return Foglio("xlsx", rows, notes, merged)


def _first(book: CalamineWorkbook) -> tuple[CalamineSheet, bool]:
    """Return the first visible sheet that holds something, and whether there are others after it."""
    names = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    for index, name in enumerate(names):
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            return sheet, index + 1 < len(names)
    raise TabellaIllegibile("La cartella di lavoro è vuota: servono un’intestazione e almeno una riga di dati.")


def _rows(sheet: CalamineSheet) -> Iterator[Riga]:
    _, left = sheet.start or (0, 0)
    if (last := left + sheet.width) > MAX_COLONNE:
        raise TabellaIllegibile(
            f"Il foglio arriva alla colonna {lettera(last - 1)}: le colonne possono essere al massimo {MAX_COLONNE}."
        )
    empty: list[Cella] = [None] * left
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = empty + [_cell(value) for value in values]
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
        return int(value) if value.is_integer() and abs(value) < _MOST_EXACT else Decimal(repr(value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return str(value)


def _area(start: tuple[int, int], end: tuple[int, int]) -> str:
    return f"{lettera(start[1])}{start[0] + 1}:{lettera(end[1])}{end[0] + 1}"
