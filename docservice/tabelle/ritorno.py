"""The table back, its wrong cells marked: a column of faults and, in a workbook, a note on each cell.

A CSV `Cognome;CF` / `Binti;x` comes back as `Cognome;CF;Errori` / `Binti;x;CF: Il codice fiscale … [AQ-G26]`. Values
and columns come back, not the user's formatting; what was typed is text, never a formula.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from docservice.formati.lettura import canonico
from docservice.tabelle.da_jsonl import Oggetto
from docservice.tabelle.difetto import ERRORI, Difetto, altri
from docservice.tabelle.foglio import Cella, Foglio, protetto
from docservice.tabelle.verifica import Verifica

_TITLE = "Errori"
_GENERAL = "Errori generali"
_TEXT = "riga_illeggibile"
"""The member in which a line that holds no object goes back."""
_LONGEST = 32_000
"""Most characters of a cell, a little under Excel's."""
_EXACT = 10**15
"""From here on a sheet would round a whole number."""
_WIDTH = 20


def restituisci(verifica: Verifica) -> bytes:
    """Return the table that was verified, as a file of the kind it came in."""
    foglio = verifica.foglio
    if not isinstance(foglio, Foglio):
        return _jsonl(foglio, verifica)
    return _xlsx(foglio, verifica) if foglio.tipo == "xlsx" else _csv(foglio, verifica)


def scrivi_testo(foglio: Worksheet, riga: int, colonna: int, testo: str, *formato: object) -> None:
    """Write a text that stays a text."""
    foglio.write_string(riga, colonna, testo[:_LONGEST], *formato)


def _by_row(faults: Sequence[Difetto]) -> dict[int | None, list[Difetto]]:
    found: dict[int | None, list[Difetto]] = defaultdict(list)
    for fault in faults:
        found[fault.riga].append(fault)
    return found


def _of_row(numero: int, told: Mapping[int | None, list[Difetto]], verifica: Verifica) -> str:
    """Return the faults of a row as a person reads them; of those that are not told, that there are."""
    return _said(told.get(numero, ())) or (altri(numero).detto if numero in verifica.errate else "")


def _said(faults: Sequence[Difetto]) -> str:
    """Return the faults of a row as a person reads them."""
    return "\n".join(fault.detto for fault in faults)


def _place(foglio: Foglio, verifica: Verifica) -> int:
    """Return the place of the column of faults: where it was, or after the last."""
    header = next(row.celle for row in foglio.righe if row.numero == verifica.testata)
    for place, cell in enumerate(header):
        if isinstance(cell, str) and cell.strip().casefold() == ERRORI:
            return place
    return max(len(row.celle) for row in foglio.righe)


def _xlsx(foglio: Foglio, verifica: Verifica) -> bytes:
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, options) as book:
        sheet = book.add_worksheet("Dati")
        bold = book.add_format({"bold": True, "bottom": 1})
        wrong = {"bg_color": "#F8D7DA", "border": 1, "border_color": "#B02A37"}
        styles = {False: book.add_format(), True: book.add_format(wrong)}
        days = {
            False: book.add_format({"num_format": "dd/mm/yyyy"}),
            True: book.add_format({"num_format": "dd/mm/yyyy", **wrong}),
        }
        told, last = _by_row(verifica.difetti), _place(foglio, verifica)
        for row in foglio.righe:
            faults = told.get(row.numero, [])
            marked = {fault.posto for fault in faults}
            cells: list[Cella] = [*row.celle, *[None] * (max(filter(None, marked), default=0) + 1 - len(row.celle))]
            for place, cell in enumerate(cells):
                if place != last:
                    red = place in marked
                    plain = days if isinstance(cell, date) else styles
                    style = bold if row.numero == verifica.testata else plain[red]
                    _write(sheet, row.numero - 1, place, cell, style)
            for place in sorted(p for p in marked if p is not None):
                note = "\n".join(fault.messaggio for fault in faults if fault.posto == place)
                sheet.write_comment(row.numero - 1, place, note[:_LONGEST], {"x_scale": 2, "author": "docservice"})
            if said := _of_row(row.numero, told, verifica):
                scrivi_testo(sheet, row.numero - 1, last, said, styles[True])
        scrivi_testo(sheet, verifica.testata - 1, last, _TITLE, bold)
        sheet.set_column(0, last - 1 if last else 0, _WIDTH)
        sheet.set_column(last, last, 4 * _WIDTH)
        sheet.freeze_panes(verifica.testata, 0)
        if None in told:
            general = book.add_worksheet(_GENERAL)
            general.set_column(0, 0, 6 * _WIDTH)
            for number, line in enumerate(_said(told[None]).split("\n")):
                scrivi_testo(general, number, 0, line)
    return out.getvalue()


def _write(sheet: Worksheet, row: int, column: int, cell: Cella, style: object) -> None:
    match cell:
        case None:
            sheet.write_blank(row, column, None, style)
        case bool():
            sheet.write_boolean(row, column, cell, style)
        case date():
            sheet.write_datetime(row, column, cell, style)
        case int() | Decimal() if -_EXACT < cell < _EXACT:
            sheet.write_number(row, column, cell, style)
        case _:
            scrivi_testo(sheet, row, column, str(cell), style)


def _csv(foglio: Foglio, verifica: Verifica) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    told, last = _by_row(verifica.difetti), _place(foglio, verifica)
    for row in foglio.righe:
        cells = ["" if cell is None else protetto(str(cell)) for cell in row.celle]
        cells += [""] * (last + 1 - len(cells))
        cells[last] = _TITLE if row.numero == verifica.testata else _of_row(row.numero, told, verifica)
        if row.numero == verifica.testata and None in told:
            cells.append(_said(told[None]))
        writer.writerow(cells)
    return out.getvalue().encode("utf-8-sig")


def _jsonl(objects: Sequence[Oggetto], verifica: Verifica) -> bytes:
    told = _by_row(verifica.difetti)
    lines = []
    for one in objects:
        values = {name: value for name, value in one.valori.items() if name != ERRORI}
        if one.difetto is not None:
            values[_TEXT] = one.testo
        if one.numero in verifica.errate:
            values[ERRORI] = [fault.as_dict() for fault in told.get(one.numero) or [altri(one.numero)]]
        lines.append(json.dumps(canonico(values), ensure_ascii=False))
    if None in told:
        lines.append(json.dumps({ERRORI: [fault.as_dict() for fault in told[None]]}, ensure_ascii=False))
    # a lone surrogate goes back escaped, as JSON writes it
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
