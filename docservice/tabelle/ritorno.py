"""The table back: `Errori`, its first column, says what is wrong in each row and what is in doubt.

A CSV `Cognome;CF` / `Binti;x` comes back as `Errori;Cognome;CF` / `CF: il codice fiscale … [AQ-G26];Binti;x`. In a
workbook the wrong cells are red, those in doubt yellow, each with a note; menus, common data and instructions of our
empty table come back with it, and the formulas that can be told (`formule`). What was typed is text, never a formula.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from docservice.campi.fields import Codice, Testo
from docservice.campi.semplice import Semplice
from docservice.formati.lettura import canonico
from docservice.tabelle import comuni
from docservice.tabelle.difetto import AVVISI, ERRORI, TORNATE, Difetto, altri, altri_avvisi
from docservice.tabelle.file.da_jsonl import Oggetto
from docservice.tabelle.foglio import GENERALI, PROPRIETA, Cella, Foglio, Rotta, protetto
from docservice.tabelle.formule import sposta
from docservice.tabelle.verifica import Verifica
from docservice.tabelle.vuota import istruzioni, scelte

_TITLE = "Errori"
_DOUBT = "Avviso: "
"""How a doubt begins, among faults."""
_TEXT = "riga_illeggibile"
"""The member in which a line that holds no object goes back."""
_LONGEST = 32_000
"""Most characters of a cell, a little under Excel's."""
_EXACT = 10**15
"""From here on a sheet would round a whole number."""
_FIRST_DAY = date(1899, 12, 30)
"""From which a sheet counts days."""
_WIDTH, _WIDEST = 12, 40
_TOLD, _LINE, _TALLEST = 80, 15, 400
"""Width of the column of faults; points of a line of it, and of a row at most."""
_FROZEN = 4
"""Columns, from the first, among which surname and name are kept in sight."""
_COLOURS = {
    True: {"bg_color": "#F8D7DA", "border": 1, "border_color": "#B02A37"},
    False: {"bg_color": "#FFF3CD", "border": 1, "border_color": "#B58900"},
    None: {},
}
"""Of what is wrong, of what is in doubt, of the rest."""


def restituisci(verifica: Verifica) -> bytes:
    """Return the table that was verified, as a file of the kind it came in."""
    foglio = verifica.foglio
    if not isinstance(foglio, Foglio):
        return _jsonl(foglio, verifica)
    return _Cartella(foglio, verifica).scritta() if foglio.tipo == "xlsx" else _csv(foglio, verifica)


class _Detti:
    """What is told of a table, by row: faults and doubts."""

    def __init__(self, verifica: Verifica) -> None:
        self.errori, self.avvisi = _by_row(verifica.difetti), _by_row(verifica.avvisi)
        for number in verifica.errate - self.errori.keys():
            self.errori[number] = [altri(number)]
        for number in verifica.dubbie - self.avvisi.keys():
            self.avvisi[number] = [altri_avvisi(number)]

    def di(self, riga: int | None) -> str:
        """Return what is told of a row, or of the whole, as a person reads it: faults first."""
        doubts = [f"{_DOUBT}{one.detto}" for one in self.avvisi.get(riga, ())]
        return "\n".join([*(fault.detto for fault in self.errori.get(riga, ())), *doubts])

    def celle(self, riga: int) -> dict[int, tuple[bool, str]]:
        """Return the marked cells of a row: whether each is wrong, or else in doubt, and its note."""
        notes: dict[int, list[str]] = defaultdict(list)
        wrong = set()
        for fault in self.errori.get(riga, ()):
            if fault.posto is not None:
                notes[fault.posto].append(fault.messaggio)
                wrong.add(fault.posto)
        for doubt in self.avvisi.get(riga, ()):
            if doubt.posto is not None:
                notes[doubt.posto].append(f"{_DOUBT}{doubt.messaggio}")
        return {place: (place in wrong, "\n".join(said)) for place, said in sorted(notes.items())}


