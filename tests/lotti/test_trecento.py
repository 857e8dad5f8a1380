"""A sheet of three hundred workers with fifteen kinds of mistakes: those told, mended, only what changed is made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tabelle import saved, xlsx

from benchmarks.people import worker
from docservice import service
from docservice.lotti import lotto
from docservice.lotti.invio import invia
from docservice.lotti.lavoro import lavora
from docservice.lotti.stato import stato
from docservice.store import lotti
from docservice.store.base import Magazzino

HEADER = ["Cognome", "Nome", "CF", "Data sospensione", "Riqualificazione", "Datore lavoro: partita IVA"]
HEADER += ["Datore lavoro: sede legale: CAP"]
WORKERS = 300
KINDS: dict[str, tuple[int, Any, str]] = {
    "a name that is missing": (1, None, "TAB-DATO"),
    "a surname that is missing": (0, None, "TAB-DATO"),
    "a surname too long": (0, "x" * 101, "TAB-CELLA"),
    "a character that cannot be printed": (0, "Ne\u200eri", "TAB-CELLA"),
    "a code that is missing": (2, None, "TAB-DATO"),
    "a code cut short": (2, lambda good: good[:-1], "AQ-G26"),
    "a code with a wrong letter": (2, lambda good: good[:-1] + ("A" if good[-1] != "A" else "B"), "AQ-G26"),
    "a day that does not exist": (3, "31/02/2009", "TAB-CELLA"),
    "a year of two figures": (3, "1/7/09", "TAB-CELLA"),
    "a word for a day": (3, "luglio", "TAB-CELLA"),
    "neither yes nor no": (4, "forse", "TAB-CELLA"),
    "no where the law wants yes": (4, "no", "AQ-DID1"),
    "a postal code too short": (6, "2412", "TAB-CELLA"),
    "a VAT number whose check figure is wrong": (5, "01234560166", "AQ-G26"),
    "a VAT number with its prefix": (5, "IT01234560165", "avviso"),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Magazzino]:
    made = Magazzino(tmp_path / "dati")
    yield made
    made.close()


def sheet() -> list[list[Any]]:
    people = (worker(number, {}) for number in range(WORKERS))
    rows = [[p["cognome"], p["nome"], p["codice_fiscale"], "01/07/2009", "sì", "01234560165", "24122"] for p in people]
    return [HEADER, *rows]


def sent(store: Magazzino, content: bytes) -> tuple[str, int]:
    """Send a table and do all of it; return its lotto, and how many documents were made for it."""
    data = service.esempio("did")
    del data["lavoratore"], data["disponibilita_riqualificazione"]
    of = invia(store, "did", content, comune=json.dumps(data).encode(), formato="docx")
    made = 0
    while (done := lavora(store)) is not None:
        made += done
    return of, made


@pytest.mark.lungo
def test_three_hundred_workers_and_fifteen_kinds_of_mistakes(store: Magazzino) -> None:
    lines, planted = sheet(), {}
    for turn in range(2):
        for number, (place, value, code) in enumerate(KINDS.values()):
            row = 5 + turn * 150 + number * 9
            lines[row - 1][place] = value(lines[row - 1][place]) if callable(value) else value
            planted[row, "ABCDEFG"[place]] = code
    assert len(KINDS) == 15
    of, made = sent(store, xlsx(lines))
    told: dict[tuple[int, str], set[str]] = {}
    for row in lotti.righe(store, of):
        for name in ("difetti", "avvisi"):
            for one in json.loads(getattr(row, name) or "[]"):
                code = "avviso" if name == "avvisi" else one["codice"]
                told.setdefault((row.numero, one["cella"].rstrip("0123456789")), set()).add(code)
    assert told == {place: {code} for place, code in planted.items()}
    found = stato(store, of) or {}
    assert (found["righe"]["errate"], found["righe"]["con_avvisi"], found["righe"]["fatte"]) == (28, 2, WORKERS - 28)
    assert made == WORKERS - 28
    # mended in what came back, and sent again with its first column
    book = load_workbook(BytesIO(lotto.errori(store, of).read_bytes()))
    marked = {
        (cell.row, "ABCDEFG"[cell.column - 2]) for row in book["Dati"].iter_rows() for cell in row if cell.comment
    }
    assert marked == set(planted)
    good = sheet()
    for row, letter in planted:
        place = "ABCDEFG".index(letter)
        book["Dati"].cell(row, place + 2).value = good[row - 1][place]
    again, made = sent(store, saved(book))
    found = stato(store, again) or {}
    assert (found["righe"]["fatte"], found["righe"]["errate"], found["righe"]["con_avvisi"]) == (WORKERS, 0, 0)
    # those with an error, and those whose VAT number was written otherwise
    assert made == 28 + 2
    assert found["righe"]["riusate"] == WORKERS - made
