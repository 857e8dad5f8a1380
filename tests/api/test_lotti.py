"""Lotti over HTTP: sent, followed, taken; what is wrong is told with its place."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from tabelle import HEADER, comune, in_csv, rows, xlsx
from werkzeug.test import TestResponse

from docservice import service
from docservice.api import BASE, create_app
from docservice.lotti.lavoro import lavora
from docservice.store.base import Magazzino

ROOT = Path(__file__).resolve().parents[2]
SLUG = "comunicazione-deroga"
MANY = 500
LOTTI = f"{BASE}/lotti"

pytestmark = pytest.mark.usefixtures("without_fence")


@pytest.fixture
def client(store_client: FlaskClient) -> FlaskClient:
    return store_client


def send(client: FlaskClient, content: bytes, shared: Any = None, **fields: Any) -> TestResponse:
    headers = {"Idempotency-Key": fields.pop("chiave")} if "chiave" in fields else {}
    told = {"modello": SLUG, "formato": "docx", "comune": json.dumps(shared or service.esempio(SLUG))} | fields
    return client.post(LOTTI, data=told | {"file": (BytesIO(content), "tabella.csv")}, headers=headers)


def places(count: int) -> bytes:
    return in_csv([["Luogo"], *([f"Bergamo {n}"] for n in range(1, count + 1))])


def examine(folder: Path) -> None:
    """Examine the tables sent, one or more, and make no row."""
    store = Magazzino(folder)
    while list(store.carichi.iterdir()):
        assert lavora(store) == 0
    store.close()


def examined(client: FlaskClient, folder: Path, sent: TestResponse) -> dict[str, Any]:
    """Return what became of a table sent."""
    assert sent.status_code == 202
    examine(folder)
    told: dict[str, Any] = client.get(sent.headers["Location"]).json
    return told


def finish(folder: Path) -> None:
    store = Magazzino(folder)
    while lavora(store) is not None:
        pass
    store.close()


def test_from_the_table_to_the_documents(client: FlaskClient, folder: Path) -> None:
    sent = send(client, places(3))
    assert sent.status_code == 202
    home = sent.headers["Location"]
    assert home == f"http://localhost{BASE}/lotti/{sent.json['id']}" == sent.json["links"]["self"]
    names = ("totale", "da_fare", "fatte", "errate", "fallite", "annullate", "con_avvisi", "riusate")
    none = dict.fromkeys(names, 0)
    assert (sent.json["stato"], sent.json["fase"], sent.json["righe"]) == ("in_corso", "verifica", none)
    assert "ripresa" not in sent.json["links"]
    assert client.get(f"{home}/risultato").status_code == 404
    examine(folder)
    waiting = client.get(home)
    assert waiting.status_code == 200
    assert (waiting.json["fase"], waiting.json["righe"]) == ("righe", none | {"totale": 3, "da_fare": 3})
    assert not list((folder / "carichi").iterdir())
    finish(folder)
    ready = client.get(home)
    assert (ready.status_code, ready.headers["Location"]) == (303, f"{home}/risultato")
    assert ready.json["stato"] == "pronto"
    with client.get(f"{home}/risultato") as answer, zipfile.ZipFile(BytesIO(answer.data)) as archive:
        assert len(archive.namelist()) == 4
    assert [row["stato"] for row in client.get(f"{home}/righe").json["items"]] == ["fatta"] * 3
    assert client.get(f"{home}/errori").status_code == 404


def test_in_one_pdf(client: FlaskClient, folder: Path) -> None:
    sent = send(client, places(2), formato="pdf", unione="pdf")
    finish(folder)
    with client.get(f"{sent.headers['Location']}/risultato") as answer:
        assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
        assert answer.headers["Content-Disposition"] == f"attachment; filename={SLUG}.pdf"
        assert answer.data.startswith(b"%PDF")


def test_no_row_good_no_pdf(client: FlaskClient, folder: Path) -> None:
    home = send(client, in_csv([["Luogo", "Data"], ["Bergamo", "ieri"]]), formato="pdf", unione="pdf").headers[
        "Location"
    ]
    finish(folder)
    answer = client.get(home)
    assert (answer.status_code, answer.json["stato"]) == (200, "pronto")
    assert "risultato" not in answer.json["links"]
    assert client.get(f"{home}/risultato").status_code == 404
    with client.get(f"{home}/errori") as answer:
        assert answer.status_code == 200


def test_the_shared_data_as_a_file_and_what_is_sent_twice(client: FlaskClient) -> None:
    shared = json.dumps(service.esempio(SLUG)).encode()
    fields = {"modello": SLUG, "formato": "docx"}
    sent = client.post(
        LOTTI, data=fields | {"file": (BytesIO(places(2)), "t.csv"), "comune": (BytesIO(shared), "comune.json")}
    )
    assert sent.status_code == 202
    twice = [(BytesIO(places(2)), "a.csv"), (BytesIO(places(2)), "b.csv")]
    answer = client.post(LOTTI, data=fields | {"file": twice, "modello": (BytesIO(b"x"), "x")})
    assert {fault["percorso"] for fault in answer.json["errori"]} == {"/file", "/modello"}


def test_faults_of_the_shared_data_are_its_own(client: FlaskClient, folder: Path) -> None:
    told = examined(client, folder, send(client, places(2), service.esempio(SLUG) | {"pippo": 1}))
    assert [fault["percorso"] for fault in told["errori"]] == ["/comune/pippo"]


def test_a_list_without_its_shared_data_is_refused_with_every_path(client: FlaskClient, folder: Path) -> None:
    table = in_csv([("Cognome", "Nome", "Codice fiscale"), *(row[:3] for row in rows(2))])
    sent = client.post(LOTTI, data={"modello": "accordo-cds", "file": (BytesIO(table), "t.csv")})
    told = examined(client, folder, sent)
    assert (told["stato"], told["righe"]["totale"]) == ("fallito", 0)
    paths = {fault["percorso"] for fault in told["errori"] if fault["percorso"] != "/file"}
    assert {"/comune/data", "/comune/datore_lavoro", "/comune/periodo"} <= paths


def test_a_list_that_breaks_the_law_as_a_whole_says_so(client: FlaskClient, folder: Path) -> None:
    shared = comune(2) | {"pagamento_diretto_inps": False}
    sent = send(client, in_csv([HEADER, *rows(2)]), shared, modello="accordo-a")
    home = sent.headers["Location"]
    finish(folder)
    told = client.get(home).json
    assert (told["righe"]["totale"], told["righe"]["errate"], told["righe"]["fatte"]) == (1, 1, 0)
    assert told["links"]["errori"] == f"{home}/errori"
    [row] = client.get(f"{home}/righe").json["items"]
    assert (row["numero"], row["stato"], row["errori"][0]["percorso"]) == (0, "errata", "/pagamento_diretto_inps")


def test_what_was_noted_and_where_it_is(client: FlaskClient, folder: Path) -> None:
    sent = send(client, in_csv([["Luogo", "Pippo"], ["Bergamo", "x"]]))
    told = examined(client, folder, sent)
    assert "Pippo" in told["note"][0]
    assert told["fase"] == "righe"
    store = Magazzino(folder)
    lavora(store)
    assert client.get(sent.headers["Location"]).json["fase"] == "unione"
    store.close()


def test_a_lotto_that_is_over_is_deleted_with_all_it_made(client: FlaskClient, folder: Path) -> None:
    home, other = (send(client, places(count)).headers["Location"] for count in (2, 1))
    finish(folder)
    assert client.delete(home).status_code == 204
    assert client.get(home).status_code == 404
    # the first row of both is one document, which the second has copied
    with client.get(f"{other}/risultato") as answer:
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
    assert client.delete(other).status_code == 204
    assert not [path for place in ("pacchi", "risultati", "carichi") for path in (folder / place).iterdir()]


def test_others_of_the_machine_see_nothing(client: FlaskClient, folder: Path) -> None:
    folder.mkdir(mode=0o755)
    send(client, places(1))
    finish(folder)
    assert {path.stat().st_mode & 0o077 for path in folder.glob("docservice.sqlite*")} == {0}
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir() if path.is_dir()} == {0}


def test_the_wrong_cells_come_back(client: FlaskClient, folder: Path) -> None:
    lines = rows(4)
    lines[1][4], lines[2][2] = "ieri", "X"
    sent = send(client, xlsx([HEADER, *lines]), comune(), modello="accordo-a")
    home = sent.headers["Location"]
    assert examined(client, folder, sent)["righe"]["errate"] == 2
    finish(folder)
    with client.get(f"{home}/errori") as answer:
        assert answer.mimetype.endswith("spreadsheetml.sheet")
        sheet = load_workbook(BytesIO(answer.data)).active
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"F3", "D4"}
    told = {row["numero"]: row.get("errori") for row in client.get(f"{home}/righe").json["items"]}
    assert told[3][0]["cella"] == "E3"
    assert told[4][0]["codice"] == "AQ-G26"


def test_doubts_reach_who_sent_the_table(client: FlaskClient, folder: Path) -> None:
    lines = [
        ["Luogo", "Datore di lavoro: partita IVA", "Pippo"],
        *([f"Bergamo {n}", "01234560165", "x"] for n in range(6)),
    ]
    lines[2][1] = lines[5][1] = "IT01234560165"
    home = send(client, xlsx(lines)).headers["Location"]
    finish(folder)
    told = client.get(home).json
    assert (told["stato"], told["righe"]["con_avvisi"], told["righe"]["errate"]) == ("pronto", 2, 0)
    assert told["colonne"] == [
        {"colonna": "A", "intestazione": "Luogo", "campo": "luogo"},
        {"colonna": "B", "intestazione": "Datore di lavoro: partita IVA", "campo": "datore_lavoro.partita_iva"},
        {"colonna": "C", "intestazione": "Pippo"},
    ]
    chosen = client.get(f"{home}/righe?avvisi=1").json
    assert [(row["numero"], row["stato"], row["avvisi"][0]["cella"]) for row in chosen["items"]] == [
        (3, "fatta", "B3"),
        (6, "fatta", "B6"),
    ]
    assert told["links"]["errori"]
    with client.get(f"{home}/errori") as answer:
        sheet = load_workbook(BytesIO(answer.data)).active
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"C3", "C6"}


def test_rows_come_by_pages(client: FlaskClient, folder: Path) -> None:
    home = send(client, places(5)).headers["Location"]
    finish(folder)
    whole = client.get(f"{home}/righe").json
    assert (whole["totale"], whole["pagina"], whole["per_pagina"], set(whole["links"])) == (5, 1, 1000, {"self"})
    address, seen = f"{home}/righe?stato=fatta&per_pagina=2", []
    for _ in range(3):
        page = client.get(address).json
        seen += [row["numero"] for row in page["items"]]
        if "successiva" in page["links"]:
            address = page["links"]["successiva"]
    assert seen == [2, 3, 4, 5, 6]
    assert set(page["links"]) == {"self", "precedente"}
    assert client.get(f"{home}/righe?pagina=9").json["items"] == []
    for wrong in ("per_pagina=5001", "pagina=0", "stato=persa", "avvisi=si", "altro=1"):
        assert client.get(f"{home}/righe?{wrong}").status_code == 422


def test_a_table_that_is_refused_says_what_its_columns_are(client: FlaskClient, folder: Path) -> None:
    told = examined(client, folder, send(client, in_csv([["Cognome", "Pippo"], ["Neri", "x"]]), modello="did"))
    assert told["stato"] == "fallito"
    assert [one.get("campo") for one in told["colonne"]] == ["lavoratore.cognome", None]


def test_rows_of_json_lines_tell_their_pointers(client: FlaskClient, folder: Path) -> None:
    lines = b'{"luogo": 3}\n["Como"]\n{"luogo": "Lodi", "datore_lavoro": {"ccnl": 4}}\n{"luogo": "Pavia"}\n'
    home = send(client, lines).headers["Location"]
    finish(folder)
    found = client.get(f"{home}/righe").json["items"]
    assert [row["stato"] for row in found] == ["errata", "errata", "errata", "fatta"]
    told = [fault for row in found for fault in row.get("errori", ())]
    assert [(one["riga"], one["percorso"]) for one in told] == [(1, "/luogo"), (2, ""), (3, "/datore_lavoro/ccnl")]
    assert all("colonna" not in one and not one["messaggio"].startswith(("/", "luogo")) for one in told)


@pytest.mark.parametrize(
    ("content", "fields", "path"),
    [
        (places(1), {"modello": "ignoto"}, "/modello"),
        (places(1), {"formato": "odt"}, "/formato"),
        (places(1), {"unione": "rar"}, "/unione"),
        (places(1), {"unione": "pdf"}, "/unione"),
        (places(1), {"comune": "{"}, "/comune"),
        (places(1), {"comune": "[]"}, "/comune"),
        (places(1), {"altro": "x"}, "/altro"),
        (places(1), {"chiave": "x" * 300}, "/Idempotency-Key"),
    ],
)
def test_what_cannot_be_taken(client: FlaskClient, content: bytes, fields: dict[str, Any], path: str) -> None:
    answer = send(client, content, **fields)
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert {fault["percorso"] for fault in answer.json["errori"]} == {path}


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"%PDF", b"Altro;Colonna\n1;2\n", b"Luogo\n"])
def test_a_table_that_cannot_be_taken_ends_its_lotto(client: FlaskClient, folder: Path, content: bytes) -> None:
    sent = send(client, content, chiave="k")
    told = examined(client, folder, sent)
    assert (told["stato"], {fault["percorso"] for fault in told["errori"]}) == ("fallito", {"/file"})
    assert told["finito"]
    assert set(told["links"]) == {"self", "righe"}
    assert send(client, content, chiave="k").json["errori"] == told["errori"]
    answer = client.post(f"{sent.headers['Location']}/ripresa")
    assert (answer.status_code, answer.json["type"]) == (409, "urn:docservice:problema:non-riprendibile")
    assert client.delete(sent.headers["Location"]).status_code == 204


def test_a_lotto_cancelled_before_it_is_examined(client: FlaskClient, folder: Path) -> None:
    home = send(client, places(2)).headers["Location"]
    cancelled = client.delete(home).json
    assert (cancelled["stato"], set(cancelled["links"])) == ("annullato", {"self", "righe"})
    assert not list((folder / "carichi").iterdir())
    finish(folder)
    assert client.get(home).json["righe"]["totale"] == 0
    assert client.post(f"{home}/ripresa").status_code == 409


def test_the_tables_that_wait_are_so_many(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docservice.api.sportello.CODA", 2)
    first = send(client, places(1), chiave="k")
    send(client, places(2))
    answer = send(client, places(3))
    assert (answer.status_code, answer.json["type"]) == (503, "urn:docservice:problema:servizio-occupato")
    assert answer.headers["Retry-After"]
    assert send(client, places(1), chiave="k").json["id"] == first.json["id"]


def test_what_is_no_form_with_a_file(client: FlaskClient) -> None:
    assert client.post(LOTTI, json={}).status_code == 415
    answer = client.post(LOTTI, data={"modello": SLUG}, content_type="multipart/form-data")
    assert [fault["percorso"] for fault in answer.json["errori"]] == ["/file"]


def test_the_same_key(client: FlaskClient) -> None:
    first = send(client, places(2), chiave="k")
    assert send(client, places(2), chiave="k").json["id"] == first.json["id"]
    answer = send(client, places(3), chiave="k")
    assert (answer.status_code, answer.json["type"]) == (409, "urn:docservice:problema:chiave-usata")


def test_cancelled_and_taken_up_again(client: FlaskClient, folder: Path) -> None:
    sent = send(client, places(2))
    home = sent.headers["Location"]
    examined(client, folder, sent)
    cancelled = client.delete(home).json
    assert (cancelled["stato"], cancelled["links"]["ripresa"]) == ("annullato", f"{home}/ripresa")
    finish(folder)
    assert client.get(home).json["righe"]["annullate"] == 2
    assert client.post(f"{home}/ripresa").status_code == 202
    finish(folder)
    assert client.get(home).json["righe"]["fatte"] == 2


def test_a_lotto_that_is_not_there(client: FlaskClient) -> None:
    for path in ("", "/righe", "/risultato", "/errori"):
        answer = client.get(f"{LOTTI}/{'0' * 32}{path}")
        assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert client.get(f"{LOTTI}/x").status_code == 404


def test_the_empty_table(client: FlaskClient) -> None:
    answer = client.get(f"{BASE}/modelli/{SLUG}/tabella")
    assert answer.status_code == 200
    assert load_workbook(BytesIO(answer.data)).sheetnames == ["Dati", "Dati comuni", "Istruzioni"]


def test_no_person_in_the_log_nor_in_names(client: FlaskClient, folder: Path, capfd: Any) -> None:
    lines = rows(3)
    lines[0][4] = "ieri"
    home = send(client, xlsx([HEADER, *lines]), comune(), modello="accordo-a").headers["Location"]
    finish(folder)
    with client.get(f"{home}/errori") as answer:
        disposition = answer.headers["Content-Disposition"]
    names = "".join(path.name for path in folder.rglob("*"))
    said = capfd.readouterr()
    for personal in {cell for line in lines for cell in line[:3]}:
        assert personal not in said.out + said.err + names + disposition + home


@pytest.mark.lungo
def test_server_and_workers_killed_in_the_middle(tmp_path: Path) -> None:
    """Both, with no warning, while some hundred rows are made; after a restart every row is there, once."""
    env = {**os.environ, "DOCSERVICE_DATI": str(tmp_path / "dati"), "WEB_CONCURRENCY": "1"}
    command = [sys.executable, "-m", "docservice", "serve", "--porta", "8765"]
    base = f"http://127.0.0.1:8765{BASE}/lotti"

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True, stdout=subprocess.DEVNULL)

    def ask(path: str) -> Any:
        for _ in range(200):
            try:
                opener = urllib.request.build_opener(NoRedirect)
                with opener.open(base + path, timeout=30) as answer:
                    return json.loads(answer.read())
            except OSError:
                time.sleep(0.2)
        raise AssertionError(path)

    client = create_app({"DATI": env["DOCSERVICE_DATI"]}).test_client()
    of = send(client, places(MANY)).json["id"]
    server = start()
    while not ask(f"/{of}")["righe"]["fatte"]:
        time.sleep(0.05)
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()
    server = start()
    try:
        end = time.monotonic() + 300
        while ask(f"/{of}")["stato"] != "pronto" and time.monotonic() < end:
            time.sleep(1)
        told = ask(f"/{of}")
        assert (told["stato"], told["righe"]["fatte"]) == ("pronto", MANY)
        found = ask(f"/{of}/righe")["items"]
        assert [row["numero"] for row in found] == list(range(2, MANY + 2))
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Take a 303 as it is."""

    def http_error_303(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any) -> Any:
        del req, code, msg, headers
        return fp


