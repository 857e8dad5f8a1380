"""What the command says by itself: Italian only, with what was meant, in any encoding, on a terminal or in a pipe."""

from __future__ import annotations

import argparse
import ast
import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from docservice.cli import schermo
from docservice.cli.argomenti import parser
from docservice.cli.comandi import main
from docservice.cli.italiano import PAROLE, Comando
from docservice.cli.uscite import ASSENTE, CODICI, ILLEGGIBILE, USO

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = re.compile(
    r"\b(?:the|an|and|or|is|are|of|to|with|this|show|exit|help|usage|error|options|optional|positional|arguments?"
    r"|required|following|invalid|choice|choose|from|unrecognized|expected|allowed|not|could|match|program|version"
    r"|default|value|unknown|ambiguous|missing|ignored|explicit)\b",
    re.IGNORECASE,
)
MEANT = re.compile(r"--(?:help|version)\b|\.schema\.json|~/\S+")
"""What is written so whatever the language."""
DEVELOPER = (
    "conflicting",
    "cannot",
    "dest=",
    ".__call__",
    "'required'",
    "mutually",
    "%r is not",
    "invalid option string",
    "invalid conflict",
    "unknown parser",
    'argument "-"',
    "can't open",
    "unexpected option",
)
"""How the messages begin that argparse has only for who writes a command."""


def commands() -> Iterator[Comando]:
    whole = parser()
    assert isinstance(whole, Comando)
    yield whole
    for action in whole._actions:
        if isinstance(action.choices, dict):
            yield from action.choices.values()


@pytest.mark.parametrize("one", list(commands()), ids=lambda one: one.prog)
def test_every_help_is_italian_and_has_an_example_that_can_be_read(one: Comando) -> None:
    one.completa()
    told = one.format_help()
    assert not ENGLISH.findall(MEANT.sub("", told))
    examples = one.esempi()
    assert examples
    for example in examples:
        for piece in example.split(" | "):
            words = re.split(" [<>] ", piece.removeprefix("docservice "))[0].split()
            assert parser().parse_args(words).comando


def test_whatever_argparse_may_say_has_its_words() -> None:
    """A later Python may say something more: it shows here."""
    found = set()
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            texts = node.args[: 1 if node.func.id == "_" else 2]
            found |= {text.value for text in texts if isinstance(text, ast.Constant)}
    assert len(found) > 20
    assert {text for text in found - PAROLE.keys() if not text.startswith(DEVELOPER)} == set()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("", "manca: COMANDO"),
        ("valid x", "forse valida?"),
        ("valida", "manca: file"),
        ("valida x --modelo y", "forse --modello?"),
        ("valida x --modello", "--modello: va indicato un valore"),
        ("documento x -o y --formato pfd", "forse pdf?"),
        ("documento x -o y --bozza=1", "non vuole un valore"),
        ("documento x y z -o w", "di troppo, o sconosciuto: y z"),
        ("lotto t --modello m --u o", "va scritta per intero"),
        ("calcola monteore x", "forse monte-ore?"),
        ("parametri --data 31/01/2026", "va scritta come 2026-01-31"),
        ("parametri --data 2009-02-30", "questa data non esiste"),
        ("parametri --data 9999-01-01", "un anno fra il 1900 e il 2100"),
        ("figure --non-verificate 26", "con quattro cifre"),
        ("valori", "manca: --non-verificati\n"),
        (
            "vallori",
            "forse valori? Si sceglie fra: modelli, esempio, schema, valida, documento, parametri, valori, regole",
        ),
        ("valida x --ics --json", "--json: non va insieme a --ics"),
        ("esempio did -o x/", "x/ è il nome di una cartella"),
        ("lotto t --modello m -o o --processi 0", "non è un numero da 1 in su"),
        ("lavora --processi 1000", "troppo per questa macchina: al massimo"),
        ("lotto t --mo m --p 2", "manca: -o/--uscita"),
        ("serve --porta 99999", "da 1 a 65535"),
        ("completamento zhs", "forse zsh?"),
    ],
)
def test_a_wrong_use_is_told_in_italian_with_what_was_meant(command: str, said: str, capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command.split())
    assert ended.value.code == USO
    told = capsys.readouterr().err
    assert said in told
    assert "--help" in told
    assert not ENGLISH.findall(MEANT.sub("", told))


