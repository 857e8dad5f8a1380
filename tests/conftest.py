"""What several tests share."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from docservice.api import BASE

# whatever a test leaves goes with it, and never among what the user keeps
_KEPT = tempfile.TemporaryDirectory()
os.environ["DOCSERVICE_DATI"] = _KEPT.name

Serving = Callable[..., AbstractContextManager[int]]


@contextmanager
def _serving(docservice: list[str], folder: Path, log: Path = Path(os.devnull)) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    command = [*docservice, "serve", "--porta", str(number)]
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    try:
        for _ in range(100):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{number}{BASE}/status", timeout=30) as answer:
                    assert answer.status == 200
                    break
            except OSError:
                time.sleep(0.2)
        yield number
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="session")
def serving() -> Serving:
    """Return a context in which a command serves, run in a folder, writing to a log file if any; it gives the port."""
    return _serving