def _by_row(faults: Sequence[Difetto]) -> dict[int | None, list[Difetto]]:
    found: dict[int | None, list[Difetto]] = defaultdict(list)
    for fault in faults:
        found[fault.riga].append(fault)
    return dict(found)


def _posti(foglio: Foglio, verifica: Verifica) -> Callable[[int], int | None]:
    """Return where each column goes: after that of faults; of one that came back with an earlier table, nowhere."""
    header = next((row.celle for row in foglio.righe if row.numero == verifica.testata), ())
    gone = {p for p, cell in enumerate(header) if isinstance(cell, str) and cell.strip().casefold() in TORNATE}
    return lambda place: None if place in gone else place + 1 - sum(other < place for other in gone)


class _Cartella:
    """The workbook that goes back."""

    def __init__(self, foglio: Foglio, verifica: Verifica) -> None:
        self._sheet, self._found, self._told = foglio, verifica, _Detti(verifica)
        self._place = _posti(foglio, verifica)
        self._out = BytesIO()
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = Workbook(self._out, {"in_memory": True, **options})
        self._book.set_properties(PROPRIETA)
        self._bold = self._book.add_format({"bold": True, "bottom": 1})
        self._styles: dict[tuple[str, bool | None], Any] = {}

    def scritta(self) -> bytes:
        """Return it whole."""
        with self._book as book:
            self._rows(book.add_worksheet("Dati"))
            if self._sheet.comuni is not None:
                self._common(self._sheet.comuni)
            if self._sheet.istruzioni:
                istruzioni(book, self._found.tipo)
            if said := self._told.di(None):
                general = book.add_worksheet(GENERALI[0 if None in self._told.errori else 1])
                general.set_column(0, 0, 120)
                for number, line in enumerate(said.split("\n")):
                    general.write_string(number, 0, line[:_LONGEST])
        return self._out.getvalue()

    def _style(self, shown: str, *, marked: bool | None = None) -> Any:
        """Return the format of a cell: how it is shown, and its colour."""
        if (shown, marked) not in self._styles:
            wrap = {"text_wrap": True, "valign": "top"} if shown == _TITLE else {"num_format": shown}
            self._styles[shown, marked] = self._book.add_format({**wrap, **_COLOURS[marked]})
        return self._styles[shown, marked]

    def _rows(self, sheet: Worksheet) -> None:
        head, columns = self._found.testata, self._found.colonne
        wide = max(len(row.celle) for row in self._sheet.righe)
        last = self._sheet.righe[-1].numero
        sheet.set_column(0, 0, _TOLD)
        for place, to in ((place, self._place(place)) for place in range(wide)):
            if to is not None:
                field = columns[place].campo if place in columns else None
                sheet.set_column(to, to, self._width(place), self._style(_shown(None, field)))
                if field is not None:
                    scelte(sheet, head, last - 1, to, field)
        for row in self._sheet.righe:
            marked = {} if row.numero == head else self._told.celle(row.numero)
            for place in range(max(len(row.celle), *(place + 1 for place in marked), 0)):
                self._cell(sheet, row.numero, place, row.celle[place] if place < len(row.celle) else None, marked)
            if row.numero != head and (said := self._told.di(row.numero)):
                if (lines := _lines(said)) > 1:  # a sheet does not make room by itself for what it did not write
                    sheet.set_row(row.numero - 1, min(_LINE * lines, _TALLEST))
                sheet.write_string(
                    row.numero - 1, 0, said[:_LONGEST], self._style(_TITLE, marked=row.numero in self._told.errori)
                )
        sheet.write_string(head - 1, 0, _TITLE, self._bold)
        named = [to + 1 for to in map(self._place, self._names()) if to is not None and to < _FROZEN]
        sheet.freeze_panes(head, max(named, default=1))
        sheet.autofilter(head - 1, 0, last - 1, max(filter(None, map(self._place, range(wide))), default=0))

    def _names(self) -> list[int]:
        return [place for place, one in self._found.colonne.items() if one.passi[-1] in {"cognome", "nome"}]

    def _width(self, place: int) -> int:
        header = next(row.celle for row in self._sheet.righe if row.numero == self._found.testata)
        return min(max(_WIDTH, len(str(header[place])) + 4 if place < len(header) else 0), _WIDEST)

    def _cell(
        self, sheet: Worksheet, number: int, place: int, cell: Cella, marked: Mapping[int, tuple[bool, str]]
    ) -> None:
        to = self._place(place)
        if to is None:
            return
        wrong, note = marked.get(place, (None, ""))
        column = self._found.colonne.get(place)
        head = number == self._found.testata
        style = self._bold if head else self._style(_shown(cell, column.campo if column else None), marked=wrong)
        formula = self._sheet.formule.get((number, place))
        moved = None if formula is None or head else sposta(formula, self._place)
        if moved is not None:
            sheet.write_formula(number - 1, to, f"={moved}", style, _result(cell))
        else:
            _write(sheet, number - 1, to, cell, style)
        if note:
            sheet.write_comment(number - 1, to, note[:_LONGEST], {"x_scale": 2, "author": "docservice"})

    def _common(self, shared: Foglio) -> None:
        """Write the sheet of what rows share as it came."""
        lines = [(*row.celle, None, None, None)[:3] for row in shared.righe]
        told = [(str(name or ""), cell, str(note or "")) for name, cell, note in lines]
        if told and told[0][0].casefold() == comuni.TESTATA[0].casefold():
            del told[0]
        fields = comuni.campi_di(self._found.tipo, [name for name, _, _ in told])

        def write(sheet: Worksheet, row: int, place: int, cell: Cella, field: Semplice[Any] | None) -> None:
            _write(sheet, row, place, cell, self._style(_shown(cell, field)))
            if field is not None:
                scelte(sheet, row, row, place, field)

        comuni.scrivi(self._book, told, fields, write)


