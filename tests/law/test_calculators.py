"""The calculators: worked cases in `casi/calcoli/<id>.yaml`, and what holds for any data."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml_cases import read

from docservice.formati.lettura import DatiIlleggibili
from docservice.law.calculator import calcolo, catalogo, esegui
from docservice.law.deroga_2009.monte_ore import monte_ore, prima_concessione, quota_oraria
from docservice.law.figures import tutte
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo as modelli
from docservice.service import calcola

CASI = Path(__file__).parent / "casi" / "calcoli"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", autouse=True)
def _figures() -> None:
    """Read them once, so that no example of a property pays for it."""
    tutte()


def cases(*, wrong: bool) -> list[Any]:
    found = []
    for path in sorted(CASI.glob("*.yaml")):
        told = read(path)
        assert told["calcolo"] == path.stem
        found += [
            pytest.param(path.stem, case, id=f"{path.stem}: {case['nome']}")
            for case in told["casi"]
            if ("errori" in case) == wrong
        ]
    return found


@pytest.mark.parametrize(("name", "case"), cases(wrong=False))
def test_results(name: str, case: dict[str, Any]):
    answer = calcola(name, case["dati"])
    found = answer["risultati"]
    assert {key: found.get(key) for key in case.get("risultati", {})} == case.get("risultati", {})
    assert not set(case.get("senza", [])) & set(found)
    ranked = [row for one in found.get("profili", []) for row in one["graduatoria"]]
    entries = {
        one.get("codice") or one.get("strumento") or one["id"]: one
        for one in found.get("scadenze", found.get("strumenti", ranked))
    }
    for key, members in case.get("voci", {}).items():
        assert {name: entries[key].get(name) for name in members} == members, key
        assert "data" not in members or ("data_utile" in members) == ("data_utile" in entries[key]), key
    assert not set(case.get("senza_voci", [])) & set(entries)
    if "ammessi" in case:
        assert [key for key, one in entries.items() if one["ammesso"]] == case["ammessi"]
    if "nota" in case:
        assert any(case["nota"] in note for note in answer["note"]), answer["note"]
    assert not any(case["senza_nota"] in note for note in answer["note"] if "senza_nota" in case), answer["note"]
    if "fila" in case:
        assert [one["id"] for one in ranked] == case["fila"]
    if "rilievi" in case:
        judged = [" ".join((one["gravita"], one["codice"], one["percorso"])) for one in answer["rilievi"]]
        assert judged == case["rilievi"]
    assert answer["fonti"]
    assert answer["passaggi"]
    assert all(set(step) == {"descrizione", "formula", "valore"} for step in answer["passaggi"])
    assert all(value is not None for value in found.values())


@pytest.mark.parametrize(("name", "case"), cases(wrong=True))
def test_wrong_domain(name: str, case: dict[str, Any]):
    with pytest.raises(DatiIlleggibili) as caught:
        calcola(name, case["dati"])
    assert sorted(one.percorso for one in caught.value.errori) == sorted(case["errori"])
    assert all(one.messaggio.endswith(".") for one in caught.value.errori)


def test_every_calculator_has_cases():
    assert set(catalogo()) == {path.stem for path in CASI.glob("*.yaml")}


def test_both_halves_of_every_calculator():
    """A calculator of the law and one of modelli/calcolatori/ go together, under one id; so does a document's."""
    assert list(catalogo()) == list(calcolatori())
    for slug, one in calcolatori().items():
        home = one.risposta.__module__
        assert home.startswith("docservice.modelli.calcolatori.")
        assert home.endswith(f".{slug.replace('-', '_')}")
        assert one.domanda.__module__ == home or one.domanda is modelli()[slug].schema
        assert ("scadenze" in one.risposta().fields) == catalogo()[slug].ha_scadenze


def test_the_documents_are_listed_without_the_calculators():
    code = "import sys; from docservice.modelli.catalogo import catalogo; catalogo(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    homes = {one.risposta.__module__ for one in calcolatori().values()}
    assert not homes & set(loaded.split())


def test_documents_are_named_for_the_instruments_allowed():
    """The law knows no document: they are named in the answer, of the instruments that may be asked for."""
    data = {"data": date(2024, 5, 10), "settore": "commercio", "dipendenti_medi": Decimal(12), "causale": "crisi"}
    assert not any("modello" in one for one in esegui("strumento", data)["risultati"]["strumenti"])
    told = calcola("strumento", calcolatori()["strumento"].esempio.dati)["risultati"]["strumenti"]
    assert {one["strumento"]: one["modello"] for one in told if "modello" in one} == {"FIS": "accordo-fis"}
    assert [one["strumento"] for one in told if one["ammesso"]] == ["FIS"]


def test_a_name_is_taken_once():
    catalogo()
    with pytest.raises(ValueError, match="monte-ore"):
        calcolo("monte-ore", titolo="")(lambda _: pytest.fail("never run"))


def test_unknown_calculator():
    with pytest.raises(KeyError):
        esegui("oroscopo", {})


def test_sources_are_named_once():
    answer = esegui("monte-ore", {"accordo": "A", "addetti": 1, "mesi_richiesti": Decimal(13)})
    named = [tuple(source.values()) for source in answer["fonti"]]
    assert len(named) == len(set(named))


months = st.fractions(min_value=Fraction(1, 31), max_value=24, max_denominator=31)


@given(schema=st.sampled_from("ABC"), heads=st.integers(1, 100_000), asked=months)
def test_hours_of_the_first_grant(schema: str, heads: int, asked: Fraction):
    granted = prima_concessione(schema, asked)
    hours = monte_ore(heads, granted, quota_oraria(schema))
    assert granted <= asked
    assert monte_ore(heads, prima_concessione(schema, asked + 1), quota_oraria(schema)) >= hours
    assert monte_ore(heads + 1, granted, quota_oraria(schema)) >= hours


pay = st.decimals(min_value=1, max_value=9999, places=2)
hours = st.decimals(min_value=0, max_value=200, places=2)


@given(
    month=st.dates(date(2009, 1, 1), date(2026, 12, 31)),
    amount=pay,
    one=hours,
    other=hours,
    workable=st.integers(1, 200),
)
def test_allowance_grows_with_the_hours_lost(month: date, amount: Decimal, one: Decimal, other: Decimal, workable: int):
    less, more = sorted(min(lost, Decimal(workable)) for lost in (one, other))
    data = {"mese": f"{month:%Y-%m}", "retribuzione_mensile": amount, "ore_lavorabili_mese": Decimal(workable)}
    small, great = (esegui("indennita-cig", {**data, "ore_perse": lost})["risultati"] for lost in (less, more))
    assert Decimal(small["importo"]) <= Decimal(great["importo"]) <= Decimal(great["massimale"])
    assert Decimal(great["importo_netto"]) <= Decimal(great["importo"])


@given(month=st.dates(date(2009, 1, 1), date(2026, 12, 31)), amount=pay)
def test_building_in_bad_weather_is_never_worse(month: date, amount: Decimal):
    data = {
        "mese": f"{month:%Y-%m}",
        "retribuzione_mensile": amount,
        "ore_perse": Decimal(160),
        "ore_lavorabili_mese": Decimal(160),
    }
    usual = esegui("indennita-cig", data)["risultati"]
    wet = esegui("indennita-cig", {**data, "settore": "edilizia", "intemperie": True})["risultati"]
    assert Decimal(wet["massimale"]) > Decimal(usual["massimale"])
    assert Decimal(wet["importo"]) >= Decimal(usual["importo"])
