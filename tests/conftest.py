"""What several tests share."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# helpers whose failures are told in full, as those of the tests are
pytest.register_assert_rewrite("papers", "one_text", "hostile", "signing", "pdf_tools", "docx_tools", "stamp_tools")

import costs  # noqa: E402
import papers  # noqa: E402

if TYPE_CHECKING:  # the tests of the law start without the web framework
    from flask import Flask
    from flask.testing import FlaskClient

BASE = "/rest/accordi/v1"

# whatever a test leaves goes with it, and never among what the user keeps
_KEPT = tempfile.TemporaryDirectory()
os.environ["DOCSERVICE_DATI"] = _KEPT.name

Serving = Callable[..., AbstractContextManager[int]]
_FOLDER = pytest.StashKey[Any]()


def pytest_configure(config: pytest.Config) -> None:
    # a shell makes what it runs aside deaf to Ctrl-C, and the commands we interrupt would inherit it
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    costs.register(config)
    config.stash[_FOLDER] = papers.open_folder()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even load, in the short stage, a module that is all of the long one."""
    if config.getoption("markexpr") != costs.SHORT or collection_path.suffix != ".py":
        return None
    return "\npytestmark = pytest.mark.lungo\n" in collection_path.read_text() or None


def pytest_collection_finish() -> None:
    """Let the collector of garbage alone what is loaded by now: it would go through it all, thousands of times."""
    _settle()


def _settle() -> None:
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    folder = config.stash.get(_FOLDER, None)
    if folder is not None:
        papers.close_folder(folder)


@cache
def _first_uses() -> None:
    """Render once: what a process reads and keeps at its first document is no document's cost."""
    from docservice import service

    for formato in service.FORMATI:
        service.scrivi(papers.atto("did"), formato, bozza=False)
    _settle()


@pytest.fixture(autouse=True)
def _warm(request: pytest.FixtureRequest) -> None:
    """Have the first uses behind, and out of the count, where tests are of documents."""
    if request.path.parent.name == "documenti":
        _first_uses()
        costs.begin(request.node)


@pytest.fixture(scope="session")
def app() -> Flask:
    """Return the application, one for all the tests of a process."""
    from docservice.api import create_app

    return create_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client of the application."""
    return app.test_client()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the API answer with the files that the run keeps, and make those that it has not.

    Without it each comes from the process that renders, whose bytes are the same: test_resa.py.
    """
    from docservice.processi.renderer import RENDERER

    monkeypatch.setattr(RENDERER, "render", papers.scritto)


@pytest.fixture
def without_fence(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read hostile files in this process, but in the tests marked `recinto`: a process for each file is dear."""
    if request.node.get_closest_marker("recinto"):
        return
    from docservice.allegati import controllo, logo
    from docservice.tabelle.file import lettura

    def each(job: Callable[..., Any], calls: list[tuple[Any, ...]], **_: Any) -> Iterator[Any]:
        return (job(*one) for one in calls)

    monkeypatch.setattr(controllo, "ciascuno_nel_recinto", each)
    for module in (lettura, logo):
        monkeypatch.setattr(module, "nel_recinto", lambda job, *arguments, **_: job(*arguments))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the data folder of a test."""
    return tmp_path / "dati"


@pytest.fixture
def store_client(app: Flask, folder: Path) -> Iterator[FlaskClient]:
    """Return a client of the application while it keeps its lotti in `folder`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(app.config, "DATI", str(folder))
        patch.delitem(app.extensions, "magazzino", raising=False)
        yield app.test_client()
        for opened in app.extensions.get("magazzino", {}).values():
            opened.close()


@contextmanager
def _serving(docservice: list[str], folder: Path, log: Path = Path(os.devnull)) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    command = [*docservice, "serve", "--porta", str(number)]
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    try:
        for _ in range(1000):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{number}{BASE}/status", timeout=30) as answer:
                    assert answer.status == 200
                    break
            except OSError:
                time.sleep(0.2)
        yield number
    finally:
        server.terminate()
        server.wait(60)


@pytest.fixture(scope="session")
def serving() -> Serving:
    """Return a context in which a command serves, run in a folder, writing to a log file if any; it gives the port."""
    return _serving
