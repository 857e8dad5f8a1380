"""«Dati comuni» is a sheet like the other: formats, hidden rows and struck-through texts are heard there too."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from test_vuota import examined, filled, with_people

from docservice import service
from docservice.modelli.catalogo import modello
from docservice.tabelle.file.lettura import leggi
from docservice.tabelle.foglio import COMUNI
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.verifica import verifica


def line(book: Any, name: str) -> Any:
    """Return the cell of the value of a line."""
    return next(row[1] for row in book[COMUNI].iter_rows() if row[0].value == name)


def shown(value: Any, shape: str) -> Any:
    book = filled("did")
    cell = line(book, "Luogo")
    cell.value, cell.number_format = value, shape
    return examined("did", with_people(book))


def test_a_value_is_read_as_it_is_shown() -> None:
    found = shown(7, "0000")
    assert {one["luogo"] for one in found.documenti.values()} == {"0007"}
    assert {one["luogo"] for one in shown(0.5, "0%").documenti.values()} == {"50%"}


def test_a_number_seen_rounded_is_doubted() -> None:
    book = filled("accordo-c")
    cell = line(book, "Modalità di utilizzo, Riduzione media")
    cell.value, cell.number_format = 50.4, "0"
    [doubt] = [one for one in examined("accordo-c", with_people(book)).avvisi if one.codice == "TAB-ARROTONDATO"]
    assert "mostra 50, e la cella contiene 50,4" in doubt.messaggio
    assert f"B{cell.row}" in doubt.messaggio


def test_a_day_with_an_hour_goes_through_the_fence() -> None:
    book = filled("did")
    cell = line(book, "Data")
    cell.value, cell.number_format = datetime(2009, 7, 1, 15, 30), "dd/mm/yyyy"  # noqa: DTZ001 - a sheet has no zone
    [fault] = examined("did", with_people(book)).difetti
    assert (fault.codice, fault.percorso) == ("TAB-COMUNE", "/data")
    assert "troppo grande" not in fault.messaggio


@pytest.mark.parametrize("name", ["Data", "Datore di lavoro, Numero di telefono"])
def test_a_formula_without_result_is_told_even_where_nothing_is_needed(name: str) -> None:
    book = filled("did")
    cells = {row[0].value: row[1] for row in book[COMUNI].iter_rows()}
    where = cells.get(name) or next(cell for title, cell in cells.items() if "elefono" in str(title))
    where.value = "=A1&B1"
    [fault] = examined("did", with_people(book)).difetti
    assert (fault.codice, "di cui il file non ha il risultato" in fault.messaggio) == ("TAB-COMUNE", True)


def test_a_text_struck_through_is_asked_about() -> None:
    book = filled("did")
    line(book, "Luogo").font = Font(strike=True)
    [fault] = examined("did", with_people(book)).difetti
    assert (fault.percorso, "barrato" in fault.messaggio) == ("/luogo", True)


@pytest.mark.parametrize("what", ["sheet", "row", "column"])
def test_what_nobody_sees_must_be_confirmed(what: str) -> None:
    book = filled("did")
    sheet, place = book[COMUNI], line(book, "Luogo").row
    if what == "sheet":
        sheet.sheet_state = "hidden"
    elif what == "row":
        sheet.row_dimensions[place].hidden = True
    else:
        sheet.column_dimensions["B"].hidden = True
    table = leggi(with_people(book))
    told = [fault.messaggio for fault in verifica(modello("did"), table, {}).difetti]
    assert any("nascoste=leggi" in one for one in told)
    read = verifica(modello("did"), table, {}, "leggi")
    assert (read.difetti, len(read.documenti)) == ([], 2)
    assert any("lette com’è stato chiesto" in note for note in read.note)
    left = verifica(modello("did"), table, {"luogo": "Lodi"}, "salta")
    assert what != "row" or {one["luogo"] for one in left.documenti.values()} == {"Lodi"}
    # in the table that goes back all is seen
    assert line(load_workbook(BytesIO(restituisci(read))), "Luogo").value
    back = load_workbook(BytesIO(restituisci(left)))
    assert "Luogo" not in [row[0].value for row in back[COMUNI].iter_rows()]


def test_what_cannot_be_read_is_not_told_missing_too() -> None:
    book = filled("did")
    line(book, "Datore di lavoro, Sede legale, CAP").value = "2412"
    told = [fault for fault in examined("did", with_people(book)).difetti if "CAP" in fault.messaggio]
    assert len(told) == 1


def test_people_are_in_the_rows() -> None:
    book = with_people(filled("accordo-a"))
    [fault] = examined("accordo-a", book, lavoratori=[{"cognome": "Neri"}]).difetti
    assert (fault.percorso, "nelle righe" in fault.messaggio) == ("/lavoratori", True)
    book = with_people(filled("did"))
    [fault] = examined("did", book, lavoratore={"cognome": "Neri"}).difetti
    assert (fault.percorso, "nelle righe" in fault.messaggio) == ("/lavoratore/cognome", True)


def test_two_that_disagree_are_told_with_the_cell_and_the_field() -> None:
    [fault] = examined("did", with_people(filled("did")), luogo="Altrove").difetti
    assert "(Luogo)" in fault.messaggio
    assert ("campo luogo" in fault.messaggio, fault.campo) == (True, "Luogo")


def test_a_shared_datum_that_is_missing_is_called_by_its_name() -> None:
    [fault] = examined("accordo-a", with_people(filled("accordo-a", Data=None))).difetti
    assert (fault.campo, fault.messaggio) == ("Data", "Data: dato obbligatorio mancante, va indicato.")
    assert fault.detto == "Data: dato obbligatorio mancante, va indicato."


def test_a_fault_of_an_object_is_called_by_its_name() -> None:
    data = service.esempio("did")
    del data["lavoratore"]["cognome"]
    [fault] = verifica(modello("did"), leggi(json.dumps(data).encode()), {}).difetti
    assert fault.messaggio == f"{fault.campo}: dato obbligatorio mancante, va indicato."
    assert (fault.percorso, "Cognome" in fault.campo, fault.detto.count("Cognome")) == ("/lavoratore/cognome", True, 1)
