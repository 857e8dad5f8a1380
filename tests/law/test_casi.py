"""The worked cases of every document: data in `casi/<regime>/<modello>.yaml`, judged by `valida`.

A case is judged once in a process: the test of its file and those of the rules look at the same verdict.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from papers import atto, giudicato
from yaml_cases import read

from docservice.cli.report import leggibile
from docservice.law.regime import regime
from docservice.law.voce import REGISTRO, Genere, lessico
from docservice.modelli.catalogo import catalogo, modello
from docservice.modelli.cifre import CIFRE
from docservice.service import Atto

CASI = Path(__file__).parent / "casi"
REGIMI = sorted({of for tipo in catalogo().values() for of in tipo.regimi})
FILES = [f"{path.parent.name}/{path.stem}" for of in REGIMI for path in sorted(CASI.glob(f"{of}/*.yaml"))]
MEMBERS = {
    *("esito", "codici", "avvisi", "note", "senza_note", "percorsi", "calcoli", "senza_calcoli"),
    *("controlli", "scadenze", "senza_scadenze", "rilievi", "messaggi", "parole"),
}


class Case(NamedTuple):
    """Data of a document, and what the law should say of them."""

    name: str
    slug: str
    data: Any
    expected: dict[str, Any]


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


@cache
def cases(file: str) -> tuple[Case, ...]:
    """Return the cases of a file."""
    path = CASI / f"{file}.yaml"
    told = read(path)
    base = told["base"] if "base" in told else _base(path, told)
    found = []
    for case in told["casi"]:
        expected = case["atteso"]
        # the `note` of the file are of all its cases, but for those that say `senza_note`; a case adds its own
        standing = set(told.get("note", ())) - set(expected.get("senza_note", ()))
        expected = expected | {"note": standing | set(expected.get("note", ()))}
        found.append(Case(case["nome"], told["modello"], patched(base, case["modifica"]), expected))
    return tuple(found)


def _base(path: Path, told: Any) -> Any:
    """Return the base of another file (`come`) with `cambia` laid over it."""
    return patched(read(path.parent / told["come"])["base"], told["cambia"])


_acts: dict[tuple[str, str], Atto] = {}


def judged(file: str) -> Iterator[tuple[Case, Atto]]:
    """Yield the cases of a file with their documents in hand, which are judged once."""
    for case in cases(file):
        key = (file, case.name)
        if key not in _acts:
            _acts[key] = atto(case.slug, case.data)
        yield case, _acts[key]


def faults(case: Case, document: Atto) -> Iterator[str]:
    """Yield in what a verdict is not the one expected."""
    verdict = document.verdetto
    told, expected = verdict.as_dict(), case.expected
    if told["esito"] != expected["esito"]:
        yield f"esito: {told['esito']}"
    yield from _of_findings(told, expected)
    yield from _in_detail(told, expected)
    lent = lessico(document.caso) if "parole" in expected else {}
    for name, word in expected.get("parole", {}).items():
        if written(lent.get(name)) != word:
            yield f"parole: {name} è {written(lent.get(name))}"
    outcomes = {control["codice"]: control["esito"] for control in told["controlli"]}
    days: dict[str, list[Any]] = {}
    for due in told["scadenze"]:
        days.setdefault(due["codice"], []).append(due.get("data"))
    wanted = {code: due if isinstance(due, list) else [due] for code, due in expected.get("scadenze", {}).items()}
    for member, asked, found in (
        ("calcoli", expected.get("calcoli", {}), told["calcoli"]),
        ("controlli", expected.get("controlli", {}), outcomes),
        ("scadenze", wanted, days),
    ):
        yield from (f"{member}: {name} è {found.get(name)}" for name in asked if found.get(name) != asked[name])
    for member, found in (("senza_calcoli", told["calcoli"]), ("senza_scadenze", days)):
        yield from (f"{member}: {name}" for name in expected.get(member, ()) if name in found)
    shown = leggibile(verdict)
    told_as = {name: CIFRE.get(name, name) for name in told["calcoli"]}
    yield from (f"il resoconto non ha {name}" for name, label in told_as.items() if f"\n  {label}:" not in shown)


def _of_findings(told: dict[str, Any], expected: dict[str, Any]) -> Iterator[str]:
    for grade, member in (("errore", "codici"), ("avviso", "avvisi"), ("nota", "note")):
        found = {one["codice"] for one in told["rilievi"] if one["gravita"] == grade}
        if found != set(expected.get(member, ())):
            yield f"{member}: trovate {sorted(found)}, attese {sorted(expected.get(member, ()))}"
    missing = set(expected.get("percorsi", ())) - {one["percorso"] for one in told["rilievi"]}
    if missing:
        yield f"percorsi: mancano {missing}"
    # a place that is no field of the document has a step that nobody has named
    strange = {one["percorso"] for one in told["rilievi"] if one["percorso"] and not _named(one)}
    if strange:
        yield f"campo: non è del documento {strange}"


def _named(one: dict[str, Any]) -> bool:
    last = one["percorso"].rpartition("/")[2]
    return one.get("campo", last) != last and "_" not in one["campo"]


def _in_detail(told: dict[str, Any], expected: dict[str, Any]) -> Iterator[str]:
    """Yield in what findings are not as `rilievi` has them, member by member, or do not say what `messaggi` asks."""
    by_rule: dict[str, list[dict[str, Any]]] = {}
    for one in told["rilievi"]:
        by_rule.setdefault(one["codice"], []).append(one)
    for code, listed in expected.get("rilievi", {}).items():
        found = by_rule.get(code, [])
        shown = [{name: one.get(name) for name in said} for one, said in zip(found, listed, strict=False)]
        if len(found) != len(listed) or shown != listed:
            yield f"rilievi: {code} dice {found}"
    for code, pieces in expected.get("messaggi", {}).items():
        words = " ".join(f"{one['messaggio']} {one.get('rimedio', '')}" for one in by_rule.get(code, ()))
        yield from (f"messaggi: {code} non dice «{piece}»" for piece in pieces if piece not in words)


def written(value: Any) -> Any:
    """Return what the law lends to a text as YAML would write it: numbers and days as text."""
    if isinstance(value, dict):
        return {name: written(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [written(one) for one in value]
    return value if isinstance(value, str | bool | type(None)) else str(value)


@pytest.mark.parametrize("file", FILES)
def test_the_cases_of(file: str) -> None:
    wrong = {case.name: found for case, document in judged(file) if (found := list(faults(case, document)))}
    assert wrong == {}, json.dumps(wrong, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("file", FILES)
def test_a_case_has_a_name_of_its_own_and_says_what_is_looked_at(file: str) -> None:
    assert {name: count for name, count in Counter(case.name for case in cases(file)).items() if count > 1} == {}
    assert [case.name for case in cases(file) if not set(case.expected) <= MEMBERS] == []


@pytest.mark.parametrize("of", REGIMI)
def test_every_rule_is_kept_and_broken_by_some_case(of: str) -> None:
    """A rule whose two sides are not both in the cases of its regime is not tested."""
    regime(of)
    outcomes = {
        (control.codice, str(control.esito))
        for file in FILES
        for case, document in judged(file)
        if modello(case.slug).regime_di(case.data) == of
        for control in document.verdetto.controlli
    }
    for outcome in ("rispettato", "violato"):
        assert {rule.codice for rule in REGISTRO.del_regime(Genere.REGOLA, of)} - {
            code for code, one in outcomes if one == outcome
        } == set()


def test_every_document_has_cases() -> None:
    assert {case.slug for file in FILES for case in cases(file)} == set(catalogo())


@pytest.mark.parametrize("file", FILES)
def test_findings_are_complete(file: str) -> None:
    """Every finding cites its source; every errore and avviso says the remedy; no name or code of a person leaks."""
    for case, document in judged(file):
        for found in document.verdetto.rilievi:
            assert found.codice
            assert found.fonte
            if found.gravita != "nota":
                assert found.rimedio
            said = f"{found.messaggio} {found.rimedio} {found.valore}"
            for worker in case.data.get("lavoratori", []):
                for personal in (worker[name] for name in ("cognome", "codice_fiscale") if name in worker):
                    assert personal not in said


def test_what_is_over_a_limit_never_prints_as_the_limit() -> None:
    """1 July to 15 August is 1 + 15/31 months, 1,4838…: more than the 1,48 that the worker has."""
    [told] = [case.data for case in cases("deroga-2009/accordo-a") if case.name == "published A: 10 workers, 4 months"]
    worker = {"cognome": "Bonetti", "nome": "Carla", "codice_fiscale": "BNTCRL71C54A794Q", "zero_ore": True}
    data = patched(told, {"periodo": {"al": "2009-08-15"}})
    verdict = giudicato("accordo-a", {**data, "lavoratori": [{**worker, "mesi_contribuzione_precedenti": "1.48"}]})
    [found] = [r for r in verdict.rilievi if r.codice == "AQ-G16"]
    assert (found.valore, found.limite) == ("1.484", "1.48")