def test_hidden_rows_are_read_or_skipped_as_it_is_said(client: FlaskClient, folder: Path) -> None:
    book = Workbook()
    for line in (["Luogo"], ["Bergamo"], ["Lodi"]):
        book.active.append(line)
    book.active.row_dimensions[3].hidden = True
    out = BytesIO()
    book.save(out)
    told = examined(client, folder, send(client, out.getvalue()))
    assert told["stato"] == "fallito"
    assert "righe 3" in told["errori"][0]["messaggio"]
    for choice, rows_ in (("leggi", 2), ("salta", 1)):
        told = examined(client, folder, send(client, out.getvalue(), nascoste=choice))
        assert told["righe"]["totale"] == rows_
        assert any("righe 3" in note for note in told["note"])
        asked = {"modello": SLUG, "comune": json.dumps(service.esempio(SLUG)), "file": (BytesIO(out.getvalue()), "t")}
        sent = client.post(f"{LOTTI}?nascoste={choice}", data=asked)
        assert examined(client, folder, sent)["righe"]["totale"] == rows_
    assert send(client, out.getvalue(), nascoste="x").json["errori"][0]["percorso"] == "/nascoste"
    assert client.post(f"{LOTTI}?nascoste=x", data={"modello": SLUG}).status_code == 422
    # the same key with another choice is another lotto
    assert send(client, out.getvalue(), chiave="k", nascoste="salta").status_code == 202
    assert send(client, out.getvalue(), chiave="k").status_code == 409


