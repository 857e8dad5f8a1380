"""Lotti: every row made once whatever dies, what was made before not made again, the result with its manifest."""

from __future__ import annotations

import csv
import hashlib
import json
import multiprocessing
import os
import signal
import threading
import time
import zipfile
from base64 import b64encode
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from file_tools import pdf_of
from sqlalchemy import update

from benchmarks.people import worker
from docservice import service
from docservice.lotti import esame, lavoro, lotto
from docservice.lotti.invio import invia
from docservice.lotti.lavoro import lavora
from docservice.lotti.motore import Incorporato
from docservice.lotti.stato import stato
from docservice.lotti.unione import MANIFESTO, risultato
from docservice.store import blocchi, ingresso, lotti, prestiti
from docservice.store.base import Magazzino
from docservice.store.pulizia import scarta_scaduti
from docservice.store.schema import REVISIONE, Base, Lotto, Riga

pytestmark = pytest.mark.usefixtures("without_fence")
SLUG = "comunicazione-deroga"


@pytest.fixture
def store(tmp_path: Path) -> Any:
    made = Magazzino(tmp_path / "dati")
    yield made
    made.close()


def table(count: int, changed: int = 0) -> bytes:
    """Return a table of so many rows, the first of which differ from another table's."""
    lines = [{"luogo": f"Bergamo {n}{'bis' if n <= changed else ''}"} for n in range(1, count + 1)]
    return in_lines(lines)


def in_lines(objects: Iterable[Any]) -> bytes:
    return "\n".join(map(json.dumps, objects)).encode()


def made(store: Magazzino, content: bytes, slug: str = SLUG, shared: Any = None, **more: Any) -> str:
    """Send a table, and have it examined; what has been is not examined again."""
    comune = json.dumps(service.esempio(slug) if shared is None else shared).encode()
    of = invia(store, slug, content, comune=comune, **{"formato": "docx", **more})
    if (stato(store, of) or {})["fase"] == "verifica":
        assert lavora(store, of) == 0
    return of


def finish(store: Magazzino) -> int:
    """Do all there is to do; return how many documents were rendered."""
    rendered = 0
    while (done := lavora(store)) is not None:
        rendered += done
    return rendered


def whole(store: Magazzino, of: str, count: int) -> dict[str, bytes]:
    """Return the documents of a result, having checked that there is one for each row and the manifest says so."""
    found = lotti.conta(store, of)
    assert found is not None
    assert (found[0].stato, found[1]) == ("pronto", {"fatta": count})
    with zipfile.ZipFile(risultato(store, of, "zip")) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    told = list(csv.DictReader(StringIO(files.pop(MANIFESTO).decode("utf-8-sig")), delimiter=";"))
    assert [int(row["riga"]) for row in told] == list(range(1, count + 1))
    assert {row["file"]: row["sha256"] for row in told} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    assert len(files) == count
    return files


def test_the_tables_are_those_of_the_last_migration(store: Magazzino) -> None:
    with store.engine.connect() as connection:
        found = MigrationContext.configure(connection)
        assert compare_metadata(found, Base.metadata) == []
        assert found.get_current_revision() == REVISIONE


def test_every_row_is_made_and_is_what_one_alone_would_be(store: Magazzino) -> None:
    of = made(store, table(7))
    assert finish(store) == 7
    files = whole(store, of, 7)
    assert next(iter(files)) == f"{SLUG}-00001.docx"
    third = service.esempio(SLUG) | {"luogo": "Bergamo 3"}
    assert files[f"{SLUG}-00003.docx"] == service.rendi(service.atto(SLUG, third), "docx").contenuto


def test_one_pdf_of_the_rows_made(store: Magazzino) -> None:
    people = [{**service.esempio("did"), "lavoratore": worker(n, {})} for n in range(2)]
    for one in people:
        one["lavoratore"] = {name: one["lavoratore"][name] for name in ("cognome", "nome", "codice_fiscale")}
    of = made(store, in_lines(people), "did", {}, formato="pdf", unione="pdf")
    assert finish(store) == 2
    with pikepdf.open(risultato(store, of, "pdf")) as file, file.open_outline() as outline:
        titles = [one.title for one in outline.root]
        told = [json.loads(line) for line in file.attachments["dati.jsonl"].get_file().read_bytes().splitlines()]
    assert [line["riga"] for line in told] == [1, 2]
    assert [line["dati"] for line in told] == people
    names = [one["lavoratore"] for one in people]
    assert titles == [f"{n} – {who['cognome']} {who['nome']}" for n, who in enumerate(names, 1)]


