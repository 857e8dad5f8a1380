"""Rows that each make a document, and tables wrong as a whole: what is told, of what, once."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tabelle import HEADER, accordo, comune, in_csv, rows, saved, xlsx

from benchmarks.people import worker
from docservice import service
from docservice.lotti.esame import TabellaErrata, verificata
from docservice.lotti.invio import invia
from docservice.lotti.lavoro import lavora
from docservice.lotti.lotto import errori
from docservice.modelli.catalogo import modello
from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.tabelle.colonne import forma, riconosci
from docservice.tabelle.file.da_csv import leggi_csv
from docservice.tabelle.file.da_jsonl import leggi_jsonl
from docservice.tabelle.file.da_xlsx import leggi_xlsx
from docservice.tabelle.file.lettura import leggi
from docservice.tabelle.foglio import TabellaIllegibile
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.verifica import Verifica, verifica

DID = ("Cognome", "Nome", "CF", "Riqualificazione")


def people(count: int) -> list[list[Any]]:
    return [[p["cognome"], p["nome"], p["codice_fiscale"], "sì"] for p in (worker(n, {}) for n in range(count))]


def shared(**changed: Any) -> dict[str, Any]:
    data = service.esempio("did")
    del data["lavoratore"], data["disponibilita_riqualificazione"]
    return data | changed


def did(lines: list[list[Any]], data: dict[str, Any] | None = None) -> Verifica:
    return verifica(modello("did"), leggi_csv(in_csv([DID, *lines])), data or shared())


def entered(store: Magazzino, slug: str, content: bytes, data: dict[str, Any]) -> tuple[str, Verifica]:
    """Enter the lotto of a table, examined; return it, and the table as verified."""
    of = invia(store, slug, content, comune=json.dumps(data).encode())
    lavora(store, of)
    return of, verificata(slug, content, data)


def told(found: Verifica) -> list[tuple[int | None, str]]:
    return [(fault.riga, fault.codice) for fault in found.difetti]


def test_the_same_person_twice_makes_no_document() -> None:
    lines = people(3)
    found = did([*lines, lines[0]])
    assert told(found) == [(2, "TAB-PERSONA-DOPPIA"), (5, "TAB-PERSONA-DOPPIA")]
    assert set(found.documenti) == {3, 4}


def test_the_same_person_twice_in_a_list_is_told_once_by_the_numbers_of_the_sheet() -> None:
    data = service.esempio("elenco-lavoratori")
    del data["lavoratori"]
    first, second = rows(2)
    second[2] = first[2]
    found = verifica(modello("elenco-lavoratori"), leggi_csv(in_csv([HEADER[:3], first[:3], second[:3]])), data)
    assert [fault.codice for fault in found.difetti if fault.riga] == ["TAB-PERSONA-DOPPIA"] * 2
    assert "AQ-ELE2" not in {fault.codice for fault in found.difetti}


def test_a_cell_that_cannot_be_read_is_not_said_to_be_missing() -> None:
    lines = people(2)
    lines[0][3], lines[1][3] = "forse", "no"
    assert told(did(lines)) == [(2, "TAB-CELLA"), (3, "AQ-DID1")]


def test_faults_of_the_shared_data_are_told_once() -> None:
    found = did(people(3), shared(data="2009-13-45", pippo=1))
    assert told(found) == [(None, "TAB-COMUNE"), (None, "TAB-COMUNE")]
    assert [fault.percorso for fault in found.difetti] == ["/data", "/pippo"]


def test_a_fault_of_the_whole_does_not_hide_those_of_the_rows(tmp_path: Any) -> None:
    """Hours kept 0, 8, 38 of 40: cuts 100%, 80%, 5%, 61,67% on average, over 60% and 70%; the sheet comes back."""
    data = service.esempio("tabella-solidarieta")
    del data["lavoratori"]
    header = ["Cognome", "Nome", "Codice fiscale", "Ore settimanali", "Ore lavorate settimanali"]
    lines = [[*line[:3], 40, hours] for line, hours in zip(rows(3), (0, 8, 38), strict=True)]
    found = verifica(modello("tabella-solidarieta"), leggi_xlsx(xlsx([header, *lines])), data)
    assert (None, "CDS-1") in told(found)
    assert {(row, code) for row, code in told(found) if row} == {(2, "CDS-2"), (3, "CDS-2")}
    store = Magazzino(tmp_path)
    of, _ = entered(store, "tabella-solidarieta", xlsx([header, *lines]), data)
    wrong = {row.numero: {one["codice"] for one in json.loads(row.difetti or "")} for row in lotti.righe(store, of)}
    assert wrong == {0: {"CDS-1", "CDS-5"}, 2: {"CDS-2"}, 3: {"CDS-2"}}
    store.close()
    assert load_workbook(BytesIO(restituisci(found))).sheetnames == ["Dati", "Errori generali"]


def test_numbers_as_a_sheet_shows_them() -> None:
    book = Workbook()
    book.active.append(["a"])
    book.active["A2"] = 24.200000000000003
    [_, row] = leggi_xlsx(saved(book)).righe
    assert str(row.celle[0]) == "24.2"


def test_cells_that_hold_an_error_or_no_result_are_told() -> None:
    book = Workbook()
    for line in [DID, *people(2)]:
        book.active.append(line)
    book.active["D2"], book.active["D3"] = "#N/A", "=1=1"
    book.active["D2"].data_type = "e"
    found = verifica(modello("did"), leggi_xlsx(saved(book)), shared())
    assert told(found) == [(2, "TAB-CELLA"), (3, "TAB-CELLA")]
    assert "formula" in found.difetti[0].messaggio


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("DID", "did_sottoscritta"),
        ("DID del", "data_did"),
        ("Codice Fiscale (CF)", "codice_fiscale"),
        ("Data della DID", "data_did"),
    ],
)
def test_names_alike(header: str, name: str) -> None:
    found = riconosci([header], forma(modello("elenco-lavoratori")))
    assert [column.nome for column in found.values()] == [name]


def test_what_was_not_read_is_noted() -> None:
    lines = [[*line, "x", "y"] for line in people(2)]
    table = in_csv([[*DID, "Pippo"], *lines], encoding="cp1252")
    found = verifica(modello("did"), leggi_csv(table), shared())
    assert [note.split(":")[0] for note in found.note] == [
        "Colonne che il modello non ha, non lette",
        "Il file non è in UTF-8",
        "Celle oltre l’ultima colonna dell’intestazione, non lette",
    ]


def test_merged_cells_above_the_header_do_no_harm() -> None:
    book = Workbook()
    book.active.append(["Lavoratori"])
    for line in [DID, *people(1)]:
        book.active.append(line)
    book.active.merge_cells("A1:D1")
    assert told(verifica(modello("did"), leggi_xlsx(saved(book)), shared())) == []
    book.active.merge_cells("A3:A4")
    assert told(verifica(modello("did"), leggi_xlsx(saved(book)), shared())) == [(None, "TAB-CELLE-UNITE")]


def test_a_decimal_comma_is_no_delimiter() -> None:
    text = "Cognome;Nome;Ore\n" + "".join(f"Neri;Ada;{hours},5\n" for hours in range(5))
    assert [len(row.celle) for row in leggi_csv(text.encode()).righe] == [3] * 6


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"\x89PNG\r\n", b'[{"a":1}]', b'[\n{"a":1}\n]', b"<html>"])
def test_what_is_no_table(content: bytes) -> None:
    with pytest.raises(TabellaIllegibile, match="non è una tabella"):
        leggi(content)


def test_a_province_in_small_letters() -> None:
    header = [*DID, "Datore lavoro: sede legale: provincia"]
    data = shared()
    del data["datore_lavoro"]["sede_legale"]["provincia"]
    found = verifica(modello("did"), leggi_csv(in_csv([header, [*people(1)[0], "bg"]])), data)
    assert told(found) == []


def test_the_shared_data_of_a_list() -> None:
    with pytest.raises(TabellaErrata) as caught:
        verificata("accordo-a", in_csv([HEADER, *rows(2)]), comune() | {"causale": "x"})
    assert {fault.codice for fault in caught.value.difetti} == {"TAB-COMUNE"}
    assert accordo().id == "accordo-a"


def test_all_that_is_wrong_in_the_shared_data_is_told_at_once() -> None:
    """Of a list, whatever is not the list is shared: what is missing, what is wrong inside a list, other names."""
    header, wrong = ("Cognome", "Nome", "Codice fiscale"), in_csv([("Cognome", "Nome"), ("Neri", "Ada")])
    good = in_csv([header, *(row[:3] for row in rows(2))])
    data = comune(2) | {"organizzazioni_sindacali": [{"sigla": 3}], "altro/": 1}
    del data["luogo"]
    paths = ["/altro~1", "/luogo", "/organizzazioni_sindacali/0/sigla"]
    for table, codes in ((good, {"TAB-COMUNE"}), (wrong, {"TAB-COMUNE", "TAB-COLONNA-MANCANTE"})):
        with pytest.raises(TabellaErrata) as caught:
            verificata("accordo-a", table, data)
        assert {one.codice for one in caught.value.difetti} == codes
        assert [one.percorso for one in caught.value.difetti if one.codice == "TAB-COMUNE"] == paths


def test_what_has_no_column_is_shared() -> None:
    """A list inside the document of a row: told once, whatever the rows."""
    tipo = modello("relazione-tecnica")
    data = service.esempio(tipo.id)
    table = leggi_csv(in_csv([["Luogo"], ["Lodi"], ["Como"]]))
    assert told(verifica(tipo, table, data)) == []
    good = {"luogo": "Lodi", "allegati": data.pop("allegati")}
    [fault] = verifica(tipo, table, data).difetti
    assert (fault.codice, fault.riga, fault.percorso) == ("TAB-COMUNE", None, "/allegati")
    [fault] = verifica(tipo, table, data | {"allegati": [{"tipo": 3}]}).difetti
    assert (fault.codice, fault.riga, fault.percorso) == ("TAB-COMUNE", None, "/allegati/0/tipo")
    # an object may hold it: then only the row that does not is wrong
    found = verifica(tipo, leggi_jsonl("\n".join(map(json.dumps, [good, {}])).encode()), data)
    assert [(one.riga, one.percorso) for one in found.difetti] == [(2, "/allegati")]


def test_a_list_that_breaks_the_law_as_a_whole_is_a_document_in_error(tmp_path: Any) -> None:
    store = Magazzino(tmp_path)
    [person] = ([*map(str, row[:3])] for row in rows(1))
    line = json.dumps(dict(zip(("cognome", "nome", "codice_fiscale"), person, strict=True))).encode()
    for content in (in_csv([HEADER, *rows(2)]), line):
        of, found = entered(store, "accordo-a", content, comune(2) | {"pagamento_diretto_inps": False})
        assert told(found) == [(None, "AQ-G2")]
        [row] = lotti.righe(store, of)
        assert (row.numero, row.stato, row.dati) == (0, "errata", None)
        [fault] = json.loads(row.difetti or "")
        assert (fault["percorso"], fault["codice"], "riga" in fault) == ("/pagamento_diretto_inps", "AQ-G2", False)
        assert b"AQ-G2" in errori(store, of).read_bytes()
    store.close()
    # the line of what is said of the whole, sent back, is no row; alone, it is no table
    told_of_all = restituisci(found).splitlines()[-1]
    again = verifica(accordo(), leggi(restituisci(found)), comune(1))
    assert ([*again.documenti], again.difetti) == ([0], [])
    assert told(verifica(accordo(), leggi(told_of_all), comune(1))) == [(None, "TAB-VUOTA")]


def test_objects_too() -> None:
    lines = [shared() | {"lavoratore": worker(n, {}), "disponibilita_riqualificazione": True} for n in (0, 0)]
    found = verifica(modello("did"), leggi_jsonl("\n".join(map(json.dumps, lines)).encode()), {})
    assert told(found) == [(1, "TAB-PERSONA-DOPPIA"), (2, "TAB-PERSONA-DOPPIA")]


def test_faults_of_objects_have_their_pointer_and_those_of_cells_their_column() -> None:
    good = shared() | {"disponibilita_riqualificazione": True}
    lines = [good | {"lavoratore": worker(n, {})} for n in range(4)]
    for line in lines:
        line["lavoratore"] = {name: line["lavoratore"][name] for name in ("cognome", "nome", "codice_fiscale")}
    lines[0]["lavoratore"]["extra/"] = 1
    lines[1]["datore_lavoro"] = good["datore_lavoro"] | {"denominazione": 3}
    lines[3]["lavoratore"]["codice_fiscale"] = "X"
    found = verifica(modello("did"), leggi_jsonl("\n".join(map(json.dumps, [*lines, lines[2]])).encode()), {})
    assert [(fault.riga, fault.percorso) for fault in found.difetti] == [
        (1, "/lavoratore/extra~1"),
        (2, "/datore_lavoro/denominazione"),
        (3, "/lavoratore/codice_fiscale"),
        (4, "/lavoratore/codice_fiscale"),
        (5, "/lavoratore/codice_fiscale"),
    ]
    lines_ = people(1)
    lines_[0][2] = "X"
    [fault] = did(lines_).difetti
    assert (fault.colonna, fault.percorso) == ("CF", None)


def test_a_line_that_holds_no_object_is_wrong_alone(tmp_path: Any) -> None:
    body = b'null\n{"luogo": "Lodi"}\n{"luogo": "Como"\n{"luogo": "Pavia"}\n'
    slug, store = "comunicazione-deroga", Magazzino(tmp_path)
    of, found = entered(store, slug, body, service.esempio(slug))
    assert told(found) == [(1, "TAB-RIGA"), (3, "TAB-RIGA")]
    assert [row.stato for row in lotti.righe(store, of)] == ["errata", "da_fare", "errata", "da_fare"]
    store.close()
    back = restituisci(found)
    assert [json.loads(line).get("riga_illeggibile") for line in back.splitlines()] == [
        "null",
        None,
        '{"luogo": "Como"',
        None,
    ]
    mended = back.replace(b"null", b"{}").splitlines()
    assert told(verifica(modello(slug), leggi(b"\n".join(mended)), service.esempio(slug))) == [
        (1, "TAB-DATO"),
        (3, "TAB-DATO"),
    ]
    mended[0] = mended[2] = b'{"luogo": "Como"}'
    assert told(verifica(modello(slug), leggi(b"\n".join(mended)), service.esempio(slug))) == []


def test_a_line_lost_says_nothing_of_the_whole() -> None:
    """The sums declared are of all: without one they would not be kept."""
    data = service.esempio("tabella-solidarieta")
    lines = list(map(json.dumps, data.pop("lavoratori")))
    examined = [
        verifica(modello("tabella-solidarieta"), leggi_jsonl("\n".join(some).encode()), data)
        for some in (lines, lines[1:], [lines[0][:-1], *lines[1:]])
    ]
    assert [{code for _, code in told(found)} for found in examined] == [set(), {"CDS-5"}, {"TAB-RIGA"}]
    assert [list(found.documenti) for found in examined] == [[0], [], []]


def test_a_fault_of_a_whole_object_has_the_pointer_of_the_whole() -> None:
    """Hours kept 10 of 40: a cut of 75%, over 70%."""
    data = service.esempio("tabella-solidarieta")
    data["lavoratori"][0] |= {"ore_settimanali": 40, "ore_lavorate_settimanali": 10}
    lines = "\n".join(map(json.dumps, data.pop("lavoratori"))).encode()
    found = verifica(modello("tabella-solidarieta"), leggi_jsonl(lines), data)
    assert [(one.riga, one.percorso) for one in found.difetti if one.codice == "CDS-2"] == [(1, "")]