def test_what_was_noted_of_a_refused_table_is_told(client: FlaskClient, folder: Path) -> None:
    told = examined(client, folder, send(client, "Luogo,Luogo\nForlì,Lodi\n".encode("cp1252")))
    assert (told["stato"], len(told["errori"])) == ("fallito", 1)
    assert [note.split(":")[-1].strip() for note in told["note"]] == ["è stato letto come Windows-1252.", "virgola."]


def test_faults_call_the_fields_by_their_names(client: FlaskClient, folder: Path) -> None:
    refused = client.post(f"{BASE}/lotti", data={"modello": "nessuno"}, content_type="multipart/form-data")
    told = {one["percorso"]: (one["campo"], one["messaggio"]) for one in refused.json["errori"]}
    assert told["/file"] == ("Tabella", "Tabella: manca il file, va inviato in questo campo.")
    assert told["/modello"][1].startswith("Modello: valore non ammesso, va scelto fra ")
    sent = send(client, places(1), shared=service.esempio(SLUG) | {"data": "ieri"})
    examine(folder)
    [fault] = client.get(sent.headers["Location"]).json["errori"]
    assert (fault["percorso"], fault["campo"]) == ("/comune/data", "Data")
    assert fault["messaggio"].startswith("Data: ")


def test_why_there_is_nothing_to_take_is_told_by_state(client: FlaskClient, folder: Path) -> None:
    sent = send(client, places(1))
    home = sent.headers["Location"]
    parts = ("errori", "risultato")
    said = {"in corso": [client.get(f"{home}/{part}").json["detail"] for part in parts]}
    client.delete(home)
    said["ripresa"] = [client.get(f"{home}/{part}").json["detail"] for part in parts]
    failed = send(client, in_csv([["Pippo"], ["x"]]))
    assert examined(client, folder, failed)["stato"] == "fallito"
    said["`errori`"] = [client.get(f"{failed.headers['Location']}/{part}").json["detail"] for part in parts]
    for word, details in said.items():
        assert all(word in detail for detail in details), details


