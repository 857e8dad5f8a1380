"""The worked cases of every document: data in `casi/<regime>/<modello>.yaml`, judged by `valida`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from docservice.cli.report import leggibile
from docservice.formati.lettura import leggi
from docservice.law.regime import regime
from docservice.law.rule import regole
from docservice.law.verdict import Verdetto, valuta
from docservice.modelli.catalogo import catalogo, modello

CASI = Path(__file__).parent / "casi"


REGIMI = sorted({of for tipo in catalogo().values() for of in tipo.regimi})


def patched(base: Any, patch: Any) -> Any:
    """Lay a JSON Merge Patch (RFC 7396) over a value."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = patched(merged.get(key), value)
    return merged


def cases() -> list[Any]:
    found = []
    for path in sorted(path for of in REGIMI for path in CASI.glob(f"{of}/*.yaml")):
        told = yaml.safe_load(path.read_text())
        base = told["base"] if "base" in told else _base(path, told)
        for case in told["casi"]:
            data = patched(base, case["modifica"])
            found.append(pytest.param(told["modello"], data, case["atteso"], id=f"{told['modello']}: {case['nome']}"))
    return found


def _base(path: Path, told: Any) -> Any:
    """Return the base of another file (`come`) with `cambia` laid over it."""
    other = yaml.safe_load((path.parent / told["come"]).read_text())
    return patched(other["base"], told["cambia"])


def judge(slug: str, data: Any) -> Verdetto:
    tipo = modello(slug)
    loaded = leggi(tipo.schema, data)
    return valuta(tipo.id, tipo.regime_di(loaded), loaded)


@pytest.mark.parametrize(("slug", "data", "expected"), cases())
def test_case(slug: str, data: Any, expected: dict[str, Any]) -> None:
    verdict = judge(slug, data)
    told = verdict.as_dict()
    graded = {g: {r["codice"] for r in told["rilievi"] if r["gravita"] == g} for g in ("errore", "avviso", "nota")}
    assert told["esito"] == expected["esito"], told["rilievi"]
    assert graded["errore"] == set(expected.get("codici", ()))
    assert graded["avviso"] >= set(expected.get("avvisi", ()))
    assert graded["nota"] >= set(expected.get("note", ()))
    assert not graded["nota"] & set(expected.get("senza_note", ()))
    assert {r["percorso"] for r in told["rilievi"]} >= set(expected.get("percorsi", ()))
    assert told["calcoli"].items() >= expected.get("calcoli", {}).items()
    assert not set(told["calcoli"]) & set(expected.get("senza_calcoli", ()))
    outcomes = {c["codice"]: c["esito"] for c in told["controlli"]}
    assert outcomes.items() >= expected.get("controlli", {}).items()
    for codice, days in expected.get("scadenze", {}).items():
        found = [s.get("data") for s in told["scadenze"] if s["codice"] == codice]
        assert found == (days if isinstance(days, list) else [days]), codice
    assert not {s["codice"] for s in told["scadenze"]} & set(expected.get("senza_scadenze", ()))
    shown = leggibile(verdict)
    assert all(f"\n  {figure}:" in shown for figure in told["calcoli"])


@pytest.mark.parametrize("of", REGIMI)
def test_every_rule_is_kept_and_broken_by_some_case(of: str) -> None:
    """A rule whose two sides are not both in the cases of its regime is not tested."""
    regime(of)
    kept, broken = set(), set()
    for values in cases():
        slug, data, _ = values.values
        if modello(slug).regime_di(data) == of:
            for control in judge(slug, data).controlli:
                (kept if control.esito == "rispettato" else broken if control.esito == "violato" else set()).add(
                    control.codice
                )
    codes = {r.codice for r in regole(of)}
    assert codes - kept == set()
    assert codes - broken == set()


def test_every_document_has_cases() -> None:
    assert {values.values[0] for values in cases()} == set(catalogo())


def test_findings_are_complete() -> None:
    """Every finding cites its source; every errore and avviso says the remedy; no name or code of a person leaks."""
    for values in cases():
        slug, data, _ = values.values
        for found in judge(slug, data).rilievi:
            assert found.codice
            assert found.fonte
            if found.gravita != "nota":
                assert found.rimedio
            for worker in data.get("lavoratori", []):
                for personal in (worker["cognome"], worker["codice_fiscale"]):
                    assert personal not in f"{found.messaggio} {found.rimedio} {found.valore}"


def test_what_is_over_a_limit_never_prints_as_the_limit() -> None:
    """1 July to 15 August is 1 + 15/31 months, 1,4838…: more than the 1,48 that the worker has."""
    [told] = [values.values[1] for values in cases() if values.id == "accordo-a: published A: 10 workers, 4 months"]
    worker = {"cognome": "Bonetti", "nome": "Carla", "codice_fiscale": "BNTCRL71C54A794Q", "zero_ore": True}
    data = patched(told, {"periodo": {"al": "2009-08-15"}})
    verdict = judge("accordo-a", {**data, "lavoratori": [{**worker, "mesi_contribuzione_precedenti": "1.48"}]})
    [found] = [r for r in verdict.rilievi if r.codice == "AQ-G16"]
    assert (found.valore, found.limite) == ("1.484", "1.48")
