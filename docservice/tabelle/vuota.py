"""The empty table of a document type, to fill in: a workbook with its columns, drop-downs and notes.

`tabella_vuota(modello("did"))` → the bytes of an XLSX whose first header is «Nome *».
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from docservice.campi.fields import Codice, Decimale, Giorno, Intero, Scelta, SiNo, Testo
from docservice.campi.semplice import Semplice
from docservice.modelli.catalogo import Modello
from docservice.tabelle.colonne import Colonna, forma
from docservice.tabelle.foglio import MAX_RIGHE

_READY, _MOST_LISTED = 5_000, 250
"""Rows with drop-downs ready; characters of a list of words that Excel takes."""


def tabella_vuota(tipo: Modello) -> bytes:
    """Return the workbook of a document type, XLSX."""
    columns = forma(tipo).colonne
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Dati")
        formats = {
            Giorno: book.add_format({"num_format": "dd/mm/yyyy"}),
            Testo: book.add_format({"num_format": "@"}),
            Codice: book.add_format({"num_format": "@"}),
        }
        head = {
            True: book.add_format({"bold": True, "bottom": 1, "bg_color": "#D9E2EF"}),
            False: book.add_format({"bottom": 1, "bg_color": "#F2F2F2"}),
        }
        for place, column in enumerate(columns):
            title = f"{column.titolo} *" if column.obbligatoria else column.titolo
            sheet.write_string(0, place, title, head[column.obbligatoria])
            sheet.write_comment(0, place, _note(column), {"x_scale": 2, "author": "docservice"})
            sheet.set_column(place, place, max(12, len(title) + 2), _format(column, formats))
            _choices(sheet, place, column.campo)
        sheet.freeze_panes(1, 0)
        _instructions(book.add_worksheet("Istruzioni"), tipo, book.add_format({"bold": True}))
    return out.getvalue()


def _format(column: Colonna, formats: Mapping[type, Format]) -> Format | None:
    """Return the format of the cells of a column, by the kind of its field."""
    return next((formats[kind] for kind in type(column.campo).__mro__ if kind in formats), None)


def _choices(sheet: Worksheet, place: int, campo: Semplice[Any]) -> None:
    words = list(campo.ammessi) if isinstance(campo, Scelta) else ["sì", "no"] if isinstance(campo, SiNo) else []
    if words and len(",".join(words)) <= _MOST_LISTED:
        rule = {"validate": "list", "source": words, "error_title": "Valore non ammesso", "error_type": "warning"}
        sheet.data_validation(1, place, _READY, place, rule)


def _note(column: Colonna) -> str:
    """Return what a column takes, in a sentence or two."""
    needed = "Obbligatoria." if column.obbligatoria else "Facoltativa."
    match column.campo:
        case Giorno():
            what = "Una data, gg/mm/aaaa."
        case SiNo():
            what = "sì oppure no."
        case Scelta():
            what = f"Uno fra: {', '.join(column.campo.ammessi)}."
        case Codice():
            what = f"{column.campo.guida.capitalize()}."
        case Decimale():
            what = f"Un numero, con {column.campo.decimali} decimali al massimo."
        case Intero():
            what = f"Un numero intero, da {column.campo.minimo} a {column.campo.massimo}."
        case Testo():
            what = f"Un testo, {column.campo.massimo} caratteri al massimo."
        case _:
            raise TypeError(f"campo senza nota: {type(column.campo).__name__}")
    return f"{needed} {what} Nome del campo: {column.nome}"


def _instructions(sheet: Worksheet, tipo: Modello, bold: Format) -> None:
    one = "Le righe insieme fanno un documento." if forma(tipo).elenco else "Ogni riga fa un documento."
    lines = [
        tipo.titolo,
        one,
        "Le colonne con l’asterisco sono obbligatorie; le altre si possono lasciare vuote o togliere.",
        "I nomi delle colonne si possono scrivere anche in altro modo (maiuscole, accenti, «Cod. fiscale», «CF»).",
        "I dati uguali per tutte le righe si inviano una volta sola, a parte.",
        f"Al massimo {MAX_RIGHE} righe. Si legge soltanto il primo foglio.",
    ]
    sheet.set_column(0, 0, 110)
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line, *([] if number else [bold]))