def test_files_of_the_rows_go_in_the_one_pdf_too(store: Magazzino) -> None:
    """What each document would hold alone, under a name that says its row; the data tell them by their print."""
    slug, files = "relazione-tecnica", {1: pdf_of(2000), 3: pdf_of(3000)}
    lines = [{"luogo": place, "allegati": []} for place in ("Como", "Lodi", "Pavia")]
    for row, content in files.items():
        held = {"nome": "a.pdf", "contenuto": b64encode(content).decode()}
        lines[row - 1]["allegati"] = [{"tipo": "altro", "descrizione": "Prova", "file": held}]
    of = made(store, in_lines(lines), slug, formato="pdf", unione="pdf")
    assert finish(store) == 3
    with pikepdf.open(risultato(store, of, "pdf")) as file:
        inside = {name: one.get_file().read_bytes() for name, one in file.attachments.items()}
    told = [json.loads(line)["dati"]["allegati"] for line in inside.pop("dati.jsonl").splitlines()]
    assert inside == {f"riga-{row:05}-allegato-1-a.pdf": content for row, content in files.items()}
    prints = [[f"sha256:{hashlib.sha256(files[row]).hexdigest()}"] if row in files else [] for row in (1, 2, 3)]
    assert [[one["file"]["contenuto"] for one in some] for some in told] == prints


