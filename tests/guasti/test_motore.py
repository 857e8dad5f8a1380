"""The process that makes the lotti comes back, whoever dies, and `/status` says when it does not."""

from __future__ import annotations

import os
import resource
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from magazzino_tools import BASE, lines, serving, until

from docservice import __version__
from docservice.api.status import _ABSENT
from docservice.store.presenze import vivi

pytestmark = pytest.mark.lungo


def test_it_comes_back_after_each_death_and_from_another_that_serves(tmp_path: Path) -> None:
    with serving(tmp_path / "dati", tmp_path / "log", workers=4) as server:
        for _ in range(3):
            [engine] = until(lambda: server.processes()["engine"])
            os.kill(engine, signal.SIGKILL)
            until(lambda gone=engine: set(server.processes()["engine"]) - {gone}, 30)
        [engine] = server.processes()["engine"]
        keeper = int(Path(f"/proc/{engine}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(keeper, signal.SIGKILL)
        until(lambda: set(server.processes()["engine"]) - {engine}, 30)
        until(lambda: len(server.processes()["engine"]) == 1, 30)
        server.ready(server.send(lines(20))[1]["id"], 20)
        assert len(server.processes()["web"]) == 4


def test_one_that_has_nothing_to_do_is_there(tmp_path: Path) -> None:
    """From its start, and after the time for which it may be away."""
    with serving(tmp_path / "dati", tmp_path / "log", workers=1) as server:
        until(lambda: vivi(tmp_path / "dati"), 30)
        until(lambda: server.ask("GET", f"{BASE}/status")[1].get("stato") == "attivo", 60, 0.5)
        time.sleep(_ABSENT + 2)
        assert server.ask("GET", f"{BASE}/status")[1] == {"stato": "attivo", "versione": __version__}


@pytest.mark.parametrize("start", range(4))
def test_nothing_waits_on_a_pipe_that_others_hold(tmp_path: Path, start: int) -> None:
    """Started while the processes that serve are made, it would hear for ever that it is about to begin."""
    del start
    with serving(tmp_path / "dati", tmp_path / "log", workers=6) as server:
        [engine] = until(lambda: server.processes()["engine"])
        os.kill(engine, signal.SIGKILL)
        until(lambda: set(server.processes()["engine"]) - {engine}, 30)


def test_no_descriptor_to_be_had_is_told_and_does_not_last(tmp_path: Path) -> None:
    with serving(tmp_path / "dati", tmp_path / "log", workers=1) as server:
        [web] = server.processes()["web"]
        [engine] = until(lambda: server.processes()["engine"])
        soft, hard = resource.prlimit(web, resource.RLIMIT_NOFILE)
        resource.prlimit(web, resource.RLIMIT_NOFILE, (16, hard))
        os.kill(engine, signal.SIGKILL)
        until(lambda: "motore non avviato" in server.log.read_text(), 30)
        resource.prlimit(web, resource.RLIMIT_NOFILE, (soft, hard))
        until(lambda: set(server.processes()["engine"]) - {engine}, 60)
        server.ready(server.send(lines(20))[1]["id"], 20)
        until(lambda: server.ask("GET", f"{BASE}/status")[1].get("stato") == "attivo", 60, 0.5)
        assert "Traceback" not in server.log.read_text()


def test_status_asked_by_many_at_once_blames_nobody(tmp_path: Path) -> None:
    with serving(tmp_path / "dati", tmp_path / "log", workers=1) as server:
        until(lambda: server.ask("GET", f"{BASE}/status")[1].get("stato") == "attivo", 60, 0.5)
        with ThreadPoolExecutor(20) as crowd:
            told = list(crowd.map(lambda _: server.ask("GET", f"{BASE}/status")[1].get("stato"), range(200)))
    assert set(told) == {"attivo"}
