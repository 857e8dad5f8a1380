"""The real server against clients that are slow, broken or gone: always a problem, and nothing of theirs in the log."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from docservice.api import BASE
from docservice.service import esempio

ROOT = Path(__file__).resolve().parents[2]
CF = b"BNTCRL71C54A794Q"
HEAD = (
    f"POST {BASE}/modelli/accordo-a/valida HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n".encode()
)
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.fixture(scope="module")
def port(serving, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    log = tmp_path_factory.mktemp("server") / "log"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCSERVICE_TEMPO_INVIO", "1")
        patch.setenv("WEB_CONCURRENCY", "1")
        with serving([sys.executable, "-m", "docservice"], ROOT, log) as number:
            yield number
    logged = log.read_text()
    assert '"esito": 431' in logged
    assert "Traceback" not in logged
    assert CF.decode() not in logged


def send(port: int, *pieces: bytes, half_close: bool = False) -> tuple[int, dict[str, str], bytes]:
    """Send and read all that comes until the server closes; a pause of half a second between the pieces."""
    with socket.create_connection(("127.0.0.1", port), timeout=120) as client:
        for n, piece in enumerate(pieces):
            time.sleep(0.5 if n else 0)
            client.sendall(piece)
        if half_close:
            client.shutdown(socket.SHUT_WR)
        with http.client.HTTPResponse(client) as answer:
            answer.begin()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


HUGE = b"(quaranta milioni di spazi)"
REFUSED = {
    "corpo lento": (408, [HEAD + b"Content-Length: 99\r\n\r\n", b"{", b" ", b" "]),
    "intestazioni lente": (408, [HEAD, b"X-A", b": ", b"b"]),
    "corpo a metà": (400, [HEAD + b"Content-Length: 99\r\n\r\n{"]),
    "pezzo malformato": (400, [CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n"]),
    "pezzo senza fine": (400, [CHUNKED + b"2\r\n{}xx0\r\n\r\n"]),
    "due lunghezze": (400, [HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"]),
    "lunghezza e pezzi": (400, [HEAD + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"]),
    "riga malformata": (400, [b"GET /" + CF + b" e altro\r\n\r\n"]),
    "riga lunga": (414, [b"GET /" + CF * 1000 + b" HTTP/1.1\r\n\r\n"]),
    "intestazione lunga": (431, [HEAD + b"X-A: " + CF * 20_000 + b"\r\n\r\n"]),
    "attesa ignota": (417, [HEAD + b"Expect: " + CF + b"\r\n\r\n"]),
    "corpo promesso": (413, [HEAD + b"Content-Length: 999999999999\r\n\r\n"]),
    "corpo enorme": (413, [HEAD + b"Content-Length: 40000000\r\n\r\n" + HUGE]),
}


@pytest.mark.lungo
@pytest.mark.parametrize("case", REFUSED)
def test_every_refusal_is_a_problem(port: int, case: str) -> None:
    status, pieces = REFUSED[case]
    pieces = [piece.replace(HUGE, b" " * 40_000_000) for piece in pieces]
    told, headers, body = send(port, *pieces, half_close=case == "corpo a metà")
    assert told == status
    assert headers["content-type"] == "application/problem+json"
    assert headers["cache-control"] == "no-store"
    problem = json.loads(body)
    assert problem["status"] == status
    assert problem["type"].startswith("urn:docservice:problema:")
    assert CF.decode() not in body.decode()


@pytest.mark.lungo
def test_a_body_not_yet_sent_is_refused_at_once(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=1.5) as client:
        client.sendall(HEAD + b"Content-Length: 999999999999\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 413 ")


@pytest.mark.lungo
def test_what_old_and_careful_clients_send(port: int) -> None:
    assert send(port, f"GET {BASE}/modelli HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())[0] == 200
    sent = json.dumps(esempio("accordo-a")).encode()
    careful = HEAD + f"Connection: close\r\nExpect: 100-continue\r\nContent-Length: {len(sent)}\r\n\r\n".encode()
    status, _, body = send(port, careful, sent)
    assert status == 200
    assert json.loads(body)["esito"] == "conforme"


@pytest.mark.lungo
def test_many_idle_connections_hold_no_one(port: int) -> None:
    idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(40)]
    kept = http.client.HTTPConnection("127.0.0.1", port)
    kept.request("GET", f"{BASE}/modelli")
    assert kept.getresponse().read()
    began = time.monotonic()
    assert send(port, f"GET {BASE}/modelli HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())[0] == 200
    assert time.monotonic() - began < 10
    kept.close()
    for client in idle:
        client.close()


def test_a_real_server_serves_and_refuses(serving) -> None:
    """With the times of every day: what depends on them is in the long stage."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WEB_CONCURRENCY", "1")
        with serving([sys.executable, "-m", "docservice"], ROOT) as number:
            assert send(number, f"GET {BASE}/modelli HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())[0] == 200
            status, headers, body = send(number, *REFUSED["corpo promesso"][1])
            _, malformed, _ = send(number, *REFUSED["riga malformata"][1])
    assert headers["x-request-id"] != malformed["x-request-id"]
    assert (status, json.loads(body)["type"]) == (413, "urn:docservice:problema:corpo-troppo-grande")


def test_a_process_tries_a_render_as_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    from docservice.server import worker

    tried: list[float] = []
    monkeypatch.setattr(worker, "RENDERER", SimpleNamespace(warm=lambda: None, close=lambda: None))
    monkeypatch.setattr(worker.status, "avvia", tried.append)
    one = worker.Worker.__new__(worker.Worker)
    one.alive, one.sockets = False, []
    one.wsgi = SimpleNamespace(config={"TEMPO_RESA": 7.0, "MAX_CONTENT_LENGTH": 1})
    one.run()
    assert tried == [7.0]


def parents() -> dict[int, int]:
    """Return the parent of every process that runs."""
    table = subprocess.run(["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in table.splitlines()]
    return {int(pid): int(parent) for pid, parent, stat in rows if not stat.startswith("Z")}


def family_of(pid: int) -> set[int]:
    known = parents()
    found, new = {pid}, {pid}
    while new:
        new = {child for child, parent in known.items() if parent in new}
        found |= new
    return found


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
@pytest.mark.lungo
def test_stopped_in_the_middle_of_a_render_leaves_nothing(
    serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: signal.Signals
) -> None:
    monkeypatch.setenv("WEB_CONCURRENCY", "1")
    log = tmp_path / "log"
    body = json.dumps(esempio("accordo-a") | {"modalita_aggiuntive": "a" + "\n" * 9998}).encode()
    before = parents()
    with (
        serving([sys.executable, "-m", "docservice"], ROOT, log) as number,
        closing(http.client.HTTPConnection("127.0.0.1", number, timeout=30)) as client,
    ):
        client.request("POST", f"{BASE}/modelli/accordo-a/documento", body, {"Content-Type": "application/json"})
        time.sleep(1)
        started = [pid for pid, parent in parents().items() if parent == os.getpid() and pid not in before]
        server = max(started, key=lambda pid: len(family_of(pid)))
        family = family_of(server)
        assert len(family) >= 3  # the server, a process that serves, one that renders
        os.kill(server, how)
        if how == signal.SIGTERM:
            with client.getresponse() as answer:
                assert json.loads(answer.read())["type"].endswith("resa-interrotta")
        until = time.monotonic() + 20
        while family & parents().keys() and time.monotonic() < until:
            time.sleep(0.2)
        assert not family & parents().keys()
    logged = log.read_text()
    assert "Traceback" not in logged
    assert "Bonetti" not in logged
