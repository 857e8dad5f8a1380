"""The empty table of a document type, to fill in: a workbook with its columns, an example, drop-downs and notes.

`tabella_vuota(modello("did"))` → the bytes of an XLSX whose first header is «Cognome *»; beside its sheet «Dati», what
is the same for all rows (`comuni`) and the instructions.
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
from docservice.tabelle import comuni
from docservice.tabelle.colonne import forma
from docservice.tabelle.esempio import MARCA, esempio, in_cella
from docservice.tabelle.foglio import COMUNI, ISTRUZIONI, MAX_RIGHE, PROPRIETA, Cella

_READY, _MOST_LISTED = 5_000, 250
"""Rows with drop-downs ready; characters of a list of words that Excel takes."""
_KINDS = {Giorno: "dd/mm/yyyy", Testo: "@", Codice: "@"}
"""How the cells of a field are formatted."""


def tabella_vuota(tipo: Modello) -> bytes:
    """Return the workbook of a document type, XLSX."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties(PROPRIETA)
        sheet = book.add_worksheet("Dati")
        formats = {kind: book.add_format({"num_format": shown}) for kind, shown in _KINDS.items()}
        grey = {"italic": True, "font_color": "#7F7F7F"}
        example = {kind: book.add_format({"num_format": shown, **grey}) for kind, shown in _KINDS.items()}
        plain = book.add_format(grey)
        head = {
            True: book.add_format({"bold": True, "bottom": 1, "bg_color": "#D9E2EF"}),
            False: book.add_format({"bottom": 1, "bg_color": "#F2F2F2"}),
        }
        values = esempio(tipo)
        for place, column in enumerate(forma(tipo).colonne):
            title = f"{column.titolo} *" if column.obbligatoria else column.titolo
            sheet.write_string(0, place, title, head[column.obbligatoria])
            needed = "Obbligatoria." if column.obbligatoria else "Facoltativa."
            note = f"{needed} {aiuto(column.campo)} Nome del campo: {column.nome}"
            sheet.write_comment(0, place, note, {"x_scale": 2, "author": "docservice"})
            sheet.set_column(place, place, max(12, len(title) + 2), _format(column.campo, formats))
            scelte(sheet, 1, _READY, place, column.campo)
            if (value := values.get(column.nome)) is not None:
                sheet.write(1, place, in_cella(value, column), _format(column.campo, example) or plain)
        sheet.freeze_panes(1, 0)
        _common(book, tipo, formats)
        istruzioni(book, tipo)
    return out.getvalue()


def _common(book: Workbook, tipo: Modello, formats: Mapping[type, Format]) -> None:
    """Write the sheet of what is the same for all rows, to fill in."""
    lines = comuni.voci(tipo)
    fields = {number: line.campo for number, line in enumerate(lines, 1)}

    def write(sheet: Worksheet, row: int, place: int, _: Cella, field: Semplice[Any] | None) -> None:
        if field is not None:
            sheet.write_blank(row, place, None, _format(field, formats))
            scelte(sheet, row, row, place, field)

    comuni.scrivi(book, [(line.titolo, None, aiuto(line.campo)) for line in lines], fields, write)


def _format(campo: Semplice[Any], formats: Mapping[type, Format]) -> Format | None:
    """Return the format of the cells of a field, by its kind."""
    return next((formats[kind] for kind in type(campo).__mro__ if kind in formats), None)


def scelte(sheet: Worksheet, dalla: int, alla: int, place: int, campo: Semplice[Any]) -> None:
    """Put a menu on some rows of a column, if its field takes some words only; rows are from 0."""
    words = list(campo.ammessi) if isinstance(campo, Scelta) else ["sì", "no"] if isinstance(campo, SiNo) else []
    if words and len(",".join(words)) <= _MOST_LISTED:
        rule = {"validate": "list", "source": words, "error_title": "Valore non ammesso", "error_type": "warning"}
        sheet.data_validation(dalla, place, alla, place, rule)


def aiuto(campo: Semplice[Any]) -> str:
    """Return what a field takes, in a sentence or two: in its own words first."""
    match campo:
        case Giorno():
            what = "Una data, gg/mm/aaaa."
        case SiNo():
            what = "sì oppure no."
        case Scelta():
            what = f"Uno fra: {', '.join(campo.ammessi)}."
        case Codice():
            what = f"{campo.guida.capitalize()}."
        case Decimale():
            what = f"Un numero, con {campo.decimali} decimali al massimo."
        case Intero():
            what = f"Un numero intero, da {campo.minimo} a {campo.massimo}."
        case Testo():
            what = f"Un testo, {campo.massimo} caratteri al massimo."
        case _:
            raise TypeError(f"campo senza nota: {type(campo).__name__}")
    unit = f"In {campo.unita}." if campo.unita else ""
    named = isinstance(campo, Scelta | SiNo | Giorno) or not campo.aiuto or campo.esempio is None
    shown = "" if named else f"Per esempio: {str(campo.esempio).replace('.', ',') if unit else campo.esempio}."
    return " ".join(filter(None, [campo.aiuto, what, unit, shown]))


def istruzioni(book: Workbook, tipo: Modello) -> None:
    """Add the sheet that says how the table is filled in."""
    one = "Le righe insieme fanno un documento." if forma(tipo).elenco else "Ogni riga fa un documento."
    lines = [
        tipo.titolo,
        one,
        "Le colonne con l’asterisco sono obbligatorie; le altre si possono lasciare vuote o togliere.",
        "I nomi delle colonne si possono scrivere anche in altro modo (maiuscole, accenti, «Cod. fiscale», «CF»).",
        f"Ciò che è uguale per tutte le righe si scrive una volta sola, nel foglio «{COMUNI}».",
        "Una colonna obbligatoria che è scritta là si può togliere.",
        f"La riga che comincia con {MARCA} è un esempio: si può cancellare; lasciata com’è, non è letta.",
        f"Al massimo {MAX_RIGHE} righe.",
    ]
    sheet = book.add_worksheet(ISTRUZIONI)
    sheet.set_column(0, 0, 110)
    bold = book.add_format({"bold": True})
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line, *([] if number else [bold]))
