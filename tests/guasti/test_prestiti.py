"""Whatever dies, and whatever the clock says, every row is made once, and the end comes in seconds."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from magazzino_tools import COMMAND, ROOT, SLUG, lines, making, of_folder, serving, until

from docservice.lotti import motore, operaio
from docservice.lotti.invio import invia
from docservice.lotti.lavoro import lavora
from docservice.lotti.stato import stato
from docservice.service import esempio
from docservice.store import blocchi, lotti, prestiti
from docservice.store.base import Magazzino
from docservice.store.presenze import vivi
from docservice.store.pulizia import dimentica
from docservice.store.salute import DATABASE
from docservice.store.schema import Blocco, Lotto, Riga

pytestmark = pytest.mark.usefixtures("without_fence")
SECONDS = 20
"""In which a lotto of some hundred rows ends, whatever was killed: a lease alone lasts sixty."""


@pytest.fixture
def store(tmp_path: Path) -> Any:
    made = Magazzino(tmp_path / "dati")
    yield made
    made.close()


def sent(store: Magazzino, count: int) -> str:
    of = invia(store, SLUG, lines(count), comune=json.dumps(esempio(SLUG)).encode(), formato="docx")
    assert lavora(store, of) == 0
    return of


def finish(store: Magazzino) -> int:
    done = 0
    while (made := lavora(store)) is not None:
        done += made
    return done


def _takes(folder: Path, taken: Any) -> None:
    """Take a batch, and do nothing of it."""
    assert blocchi.prendi(Magazzino(folder))
    taken.set()
    time.sleep(600)


def test_what_the_dead_had_in_hand_is_free(store: Magazzino) -> None:
    of = sent(store, 12)
    context = multiprocessing.get_context("spawn")
    taken = context.Event()
    holder = context.Process(target=_takes, args=(store.folder, taken), daemon=True)
    holder.start()
    assert taken.wait(60)
    mine = blocchi.prendi(store)
    assert prestiti.libera_spariti(store) == 0
    assert len(vivi(store.folder)) == 2
    holder.kill()
    holder.join()
    assert prestiti.libera_spariti(store) == 1
    assert vivi(store.folder) == {store.presenza}
    assert [path.name for path in (store.folder / "presenze").iterdir()] == [store.presenza]
    # ours is still ours
    assert mine
    assert prestiti.rendi(store, mine) == 1
    assert finish(store) == 12
    assert (stato(store, of) or {})["stato"] == "pronto"


def test_given_back_it_was_never_tried(store: Magazzino) -> None:
    sent(store, 5)
    for _ in range(2 * blocchi.TENTATIVI):
        batch = blocchi.prendi(store)
        assert batch
        assert batch.tentativi == 1
        assert prestiti.rendi(store) == 1
    assert not blocchi.rinnova(store, batch)
    assert finish(store) == 5


@pytest.mark.parametrize("jump", [-7200, 600, 7200])
def test_who_is_alive_keeps_its_batch_whatever_the_clock(
    store: Magazzino, monkeypatch: pytest.MonkeyPatch, jump: int
) -> None:
    sent(store, 5)
    mine = blocchi.prendi(store)
    assert mine
    now = time.time()
    monkeypatch.setattr("docservice.store.blocchi.time.time", lambda: now + jump)
    other = Magazzino(store.folder)
    assert blocchi.prendi(other) is None
    assert blocchi.rinnova(store, mine)
    # of one that cannot be asked the clock tells, and it was no attempt
    with store.scrittura() as session:
        session.get_one(Blocco, mine.id).tenuto = "altrove"
        session.get_one(Blocco, mine.id).scade = now
    monkeypatch.setattr("docservice.store.blocchi.time.time", lambda: now + 7200)
    taken = blocchi.prendi(other)
    assert taken
    assert (taken.id, taken.tentativi) == (mine.id, 1)
    assert not blocchi.rinnova(store, mine)
    other.close()


@pytest.mark.parametrize("when", ["esame", "unione", "righe"])
def test_deleted_while_it_is_made_nothing_is_wrong(
    store: Magazzino, monkeypatch: pytest.MonkeyPatch, capsys: Any, when: str
) -> None:
    of = invia(store, SLUG, lines(3), comune=json.dumps(esempio(SLUG)).encode(), formato="docx")
    for _ in range({"esame": 0, "righe": 1, "unione": 2}[when]):
        lavora(store)
    take = blocchi.prendi

    def taken(*what: Any) -> Any:
        batch = take(*what)
        monkeypatch.setattr(blocchi, "prendi", take)
        lotti.annulla(store, of)
        dimentica(store, of)
        return batch

    monkeypatch.setattr(blocchi, "prendi", taken)
    assert operaio._step(store) in (0, None)
    assert finish(store) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.lungo
def test_processes_that_cannot_be_started(store: Magazzino, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """One line, some tries, and the command ends; when they can, another line."""
    tries = []

    def broken(_: Any) -> Any:
        tries.append(1)
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(motore, "_PATIENCE", 0.5)
    engine = motore.Incorporato(store.folder, 2)
    with monkeypatch.context() as patch:
        patch.setattr(motore.Incorporato, "_start", broken)
        engine.avvia()
        until(lambda: engine.senza_processi)
    assert len(tries) < 4
    until(lambda: engine.pid and not engine.senza_processi)
    until(lambda: engine._since is None)
    engine.ferma()
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["event"] for one in told] == ["processi dei lotti non avviati", "processi dei lotti di nuovo avviati"]
    assert "OSError" in told[0]["tipo"]


@pytest.mark.lungo
@pytest.mark.parametrize("limit", [10, 13, 16, 20, 24])
def test_few_open_files_end_the_command_with_a_reason(tmp_path: Path, limit: int) -> None:
    (tmp_path / "t.jsonl").write_bytes(lines(2))
    (tmp_path / "c.json").write_text(json.dumps(esempio(SLUG)))
    command = [*COMMAND, "lotto", str(tmp_path / "t.jsonl"), "--modello", SLUG, "--formato", "docx"]
    command += ["--comune", str(tmp_path / "c.json"), "-o", str(tmp_path / "o"), "--processi", "1"]
    env = {**os.environ, "DOCSERVICE_DATI": str(tmp_path / "dati")}
    shell = ["sh", "-c", f'ulimit -n {limit}; exec "$@"', "sh", *command]
    ran = subprocess.run(shell, cwd=ROOT, env=env, check=False, capture_output=True, text=True, timeout=60)
    assert ran.returncode in (0, 2, 4, 5), ran.stderr
    assert len(ran.stdout.splitlines()) < 10
    assert "Traceback" not in ran.stderr
    assert ran.returncode == 0 or ran.stderr.strip()


def test_a_clock_set_back_frees_what_lasts_too_long(store: Magazzino, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(store, 5)
    now = time.time()
    monkeypatch.setattr("docservice.store.blocchi.time.time", lambda: now + 3600)
    late = blocchi.prendi(store)
    monkeypatch.setattr("docservice.store.blocchi.time.time", lambda: now)
    assert late
    assert finish(store) == 5
    assert not blocchi.consegna(store, late, "x", [], {1: "[]"})


@pytest.mark.parametrize("jump", [-3600, 3600])
def test_the_rate_heeds_no_clock_that_is_set(store: Magazzino, monkeypatch: pytest.MonkeyPatch, jump: int) -> None:
    of = sent(store, 30)
    now = [time.time()]
    for module in ("store.blocchi", "lotti.stato"):
        monkeypatch.setattr(f"docservice.{module}.time.time", lambda: now[0])
    for step in (10, jump, 10):
        now[0] += step
        batch = blocchi.prendi(store)
        assert batch
        rows = [blocchi.Fatta(row, 0, 1, "") for row in range(batch.dal, batch.al + 1)]
        assert blocchi.consegna(store, batch, "x", rows, {}, secondi=10)
    told = stato(store, of) or {}
    # fifteen rows in twenty seconds, or thirty when the clock seems to say so
    assert 15 / 30 - 0.1 <= float(told["righe_al_secondo"]) <= 15 / 20 + 0.1
    assert 20 <= told["secondi_rimanenti"] <= 30
    for left in range(1, 15):
        with store.scrittura() as session:
            session.get_one(Riga, (of, 15 + left)).stato = "fatta"
            session.get_one(Lotto, of).trascorso = 0.001
        assert (stato(store, of) or {})["secondi_rimanenti"] >= 1


def test_a_table_that_kills_who_examines_it_is_refused(store: Magazzino, monkeypatch: pytest.MonkeyPatch) -> None:
    of = invia(store, SLUG, lines(1))
    for _ in range(blocchi.TENTATIVI):
        batch = blocchi.prendi(store)
        assert batch
        assert batch.esamina
        assert prestiti.rendi(store, batch, conta=True) == 1  # as who finds it dead does
    assert lavora(store) == 0
    told = stato(store, of) or {}
    assert told["stato"] == "fallito"
    assert "troppo tempo" in told["errori"][0]["messaggio"]
    assert not list(store.carichi.iterdir())
    # and one that only goes wrong, too
    monkeypatch.setattr("docservice.lotti.esame.leggi", lambda _: 1 / 0)
    of = invia(store, SLUG, lines(1))
    for _ in range(blocchi.TENTATIVI + 1):
        assert lavora(store) == 0
    assert (stato(store, of) or {})["stato"] == "fallito"


# real processes


@pytest.mark.lungo
@pytest.mark.parametrize("dies", ["web", "renderer", "engine", "worker", "server"])
def test_killed_while_a_lotto_is_made(tmp_path: Path, dies: str) -> None:
    rows = 400
    with making(tmp_path, rows, workers=2) as (server, of):
        for pid in server.processes()[dies]:
            os.kill(pid, signal.SIGKILL)
        if dies == "server":
            server.process.wait()
            until(lambda: len(of_folder(server.folder)) == 0, 15)
            server.start()
        assert server.ready(of, rows) < SECONDS
        assert not list((server.folder / "pacchi").glob("*.parte"))
        # no row in a pack that is not there, and no pack that no row names
        with closing(sqlite3.connect(server.folder / DATABASE)) as found:
            named = {name for (name,) in found.execute("SELECT DISTINCT pacco FROM riga")}
        assert named == {path.name for path in (server.folder / "pacchi").iterdir()}


@pytest.mark.lungo
@pytest.mark.parametrize("stopped", ["worker", "engine", "server"])
def test_told_to_stop_it_gives_back(tmp_path: Path, stopped: str) -> None:
    """And what was in hand was never tried: no batch is split."""
    rows = 600
    with making(tmp_path, rows, workers=2) as (server, of):
        for pid in server.processes()[stopped]:
            os.kill(pid, signal.SIGTERM)
        if stopped == "server":
            server.process.wait(30)
            until(lambda: len(of_folder(server.folder)) == 0, 15)
            with closing(sqlite3.connect(server.folder / DATABASE)) as found:
                assert found.execute("SELECT count(*) FROM blocco WHERE stato = 'preso'").fetchone() == (0,)
            server.start()
        assert server.ready(of, rows) < SECONDS
        with closing(sqlite3.connect(server.folder / DATABASE)) as found:
            assert found.execute("SELECT max(tentativi), count(*) FROM blocco").fetchone() == (1, 22)


@pytest.mark.lungo
def test_two_servers_on_one_folder(tmp_path: Path) -> None:
    folder, rows = tmp_path / "dati", 400
    with serving(folder, tmp_path / "uno") as one, serving(folder, tmp_path / "due") as two:
        lotti = [one.send(lines(rows))[1]["id"], two.send(lines(rows, 1000))[1]["id"]]
        until(lambda: one.state(lotti[1]).get("righe", {}).get("fatte"))
        os.kill(two.processes()["worker"][0], signal.SIGKILL)
        for of in lotti:
            assert two.ready(of, rows) < 2 * SECONDS
        with closing(sqlite3.connect(folder / DATABASE)) as found:
            made = found.execute("SELECT count(*), count(DISTINCT sha256) FROM riga").fetchone()
        assert made == (2 * rows, 2 * rows)


@pytest.mark.lungo
def test_the_engine_of_a_server_that_dies_at_once_is_no_orphan(tmp_path: Path) -> None:
    env = {**os.environ, "DOCSERVICE_DATI": str(tmp_path / "dati"), "WEB_CONCURRENCY": "1"}
    for wait in (0.0, 0.1, 0.3, 0.6, 1.0):
        code = (
            "import os, sys, subprocess, time\n"
            f"subprocess.Popen([*{COMMAND!r}, 'lavora', '--padre', str(os.getpid())])\n"
            f"time.sleep({wait})\nos._exit(0)"
        )
        subprocess.run([COMMAND[0], "-c", code], env=env, cwd=ROOT, check=True)
        until(lambda: not of_folder(tmp_path / "dati"), 10)


MOMENTS = 24


@pytest.mark.lungo
def test_ctrl_c_at_any_moment(tmp_path: Path) -> None:
    """To the whole group, as a terminal does, and to the command alone; from its first instants to the last."""
    (tmp_path / "t.jsonl").write_bytes(lines(500))
    (tmp_path / "c.json").write_text(json.dumps(esempio(SLUG)))
    command = [*COMMAND, "lotto", str(tmp_path / "t.jsonl"), "--modello", SLUG, "--formato", "docx"]
    command += ["--comune", str(tmp_path / "c.json"), "-o", str(tmp_path / "o"), "--processi", "2"]
    chance = random.Random(1)  # noqa: S311 - no secret
    ended = 0
    for moment in range(MOMENTS):
        wait = chance.uniform(0, 0.4) if moment % 2 else chance.uniform(0, 6)
        ended += _interrupted(command, tmp_path / str(moment), wait, whole=bool(moment % 3))
    assert ended > MOMENTS // 2


def _interrupted(command: list[str], folder: Path, wait: float, *, whole: bool) -> bool:
    """Interrupt a command after some seconds, alone or with its group; return whether it was not over before."""
    env = {**os.environ, "DOCSERVICE_DATI": str(folder)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True, **pipes) as running:
        until(lambda: _watches(running.pid), 30, 0.005)  # Python itself starts before any line of ours
        time.sleep(wait)
        before = time.monotonic()
        (os.killpg if whole else os.kill)(running.pid, signal.SIGINT)
        said, wrong = running.communicate(timeout=60)
        took = time.monotonic() - before
    if running.returncode == 0:
        assert "Documenti fatti: 500" in said
        return False
    assert (running.returncode, wrong.splitlines()[-1]) == (130, "Interrotto."), (wait, wrong)
    assert took < 2, wait
    until(lambda: not of_folder(folder), 3)
    if (folder / DATABASE).exists():
        store = Magazzino(folder)
        with store.lettura() as session:
            states = {one.stato for one in session.query(Lotto)}
        store.close()
        assert states <= {"annullato", "pronto"}, wait
    return True


def _watches(pid: int) -> bool:
    """Return whether a command has begun to heed Ctrl-C its own way: in a thread."""
    try:
        return len(list(Path(f"/proc/{pid}/task").iterdir())) > 1
    except OSError:
        return True


CLOCK = """
import time
real = time.time
def told():
    with open({place!r}) as file:
        return real() + float(file.read() or 0)
