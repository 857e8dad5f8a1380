"""The table to fill in: its second sheet says what rows share, its example is no row."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from stadi import un_terzo
from tabelle import in_csv, saved
from test_verifica_righe import people

from docservice import service
from docservice.modelli.catalogo import catalogo, modello
from docservice.modelli.persone import ELENCO, SOGGETTO
from docservice.tabelle.comuni import voci
from docservice.tabelle.file.da_csv import leggi_csv
from docservice.tabelle.file.lettura import leggi
from docservice.tabelle.foglio import COMUNI
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.verifica import Verifica, verifica
from docservice.tabelle.vuota import tabella_vuota

KEPT = ("did", "accordo-a", "comunicazione-cigo")


def filled(slug: str, **changed: Any) -> Any:
    """Return the table of a document type, its second sheet filled in with the example; some lines otherwise."""
    book = load_workbook(BytesIO(tabella_vuota(modello(slug))))
    lines = {line.titolo: line for line in voci(modello(slug))}
    for row in book[COMUNI].iter_rows(min_row=2):
        value: Any = service.esempio(slug)
        for step in lines[row[0].value].passi:
            if isinstance(value, list):
                value = value[int(step) - 1] if int(step) <= len(value) else None
            else:
                value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, bool):
            value = "sì" if value else "no"
        row[1].value = changed.get(row[0].value, value if value is None or isinstance(value, int) else str(value))
    return book


def with_people(book: Any, count: int = 2) -> bytes:
    """Put people in a table, under its example."""
    sheet = book["Dati"]
    where = {str(cell.value).removesuffix(" *"): cell.column for cell in sheet[1]}
    for number, person in enumerate(people(count), 3):
        for name, value in zip(("Cognome", "Nome", "Codice fiscale"), person, strict=False):
            sheet.cell(number, where[name]).value = value
        if "Disponibilità riqualificazione" in where:
            sheet.cell(number, where["Disponibilità riqualificazione"]).value = "sì"
    return saved(book)


def examined(slug: str, content: bytes, **data: Any) -> Verifica:
    return verifica(modello(slug), leggi(content), data)


def test_the_hour_at_which_a_table_is_made_is_not_in_it() -> None:
    """An address that is stable keeps its bytes: neither the empty table nor the one that goes back tells the clock."""
    wrong = with_people(filled("did", Luogo="a" * 500))
    for content in (tabella_vuota(modello("did")), restituisci(examined("did", wrong))):
        told = load_workbook(BytesIO(content)).properties
        assert {told.created.replace(tzinfo=UTC), told.modified.replace(tzinfo=UTC)} == {
            datetime(1980, 1, 1, tzinfo=UTC)
        }


def test_what_rows_share_is_read_from_the_second_sheet() -> None:
    found = examined("did", with_people(filled("did")))
    assert (found.difetti, list(found.documenti)) == ([], [3, 4])
    first = found.documenti[3]
    assert (first["lavoratore"]["cognome"], first["luogo"]) == (people(1)[0][0], service.esempio("did")["luogo"])
    assert service.atto("did", first).verdetto.ha_errori is False


@pytest.mark.parametrize("slug", un_terzo(slug for slug in catalogo() if slug != "relazione-tecnica"))
def test_every_document_can_be_told_without_json(slug: str) -> None:
    """Of the example, all that is not of the person of a row can be written in the sheet, lists too."""
    from docservice.tabelle.comuni import con_comuni
    from docservice.tabelle.difetti import Difetti

    faults = Difetti()
    table = leggi(saved(filled(slug)))
    said = con_comuni(modello(slug), table, {}, faults, None, [])
    assert faults.trovati == []
    told = {name: value for name, value in service.esempio(slug).items() if name not in {SOGGETTO, ELENCO}}
    assert _plain(said) == _plain(told)


def _plain(value: Any) -> Any:
    """Return data as texts, without what is not there; of a list, what has its lines ready."""
    if isinstance(value, dict):
        return {name: plain for name, one in value.items() if (plain := _plain(one)) not in ({}, [], None)}
    if isinstance(value, list):
        return [_plain(one) for one in value[:3]]
    return str(value)


def test_a_fourth_element_and_a_line_that_no_one_knows() -> None:
    book = filled("accordo-a")
    book[COMUNI].append(["organizzazioni sindacali 4 sigla", "UGL"])
    table = leggi(with_people(book))
    found = verifica(modello("accordo-a"), table, {})
    assert found.documenti[0]["organizzazioni_sindacali"][-1] == {"sigla": "UGL"}
    book[COMUNI].append(["Pippo", "x"])
    [fault] = examined("accordo-a", with_people(book)).difetti
    assert (fault.codice, "Pippo" in fault.messaggio, "tolta la riga" in fault.messaggio) == ("TAB-COMUNE", True, True)


def test_what_cannot_be_read_there_is_told_with_its_cell() -> None:
    [fault] = examined("did", with_people(filled("did", Data="ieri"))).difetti
    assert (fault.codice, fault.percorso) == ("TAB-COMUNE", "/data")
    assert fault.messaggio.startswith("Foglio «Dati comuni», B3 (Data): Serve una data")


def test_what_is_sent_apart_goes_over_it_and_a_conflict_is_told() -> None:
    content = with_people(filled("did", Luogo=None))
    assert examined("did", content, luogo="Lodi").documenti[3]["luogo"] == "Lodi"
    assert examined("did", with_people(filled("did")), luogo="Bergamo").difetti == []
    [fault] = examined("did", with_people(filled("did")), luogo="Lodi").difetti
    assert (fault.codice, fault.percorso) == ("TAB-COMUNE", "/luogo")


def test_menus_common_data_and_instructions_survive_the_return() -> None:
    book = filled("did")
    content = with_people(book, 3)
    book["Dati"]["C3"] = "X"
    found = examined("did", saved(book))
    assert [fault.riga for fault in found.difetti] == [3]
    back = restituisci(found)
    again = load_workbook(BytesIO(back))
    assert again.sheetnames == ["Dati", "Dati comuni", "Istruzioni"]
    sent = load_workbook(BytesIO(content))
    for name, moved in (("Dati", True), (COMUNI, False)):
        rules = [len(one[name].data_validations.dataValidation) for one in (sent, again)]
        assert rules[0] == rules[1] > 0, moved
    assert [row[1].value for row in again[COMUNI].rows] == [row[1].value for row in sent[COMUNI].rows]
    told = examined("did", back)
    assert [fault.riga for fault in told.difetti] == [3]
    again["Dati"]["D3"] = people(1)[0][2]
    assert examined("did", saved(again)).difetti == []


@pytest.mark.parametrize("slug", KEPT)
def test_an_example_changed_in_part_is_told(slug: str) -> None:
    book = load_workbook(BytesIO(tabella_vuota(modello(slug))))
    sheet = book["Dati"]
    changed = next(cell for cell in sheet[2] if isinstance(cell.value, str) and not cell.value.startswith("ESEMPIO"))
    changed.value = "Altro"
    assert "TAB-ESEMPIO" in {fault.codice for fault in examined(slug, saved(book), **_shared(slug)).difetti}


def _shared(slug: str) -> dict[str, Any]:
    return {name: value for name, value in service.esempio(slug).items() if name not in {SOGGETTO, ELENCO}}


def test_an_example_without_its_mark_is_a_doubt() -> None:
    book = load_workbook(BytesIO(tabella_vuota(modello("did"))))
    book["Dati"]["A2"] = "Bonetti"
    found = examined("did", saved(book))
    assert ("TAB-ESEMPIO", 2) in {(one.codice, one.riga) for one in found.avvisi}
    assert found.documenti.keys() == {2}


def test_the_example_is_known_in_a_csv_too() -> None:
    rows = load_workbook(BytesIO(tabella_vuota(modello("did"))))["Dati"].values
    lines = [
        ["" if cell is None else f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in row] for row in rows
    ]
    table = leggi_csv(in_csv(lines))
    assert [fault.codice for fault in verifica(modello("did"), table, {}).difetti] == ["TAB-VUOTA"]
