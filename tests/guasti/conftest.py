"""A real server, of two processes, with a data folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def server(serving, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Return the port of a server; nothing of those who ask is in its log, and no trace."""
    folder = tmp_path_factory.mktemp("server")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCSERVICE_DATI", str(folder / "dati"))
        patch.setenv("WEB_CONCURRENCY", "2")
        with serving([sys.executable, "-m", "docservice"], ROOT, folder / "log") as port:
            yield port
    logged = (folder / "log").read_text()
    assert "Traceback" not in logged
    assert "BNTCRL71C54A794Q" not in logged
