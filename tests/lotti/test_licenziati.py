"""One table of a plant, sent three times: letters of dismissal, statements of who does not oppose it, worker sheets."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from papers import composto
from pypdf import PdfReader
from tabelle import xlsx

from benchmarks.people import worker
from docservice import service
from docservice.lotti.esame import verificata
from docservice.modelli.catalogo import modello
from docservice.paths import TEMPLATES
from docservice.render.stamp import Stamper
from docservice.tabelle.verifica import Verifica

LETTER, STATEMENT, SHEET = "lettera-licenziamento", "dichiarazione-non-opposizione", "scheda-lavoratore"
EACH = ("criterio_applicato", "preavviso", "lavoratore", "data_cessazione")
"""What the table says of each worker; of a letter, its day too."""
HEADER = ["Matricola", "Cognome", "Nome", "Codice fiscale", "Indirizzo", "CAP", "Comune", "Provincia", "Reparto"]
HEADER += ["Qualifica", "Livello", "Mansione", "Profilo", "Familiari a carico", "Data assunzione", "Data recesso"]
HEADER += ["Data cessazione", "Contratto", "Orario", "Sesso", "Categoria protetta", "Preavviso lavorato"]
HEADER += ["Indennità sostitutiva", "Criterio applicato", "Come è stato applicato", "Punti carichi", "Punti anzianità"]
HEADER += ["Punti esigenze", "Punteggio totale", "Posizione", "Profilo di confronto"]
CODE = HEADER.index("Codice fiscale")


def line(number: int) -> list[Any]:
    """Return a worker: every third by the statutory criteria, every second with the notice paid, women and men."""
    who, paid = worker(number, {}), number % 2 == 1
    found = [number, who["cognome"], who["nome"], who["codice_fiscale"], f"Via Roma {number}", "24021", "Albino", "BG"]
    found += ["tessitura", "operaia" if paid else "operaio", str(number % 6 + 1), "addetto alla tessitura"]
    found += ["operai tessitura", number % 4, f"{number % 28 + 1:02}/03/2008", "22/07/2024", "30/09/2024"]
    found += ["indeterminato", "pieno", "F", "no", "no" if paid else "sì", "sì" if paid else "no"]
    if number % 3:
        return [*found, "concordato", "non opposizione", *[None] * 6]
    total = 13 + number % 4
    return [*found, "legale", "punteggio più basso", number % 4, 12, 1, total, number + 1, "operai tessitura"]


def letta(slug: str, lines: list[list[Any]]) -> Verifica:
    each = {*EACH, "data"} if slug == LETTER else EACH
    shared = {name: value for name, value in service.esempio(slug).items() if name not in each}
    mixed = {"criterio": {"tipo": "misto"}} if slug == LETTER else {}
    return verificata(slug, xlsx([HEADER, *lines]), shared | mixed)


@pytest.mark.parametrize(
    ("slug", "unread"),
    [
        (LETTER, {"Matricola", "Reparto", "Familiari a carico", "Contratto", "Orario", "Sesso", "Categoria protetta"}),
        (STATEMENT, {"Matricola", *HEADER[HEADER.index("Profilo") :]}),
        (SHEET, {"Matricola", "Preavviso lavorato", "Indennità sostitutiva"}),
    ],
)
def test_the_same_table_makes_all_three(slug: str, unread: set[str]) -> None:
    found = letta(slug, [line(number) for number in range(6)])
    assert (len(found.documenti), found.difetti) == (6, [])
    assert set(found.ignorate) == unread
    assert any("non lette" in note for note in found.note)
    last = found.documenti[7]
    assert last["lavoratore"]["residenza"] == {
        "indirizzo": "Via Roma 5",
        "cap": "24021",
        "comune": "Albino",
        "provincia": "BG",
    }
    assert last["lavoratore"]["qualifica"] == "operaio"
    if slug == LETTER:
        assert last["preavviso"] == {"lavorato": False, "indennita_sostitutiva": True}
    if slug != STATEMENT:
        assert found.documenti[5]["criterio_applicato"]["punteggio"]["posizione"] == 4


@pytest.mark.parametrize("slug", [LETTER, STATEMENT, SHEET])
def test_a_fault_is_told_at_its_cell(slug: str) -> None:
    lines = [line(number) for number in range(3)]
    lines[1][CODE] = lines[1][CODE][:-1] + ("A" if lines[1][CODE][-1] != "A" else "B")
    found = letta(slug, lines)
    assert [(one.codice, one.riga, one.posto) for one in found.difetti] == [("L223-COD", 3, CODE)]
    assert sorted(found.documenti) == [2, 4]


@pytest.mark.parametrize("slug", [LETTER, *(pytest.param(one, marks=pytest.mark.lungo) for one in (STATEMENT, SHEET))])
def test_workers_who_differ_are_stamped(slug: str) -> None:
    """Laid out whole is the first of each way in which a paper differs, and nobody after."""
    stamper, ways, rows = Stamper(), {LETTER: 4, STATEMENT: 1, SHEET: 2}[slug], 16
    for payload in letta(slug, [line(number) for number in range(rows)]).documenti.values():
        one = service.atto(slug, payload)
        stamper.write(one.documento(), data=one.incorporati(), created=one.creato)
    assert stamper.whole <= 2 * ways


def fullest(slug: str) -> list[Any]:
    """Return the examples of a document type."""
    folder = TEMPLATES / modello(slug).sezione / slug
    return [json.loads(path.read_bytes()) for path in sorted(folder.glob("**/*.json"))]


@pytest.mark.parametrize("slug", [LETTER, pytest.param(STATEMENT, marks=pytest.mark.lungo), SHEET])
def test_each_is_one_page(slug: str) -> None:
    for data in fullest(slug):
        one = service.atto(slug, data)
        assert len(PdfReader(BytesIO(service.rendi(one, "pdf").contenuto)).pages) == 1


def test_a_sheet_prints_neither_sex_nor_protected_status() -> None:
    said = [composto(SHEET), composto(SHEET, told := service.esempio(SHEET))]
    told["lavoratore"] |= {"sesso": "F", "categoria_protetta": True}
    said.append(composto(SHEET, told))
    assert len({str(one.blocks) for one in said}) == 1
