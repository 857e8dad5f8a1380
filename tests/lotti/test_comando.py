"""`docservice lotto`, as a person uses it: the folder holds what the table says now, and nothing of before."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from tabelle import HEADER, comune, in_csv, rows

from docservice.ambiente import ImpostazioneErrata
from docservice.cli.comandi import main
from docservice.cli.uscite import ASSENTE, CONFORME, ILLEGGIBILE, INTERROTTO, NON_CONFORME, USO
from docservice.lotti import barra, comando, detto, esame, uscita
from docservice.lotti.lavoro import lavora
from docservice.lotti.motore import Incorporato
from docservice.service import esempio
from docservice.store.base import Magazzino
from docservice.tabelle.difetto import Difetto

pytestmark = pytest.mark.usefixtures("without_fence")
SLUG = "comunicazione-deroga"


class Here:
    """An engine that does all there is to do in this process, when it is started."""

    def __init__(self, folder: Path, processi: int) -> None:
        self.folder = folder
        assert processi >= 1

    def avvia(self) -> None:
        store = Magazzino(self.folder)
        while lavora(store) is not None:
            pass
        store.close()

    def ferma(self) -> None:
        pass

    def uccidi(self) -> None:
        pass


@pytest.fixture(autouse=True)
def _here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no process, but where the engine itself is tried: `with_processes`."""
    if "with_processes" not in request.node.name:
        monkeypatch.setattr(comando, "Incorporato", Here)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("DOCSERVICE_DATI", str(tmp_path / "dati"))
    (tmp_path / "comune.json").write_text(json.dumps(esempio(SLUG)))

    def go(places: list[str], *more: str, out: str = "fatti") -> int:
        (tmp_path / "tabella.csv").write_bytes(in_csv([["Luogo"], *([place] for place in places)]))
        command = ["lotto", str(tmp_path / "tabella.csv"), "--modello", SLUG, "--formato", "docx"]
        command += ["--comune", str(tmp_path / "comune.json"), "-o", str(tmp_path / out), "--processi", "1"]
        return main([*command, *more])

    return go