def test_taking_up_again_what_has_nothing_to_make_is_refused(client: FlaskClient, folder: Path) -> None:
    home = send(client, places(1)).headers["Location"]
    examine(folder)
    for word in ("già in corso", "Nessuna riga è fallita"):
        answer = client.post(f"{home}/ripresa")
        assert (answer.status_code, answer.json["type"]) == (409, "urn:docservice:problema:non-riprendibile")
        assert word in answer.json["detail"]
        finish(folder)
    assert client.get(home).json["righe"]["fatte"] == 1


def test_what_is_wrong_with_the_form_of_a_lotto(client: FlaskClient) -> None:
    def told(key: str = "k", **fields: Any) -> dict[str, str]:
        data = fields | {"file": (BytesIO(places(1)), "t.csv")}
        answer = client.post(LOTTI, data=data, headers={"Idempotency-Key": key})
        return {one["percorso"]: one["messaggio"] for one in answer.json["errori"]}

    assert told() == {"/modello": "Modello: dato obbligatorio mancante, va indicato."}
    assert told(modello="didd")["/modello"].startswith("Modello: valore non ammesso, forse «did»? Va scelto fra ")
    assert "forse «formato»?" in told(modello=SLUG, formatto="pdf")["/formatto"]
    assert told("k" * 201, modello=SLUG)["/Idempotency-Key"].startswith("Idempotency-Key: può avere da 1 a 200")
