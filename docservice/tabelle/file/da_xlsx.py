"""Read a workbook: the sheet whose header is known, formulas as their last result, macros never.

`leggi_xlsx(content, nomi)` → a `Foglio` whose rows have the numbers that Excel shows, cells as text, numbers, days.
"""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import islice
from typing import Any

from lxml.etree import XMLSyntaxError
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from docservice.tabelle.file.altri_fogli import altri
from docservice.tabelle.file.mostrati import Vista
from docservice.tabelle.file.xml_xlsx import InPiu, in_piu
from docservice.tabelle.foglio import (
    COMUNI,
    GENERALI,
    ISTRUZIONI,
    MAX_COLONNE,
    MAX_RIGHE,
    MAX_TESTO,
    RIGHE_COMUNI,
    Altro,
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
from docservice.tabelle.testi.nomi import conosciute
from docservice.tabelle.testi.sospetti import in_italiano

_MOST_EXACT = 10**15
_ENTRY = b"PK\x01\x02"
_MEMBERS = 2_000
_MERGED = 10_000
_UNPACKED = 400 * 1024 * 1024
_RATIO = 200
_SMALL = 4 * 1024 * 1024
_DEEPEST = 21
"""Rows among which the header is, and one more."""
_SHEETS = 5
"""Sheets that a note names at most."""
_LOCKED = "Il file è protetto da una password: va tolta (in Excel: File, Informazioni, Proteggi cartella di lavoro)."
_TOO_MUCH = "Il file, una volta aperto, è troppo grande: vanno tolte le righe, le colonne e i fogli superflui."
_NON_XLSX = "Il file non è una cartella di lavoro XLSX: va salvato in questo formato, oppure in CSV."
_RESAVE = "va aperto e salvato di nuovo come «Cartella di lavoro di Excel (.xlsx)», oppure in CSV UTF-8"
_OTHERS = {
    "xl/workbook.bin": f"una cartella di lavoro binaria di Excel (.xlsb): {_RESAVE}.",
    "word/document.xml": "un documento di Word (.docx): la tabella va copiata in un foglio e salvata come XLSX.",
    "ppt/presentation.xml": "una presentazione: la tabella va copiata in un foglio e salvata come XLSX.",
    "Index/Document.iwa": "un foglio di Numbers: va esportato in Excel (.xlsx), oppure in CSV.",
}
_MIMES = {
    b"application/vnd.oasis.opendocument.spreadsheet": f"un foglio OpenDocument (.ods): {_RESAVE}.",
    b"application/vnd.oasis.opendocument.text": "un testo OpenDocument (.odt): la tabella va salvata come XLSX.",
}
_RENAMED = f"Il foglio «{{name}}» non è letto: per essere letto deve chiamarsi «{COMUNI}»."
_MANIFEST = "META-INF/manifest.xml"
_BIFF_LOCK = b"\x09\x08\x10\x00", 20, b"\x2f\x00"
"""How an old workbook begins, and after how many bytes it says that it is locked."""


def leggi_xlsx(contenuto: bytes, nomi: Collection[str] = ()) -> Foglio:
    """Return the table of a workbook; raise `TabellaIllegibile`. Memory and time are the fence's to bound."""
    content = _weigh(contenuto)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheet, notes, known, others = _best(book, nomi)
        merged = _merged(sheet)
        with zipfile.ZipFile(BytesIO(content)) as archive:
            more = in_piu(archive, sheet.name)
            common = _common(book, archive, sheet.name)
        rows = list(islice(_rows(sheet, more), MAX_RIGHE + 2))
    except PasswordError:
        raise TabellaIllegibile(_LOCKED) from None
    except TabellaIllegibile:
        raise
    except (CalamineError, XMLSyntaxError, KeyError, ValueError):
        raise TabellaIllegibile(_NON_XLSX) from None
    controlla_misure(rows)
    if common is None:
        # a copy of ours, under the name that the sheet gave it
        notes += tuple(_RENAMED.format(name=name) for name in book.sheet_names if _is(name[: len(COMUNI)], COMUNI))
    tried = (
        ""
        if known
        else f"È stata cercata nelle prime righe di ogni foglio che si vede; il primo con dati è «{sheet.name}»."
    )
    hidden = tuple(more.nascoste), tuple(sorted(more.colonne)), tuple(more.barrate)
    ours = any(_is(name, ISTRUZIONI) for name in book.sheet_names)
    return Foglio(
        *("xlsx", rows, (*notes, *more.note), merged, *hidden, tried),
        formule=more.formule,
        comuni=common,
        istruzioni=ours,
        altri=others,
        viste=more.viste,
    )


def _weigh(content: bytes) -> bytes:
    """Refuse a bomb by the directory of its zip, which may be most of it, and what is no workbook; return it mended."""
    if content.count(_ENTRY) > 2 * _MEMBERS:
        raise TabellaIllegibile(_TOO_MUCH)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            ratio = unpacked / max(1, len(content))
            if len(members) > _MEMBERS or unpacked > _UNPACKED or (ratio > _RATIO and unpacked > _SMALL):
                raise TabellaIllegibile(_TOO_MUCH)
            names = archive.namelist()
            if any("\\" in name for name in names):
                return _weigh(_straightened(archive))
            if "EncryptionInfo" in names:
                raise TabellaIllegibile(_LOCKED)
            if "xl/workbook.xml" not in names:
                raise TabellaIllegibile(_what(archive, names))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        if isinstance(error, TabellaIllegibile):
            raise
        raise TabellaIllegibile(_old(content)) from None
    return content


def _straightened(archive: zipfile.ZipFile) -> bytes:
    """Return an archive whose names part their folders with a backslash, as some programs write, with good ones."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as straight:
        for name in archive.namelist():
            straight.writestr(name.replace("\\", "/"), archive.read(name))
    return out.getvalue()


def _what(archive: zipfile.ZipFile, names: Collection[str]) -> str:
    """Return what is told of an archive that is no workbook."""
    kind = archive.read("mimetype")[:100].strip() if "mimetype" in names else b""
    if kind in _MIMES and _MANIFEST in names and b"encryption-data" in archive.read(_MANIFEST):
        return _LOCKED
    told = _MIMES.get(kind) or next((what for name, what in _OTHERS.items() if name in names), None)
    if told is None and not any(name.startswith("xl/") for name in names):
        told = "un archivio ZIP: va aperto, e va inviata la tabella che contiene."
    return f"Il file non è un XLSX, ma {told}" if told else _NON_XLSX


def _is(name: str, *ours: str) -> bool:
    return name.strip().casefold() in map(str.casefold, ours)


def _common(book: CalamineWorkbook, archive: zipfile.ZipFile, data: str) -> Foglio | None:
    """Return the sheet of what rows share, if there is one beside that of the data, read as any."""
    ours = [one for one in book.sheets_metadata if one.name != data and _is(one.name, COMUNI)]
    ours.sort(key=lambda one: one.visible != SheetVisibleEnum.Visible)
    if not ours:
        return None
    sheet, more = book.get_sheet_by_name(ours[0].name), in_piu(archive, ours[0].name)
    rows = list(islice(_rows(sheet, more), RIGHE_COMUNI))
    seen = ours[0].visible == SheetVisibleEnum.Visible and not more.colonne & {0, 1}
    hidden = tuple(more.nascoste if seen else (row.numero for row in rows))
    return Foglio("xlsx", rows, nascoste=hidden, barrate=tuple(more.barrate), viste=more.viste) if rows else None


def _old(content: bytes) -> str:
    """Return what is told of a file that is no archive: old workbooks, and locked ones, are files of another kind."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _LOCKED
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        start, length, lock = _BIFF_LOCK
        place = content.find(start) + length
        locked = " È anche protetto da una password, che va tolta." * (content[place : place + 2] == lock)
        return f"Il file non è un XLSX, ma un foglio del vecchio Excel (.xls): {_RESAVE}.{locked}"
    return _NON_XLSX


def _best(
    book: CalamineWorkbook, names: Collection[str]
) -> tuple[CalamineSheet, tuple[str, ...], int, tuple[Altro, ...]]:
    """Return the visible sheet whose header is known the most, else the first that holds something; and what to note.

    The last are how many columns of the header are known, and the other sheets that hold people, or know as many.
    """
    best: CalamineSheet | None = None
    most, filled = -1, []
    twins: list[str] = []
    unseen: dict[str, int] = {}
    for one in book.sheets_metadata:
        # nor those that come with our table
        if _is(one.name, COMUNI, ISTRUZIONI, *GENERALI):
            continue
        sheet = book.get_sheet_by_name(one.name)
        if not sheet.height:
            continue
        known = max((conosciute(row, names) for row in islice(sheet.iter_rows(), _DEEPEST)), default=0)
        if one.visible != SheetVisibleEnum.Visible:
            unseen[one.name] = known
            continue
        filled.append(one.name)
        if known > most:
            best, most, twins = sheet, known, []
        elif known == most and known:
            twins.append(one.name)
    if best is None:
        raise TabellaIllegibile("La cartella di lavoro è vuota: servono un’intestazione e almeno una riga di dati.")
    others = [name for name in filled if name != best.name]
    twins += [name for name, known in unseen.items() if known == most and known]
    told = tuple(altri(book, [*others, *unseen], twins))
    # of those that hold people more is told than a note
    people = {name for name, *_ in told}
    rest = [name for name in others if name not in people]
    left = f"; gli altri fogli con dati non sono letti: {_list(rest)}" if rest else ""
    if concealed := [name for name in unseen if name in people]:
        left += f"; ci sono fogli nascosti, che si vedono con «Scopri»: {_list(concealed)}"
    return best, (f"È stato letto il foglio «{best.name}»{left}.",) if others or concealed else (), most, told


def _list(names: Collection[str]) -> str:
    shown = ", ".join(f"«{name}»" for name in list(names)[:_SHEETS])
    return f"{shown} e altri {len(names) - _SHEETS}" if len(names) > _SHEETS else shown


def _rows(sheet: CalamineSheet, more: InPiu) -> Iterator[Riga]:
    _, left = sheet.start or (0, 0)
    if (last := left + sheet.width) > MAX_COLONNE:
        raise TabellaIllegibile(
            f"Il foglio arriva alla colonna {lettera(last - 1)}: le colonne possono essere al massimo"
            f" {MAX_COLONNE}, vanno tolte quelle che non servono."
        )
    empty: list[Cella] = [None] * left
    places = {lettera(place): place for place in range(last)}
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = empty + [_cell(value) for value in values]
        for name, error in zip(more.rotte.get(number, ()), more.errori.get(number, ()), strict=False):
            if (place := places.get(name, last)) < len(cells):
                cells[place] = in_italiano(error) or Rotta()
        _as_seen(cells, number, places, more)
        if any(isinstance(cell, str) and len(cell) > MAX_TESTO for cell in cells):
            raise troppo_lungo(number)
        while cells and vuota(cells[-1]):
            cells.pop()
        if cells:
            yield Riga(number, tuple(cells))


def _as_seen(cells: list[Cella], number: int, places: Mapping[str, int], more: InPiu) -> None:
    """Put in their places the cells as they are seen, or keep beside them what is."""
    for name, show in more.mostrati.get(number, ()):
        if (place := places.get(name, len(cells))) < len(cells):
            shown = show(cells[place])
            if isinstance(shown, Vista):
                more.viste[number, place] = str(shown)
            elif shown is not None:
                cells[place] = shown


def _cell(value: Any) -> Cella:  # noqa: PLR0911 - a kind each
    if isinstance(value, str):
        return value or None
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _MOST_EXACT else Decimal(format(value, ".15g"))
    if isinstance(value, datetime):
        return value if any((value.hour, value.minute, value.second, value.microsecond)) else value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def _merged(sheet: CalamineSheet) -> tuple[str, ...]:
    areas = sheet.merged_cell_ranges or ()
    if len(areas) > _MERGED:
        raise TabellaIllegibile(f"Il foglio ha più di {_MERGED} celle unite: vanno divise, ripetendo il valore.")
    return tuple(_area(start, end) for start, end in areas)


def _area(start: tuple[int, int], end: tuple[int, int]) -> str:
    return f"{lettera(start[1])}{start[0] + 1}:{lettera(end[1])}{end[0] + 1}"