def test_what_cannot_be_joined_is_over_and_can_be_tried_again(
    store: Magazzino, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = made(store, table(2))
    join = lavoro.unisci

    def broken(*_: Any) -> None:
        raise OSError("segreto")

    monkeypatch.setattr(lavoro, "unisci", broken)
    monkeypatch.setattr(blocchi, "PRESTITO", 0.0)
    assert finish(store) == 2
    assert (lotti.conta(store, of) or (None,))[0].stato == "fallito"  # type: ignore[union-attr]
    monkeypatch.setattr(lavoro, "unisci", join)
    monkeypatch.setattr(blocchi, "PRESTITO", 60.0)
    lotti.riprova(store, of)
    assert finish(store) == 0
    whole(store, of, 2)


def test_the_rate_is_that_of_what_was_made_since_it_was_set_going(store: Magazzino) -> None:
    finish_of = made(store, table(6))
    finish(store)
    of = made(store, table(8))
    with store.scrittura() as session:
        lotto_ = session.get_one(Lotto, of)
        assert (lotto_.gia_fatte, finish_of != of) == (6, True)
        lotto_.trascorso, lotto_.misurato = 10.0, time.time()
        session.execute(update(Riga).where(Riga.lotto == of, Riga.numero == 7).values(stato="fatta"))
    told = stato(store, of)
    assert told is not None
    assert (told["righe_al_secondo"], told["secondi_rimanenti"], told["fase"]) == ("0.1", 11, "righe")


def test_only_changed_rows_are_made_again(store: Magazzino) -> None:
    first = made(store, table(9))
    assert finish(store) == 9
    again = made(store, table(9))
    assert finish(store) == 0
    assert whole(store, again, 9) == whole(store, first, 9)
    third = made(store, table(9, changed=2))
    assert finish(store) == 2
    whole(store, third, 9)


def test_an_idempotency_key_makes_one_lotto(store: Magazzino) -> None:
    first = made(store, table(2), chiave="chiave")
    assert made(store, table(2), chiave="chiave") == first
    assert made(store, table(2), chiave="altra") != first
    with pytest.raises(ingresso.ChiaveUsata):
        made(store, table(3), chiave="chiave")


def test_wrong_rows_are_told_and_the_others_made(store: Magazzino) -> None:
    lines = [{"luogo": "Bergamo"}, {"luogo": ""}, {"luogo": "Milano"}]
    of = made(store, in_lines(lines))
    assert finish(store) == 2
    _, counted = lotti.conta(store, of) or (None, {})
    assert counted == {"fatta": 2, "errata": 1}
    [wrong] = [row for row in lotti.righe(store, of) if row.stato == "errata"]
    assert (wrong.numero, wrong.dati) == (2, None)
    assert "errori" in json.loads(lotto.errori(store, of).read_text().splitlines()[1])


def test_cancelled_and_tried_again(store: Magazzino) -> None:
    of = made(store, table(3))
    batch = blocchi.prendi(store)
    assert batch is not None
    assert lotti.annulla(store, of)
    assert not lotti.annulla(store, of)
    assert not blocchi.consegna(store, batch, "x", [], {1: "[]"})
    assert finish(store) == 0
    assert (lotti.conta(store, of) or (None, {}))[1] == {"annullata": 3}
    assert lotti.riprova(store, of) == 3
    assert finish(store) == 3
    whole(store, of, 3)


def test_a_row_that_cannot_be_made_fails_alone(store: Magazzino, monkeypatch: pytest.MonkeyPatch) -> None:
    of = made(store, table(4))
    render = service.rendi

    def broken(document: service.Atto, kind: str, **more: Any) -> Any:
        if document.dati["luogo"] == "Bergamo 2":
            raise ValueError("segreto")
        return render(document, kind, **more)

    monkeypatch.setattr(lavoro.service, "rendi", broken)
    assert finish(store) == 3
    assert (lotti.conta(store, of) or (None, {}))[1] == {"fatta": 3, "fallita": 1}
    assert [one["codice"] for one in json.loads(row_of(store, of, 2).difetti or "[]")] == ["TAB-RESA"]
    monkeypatch.setattr(lavoro.service, "rendi", render)
    assert lotti.riprova(store, of) == 1
    assert row_of(store, of, 2).difetti is None
    assert finish(store) == 1
    whole(store, of, 4)


def row_of(store: Magazzino, of: str, number: int) -> Riga:
    with store.lettura() as session:
        return session.get_one(Riga, (of, number))


def test_a_number_is_read_for_the_document_as_it_was_for_the_table(store: Magazzino) -> None:
    slug = "tabella-solidarieta"
    shared = service.esempio(slug)
    people = [one | {"ore_lavorate_settimanali": 24} for one in shared.pop("lavoratori")]
    del shared["tabella"]
    floats = ("17.999999999999996", "1.8e1", "26.400000000000002", "2.0E+1")
    lines = [json.dumps(one).replace(": 24", f": {said}") for one, said in zip(people, floats, strict=False)]
    of = made(store, "\n".join(lines).encode(), slug, shared)
    assert finish(store) == 1, json.loads(row_of(store, of, 0).difetti or "[]")
    kept = json.loads(row_of(store, of, 0).dati or "{}")["lavoratori"]
    assert [one["ore_lavorate_settimanali"] for one in kept] == ["18", "18", "26.4", "20"]


def test_a_row_whose_data_cannot_be_read_again_says_why(store: Magazzino) -> None:
    of = made(store, table(2))
    with store.scrittura() as session:
        session.execute(update(Riga).where(Riga.lotto == of, Riga.numero == 1).values(dati='{"luogo": 3}'))
    assert finish(store) == 1
    [told] = [one for one in json.loads(row_of(store, of, 1).difetti or "[]") if one["percorso"] == "/luogo"]
    assert (told["codice"], told["campo"]) == ("TAB-DATO", "Luogo")


def test_two_hands_one_row(store: Magazzino, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker whose lease ran out while it worked hands in nothing."""
    of = made(store, table(2))
    monkeypatch.setattr(blocchi, "PRESTITO", -1.0)
    slow = blocchi.prendi(store)
    monkeypatch.setattr(blocchi, "PRESTITO", 60.0)
    assert slow is not None
    assert finish(store) == 2
    assert not blocchi.consegna(store, slow, "x", [blocchi.Fatta(1, 0, 1, "")], {2: "[]"})
    assert not blocchi.rinnova(store, slow)
    whole(store, of, 2)


def _paused(folder: Path, reached: Any, row: int, lease: float) -> None:
    """Work, and stop for good when a row is reached: the middle of a batch, made certain."""
    blocchi.PRESTITO = lease

    def wait(at: Riga) -> None:
        if at.numero == row:
            reached.set()
            time.sleep(600)

    store = Magazzino(folder)
    while lavora(store, fra=wait) is not None:
        pass


@pytest.mark.lungo
def test_a_worker_killed_in_the_middle(store: Magazzino) -> None:
    of = made(store, table(120))
    context = multiprocessing.get_context("spawn")
    reached = context.Event()
    worker = context.Process(target=_paused, args=(store.folder, reached, 75, 60.0), daemon=True)
    worker.start()
    assert reached.wait(120)
    assert worker.pid
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()
    counted = (lotti.conta(store, of) or (None, {}))[1]
    assert counted == {"fatta": 72, "da_fare": 48}
    assert prestiti.libera_spariti(store) == 1
    # the rows of the batch that died are made one by one
    assert finish(store) == 48
    whole(store, of, 120)


@pytest.mark.lungo
def test_a_row_that_kills_its_worker_fails_alone(store: Magazzino) -> None:
    of = made(store, table(5))
    context = multiprocessing.get_context("spawn")
    for _ in range(blocchi.TENTATIVI + 1):
        reached = context.Event()
        worker = context.Process(target=_paused, args=(store.folder, reached, 3, 0.0), daemon=True)
        worker.start()
        while worker.is_alive() and not reached.wait(0.1):
            pass
        worker.kill()
        worker.join()
        prestiti.libera_spariti(store)  # as who saw it die does
    finish(store)
    found = lotti.conta(store, of)
    assert found is not None
    assert (found[0].stato, found[1]) == ("pronto", {"fatta": 4, "fallita": 1})


@pytest.mark.lungo
def test_the_engine_and_all_its_processes_killed(store: Magazzino) -> None:
    """Workers killed one after the other, then all at once with the engine: every row is made once."""
    of = made(store, table(1500))
    engine = Incorporato(store.folder, 2)
    engine.avvia()
    for _ in range(4):
        before = time.monotonic()
        over = done = _made_so_far(store, of)
        while over == done and time.monotonic() < before + 30:
            time.sleep(0.02)
            over = _made_so_far(store, of)
        for pid in engine.pid[:1]:
            os.kill(pid, signal.SIGKILL)
    engine.ferma()
    left = (lotti.conta(store, of) or (None, {}))[1].get("da_fare", 0)
    assert left
    again = Incorporato(store.folder, 2)
    again.avvia()
    end = time.monotonic() + 240
    while time.monotonic() < end and (lotti.conta(store, of) or (None,))[0].stato != "pronto":  # type: ignore[union-attr]
        time.sleep(0.5)
    again.ferma()
    whole(store, of, 1500)
    assert threading.active_count() < 10


def _made_so_far(store: Magazzino, of: str) -> int:
    return (lotti.conta(store, of) or (None, {}))[1].get("fatta", 0)


def test_what_is_past_its_time_goes(store: Magazzino) -> None:
    of = made(store, table(2))
    kept = made(store, table(2))
    finish(store)
    with store.scrittura() as session:
        session.get_one(Lotto, of).scade = 0.0
    for path in store.pacchi.iterdir():
        os.utime(path, (0, 0))
    assert scarta_scaduti(store) == 1
    assert lotti.conta(store, of) is None
    assert not risultato(store, of, "zip").exists()
    whole(store, kept, 2)
    with store.scrittura() as session:
        session.get_one(Lotto, kept).scade = 0.0
    scarta_scaduti(store)
    assert list(store.pacchi.iterdir()) == []
    assert list(store.risultati.iterdir()) == []


def test_nothing_personal_in_the_hash(store: Magazzino) -> None:
    assert ingresso.impronta(b"a", "Neri") != ingresso.impronta(b"b", "Neri")
    assert ingresso.impronta(store.key, "Neri") == ingresso.impronta(store.key, "Neri")


def test_the_documents_laid_out_in_full_are_counted(store: Magazzino) -> None:
    names = [f"Bergamo {number}" for number in range(21)]
    names[15] = "Castelnuovo " * 7
    of = made(store, in_lines({"luogo": name} for name in names), formato="pdf")
    assert finish(store) == 21
    told = stato(store, of) or {}
    assert told["righe"]["fatte"] == 21
    whole = [row.numero for row in lotti.righe(store, of) if row.per_intero]
    assert told["impaginate_per_intero"] == len(whole)
    assert 15 + 1 in whole
    assert len(whole) < 5


def with_doubts(count: int, doubtful: Iterable[int], wrong: Iterable[int] = ()) -> bytes:
    """Return a table of which some rows are in doubt (the prefix of a VAT number), some wrong."""
    firm = service.esempio(SLUG)["datore_lavoro"]
    lines: list[dict[str, Any]] = [{"luogo": f"Bergamo {n}"} for n in range(1, count + 1)]
    for number in doubtful:
        lines[number - 1]["datore_lavoro"] = firm | {"partita_iva": f"IT{firm['partita_iva']}"}
    for number in wrong:
        lines[number - 1]["luogo"] = ""
    return in_lines(lines)


def test_doubts_are_kept_with_their_rows_and_told_in_the_manifest(store: Magazzino) -> None:
    of = made(store, with_doubts(5, [2, 4], wrong=[4, 5]))
    finish(store)
    told = stato(store, of) or {}
    assert (told["righe"]["con_avvisi"], told["righe"]["errate"], told["righe"]["fatte"]) == (1, 2, 3)
    doubtful = {row.numero: json.loads(row.avvisi) for row in lotti.righe(store, of) if row.avvisi}
    assert [one["percorso"] for one in doubtful[2]] == ["/datore_lavoro/partita_iva"]
    with zipfile.ZipFile(risultato(store, of, "zip")) as archive:
        rows = list(csv.DictReader(StringIO(archive.read(MANIFESTO).decode("utf-8-sig")), delimiter=";"))
    assert [bool(row["avvisi"]) for row in rows] == [False, True, False, False, False]
    assert [bool(row["errori"]) for row in rows] == [False, False, False, True, True]
    assert rows[1]["avvisi"].startswith("Datore di lavoro, Partita IVA: la partita IVA contiene")


def test_a_page_of_rows(store: Magazzino) -> None:
    of = made(store, with_doubts(9, [2, 5, 7], wrong=[9]))

    def numbers(**which: Any) -> tuple[int, list[int]]:
        total, rows = lotti.pagina(store, of, **{"quante": 3, **which})
        return total, [row.numero for row in rows]

    assert numbers() == (9, [1, 2, 3])
    assert numbers(da=6) == (9, [7, 8, 9])
    assert numbers(da=9) == (9, [])
    assert numbers(avvisi=True) == (3, [2, 5, 7])
    assert numbers(stato="errata") == (1, [9])
    assert numbers(stato="errata", avvisi=True) == (0, [])
    lotti.annulla(store, of)
    with store.scrittura() as session:  # as where it was interrupted
        session.execute(update(Riga).where(Riga.lotto == of, Riga.numero == 3).values(stato="da_fare"))
    assert numbers(stato="da_fare") == (0, [])
    assert numbers(stato="annullata", quante=9)[1] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_page_is_found_by_the_indexes(store: Magazzino) -> None:
    """Whatever the page, of how many rows: none of those before it is read."""
    start, end = "EXPLAIN QUERY PLAN SELECT numero FROM riga WHERE lotto='x'", "ORDER BY numero LIMIT 5 OFFSET 9"
    with store.engine.connect() as connection:
        for which, index in (
            ("", "COVERING INDEX sqlite_autoindex_riga_1"),
            ("AND stato='errata'", "COVERING INDEX riga_lotto_stato"),
            ("AND avvisi IS NOT NULL", "INDEX riga_avvisi"),
        ):
            [plan] = connection.exec_driver_sql(f"{start} {which} {end}").all()
            assert index in plan[3], plan


def test_the_examination_says_how_far_it_has_come(store: Magazzino, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(esame, "_EVERY", 0.0)
    of = invia(store, SLUG, table(30), comune=json.dumps(service.esempio(SLUG)).encode(), formato="docx")
    seen: list[dict[str, Any]] = []
    real = lotti.annota_esame

    def noted(*told: Any) -> None:
        real(*told)
        seen.append(stato(store, of) or {})

    monkeypatch.setattr(esame.lotti, "annota_esame", noted)
    lavora(store)
    assert {one["fase"] for one in seen} == {"verifica"}
    assert [one["esame"] for one in seen][:2] == [{"esaminate": 0, "totale": 30}, {"esaminate": 1, "totale": 30}]
    assert seen[-1]["esame"] == {"esaminate": 29, "totale": 30}
    assert all(float(one["righe_al_secondo"]) > 0 and one["secondi_rimanenti"] >= 1 for one in seen[1:])
    assert "esame" not in (stato(store, of) or {})


def test_doubts_of_the_people_of_a_list_are_of_its_only_document(store: Magazzino) -> None:
    data = service.esempio("elenco-lavoratori")
    people = data.pop("lavoratori")
    people[0]["nome"] = "Ugo"
    of = made(store, in_lines(people), "elenco-lavoratori", data)
    [row] = lotti.righe(store, of)
    assert [(one["riga"], one["percorso"]) for one in json.loads(row.avvisi or "")] == [(1, "/codice_fiscale")]
    assert (stato(store, of) or {})["righe"]["con_avvisi"] == 1
