"""A calculator asked from a table of people."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from docservice.api.app import BASE
from docservice.cli.comandi import main
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.tabelle.interrogazione import da_tabella, interroga

SLUG = "graduatoria-licenziamento"
COMUNE: dict[str, Any] = {
    "data": "2024-05-31",
    "criteri": {"carichi_famiglia": "1", "anzianita": "1", "esigenze": "raddoppio"},
    "posti": [{"profilo": "operai", "numero": 1}],
}
FOGLIO = """Stabilimento di Albino
Cognome;Nome;Reparto;Profilo;Assunto il;Familiari;Esigenze;Motivo delle esigenze
Binti;Carla;tessitura;operai;01/03/2010;2;determinanti;tutte le postazioni
Rossi;Ugo;tessitura;operai;01/06/2019;0;equivalenti;
"""
ERRATO = FOGLIO.replace("01/06/2019", "31/06/2019")


def asked(foglio: str, comune: dict[str, Any] = COMUNE) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    found, answer = interroga(calcolatori()[SLUG], foglio.encode(), comune)
    return [one.as_dict() for one in found.difetti], answer


def ranked(answer: dict[str, Any] | None) -> list[tuple[str, str, str]]:
    assert answer is not None
    return [(row["id"], row["totale"], row["scelto"]) for row in answer["risultati"]["profili"][0]["graduatoria"]]


def test_the_sheet_of_the_plant_is_ranked() -> None:
    """Years to 31/05/2024: 14 and 4; (14 + 2) x 2 = 32, 4 + 1 = 5. Surname and name become who it is."""
    faults, answer = asked(FOGLIO)
    assert faults == []
    assert ranked(answer) == [("Rossi Ugo", "5", "si"), ("Binti Carla", "32", "no")]
    assert answer is not None
    assert any("Cognome e nome sono letti insieme" in note for note in answer["note"])


def test_a_column_that_says_who_it_is_comes_first() -> None:
    sheet = (
        FOGLIO.replace("Cognome;", "Matricola;Cognome;").replace("Binti;", "12;Binti;").replace("Rossi;", "7;Rossi;")
    )
    assert ranked(asked(sheet)[1]) == [("7", "5", "si"), ("12", "32", "no")]


def test_a_column_that_says_who_it_is_and_is_blank_says_nothing() -> None:
    sheet = FOGLIO.replace("Cognome;", "Matricola;Cognome;").replace("Binti;", ";Binti;").replace("Rossi;", " ;Rossi;")
    assert ranked(asked(sheet)[1]) == [("Rossi Ugo", "5", "si"), ("Binti Carla", "32", "no")]
    half = sheet.replace(" ;Rossi;", "7;Rossi;")
    assert [one["cella"] for one in asked(half)[0]] == ["A3"]


def test_lines_of_json_are_rows_too() -> None:
    people = [
        {"id": "A", "profilo": "operai", "data_assunzione": "2010-03-01", "familiari_a_carico": 2}
        | {"esigenze": "determinanti", "motivo_esigenze": "turni"},
        {"id": "B", "profilo": "operai", "data_assunzione": "2019-06-01", "familiari_a_carico": 0}
        | {"esigenze": "equivalenti"},
    ]
    assert ranked(asked("\n".join(map(json.dumps, people)))[1]) == [("B", "5", "si"), ("A", "32", "no")]


def test_a_wrong_cell_is_told_alone() -> None:
    faults, answer = asked(ERRATO)
    assert answer is None
    assert [one["cella"] for one in faults] == ["E4"]


def test_what_cannot_be_ranked_is_told_at_its_cells() -> None:
    faults, answer = asked(f"{FOGLIO}Rossi;Ugo;magazzino;saldatori;01/06/2019;0;equivalenti;\n")
    assert answer is None
    assert [one["cella"] for one in faults] == ["D5", "I5"]


def test_what_the_law_finds_is_in_the_answer() -> None:
    """No reason for the needs: the ranking is there, with the finding."""
    _, answer = asked(FOGLIO.replace("tutte le postazioni", ""))
    assert answer is not None
    assert [one["codice"] for one in answer["rilievi"] if one["gravita"] == "errore"] == ["L223-18"]


def test_what_lacks_beside_is_told_there() -> None:
    faults, answer = asked(FOGLIO, {"data": "2024-05-31"})
    assert answer is None
    assert [one["percorso"] for one in faults] == ["/criteri", "/posti"]


def test_a_calculator_without_a_list_takes_no_table() -> None:
    assert list(da_tabella()) == [SLUG]


def sent(client: FlaskClient, foglio: bytes, query: str = "", **more: str) -> Any:
    data = {"file": (BytesIO(foglio), "foglio.csv"), "comune": json.dumps(COMUNE), **more}
    return client.post(f"{BASE}/calcoli/{SLUG}/tabella{query}", data=data, content_type="multipart/form-data")


def test_over_http(client: FlaskClient) -> None:
    answer = sent(client, FOGLIO.encode())
    assert answer.status_code == 200
    assert ranked(answer.json)[0] == ("Rossi Ugo", "5", "si")
    refused = sent(client, ERRATO.encode())
    assert refused.status_code == 422
    assert [(one["percorso"], one["messaggio"][:3]) for one in refused.json["errori"]] == [("/file", "E4,")]
    marked = sent(client, ERRATO.encode(), "?difetti=tabella")
    assert (marked.status_code, marked.mimetype) == (422, "text/csv")
    assert marked.data.decode("utf-8-sig").splitlines()[1].startswith("Errori;Cognome")
    assert sent(client, b"%PDF-1.7").status_code == 422
    strange = sent(client, FOGLIO.encode(), altro="x")
    assert [one["percorso"] for one in strange.json["errori"]] == ["/altro"]
    assert client.post(f"{BASE}/calcoli/{SLUG}/tabella", json=COMUNE).status_code == 415


@pytest.mark.parametrize(("foglio", "code"), [(FOGLIO, 0), (ERRATO, 3)])
def test_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], foglio: str, code: int) -> None:
    table, beside, back = tmp_path / "foglio.csv", tmp_path / "comune.json", tmp_path / "errori.csv"
    table.write_text(foglio)
    beside.write_text(json.dumps(COMUNE))
    command = ["calcola", SLUG, str(table), "--comune", str(beside)]
    assert main([*command, "--errori", str(back)]) == code
    told = capsys.readouterr()
    assert ("Punti di Rossi Ugo: 0 × 1 + 4 × 1 + 1 = 5" in told.out) == (code == 0)
    assert ("E4: " in told.err) == back.exists() == (code == 3)


def test_the_command_says_who_reads_tables(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    beside = tmp_path / "comune.json"
    beside.write_text("{}")
    assert main(["calcola", "monte-ore", str(beside), "--comune", str(beside)]) == 2
    assert SLUG in capsys.readouterr().err
    assert main(["calcola", "monte-ore", str(beside), "--errori", str(tmp_path / "x.csv")]) == 2
    beside.write_text("[]")
    assert main(["calcola", SLUG, str(beside), "--comune", str(beside)]) == 3
