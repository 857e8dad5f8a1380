"""A hundred hostile files: no error of ours, no growth."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from ostili import ostili
from tabelle import comune

from docservice.api import BASE
from docservice.lotti.lavoro import lavora


def resident() -> int:
    """Return the megabytes held."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 // 1024


FENCED = {
    "xlsx guasto 0",
    "troncato 5",
    "senza xl/workbook.xml",
    "bomba in xl/worksheets/sheet1.xml",
    "gonfio xl/worksheets/sheet1.xml",
}
"""Files read behind the real fence in the short stage too."""


def send(client: FlaskClient, name: str, content: bytes) -> None:
    """Send a file as a table, and examine it; it is taken, or refused with its faults."""
    form = {"modello": "accordo-a", "comune": json.dumps(comune()), "file": (BytesIO(content), "t")}
    answer = client.post(f"{BASE}/lotti", data=form)
    assert answer.status_code == 202, (name, answer.text)
    store = client.application.extensions["magazzino"]["aperto"]
    assert lavora(store, answer.json["id"]) == 0
    told = client.get(answer.headers["Location"]).json
    # examined once: it went wrong in no way that would be tried again
    assert told["stato"] == "in_corso" or told["errori"], name
    assert told.get("fase") != "verifica", name


@pytest.mark.lungo
@pytest.mark.parametrize("part", range(3))
def test_a_hundred_hostile_files(store_client: FlaskClient, part: int) -> None:
    files = list(ostili())
    assert len(files) == 100
    for name, content in files[part::3]:
        send(store_client, name, content)


@pytest.mark.recinto
def test_five_of_them_behind_the_fence(store_client: FlaskClient) -> None:
    files = {name: content for name, content in ostili() if name in FENCED}
    assert set(files) == FENCED
    for name, content in files.items():
        send(store_client, name, content)


@pytest.mark.recinto
@pytest.mark.lungo
def test_hostile_files_again_and_again_leave_nothing_in_memory(store_client: FlaskClient) -> None:
    files, held = list(ostili()), []
    # the first round takes what the largest file needs, and keeps it
    for some in (files, files[::3], files[::3]):
        for name, content in some:
            send(store_client, name, content)
        held.append(resident())
    assert held[2] - held[1] < 10, held
