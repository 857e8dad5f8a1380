"""The store busy, full, read-only, corrupt or away: told apart, answered in Italian, and over when its cause is."""

from __future__ import annotations

import errno
import json
import os
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from magazzino_tools import (
    BASE,
    COMMAND,
    LOTTI,
    ROOT,
    SLUG,
    lines,
    making,
    of_folder,
    remount,
    send,
    serving,
    small_disk,
    until,
)
from sqlalchemy.exc import OperationalError

from docservice.lotti import lavoro
from docservice.lotti.custodia import Custodia
from docservice.lotti.invio import invia
from docservice.lotti.lavoro import lavora
from docservice.lotti.stato import stato
from docservice.service import esempio
from docservice.store import base, lotti, prestiti, privati, pulizia
from docservice.store.base import Magazzino
from docservice.store.guasti import CAUSE, MESSAGGI, Guasto, MagazzinoGuasto, certo
from docservice.store.salute import CARTELLE, DATABASE, PREPARATA, aspetta, integro, salute
from docservice.store.schema import REVISIONE, Lotto

pytestmark = pytest.mark.usefixtures("without_fence")


@pytest.fixture
def client(store_client: FlaskClient) -> FlaskClient:
    return store_client


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the database, as a program that writes for long."""
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def finish(folder: Path) -> None:
    store = Magazzino(folder)
    while lavora(store) is not None:
        pass
    store.close()


def kind(answer: Any) -> str:
    assert answer.mimetype == "application/problem+json"
    assert int(answer.headers["Retry-After"]) > 0
    return str(answer.json["type"]).removeprefix("urn:docservice:problema:")


def test_each_error_is_of_one_fault() -> None:
    def system(number: int) -> OSError:
        return OSError(number, os.strerror(number))

    assert certo(system(errno.ENOSPC)) is certo(system(errno.EDQUOT)) is Guasto.PIENO
    assert certo(system(errno.EROFS)) is Guasto.SOLA_LETTURA
    assert certo(system(errno.ENOENT)) is None
    assert certo(ValueError("x")) is None
    for code, found in {
        sqlite3.SQLITE_BUSY: Guasto.OCCUPATO,
        sqlite3.SQLITE_BUSY_SNAPSHOT: Guasto.OCCUPATO,
        sqlite3.SQLITE_FULL: Guasto.PIENO,
        sqlite3.SQLITE_READONLY: Guasto.SOLA_LETTURA,
        sqlite3.SQLITE_READONLY_DBMOVED: Guasto.ASSENTE,
        sqlite3.SQLITE_CORRUPT_INDEX: Guasto.CORROTTO,
        sqlite3.SQLITE_NOTADB: Guasto.CORROTTO,
        sqlite3.SQLITE_CONSTRAINT: None,
    }.items():
        error = sqlite3.OperationalError("x")
        error.sqlite_errorcode = code
        assert certo(error) is certo(OperationalError("SELECT", {}, error)) is found
    assert set(MESSAGGI) == set(CAUSE) == set(Guasto)


def test_reads_wait_for_no_writer(client: FlaskClient, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "TURNO", 0.3)
    home = send(client, lines(3)).headers["Location"]
    with held(folder):
        before = time.monotonic()
        assert client.get(home).status_code == 200
        assert client.get(f"{home}/righe").json["items"] == []
        assert time.monotonic() - before < 0.25
        assert salute(folder) is Guasto.OCCUPATO
        for answer in (send(client, lines(2)), client.delete(home)):
            assert (answer.status_code, kind(answer)) == (503, "occupato")
        # another process, opening it now, reads too
        other = Magazzino(folder)
        assert stato(other, home.rsplit("/", 1)[1])
        other.close()
    assert salute(folder) is None
    assert client.delete(home).status_code == 200


def test_what_was_made_is_kept_while_another_holds_the_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Magazzino(folder)
    of = sent(store, 3)
    monkeypatch.setattr(base, "TURNO", 0.05)
    tries = []
    enter = lavoro.blocchi.consegna

    def busy(*what: Any, **more: Any) -> bool:
        tries.append(1)
        if len(tries) < 3:
            raise MagazzinoGuasto(Guasto.OCCUPATO)
        return enter(*what, **more)

    monkeypatch.setattr(lavoro.blocchi, "consegna", busy)
    assert lavora(store) == 3
    assert (stato(store, of) or {})["righe"]["fatte"] == 3
    store.close()


def sent(store: Magazzino, count: int, start: int = 1) -> str:
    of = invia(store, SLUG, lines(count, start), comune=json.dumps(esempio(SLUG)).encode(), formato="docx")
    assert lavora(store) == 0
    return of


def test_a_full_disk_leaves_no_half_pack_and_costs_no_attempt(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Magazzino(folder)
    of = sent(store, 3)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for _ in range(5):
        with monkeypatch.context() as patch:
            patch.setattr(lavoro.os, "fsync", full)
            with pytest.raises(MagazzinoGuasto) as caught:
                lavora(store)
        assert caught.value.parte is Guasto.PIENO
        assert not list(store.pacchi.iterdir())
    assert lavora(store) == 3
    assert lavora(store) == 0
    assert (stato(store, of) or {})["stato"] == "pronto"
    store.close()


def test_no_room_is_507(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    send(client, lines(1))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(privati.os, "fsync", full)
    answer = send(client, lines(2))
    assert (answer.status_code, kind(answer)) == (507, "spazio-esaurito")
    assert "spazio" in answer.json["detail"]
    assert len(list((folder / "carichi").iterdir())) == 2


def test_a_corrupt_database(client: FlaskClient, folder: Path) -> None:
    send(client, lines(1))
    assert salute(folder) is None
    assert integro(folder)
    store = client.application.extensions["magazzino"]["aperto"]
    store.riassorbi()
    store.engine.dispose()
    whole = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(b"x" * 8192 + whole[8192:])
    assert salute(folder) is Guasto.CORROTTO
    for answer in (send(client, lines(1)), client.get(f"{LOTTI}/{'0' * 32}")):
        assert (answer.status_code, kind(answer)) == (503, "archivio-danneggiato")
    (folder / DATABASE).write_bytes(whole)
    assert salute(folder) is None
    assert client.get(f"{LOTTI}/{'0' * 32}").status_code == 404


def test_damage_inside_is_seen_at_the_start(folder: Path) -> None:
    store = Magazzino(folder)
    sent(store, 60)
    store.riassorbi()
    store.close()
    size = (folder / DATABASE).stat().st_size
    with (folder / DATABASE).open("r+b") as file:
        for place in range(8192, size, 4096):
            file.seek(place)
            file.write(b"\xa5" * 64)
    assert not integro(folder)
    care = Custodia(folder)
    assert not care.pronta()
    assert care.guasto is Guasto.CORROTTO


def test_a_folder_that_goes_away_and_comes_back(
    client: FlaskClient, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = send(client, lines(1)).headers["Location"]
    monkeypatch.setenv(PREPARATA, str(folder))
    folder.rename(tmp_path / "via")
    assert salute(folder) is Guasto.ASSENTE
    for answer in (send(client, lines(1)), client.get(home)):
        assert (answer.status_code, kind(answer)) == (503, "archivio-assente")
    with pytest.raises(MagazzinoGuasto):
        Magazzino(folder)
    assert not folder.exists()
    (tmp_path / "via").rename(folder)
    assert client.get(home).status_code == 200
    # another in its place, with its own lotti
    folder.rename(tmp_path / "via")
    monkeypatch.delenv(PREPARATA)
    Magazzino(folder).close()
    assert client.get(home).status_code == 404
    assert send(client, lines(1)).status_code == 202


@pytest.mark.parametrize("name", CARTELLE)
def test_a_folder_inside_that_goes_away_costs_no_attempt(
    client: FlaskClient, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    home = send(client, lines(2)).headers["Location"]
    monkeypatch.setenv(PREPARATA, str(folder))
    store = Magazzino(folder)
    for turn in range(3):
        (folder / name).rename(tmp_path / "via")
        assert salute(folder) is Guasto.ASSENTE
        for _ in range(5):
            with suppress(MagazzinoGuasto):
                # what does not need that folder goes on
                lavora(store)
        assert not (folder / name).exists()
        if name == "carichi" and not turn:
            answer = send(client, lines(2))
            assert (answer.status_code, kind(answer)) == (503, "archivio-assente")
        (tmp_path / "via").rename(folder / name)
        assert salute(folder) is None
        lavora(store)
    while lavora(store) is not None:
        pass
    told = client.get(home).json
    assert (told["stato"], told["righe"]["fatte"]) == ("pronto", 2)
    store.close()


def test_the_rights_of_the_folders_inside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Magazzino(folder).close()
    for lacks, found in {os.W_OK: Guasto.SOLA_LETTURA, os.R_OK: Guasto.ASSENTE, os.X_OK: Guasto.ASSENTE}.items():
        with monkeypatch.context() as patch:  # who may do all is refused nothing
            patch.setattr(os, "access", lambda place, mode, lacks=lacks: place.name != "pacchi" or not mode & lacks)
            assert salute(folder) is found
    assert salute(folder) is None


@pytest.mark.parametrize("left", [b"", b"x" * 40_960])
def test_a_database_overwritten_takes_nothing_more(client: FlaskClient, folder: Path, left: bytes) -> None:
    """Though what was written last, which is beside it, would hide it."""
    home = send(client, lines(1)).headers["Location"]
    assert list(folder.glob(f"{DATABASE}-wal"))
    whole = (folder / DATABASE).read_bytes()
    with (folder / DATABASE).open("r+b") as file:
        file.truncate(len(left))
        file.write(left)
    assert salute(folder) is Guasto.CORROTTO
    for answer in (send(client, lines(2)), client.delete(home)):
        assert (answer.status_code, kind(answer)) == (503, "archivio-danneggiato")
    assert "-wal" in answer.json["detail"]
    with (folder / DATABASE).open("r+b") as file:
        file.write(whole)
    assert salute(folder) is None


def test_who_waits_goes_on_soon_after_the_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Magazzino(folder).close()
    monkeypatch.setattr("docservice.store.salute._OFTEN", 0.05)
    begun = time.monotonic()
    monkeypatch.setattr(
        "docservice.store.salute._look", lambda _: Guasto.PIENO if time.monotonic() < begun + 0.3 else None
    )
    aspetta(folder, 60.0, threading.Event())
    assert 0.3 <= time.monotonic() - begun < 1
    # of what is not seen from there, it waits for the whole time
    begun = time.monotonic() - 1
    aspetta(folder, 0.2, threading.Event())
    assert time.monotonic() - begun >= 1.2


def test_the_look_at_the_store_takes_no_time_and_never_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert salute(folder) is None  # not made yet
    store = Magazzino(folder)
    sent(store, 200)
    before = time.monotonic()
    assert salute(folder) is None
    assert time.monotonic() - before < 0.3
    assert not list(folder.glob(".prova*"))
    monkeypatch.setattr("docservice.store.salute._files", lambda _: time.sleep(2))
    before = time.monotonic()
    assert salute(folder) is Guasto.OCCUPATO
    assert time.monotonic() - before < 0.6
    store.close()


def test_each_change_is_one_line_and_a_note(folder: Path, capsys: Any) -> None:
    store = Magazzino(folder)
    of = sent(store, 1)
    care = Custodia(folder)
    assert care.pronta()
    now = time.time()
    # one that works for less than a second is not told
    for parte, when in ((Guasto.PIENO, 10), (Guasto.PIENO, 11), (None, 12), (Guasto.PIENO, 13), (None, 40), (None, 41)):
        care.senti(parte, now + when)
    until(lambda: care.cura() or care.guasto is None, 5)
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["event"], one.get("parte"), one.get("secondi")) for one in told] == [
        ("magazzino guasto", "pieno", None),
        ("magazzino di nuovo a posto", None, 30),
    ]
    care.cura(subito=True)
    [note] = (stato(store, of) or {})["note"]
    assert note.startswith("La produzione si è fermata dalle ")
    assert note.endswith(": spazio su disco esaurito.")
    store.close()


def test_a_folder_of_before_is_brought_to_the_present(folder: Path) -> None:
    """A database of revision 0003, with a lotto half made and one whose pack another shares."""
    from alembic import command
    from alembic.config import Config

    folder.mkdir()
    old = Magazzino.__new__(Magazzino)
    old.engine = base._engine(folder / DATABASE)
    config = Config()
    config.set_main_option("script_location", "docservice.store:migrazioni")
    with old.engine.execution_options(scrive=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        connection.exec_driver_sql(
            "INSERT INTO lotto (id, modello, formato, unione, stato, righe, creato, gia_fatte, scade, impronta)"
            " VALUES ('a', 'did', 'docx', 'zip', 'in_corso', 1, 1, 0, 9e9, 'x')"
        )
        connection.exec_driver_sql("INSERT INTO riga (lotto, numero, stato, nome) VALUES ('a', 1, 'da_fare', 'x')")
        connection.exec_driver_sql(
            "INSERT INTO blocco (lotto, dal, al, unisce, stato, tentativi, scade)"
            " VALUES ('a', 1, 1, 0, 'da_fare', 0, 0)"
        )
    old.engine.dispose()
    store = Magazzino(folder)
    assert store._state() == (REVISIONE, 1)
    told = stato(store, "a") or {}
    assert (told["fase"], told["righe"]["da_fare"]) == ("righe", 1)
    assert prestiti.libera_spariti(store) == 0
    assert lotti.annulla(store, "a")
    store.close()


def test_an_error_of_the_database_quotes_no_datum(folder: Path) -> None:
    store = Magazzino(folder)
    with pytest.raises(OperationalError) as caught, store.engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM pippo WHERE x = ?", ("Binti",))
    assert "Binti" not in str(caught.value)
    store.close()


@pytest.mark.lungo
def test_on_a_full_disk_what_is_deleted_makes_room(tmp_path: Path) -> None:
    """Deleted, cancelled or past its time, though not a byte is left; with rows that fill more than the reserve."""
    disk = tmp_path / "disco"
    with small_disk(disk, "128m"):
        folder = disk / "dati"
        care = Custodia(folder)
        assert care.pronta()
        store = Magazzino(folder)
        old, past = sent(store, 2000), sent(store, 3)
        while lavora(store) is not None:
            pass
        going = sent(store, 2000, 10_000)
        with store.scrittura() as session:
            session.get_one(Lotto, past).scade = 1.0
        store.riassorbi()
        fill(disk)
        assert salute(folder) is Guasto.PIENO
        assert pulizia.dimentica(store, old)
        assert stato(store, old) is None
        fill(disk)
        assert lotti.annulla(store, going)
        assert (stato(store, going) or {})["righe"]["annullate"] == 2000
        assert pulizia.scarta_scaduti(store) == 1
        assert pulizia.dimentica(store, going)
        assert not pulizia.da_ripulire(store)
        assert not [*store.pacchi.iterdir(), *store.risultati.iterdir(), *store.carichi.iterdir()]
        (disk / "pieno").unlink()
        care.cura(subito=True)
        store.close()


def fill(disk: Path) -> None:
    """Leave no byte free."""
    with suppress(OSError), (disk / "pieno").open("ab", buffering=0) as file:
        while True:
            file.write(bytes(4096))


# real processes, and a real disk


@pytest.mark.lungo
def test_a_disk_that_fills_and_grows(tmp_path: Path) -> None:
    """The lotto stops, says why, and goes on by itself; what was made before is kept."""
    disk = tmp_path / "disco"
    with small_disk(disk, "6m"), serving(disk / "dati", tmp_path / "log") as server:
        _, told = server.send(lines(600))
        of = told["id"]
        until(lambda: any(one.get("parte") == "pieno" for one in server.lines()))
        assert server.state(of)["stato"] == "in_corso"
        status, told = server.send(lines(100_000))
        assert (status, told["type"]) == (507, "urn:docservice:problema:spazio-esaurito")
        remount(disk, "size=200m")
        server.ready(of, 600)
        [note] = until(lambda: server.state(of).get("note"), 10)
        assert note.endswith(": spazio su disco esaurito.")
        begun = [one for one in server.lines() if one["event"] == "magazzino guasto"]
        assert len(begun) == 1
        files = {path.name for path in (disk / "dati" / "pacchi").iterdir()}
        with closing(sqlite3.connect(disk / "dati" / DATABASE)) as found:
            assert files == {name for (name,) in found.execute("SELECT DISTINCT pacco FROM riga")}


@pytest.mark.lungo
@pytest.mark.parametrize("name", ["pacchi", "risultati"])
def test_a_folder_inside_away_for_a_while(tmp_path: Path, name: str) -> None:
    """No row fails of it, and the work goes on within seconds of its end: five, on a machine that does nothing else."""
    folder = tmp_path / "dati"
    with making(tmp_path, rows := 200) as (server, of):
        (folder / name).rename(tmp_path / "via")
        until(lambda: any(one.get("parte") == "assente" for one in server.lines()), 30)
        time.sleep(15)
        ended = time.time()
        (tmp_path / "via").rename(folder / name)
        begun = time.monotonic()
        until(lambda: any("di nuovo" in one["event"] for one in server.lines()), 30)
        assert time.monotonic() - begun < 15
        server.ready(of, rows)
        [note] = until(lambda: server.state(of).get("note"), 10)
        close = {f"{time.strftime('%H:%M:%S', time.gmtime(ended + late))}" for late in range(16)}
        assert any(f"alle {one}" in note for one in close), note
        assert [one["event"] for one in server.lines()].count("magazzino guasto") == 1


@pytest.mark.lungo
def test_a_folder_read_only_at_the_start(tmp_path: Path) -> None:
    disk = tmp_path / "disco"
    with small_disk(disk, "100m"):
        with serving(disk / "dati", tmp_path / "prima") as server:
            of = server.send(lines(3))[1]["id"]
            server.ready(of, 3)
        until(lambda: not of_folder(disk / "dati"))
        remount(disk, "ro")
        with serving(disk / "dati", tmp_path / "log") as server:
            assert server.lines()[0]["stato"] == "sola_lettura"
            status, told = server.send(lines(2))
            assert (status, told["type"]) == (503, "urn:docservice:problema:sola-lettura")
            remount(disk, "rw")
            status, told = until(lambda: (found := server.send(lines(2, 10)))[0] == 202 and found)
            server.ready(told["id"], 2)
            assert server.state(of)["stato"] == "pronto"


@pytest.mark.lungo
def test_a_database_overwritten_while_the_service_runs(tmp_path: Path) -> None:
    folder = tmp_path / "dati"
    with serving(folder, tmp_path / "log") as server:
        of = server.send(lines(20))[1]["id"]
        server.ready(of, 20)
        for name in (DATABASE, f"{DATABASE}-wal"):
            size = (folder / name).stat().st_size
            with (folder / name).open("r+b") as file:
                file.write(b"\xa5" * size)
        _, told = until(lambda: (found := server.send(lines(2)))[0] == 503 and found)
        assert told["type"] == "urn:docservice:problema:archivio-danneggiato"
        until(lambda: any(one.get("parte") == "corrotto" for one in server.lines()))
        time.sleep(5)
        assert len(server.lines()) == 2
        assert server.ask("GET", f"{BASE}/modelli")[0] == 200


@pytest.mark.lungo
def test_a_program_that_holds_the_database_for_half_a_minute(tmp_path: Path) -> None:
    folder = tmp_path / "dati"
    with making(tmp_path, 1000) as (server, of):
        with held(folder):
            end = time.monotonic() + 30
            slowest = 0.0
            before = time.monotonic()
            status, told = server.send(lines(2))
            assert (status, told["type"]) == (503, "urn:docservice:problema:occupato")
            assert time.monotonic() - before < 7
            while time.monotonic() < end:
                before = time.monotonic()
                assert server.state(of)["stato"] == "in_corso"
                slowest = max(slowest, time.monotonic() - before)
                time.sleep(0.2)
            assert slowest < 1
        server.ready(of, 1000)


@pytest.mark.lungo
def test_a_folder_moved_away_under_the_service(tmp_path: Path) -> None:
    folder = tmp_path / "dati"
    with making(tmp_path, 300) as (server, of):
        folder.rename(tmp_path / "via")
        for pid in (*server.processes()["worker"], *server.processes()["web"]):
            os.kill(pid, signal.SIGKILL)
        status, told = until(lambda: (found := server.send(lines(2)))[0] and found)
        assert (status, told["type"]) == (503, "urn:docservice:problema:archivio-assente")
        until(lambda: any(one.get("parte") == "assente" for one in server.lines()))
        assert not folder.exists()
        (tmp_path / "via").rename(folder)
        server.ready(of, 300)
        assert server.send(lines(2))[0] == 202


@pytest.mark.lungo
def test_the_command_says_why_it_ends(tmp_path: Path) -> None:
    disk = tmp_path / "disco"
    (tmp_path / "t.jsonl").write_bytes(lines(600))
    (tmp_path / "c.json").write_text(json.dumps(esempio(SLUG)))
    command = [*COMMAND, "lotto", str(tmp_path / "t.jsonl"), "--modello", SLUG, "--formato", "docx"]
    command += ["--comune", str(tmp_path / "c.json"), "-o", str(tmp_path / "o")]
    env = {**os.environ, "DOCSERVICE_DATI": str(disk / "dati")}
    with small_disk(disk, "5m"):
        ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
        assert (ran.returncode, ran.stderr.splitlines()[-1]) == (5, MESSAGGI[Guasto.PIENO])
        remount(disk, "size=200m")
        ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
        assert ran.returncode == 0, ran.stderr
