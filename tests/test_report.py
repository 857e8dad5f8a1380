"""The report of a verdict, as the command prints it: of every document, whatever shape its figures have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docservice.cli.comandi import main
from docservice.cli.report import leggibile
from docservice.law.verdict import Verdetto
from docservice.modelli.catalogo import catalogo
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
    assert "\nScadenze:" in shown
    assert not set("{}[]") & set(shown.partition("Calcoli:")[2].partition("Scadenze:")[0])
    for figure in valida(slug, json.loads(path.read_text())).calcoli:
        assert f"\n  {figure}:" in shown


def test_words_in_a_list_stand_on_one_line() -> None:
    shown = leggibile(valida("relazione-tecnica", esempio("relazione-tecnica"))).splitlines()
    assert "  anni_richiesti: 2021, 2022, 2023" in shown
    assert "  allegati_mancanti: nessuna voce" in shown


def test_why_a_document_is_not_written(tmp_path: Path, capsys: Any) -> None:
    path, out = tmp_path / "relazione.json", tmp_path / "relazione.html"
    data = esempio("relazione-tecnica")
    path.write_text(json.dumps(data | {"indicatori": data["indicatori"] | {"valori": []}}))
    assert main(["documento", str(path), "--modello", "relazione-tecnica", "-o", str(out)]) == 1
    told = capsys.readouterr().err
    assert "ERRORE RT-3 /indicatori/valori" in told
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