@pytest.mark.parametrize(
    "command",
    [
        ["esempio", "did", "-o", ""],
        ["valida", "", "--modello", "did"],
        ["lotto", "x", "--modello", "did", "-o", ""],
        ["lotto", "x", "--modello", "did", "-o", "x", "--comune", ""],
    ],
)
def test_an_empty_name_is_none(command: list[str], capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == USO
    assert ": è vuoto: va scritto, o tolto\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["valida", "x", "--modello", "acordo-a"], "forse accordo-a?"),
        (["esempio", "monte-or"], "forse monte-ore?"),
        (["schema", "acordo-a"], "forse accordo-a?"),
        (["documento", "x", "--modello", "accordo-a", "-o", "-"], "va detto --formato"),
        (["tabella", "did", "-o", "did.csv"], "deve finire con .xlsx"),
        (["lotto", "x", "--modello", "did", "-o", "-"], "va indicata la cartella"),
        (["lotto", "-", "--comune", "-", "--modello", "did", "-o", "x"], "uno va in un file"),
    ],
)
def test_what_cannot_be_done_is_told_with_the_remedy(
    command: list[str], said: str, capsys: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x").write_text("{}")
    assert main(command) == USO
    assert said in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "è vuoto"),
        (b"%PDF-1.7", "è un PDF"),
        (b"PK\x03\x04", "foglio di calcolo"),
        (b"\xd0\xcf\x11\xe0", "vecchio Office"),
        (b"\x89PNG", "un’immagine"),
        (b"\r\n<!DOCTYPE html>", "pagina HTML"),
        ("{}".encode("utf-16"), "UTF-16"),
        (b'{"luogo": "Cant\xf9"}', "UTF-8"),
        (b"{", "riga 1"),
    ],
)
def test_what_is_no_data_is_told_for_what_it_is(content: bytes, said: str, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "dati.json"
    path.write_bytes(content)
    assert main(["valida", str(path), "--modello", "did"]) == ILLEGGIBILE
    told = capsys.readouterr().err
    assert said in told
    assert str(path) in told
    assert "corpo" not in told


def test_a_folder_and_an_input_that_is_closed(tmp_path: Path, capsys: Any, monkeypatch: Any) -> None:
    assert main(["valida", str(tmp_path), "--modello", "did"]) == ASSENTE
    assert "è una cartella" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["valida", "-", "--modello", "did"]) == ASSENTE
    assert "è chiuso" in capsys.readouterr().err


def test_every_code_is_told_in_the_help_and_in_the_readme() -> None:
    told, readme = parser().format_help(), (ROOT / "README.md").read_text()
    for code, why in CODICI.items():
        assert re.search(rf"^  {code} +{re.escape(why)}$", told, re.MULTILINE)
        assert f"| {code} | {why} |" in readme


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_of_another_encoding_reads_the_same(encoding: str, monkeypatch: Any) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["modelli"]) == 0
    schermo.scrivi("L’uscita: è «così» – 5 €… À citt\u00e0, G\u00fcnther \udcff")
    schermo.scrivi(schermo.in_json("’"))
    told = out.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]
    assert "solidariet" in told
    assert {"ascii": "L'uscita: e' \"cosi'\" - 5 EUR... A' citta', Gunther ?"}.get(encoding, "uscita: è «così»") in told
    assert r'"\u2019"' in told


def run(*words: str, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "docservice", *words]
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=clean, **more)


