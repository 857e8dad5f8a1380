"""The report of a verdict, as the command prints it: of every document, whatever shape its figures have."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docservice.cli.comandi import main
from docservice.cli.report import leggibile
from docservice.law.finding import Gravita, Rilievo
from docservice.law.regime import regime
from docservice.law.verdict import Verdetto
from docservice.law.voce import REGISTRO, Genere
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo
from docservice.modelli.cifre import CIFRE
from docservice.modelli.vincoli import regimi
from docservice.paths import TEMPLATES
from docservice.service import esempio, valida

EXAMPLES = [
    pytest.param(slug, path, id=f"{slug}: {path.stem}")
    for slug, tipo in catalogo().items()
    for home in [TEMPLATES / tipo.sezione / slug]
    for path in [home / "esempio.json", *sorted(home.glob("esempi/*.json"))]
]


@pytest.mark.parametrize(("slug", "path"), EXAMPLES)
def test_every_example_is_reported_in_words(slug: str, path: Path, capsys: Any) -> None:
    assert main(["valida", str(path), "--modello", slug]) == 0
    shown = capsys.readouterr().out
    assert not re.search(r":\n\n|:$", shown), "a heading with nothing below"
    told = shown[shown.find("\nControlli:") :]
    assert not set("{}[]") & set(told)
    assert not re.search(r"\d{4}-\d\d-\d\d|: ([^ ]+) = \1$|[a-z]_[a-z]", told, re.MULTILINE)
    for figure in valida(slug, json.loads(path.read_text())).calcoli:
        assert f"\n  {CIFRE[figure]}:" in shown


def test_every_figure_and_every_column_has_words() -> None:
    for of in regimi():
        regime(of)
    names = {name for one in REGISTRO.tutte if one.genere is Genere.CIFRA for name in one.nomi}
    tables = [
        row for slug in catalogo() for value in valida(slug, esempio(slug)).calcoli.values() for row in _rows(value)
    ]
    assert names.union(*tables) - {"indice"} <= CIFRE.keys()


def _rows(value: Any) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


@pytest.mark.parametrize("slug", calcolatori())
def test_a_calculator_answers_in_words(slug: str, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "dati.json"
    path.write_text(json.dumps(calcolatori()[slug].esempio.dati))
    assert main(["calcola", slug, str(path)]) == 0
    told = capsys.readouterr().out
    assert not re.search(r"\d{4}-\d\d-\d\d|[a-z]_[a-z]|:\n\n", told)
    assert all(
        f"\n  {one.etichetta}:" in told for one in calcolatori()[slug].risposta().fields.values() if one.required
    )


def test_whom_a_finding_is_about_is_told_from_one() -> None:
    found = Rilievo(Gravita.ERRORE, "/lavoratori/0", "Non ha lavorato novanta giorni.", codice="AQ-G9")
    shown = leggibile(Verdetto("accordo-a", (found,), (), {}, ()))
    assert "ERRORE AQ-G9\n  Lavoratori, n. 1: non ha lavorato novanta giorni.\n" in shown


def test_words_in_a_list_stand_on_one_line() -> None:
    shown = leggibile(valida("relazione-tecnica", esempio("relazione-tecnica"))).splitlines()
    assert "  Anni per cui servono gli indicatori: 2021, 2022, 2023" in shown
    assert "  Allegati mancanti: nessuna voce" in shown


def test_why_a_document_is_not_written(tmp_path: Path, capsys: Any) -> None:
    path, out = tmp_path / "relazione.json", tmp_path / "relazione.html"
    data = esempio("relazione-tecnica")
    path.write_text(json.dumps(data | {"indicatori": data["indicatori"] | {"valori": []}}))
    assert main(["documento", str(path), "--modello", "relazione-tecnica", "-o", str(out)]) == 1
    told = capsys.readouterr().err
    assert "ERRORE RT-3\n  Indicatori economici, Valori: " in told
    assert "con --bozza si ottiene una bozza" in told
    assert not out.exists()


_WORDS = st.text("abc", min_size=1, max_size=3)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | _WORDS,
    lambda inner: st.lists(inner, max_size=25) | st.dictionaries(_WORDS, inner, max_size=3),
    max_leaves=30,
)


@given(st.dictionaries(_WORDS, _JSON, max_size=3))
def test_whatever_shape_figures_have_they_are_reported(figures: dict[str, Any]) -> None:
    shown = leggibile(Verdetto("x", (), (), figures, ())).partition("Calcoli:\n")[2]
    assert not set("{}[]") & set(shown)
    assert all(f"  {name}:" in shown for name in figures)