time.time = told
"""
"""What Python runs before anything else, in every process of the service: a clock that the test sets."""


@pytest.mark.lungo
@pytest.mark.parametrize("jump", [-3600, 3600])
def test_a_clock_set_while_a_lotto_is_made(tmp_path: Path, jump: int) -> None:
    """And a worker killed after: its lease says an hour, or is past, and the end comes in seconds all the same."""
    clock, rows = tmp_path / "orologio", 500
    clock.write_text("0")
    (tmp_path / "sitecustomize.py").write_text(CLOCK.format(place=str(clock)))
    with serving(tmp_path / "dati", tmp_path / "log", workers=2, PYTHONPATH=str(tmp_path)) as server:
        of = server.send(lines(rows))[1]["id"]
        until(lambda: server.state(of).get("righe", {}).get("fatte"), every=0.02)
        clock.write_text(str(jump))
        os.kill(server.processes()["worker"][0], signal.SIGKILL)
        left = []
        begun = time.monotonic()
        while (told := server.state(of)).get("stato") != "pronto":
            if told.get("fase") == "righe" and "secondi_rimanenti" in told:
                left.append(told["secondi_rimanenti"])
            assert time.monotonic() - begun < SECONDS
            time.sleep(0.1)
        assert left
        assert 1 <= min(left) <= max(left) < 600
        server.ready(of, rows)


@pytest.mark.lungo
def test_a_clock_that_jumps_all_the_time(tmp_path: Path) -> None:
    """No batch changes hands for it, and none was tried twice."""
    clock, rows, jump = tmp_path / "orologio", 400, 0
    clock.write_text("0")
    (tmp_path / "sitecustomize.py").write_text(CLOCK.format(place=str(clock)))
    (tmp_path / "t.jsonl").write_bytes(lines(rows))
    (tmp_path / "c.json").write_text(json.dumps(esempio(SLUG)))
    command = [*COMMAND, "lotto", str(tmp_path / "t.jsonl"), "--modello", SLUG, "--formato", "docx"]
    command += ["--comune", str(tmp_path / "c.json"), "-o", str(tmp_path / "o"), "--processi", "2"]
    env = {**os.environ, "DOCSERVICE_DATI": str(tmp_path / "dati"), "PYTHONPATH": str(tmp_path)}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as running:
        while running.poll() is None:
            jump = -jump or 2 * 3600
            (tmp_path / "nuovo").write_text(str(jump))
            (tmp_path / "nuovo").rename(clock)
            time.sleep(0.7)
        said = running.stdout.read() if running.stdout else ""
    assert running.returncode == 0
    assert f"Documenti fatti: {rows} su {rows}" in said
    with closing(sqlite3.connect(tmp_path / "dati" / DATABASE)) as found:
        assert found.execute("SELECT max(tentativi) FROM blocco").fetchone() == (1,)
