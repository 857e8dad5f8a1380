"""The measures run, and every row comes out; how long things take is no matter for a test."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from stdnum.it import codicefiscale

from benchmarks.__main__ import GROUPS
from benchmarks.people import worker

ROOT = Path(__file__).resolve().parent.parent
ROWS = [
    "avvio: `import docservice.cli`",
    "avvio: `docservice modelli`",
    "avvio: `create_app()`",
    "avvio: memoria di `create_app()`",
    "avvio: primo PDF",
    "`valida`, 0 lavoratori",
    "`valida`, 100 lavoratori",
    "`valida`, 1.000 lavoratori",
    "`valida`, 600 lavoratori",
    "`valida`, 600 lavoratori, 5% con rilievi",
    "`valida`, 600 lavoratori, 5% con errori nei dati",
    "graduatoria di 100 lavoratori",
    "un PDF, a caldo",
    "… / WeasyPrint ingenuo, stesso PDF",
    "… / WeasyPrint ingenuo, PDF semplice",
    "2 DID in file",
    "3 DID in file",
    "4 lettere di licenziamento in file",
    "4 dichiarazioni di non opposizione in file",
    "4 schede lavoratore in file",
    "2 DID in un solo PDF",
    "3 DID in un solo PDF",
    "PDF con una tabella di 50 righe",
    "`elenco-lavoratori` di 50 lavoratori, dai dati al PDF",
    "`accordo-cds` con un elenco di 50 lavoratori, dai dati al PDF",
    "25 DID da un foglio XLSX a una cartella",
    "un DOCX, a caldo",
    "… / docxtpl ingenuo",
    "3 DID in DOCX, in file",
    "DOCX con una tabella di 50 righe",
    "memoria dopo 1 e 2 PDF",
    "memoria dopo 1 e 2 DOCX",
    "HTTP, `valida`",
    "HTTP, `documento` PDF",
    "HTTP, `documento` DOCX",
]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def names(table: str) -> list[str]:
    """Return the first cell of each row, the head left out; every row is as wide as the head."""
    head, _, *rows = [line for line in table.splitlines() if line.startswith("|")]
    assert all(row.count("|") == head.count("|") for row in rows)
    return [row.split("|")[1].strip() for row in rows]


@pytest.mark.lungo
def test_every_row_is_printed() -> None:
    ran = run("--prova")
    assert ran.returncode == 0, ran.stderr
    assert names(ran.stdout) == ROWS
    assert "WeasyPrint" in ran.stdout.splitlines()[0]


def test_the_page_of_costs_has_every_group() -> None:
    """A group of measures that nobody wrote down, or that is gone: docs/misure.md says what each costs."""
    page = (ROOT / "docs" / "misure.md").read_text()
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == GROUPS.keys()


@pytest.mark.lungo
def test_some_rows_only() -> None:
    ran = run("--prova", "valida", "--modello", "accordo-a")
    assert ran.returncode == 0, ran.stderr
    assert names(ran.stdout) == ROWS[5:11]
    assert "misure sconosciute: inventata" in run("inventata").stderr


def test_the_invented_people_have_codes_of_their_own_that_hold() -> None:
    codes = {worker(number, {})["codice_fiscale"] for number in range(20_000)}
    assert len(codes) == 20_000
    assert all(map(codicefiscale.is_valid, codes))
