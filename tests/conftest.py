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
from typing import Any

import costs
import papers
import pytest
from flask import Flask
from flask.testing import FlaskClient

from docservice.api import BASE, create_app

# whatever a test leaves goes with it, and never among what the user keeps
_KEPT = tempfile.TemporaryDirectory()
os.environ["DOCSERVICE_DATI"] = _KEPT.name

Serving = Callable[..., AbstractContextManager[int]]
_FOLDER = pytest.StashKey[Any]()


def pytest_configure(config: pytest.Config) -> None:
    costs.register(config)
    config.stash[_FOLDER] = papers.open_folder()


def pytest_unconfigure(config: pytest.Config) -> None:
    folder = config.stash.get(_FOLDER, None)
    if folder is not None:
        papers.close_folder(folder)


@pytest.fixture(scope="session")
def app() -> Flask:
    """Return the application, one for all the tests of a process."""
    return create_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client of the application."""
    return app.test_client()


@pytest.fixture
def store_client(app: Flask, tmp_path: Path) -> Iterator[FlaskClient]:
    """Return a client of the application while it keeps its data in `tmp_path / "dati"`, and nowhere else."""
    before, app.config["DATI"] = app.config.get("DATI"), str(tmp_path / "dati")
    kept = app.extensions.pop("magazzino", None)
    yield app.test_client()
    opened = app.extensions.pop("magazzino", {})
    for one in opened.values():
        one.close()
    app.config["DATI"] = before
    if kept is not None:
        app.extensions["magazzino"] = kept


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
