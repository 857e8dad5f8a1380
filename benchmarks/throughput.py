"""How many requests a second the real server answers."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from statistics import median
from tempfile import TemporaryFile

from benchmarks.plan import Plan
from benchmarks.table import Row, ms, number
from docservice import service
from docservice.api import BASE

PROCESSES = 2
CLIENTS = 2 * PROCESSES
CALLS = {
    "`valida`": "valida",
    "`documento` PDF": "documento?formato=pdf",
    "`documento` DOCX": "documento?formato=docx",
}
_LOCAL = "127.0.0.1"
_PATIENCE = 60  # seconds


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Load a server with one call; each has its own server, or one would pay for processes worn out by another."""
    body = json.dumps(service.esempio(slug)).encode()
    for name, call in CALLS.items():
        path = f"{BASE}/modelli/{slug}/{call}"
        with _server() as port:
            _load(port, path, body, plan.warming)
            rate, wait = _load(port, path, body, plan.seconds)
        how = (
            f"`docservice serve`, {PROCESSES} processi; {CLIENTS} clienti sulla stessa macchina per"
            f" {number(plan.seconds, 1)} s; tempo d’orologio; attesa mediana {ms(wait)}"
        )
        yield Row(f"HTTP, {name}", f"{number(rate, 1)} richieste/s", how)


@contextmanager
def _server() -> Iterator[int]:
    """Serve on a free port until the end of the block."""
    with socket.socket() as free:
        free.bind((_LOCAL, 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "docservice", "serve", "--porta", str(port)]
    environment = os.environ | {"WEB_CONCURRENCY": str(PROCESSES)}
    with TemporaryFile() as said:
        # the command is our own
        server = subprocess.Popen(command, env=environment, stdout=said, stderr=said)  # noqa: S603
        try:
            if not _ready(port):
                said.seek(0)
                raise RuntimeError(f"il server non risponde: {said.read().decode()}")
            yield port
        finally:
            server.terminate()
            server.wait(_PATIENCE)


def _ready(port: int) -> bool:
    """Wait for the server to answer that it works."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        connection = HTTPConnection(_LOCAL, port, timeout=_PATIENCE)
        try:
            connection.request("GET", f"{BASE}/status")
            if connection.getresponse().status == 200:  # noqa: PLR2004 - OK; until then it is starting
                return True
        except ConnectionError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    return False


def _load(port: int, path: str, body: bytes, seconds: float) -> tuple[float, float]:
    """Return the answers a second, and the median wait for one; every client gets one at least."""
    start = time.monotonic()
    with ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(_client, port, path, body, start + seconds) for _ in range(CLIENTS)]
        waits = [wait for client in clients for wait in client.result()]
    return len(waits) / (time.monotonic() - start), median(waits)


def _client(port: int, path: str, body: bytes, end: float) -> list[float]:
    """Ask until `end`, on one connection as long as the server keeps it; return the wait for each answer."""
    connection = HTTPConnection(_LOCAL, port, timeout=_PATIENCE)
    waits: list[float] = []
    try:
        while not waits or time.monotonic() < end:
            start = time.monotonic()
            connection.request("POST", path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:  # noqa: PLR2004 - OK
                raise RuntimeError(f"{path}: risposta {answer.status}")
            waits.append(time.monotonic() - start)
    finally:
        connection.close()
    return waits