def _lines(said: str) -> int:
    """Return how many lines a text takes in the column of faults."""
    return sum(1 + len(line) // _TOLD for line in said.split("\n"))


def _shown(cell: Cella, field: Semplice[Any] | None) -> str:
    """Return how a cell is formatted: what is a text stays one when it is corrected."""
    if isinstance(cell, date):
        return "dd/mm/yyyy"
    return "@" if isinstance(field, Testo | Codice) and not isinstance(cell, int | Decimal) else "General"


def _result(cell: Cella) -> Any:
    """Return the last result of a formula as a workbook keeps it."""
    if isinstance(cell, Rotta):
        return "#N/A"
    if isinstance(cell, date):
        return (cell - _FIRST_DAY).days
    return "" if cell is None else cell


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
            sheet.write_string(row, column, str(cell)[:_LONGEST], style)


def _csv(foglio: Foglio, verifica: Verifica) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    told, place = _Detti(verifica), _posti(foglio, verifica)
    for row in foglio.righe:
        cells = [
            "" if cell is None else protetto(str(cell)) for at, cell in enumerate(row.celle) if place(at) is not None
        ]
        if row.numero == verifica.testata:
            general = told.di(None)
            writer.writerow([_TITLE, *cells, *([protetto(general)] if general else [])])
        else:
            writer.writerow([protetto(told.di(row.numero)), *cells])
    return out.getvalue().encode("utf-8-sig")


def _jsonl(objects: Sequence[Oggetto], verifica: Verifica) -> bytes:
    told = _Detti(verifica)
    sides = ((ERRORI, told.errori), (AVVISI, told.avvisi))
    lines = []
    for one in objects:
        if one.valori and one.valori.keys() <= TORNATE:  # what an earlier table said of the whole
            continue
        values = {name: value for name, value in one.valori.items() if name not in TORNATE}
        if one.difetto is not None:
            values[_TEXT] = one.testo
        values |= {name: [fault.as_dict() for fault in of[one.numero]] for name, of in sides if one.numero in of}
        lines.append(json.dumps(canonico(values), ensure_ascii=False))
    if general := {name: [fault.as_dict() for fault in of[None]] for name, of in sides if None in of}:
        lines.append(json.dumps(general, ensure_ascii=False))
    # a lone surrogate goes back escaped, as JSON writes it
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