def test_nothing_of_an_earlier_run_is_left(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "fatti"
    assert run(["Bergamo", "Milano", "x" * 5000]) == 1
    (out / "mio.txt").write_text("mio")
    assert (out / "errori.csv").exists()
    assert run(["Bergamo"]) == 0
    assert sorted(path.name for path in out.iterdir()) == [f"{SLUG}-00002.docx", "manifesto.csv", "mio.txt"]


def test_with_processes_of_its_own(run: Any, tmp_path: Path) -> None:
    assert run(["Bergamo"]) == 0
    assert (tmp_path / "fatti" / f"{SLUG}-00002.docx").exists()


def test_where_nothing_can_be_written(run: Any, tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "un-file").write_text("")
    assert run(["Bergamo"], out="un-file") == ASSENTE
    assert "un-file" in capsys.readouterr().err
    assert main(["tabella", SLUG, "-o", str(tmp_path / "non-qui" / "t.xlsx")]) == ASSENTE
    assert main(["tabella", SLUG, "-o", str(tmp_path / "t.csv")]) == USO
    for number in ("0", "-3", "x"):
        with pytest.raises(SystemExit):
            run(["Bergamo"], "--processi", number)


def test_what_was_noted_is_told(run: Any, tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "t.csv").write_bytes(in_csv([["Luogo", "Pippo"], ["Bergamo", "x"]]))
    assert run(["Bergamo"]) == 0
    assert "Pippo" not in capsys.readouterr().out
    command = ["lotto", str(tmp_path / "t.csv"), "--modello", SLUG, "--comune", str(tmp_path / "comune.json")]
    assert main([*command, "--formato", "docx", "--processi", "1", "-o", str(tmp_path / "o")]) == 0
    assert "non lette: Pippo" in capsys.readouterr().out


def test_a_list_that_makes_no_document_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("DOCSERVICE_DATI", str(tmp_path / "dati"))
    table, shared, out = tmp_path / "t.csv", tmp_path / "comune.json", tmp_path / "fatti"
    table.write_bytes(in_csv([HEADER, *rows(2)]))
    command = ["lotto", str(table), "--modello", "accordo-a", "--formato", "docx", "-o", str(out), "--processi", "1"]
    assert main(command) == ILLEGGIBILE
    told = capsys.readouterr().err
    assert "[/datore_lavoro]" in told
    assert "[/periodo]" in told
    shared.write_text(json.dumps(comune(2) | {"pagamento_diretto_inps": False}))
    assert main([*command, "--comune", str(shared)]) == NON_CONFORME
    assert "Righe con errori: 1" in capsys.readouterr().out
    assert "AQ-G2" in (out / "errori.csv").read_text()


def test_what_is_no_table_is_told_as_it_is(run: Any, tmp_path: Path, capsys: Any) -> None:
    command = ["lotto", str(tmp_path / "t"), "--modello", SLUG, "-o", str(tmp_path / "o"), "--processi", "1"]
    assert run(["Bergamo"]) == 0
    capsys.readouterr()
    for content, said in {
        b"%PDF-1.7": [
            "Il file non è una tabella: è un PDF. Servono un XLSX, un CSV, o JSON Lines (un oggetto per riga)."
        ],
        b"Altro\n1\n": [
            "La tabella, o ciò che le righe hanno in comune, ha difetti:",
            "  Manca la riga di intestazione",
        ],
    }.items():
        (tmp_path / "t").write_bytes(content)
        assert main(command) == ILLEGGIBILE
        told = capsys.readouterr()
        assert told.out == ""
        assert [line[: len(start)] for line, start in zip(told.err.splitlines(), said, strict=True)] == said


def test_doubts_columns_and_what_is_kept_are_told(run: Any, tmp_path: Path, capsys: Any) -> None:
    assert run(["Bergamo"]) == 0
    capsys.readouterr()
    lines = [
        ["Luogo", "Datore di lavoro: partita IVA", "Pippo"],
        *([f"Lodi {n}", "IT01234560165", "x"] for n in range(7)),
    ]
    lines[3][1] = "01234560165"
    (tmp_path / "t.csv").write_bytes(in_csv(lines))
    command = ["lotto", str(tmp_path / "t.csv"), "--modello", SLUG, "--comune", str(tmp_path / "comune.json")]
    assert main([*command, "--formato", "docx", "--processi", "1", "-o", str(tmp_path / "o")]) == 0
    told = capsys.readouterr()
    assert "Colonne lette: A Luogo → «Luogo»; B Datore" in told.err
    assert (told.err + told.out).count("Pippo") == 1
    assert f"restano per 7 giorni in {tmp_path / 'dati'}" in told.err
    said = told.out.splitlines()
    place = next(number for number, line in enumerate(said) if line.startswith("Avvisi, da leggere"))
    assert "in 6 righe. Sono in manifesto.csv e nella tabella segnata" in said[place]
    assert [line[:8] for line in said[place + 1 : place + 7]] == [f"  riga {n}" for n in (2, 3, 5, 6, 7)] + ["  …"]
    assert said[-1].startswith(f"Una copia dei dati e dei documenti resta in {tmp_path / 'dati'} fino al ")
    assert "Avviso: " in (tmp_path / "o" / "errori.csv").read_text(encoding="utf-8-sig")


def test_without_a_terminal_a_line_every_ten_seconds(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    now = [0.0]
    monkeypatch.setattr(barra.time, "monotonic", lambda: now[0])
    bar = barra.Barra()
    rows = {"totale": 40, "da_fare": 30}
    examining = {"fase": "verifica", "righe": {"totale": 0, "da_fare": 0}}
    for seconds, found in (
        (9, examining),
        (10, examining),
        (15, examining),
        (
            21,
            {**examining, "esame": {"esaminate": 20, "totale": 40}, "righe_al_secondo": "2.0", "secondi_rimanenti": 10},
        ),
        (32, {"fase": "righe", "righe": rows, "righe_al_secondo": "1.0", "secondi_rimanenti": 30}),
    ):
        now[0] = seconds
        bar.mostra(found)
    assert capsys.readouterr().err.splitlines() == [
        "Verifica della tabella: lettura del file",
        "Verifica della tabella: 20 su 40, 2.0 al secondo, ancora 10 s",
        "Documenti: 10 su 40, 1.0 al secondo, ancora 30 s",
    ]


def test_what_an_earlier_run_made_stays_until_there_is_the_new(run: Any, tmp_path: Path, monkeypatch: Any) -> None:
    out = tmp_path / "fatti"
    assert run(["Bergamo", "Milano"]) == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    killed = out / ".docservice-0"
    killed.mkdir()
    (killed / "x.docx").write_bytes(b"mezzo")

    def broken(*_: Any) -> None:
        raise OSError(28, "No space left on device", str(out))

    with monkeypatch.context() as patch:
        patch.setattr(uscita, "_swapped", broken)
        assert run(["Torino"]) == ASSENTE
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert run(["Torino"]) == 0
    assert sorted(path.name for path in out.iterdir()) == [f"{SLUG}-00002.docx", "manifesto.csv"]


def test_a_wrong_setting_is_told_before_anything_is_done(
    run: Any, tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    monkeypatch.setenv("DOCSERVICE_TEMPO_RESA", "abc")
    assert run(["Bergamo"]) == USO
    assert "DOCSERVICE_TEMPO_RESA" in capsys.readouterr().err
    assert not (tmp_path / "fatti").exists()
    with pytest.raises(ImpostazioneErrata):
        Incorporato(tmp_path / "dati", 1).avvia()


@pytest.mark.lungo
def test_interrupted_while_the_results_are_written(tmp_path: Path) -> None:
    """The folder is as it was; and so, at the next run, when it was killed."""
    (tmp_path / "t.csv").write_bytes(in_csv([["Luogo"], *([f"Bergamo {n}"] for n in range(20))]))
    (tmp_path / "c.json").write_text(json.dumps(esempio(SLUG)))
    out = tmp_path / "o"
    # each file takes a while to be written
    (tmp_path / "sitecustomize.py").write_text(SLOW)
    command = [sys.executable, "-m", "docservice", "lotto", str(tmp_path / "t.csv"), "--modello", SLUG, "-o", str(out)]
    command += ["--comune", str(tmp_path / "c.json"), "--formato", "docx", "--processi", "1"]
    env = {**os.environ, "DOCSERVICE_DATI": str(tmp_path / "dati"), "PYTHONPATH": str(tmp_path)}
    assert subprocess.run(command, env=env, check=False).returncode == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert len(before) == 21
    for number in (signal.SIGINT, signal.SIGKILL, signal.SIGINT):
        left = {*out.glob(".docservice-*")}
        running = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while not [path for path in out.glob(".docservice-*/*.docx") if path.parent not in left]:
            time.sleep(0.02)
        running.send_signal(number)
        said, wrong = running.communicate(timeout=60)
        assert said == ""
        if number == signal.SIGINT:
            assert (running.returncode, wrong.splitlines()[-1]) == (INTERROTTO, "Interrotto.")
            assert {path.name for path in out.iterdir()} == before.keys()
        assert {path.name: path.read_bytes() for path in out.glob("*.*") if path.is_file()} == before


SLOW = """
import sys
if 'lotto' in sys.argv:
    import time, zipfile
    real = zipfile.ZipExtFile.read
    def slow(self, n=-1):
        time.sleep(0.1)
        return real(self, n)
    zipfile.ZipExtFile.read = slow
"""


@pytest.mark.lungo
def test_stopped_by_hand_the_lotto_is_cancelled(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(in_csv([["Luogo"], *([f"Bergamo {n}"] for n in range(2000))]))
    (tmp_path / "c.json").write_text(json.dumps(esempio(SLUG)))
    command = [sys.executable, "-m", "docservice", "lotto", str(tmp_path / "t.csv"), "--modello", SLUG]
    command += ["--comune", str(tmp_path / "c.json"), "-o", str(tmp_path / "o")]
    env = {**os.environ, "DOCSERVICE_DATI": str(tmp_path / "dati")}
    running = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)
    database = tmp_path / "dati" / "docservice.sqlite"

    def states() -> set[str]:
        store = Magazzino(tmp_path / "dati")
        with store.engine.connect() as connection:
            found = {state for (state,) in connection.exec_driver_sql("SELECT stato FROM lotto")}
        store.close()
        return found

    while not database.exists() or not states():
        time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=300)
    assert (running.returncode, said.splitlines()[-1]) == (INTERROTTO, "Interrotto.")
    assert states() == {"annullato"}


def test_hidden_rows_are_to_be_said(run: Any, tmp_path: Path, capsys: Any) -> None:
    book = Workbook()
    assert run(["Bergamo"]) == CONFORME
    for line in (["Luogo"], ["Bergamo"], ["Lodi"]):
        book.active.append(line)
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "t.xlsx")
    shared = tmp_path / "comune.json"
    shared.write_text(json.dumps(esempio(SLUG)))
    command = ["lotto", str(tmp_path / "t.xlsx"), "--modello", SLUG, "--comune", str(shared), "-o", str(tmp_path / "o")]
    assert main([*command, "--processi", "1"]) == ILLEGGIBILE
    assert "--nascoste" in capsys.readouterr().err
    assert main([*command, "--processi", "1", "--formato", "docx", "--nascoste", "salta"]) == CONFORME
    assert "righe 3" in capsys.readouterr().out
    assert len([*(tmp_path / "o").glob("*.docx")]) == 1


def test_faults_are_told_and_what_was_made_before_is_counted(run: Any, capsys: Any) -> None:
    assert run(["Bergamo", "x" * 5000]) == 1
    said = capsys.readouterr().out.splitlines()
    place = next(n for n, line in enumerate(said) if line.startswith("Righe con errori: 1; la tabella"))
    assert said[place + 1].startswith("  riga 3, Luogo: ")
    assert run(["Bergamo", "Milano"]) == 0
    assert "Rifatte 1 righe su 2; 1 sono quelle di prima." in capsys.readouterr().out


def test_the_code_of_a_fault_of_the_table_stands_apart() -> None:
    fault = Difetto(None, None, None, "AQ-G2", "Luogo: va corretto.", "/luogo", "Luogo")
    assert esame._told(fault) == {
        "percorso": "/file",
        "messaggio": fault.messaggio,
        "campo": "Luogo",
        "codice": "AQ-G2",
    }
    refused = comando.TabellaRifiutata([{"percorso": "/comune/luogo", "messaggio": "Va corretto.", "codice": "TAB-X"}])
    assert (refused.righe, refused.difetti) == (["/luogo: va corretto."], True)


def test_what_is_told_of_a_list_is_told_of_the_whole_and_once() -> None:
    one = {"percorso": "/esuberi", "campo": "Esuberi", "codice": "AQ-X", "messaggio": "Va riletto."}
    twice = json.dumps([one, one, {**one, "riga": 4, "colonna": "CF"}])
    told = list(detto._first(detto._of(0, twice), more=False))
    assert told == ["  nell’insieme, Esuberi: va riletto. [AQ-X]", "  riga 4, CF: va riletto. [AQ-X]"]