def test_who_stops_reading_is_no_fault() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as nobody:
        command = [sys.executable, "-m", "docservice", "modelli"]
        ended = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_fault_of_the_program_has_a_code_of_its_own_and_tells_no_data() -> None:
    code = (
        "import sys; from docservice.cli import comandi, main; "
        "comandi._COMANDI['modelli'] = lambda _: {}['Rossi']; sys.exit(main(['modelli']))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 70
    assert "KeyError" in ended.stderr
    assert "Rossi" not in ended.stderr


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_and_only_repeat_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    report = "AVVISO X\n  Un ERRORE\nERRORE Y /luogo\n\nNON CONFORME: no"
    there = Terminal()
    seen = schermo.referto(report, there)
    assert seen.splitlines()[0] == "\033[33mAVVISO X\033[0m"
    assert seen.splitlines()[2] == "\033[31mERRORE Y /luogo\033[0m"
    assert re.sub(r"\033\[\d+m", "", seen) == report
    assert schermo.referto(report, io.StringIO()) == report
    monkeypatch.setenv("TERM", "dumb")
    assert schermo.referto(report, there) == report
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert schermo.referto(report, there) == report


def test_a_table_is_titled_and_fits_where_there_is_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("a", "una cosa lunga da dire a chi legge"), ("bb", "due")]
    assert schermo.tabella(("id", "che cosa"), rows) == "a   una cosa lunga da dire a chi legge\nbb  due"
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("NO_COLOR", "1")
    told = schermo.tabella(("id", "che cosa"), rows).splitlines()
    assert told == ["id  che cosa", "a   una cosa lunga da dire a", "    chi legge", "bb  due"]
    monkeypatch.setenv("COLUMNS", "26")
    told = schermo.tabella(("id", "che cosa"), rows).splitlines()
    assert told[1:4] == ["a", "    una cosa lunga da dire a", "    chi legge"]


def test_a_binary_file_is_not_poured_on_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "docservice", "tabella", "did", "-o", "-"]
    ended = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT)
    os.close(theirs)
    os.close(ours)
    assert ended.returncode == USO
    assert "con -o va indicato un file" in ended.stderr
    assert run("tabella", "did", "-o", str(tmp_path / "did.xlsx")).returncode == 0
    assert (tmp_path / "did.xlsx").read_bytes().startswith(b"PK")


def test_the_standard_output_holds_the_file_and_nothing_else(capfdbinary: Any, tmp_path: Path) -> None:
    path = tmp_path / "did.json"
    reads: list[tuple[list[str], Callable[[bytes], bool]]] = [
        (["esempio", "did", "-o", str(path)], lambda out: out == b""),
        (["documento", str(path), "--modello", "did", "--formato", "html", "-o", "-"], lambda out: out[:2] == b"<!"),
        (["tabella", "did", "-o", "-"], lambda out: out[:2] == b"PK"),
        (["schema", "did"], lambda out: b"urn:docservice:1:did" in out),
        (["schema", "monte-ore", "-o", "-"], lambda out: b"urn:docservice:1:monte-ore" in out),
    ]
    for command, whole in reads:
        assert main(command) == 0
        assert whole(capfdbinary.readouterr().out), command


def test_the_example_of_a_calculator_is_what_it_reads(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "dati.json"
    assert main(["esempio", "monte-ore", "-o", str(path)]) == 0
    assert main(["calcola", "monte-ore", str(path)]) == 0
    told = capsys.readouterr().out
    assert "  Monte ore: 8304" in told.partition("Risultati:")[2]
    assert "10 × 6 × 173 × 0,80 = 8304" in told


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_commands_and_ids(shell: str, capsys: Any) -> None:
    assert main(["completamento", shell]) == 0
    told = capsys.readouterr().out
    for name in ("valida", "accordo-a", "monte-ore", "non-verificati", "docservice completamento --help"):
        assert name in told
    assert "GENERATED" not in told


def test_bash_completes() -> None:
    script = run("completamento", "bash").stdout
    ask = 'COMP_WORDS=({0} ""); COMP_CWORD={1}; {2}; printf "%s\\n" "${{COMPREPLY[@]}}"'
    found = re.search(r"complete .*-F (\S+) docservice", script)
    assert found
    for words, wanted in {"docservice": "calcola", "docservice valida x --modello": "did"}.items():
        told = subprocess.run(
            ["bash", "-c", script + "\n" + ask.format(words, len(words.split()), found[1])],
            capture_output=True,
            text=True,
            check=False,
        )
        assert wanted in told.stdout.split(), told.stderr
