"""The command, as a person uses it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from corpi_tools import in_xml
from papers import reso

from docservice.cli.comandi import main
from docservice.cli.uscite import ASSENTE, CONFORME, ILLEGGIBILE, INTERROTTO, NON_CONFORME, RIPROVARE, USO
from docservice.lotti import comando, custode
from docservice.lotti.invio import UnioneImpossibile
from docservice.service import esempio
from docservice.store.guasti import Guasto, MagazzinoGuasto

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "accordo.json"
    path.write_text(json.dumps(esempio("accordo-a")))
    return path


def broken(path: Path, **changes: Any) -> Path:
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))
    return path


def test_modelli(capsys: Any) -> None:
    assert main(["modelli"]) == 0
    assert "accordo-a" in capsys.readouterr().out


def test_valida_reads_like_a_report(example: Path, capsys: Any) -> None:
    assert main(["valida", str(example), "--modello", "accordo-a"]) == 0
    told = capsys.readouterr().out
    assert told.strip().endswith("CONFORME: il documento rispetta le regole applicate.")
    assert "  Ore della prima concessione: 6920\n" in told
    assert "  Mesi richiesti: 12 (dal 01/07/2009 al 30/06/2010, compresi)\n" in told
    assert "S-RINN" in told


def test_valida_exits_1_when_non_conforme(example: Path, capsys: Any) -> None:
    broken(example, pagamento_diretto_inps=False)
    assert main(["valida", str(example), "--modello", "accordo-a"]) == 1
    told = capsys.readouterr().out
    assert "ERRORE AQ-G2\n  Pagamento diretto dell’INPS: " in told
    assert "Rimedio:" in told
    assert "Fonte: Accordo Quadro 4 maggio 2009, All. A 1.1.4" in told
    assert main(["valida", str(example), "--modello", "accordo-a", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["esito"] == "non_conforme"


def test_unreadable_data_exit_3_with_every_path(example: Path, capsys: Any) -> None:
    broken(example, luogo=3, inventato=1)
    assert main(["valida", str(example), "--modello", "accordo-a"]) == ILLEGGIBILE
    told = capsys.readouterr().err
    assert "  Luogo: serve un testo (in JSON, fra virgolette). [/luogo]\n" in told
    assert "[/inventato]\n" in told


def test_wrong_use_is_told(example: Path, tmp_path: Path, capsys: Any) -> None:
    assert main(["valida", str(example)]) == 2
    assert "--modello" in capsys.readouterr().err
    assert main(["valida", str(example), "--modello", "inventato"]) == 2
    assert "accordo-a" in capsys.readouterr().err
    assert main(["valida", str(tmp_path / "assente.json"), "--modello", "accordo-a"]) == ASSENTE
    assert main(["documento", str(example), "--modello", "accordo-a", "-o", str(tmp_path / "x.odt")]) == 2
    (tmp_path / "rotto.json").write_text("{")
    assert main(["valida", str(tmp_path / "rotto.json"), "--modello", "accordo-a"]) == ILLEGGIBILE
    assert "riga 1" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_documento(example: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"x.{kind}"
    assert main(["documento", str(example), "--modello", "accordo-a", "-o", str(out)]) == 0
    assert out.read_bytes()[:2] == {"pdf": b"%P", "docx": b"PK", "html": b"<!"}[kind]


def test_documento_non_conforme_is_not_written_unless_a_draft(example: Path, tmp_path: Path) -> None:
    broken(example, pagamento_diretto_inps=False)
    out = tmp_path / "x.html"
    arguments = ["documento", str(example), "--modello", "accordo-a", "-o", str(out)]
    assert main(arguments) == 1
    assert not out.exists()
    assert main([*arguments, "--bozza"]) == 0
    assert "BOZZA" in out.read_text()


def test_parametri_and_calcola(tmp_path: Path, capsys: Any) -> None:
    assert main(["parametri", "--data", "2009-06-22", "--json"]) == 0
    assert "deroga_2009.ore_mese" in {f["id"] for f in json.loads(capsys.readouterr().out)["items"]}
    asked = tmp_path / "calcolo.json"
    asked.write_text('{"accordo": "C", "addetti": 10, "mesi_richiesti": "12"}')
    assert main(["calcola", "monte-ore", str(asked), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["risultati"]["monte_ore"] == "12456"


def test_deadlines_as_a_calendar(tmp_path: Path, capsys: Any) -> None:
    asked = tmp_path / "procedura.json"
    asked.write_text('{"procedura": "cigo", "dipendenti_azienda": 62, "periodo": {"dal": "2023-06-05"}}')
    assert main(["calcola", "scadenzario", str(asked), "--ics"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20230620" in shown
    example = tmp_path / "esempio.json"
    example.write_text(json.dumps(esempio("accordo-a")))
    assert main(["valida", str(example), "--modello", "accordo-a", "--ics"]) == 0
    assert capsys.readouterr().out.count("BEGIN:VEVENT") > 1
    assert main(["calcola", "settimane-periodo", str(asked), "--ics"]) == 2
    assert "non dà scadenze" in capsys.readouterr().err


def test_figures_to_check(capsys: Any) -> None:
    assert main(["valori", "--non-verificati", "2027"]) == 0
    told = capsys.readouterr().out
    lines = told.splitlines()
    assert lines[0].split()[:2] == ["comune.massimale_cig_alto", "Massimale"]
    assert lines[0].endswith(": non se ne conosce il valore dal 01/01/2027")
    assert any(line.endswith(": verificato l’ultima volta il 21/11/2026") for line in lines)
    assert not any("comune.soglia_cig" in line for line in lines)  # ended for good
    assert main(["figure", "--non-verificate", "2027"]) == 0  # as it was called
    assert capsys.readouterr().out == told
    assert main(["valori", "--non-verificati", "2026"]) == 0
    # what no source says yet is told every year; the terms before the administrative judge wait to be read on the act
    left = [line for line in capsys.readouterr().out.splitlines() if ": non è noto dal " not in line]
    assert {line.split()[0] for line in left} == {"deroga_2009.giorni_ricorso_tar", "deroga_2009.norma_ricorso_tar"}
    assert main(["parametri", "--data", "1900-01-01"]) == 0
    assert capsys.readouterr() == ("", "Nessun valore di legge era in vigore quel giorno: ne va scelto un altro.\n")
    with pytest.raises(SystemExit):
        main(["valori", "--non-verificati", "l’anno"])


@pytest.mark.parametrize("asked", [[], ["parametri"], ["valori"], ["regole"]])
def test_what_the_law_sets_is_called_a_value_of_the_law(asked: list[str], capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main([*asked, "--help"])
    assert "figur" not in capsys.readouterr().out


def test_the_data_inside_a_document_say_their_own_model(tmp_path: Path) -> None:
    path = tmp_path / "dati.json"
    path.write_text(json.dumps({"modello": "accordo-a", "dati": esempio("accordo-a"), "versioni": {}}))
    assert main(["valida", str(path)]) == 0


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("esempio did -o /", ASSENTE, "Il file / non si può scrivere: è una cartella"),
        ("schema did -o ..", ASSENTE, "è una cartella"),
        ("documento FILE --modello accordo-a -o / --formato pdf", ASSENTE, "Il file / non si può scrivere"),
        ("documento FILE --modello accordo-a -o q.pdf --formato docx", USO, "va tolto uno dei due"),
        ("documento FILE --modello accordo-a -o q.pdf --estratto", USO, "(ce l’ha decreto-deroga, domanda-deroga)"),
        ("valida FILE --modello did", USO, "è di accordo-a, e --modello dice did: va corretto uno dei due"),
        ("lotto FILE --modello did -o FILE", ASSENTE, "c’è già un file con quel nome, va scelta un’altra cartella"),
    ],
)
def test_what_two_words_say_differently_or_a_place_cannot_hold(  # noqa: PLR0913, PLR0917 - what comes in, what goes out
    command: str, code: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "dati.json"
    path.write_text(json.dumps({"modello": "accordo-a", "dati": esempio("accordo-a")}))
    assert main(command.replace("FILE", "dati.json").split()) == code
    assert said in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["dati.json"]


def test_standard_input_and_help() -> None:
    command = [sys.executable, "-m", "docservice"]
    body = json.dumps(esempio("accordo-a"))
    ran = subprocess.run(
        [*command, "valida", "-", "--modello", "accordo-a"],
        input=body,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 0, ran.stderr
    helped = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    for name in ("modelli", "valida", "documento", "parametri", "calcola", "serve"):
        assert name in helped


def test_the_report_of_a_table_is_for_people(capsys: Any, tmp_path: Path) -> None:
    path = tmp_path / "accordo.json"
    path.write_text(json.dumps(esempio("accordo-non-standard")))
    assert main(["valida", str(path), "--modello", "accordo-non-standard"]) == 0
    shown = capsys.readouterr().out
    assert "    Modello: accordo-a; Soddisfatto: no; Regole violate: AQ-A1, AQ-A2\n" in shown
    assert "; Dati mancanti: «Modalità di utilizzo, Riduzione media»\n" in shown
    assert "{" not in shown


def test_the_report_of_a_long_table_shows_its_first_rows(capsys: Any, tmp_path: Path) -> None:
    data = esempio("tabella-solidarieta")
    data["lavoratori"] = [data["lavoratori"][0]] * 100
    path = tmp_path / "tabella.json"
    path.write_text(json.dumps(data))
    assert main(["valida", str(path), "--modello", "tabella-solidarieta"]) == 1
    shown = capsys.readouterr().out
    assert "… e altre 80: tutte con --json" in shown
    assert shown.count("\n    n. ") == 20


def test_xml_is_read_too(capsys: Any, tmp_path: Path) -> None:
    path = tmp_path / "accordo.xml"
    path.write_bytes(in_xml(esempio("accordo-d"), "accordo-d"))
    assert main(["valida", str(path), "--modello", "accordo-d"]) == 0
    for kind in ("pdf", "docx", "html"):
        out = tmp_path / f"accordo.{kind}"
        assert main(["documento", str(path), "--modello", "accordo-d", "-o", str(out)]) == 0
        assert out.read_bytes() == reso("accordo-d", kind)
    capsys.readouterr()
    assert main(["valida", str(path)]) == 2
    assert "--modello" in capsys.readouterr().err
    path.write_bytes(path.read_bytes().replace(b"<luogo>", b'<luogo lingua="it">'))
    assert main(["valida", str(path), "--modello", "accordo-d"]) == ILLEGGIBILE
    assert "Luogo: gli attributi" in capsys.readouterr().err
    conto = tmp_path / "conto.xml"
    conto.write_bytes(in_xml({"monte_ore_concesso": 100, "ore_consumate": 75}, "proroga-accordo-b"))
    assert main(["calcola", "proroga-accordo-b", str(conto)]) == 0


def test_a_file_that_cannot_be_written_whole_leaves_what_was_there(tmp_path: Path) -> None:
    """The disk is full, or the place is none: the reason is said, and there is no half file."""
    data = tmp_path / "dati.json"
    data.write_text(json.dumps(esempio("did")))
    out = tmp_path / "did.html"
    out.write_bytes(b"di prima")
    command = [sys.executable, "-m", "docservice", "documento", str(data), "--modello", "did", "-o"]
    limited = ["bash", "-c", 'ulimit -f 4; trap "" XFSZ; exec "$@"', "-", *command, str(out)]
    for run, place in ((limited, out), ([*command, str(tmp_path / "non c’è" / "a.html")], None)):
        ended = subprocess.run(run, capture_output=True, text=True, check=False, cwd=ROOT)
        assert ended.returncode == ASSENTE, ended.stderr
        assert "non si può scrivere: " in ended.stderr
        assert "Traceback" not in ended.stderr
        if place:
            assert "è troppo grande" in ended.stderr
            assert out.read_bytes() == b"di prima"
    assert {path.name for path in tmp_path.iterdir()} == {"dati.json", "did.html"}


@pytest.mark.parametrize("command", [["modelli"], ["parametri"]])
def test_an_output_that_takes_no_more_is_said(command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "docservice", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
        )
    assert ended.returncode == ASSENTE
    assert ended.stderr == "L’uscita standard non si può scrivere: lo spazio è esaurito, va liberato.\n"


@pytest.mark.parametrize(
    ("rows", "state", "code"),
    [
        ({"fatte": 3}, "pronto", CONFORME),
        ({"fatte": 2, "errate": 1}, "pronto", NON_CONFORME),
        ({"fatte": 1, "errate": 1, "fallite": 1}, "pronto", RIPROVARE),
        ({"fatte": 3}, "fallito", RIPROVARE),
        (MagazzinoGuasto(Guasto.OCCUPATO), "", RIPROVARE),
        (UnioneImpossibile("Non si uniscono."), "", USO),
        (comando.TabellaRifiutata([{"percorso": "/file", "messaggio": "Non è una tabella."}]), "", ILLEGGIBILE),
    ],
)
def test_how_a_lotto_ended(  # noqa: PLR0913, PLR0917 - what comes in, what goes out
    rows: Any, state: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    whole = {"totale": 3, "errate": 0, "fallite": 0, "con_avvisi": 0, "riusate": 0}

    def made(*_: Any, **__: Any) -> dict[str, Any]:
        if isinstance(rows, Exception):
            raise rows
        known = {"id": "0" * 32, "modello": "did", "scade": "2026-12-06T10:00:00+00:00"}
        return known | {"stato": state, "righe": whole | rows}

    monkeypatch.setattr(comando, "esegui", made)
    monkeypatch.setenv("DOCSERVICE_DATI", str(tmp_path))
    (tmp_path / "t.csv").write_text("Luogo")
    command = ["lotto", str(tmp_path / "t.csv"), "--modello", "did", "-o", str(tmp_path)]
    assert main(command) == code
    told = capsys.readouterr()
    assert told.err or "Documenti fatti: " in told.out
    assert main([*command, "--json"]) == code
    if isinstance(rows, dict):
        assert json.loads(capsys.readouterr().out)["righe"]["fatte"] == rows["fatte"]


@pytest.mark.parametrize(
    "command", [["modelli"], ["parametri", "--data", "2026-01-31"], ["figure", "--non-verificate", "2027"]]
)
def test_what_is_listed_is_a_line_each_or_json(command: list[str], capsys: Any) -> None:
    assert main([*command, "--json"]) == 0
    items = json.loads(capsys.readouterr().out)["items"]
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [one["id"] for one in items]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, INTERROTTO), (signal.SIGTERM, CONFORME)])
def test_the_engine_says_whether_a_person_stopped_it(
    number: signal.Signals, code: int, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    class Engine:
        def __init__(self, *_: Any) -> None:
            self.ferma = lambda: None

        def avvia(self) -> None:
            os.kill(os.getpid(), number)

    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    mask = os.umask(0o022)
    monkeypatch.setattr(custode, "Incorporato", Engine)
    try:
        assert main(["lavora", "--processi", "1"]) == code
    finally:
        os.umask(mask)
        for one, done in before.items():
            signal.signal(one, done)
    assert capsys.readouterr().err == ("Interrotto.\n" if code else "")
