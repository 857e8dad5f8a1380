"""The registry: one code, one rule a day; the version of the day, or the nearest; three outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from docservice.law import rule
from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.regime import regime
from docservice.law.rule import RegolaDoppia, applicabili, esamina, regola, regole

FONTE = Fonte("Atto di prova", "punto 1")


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    entered: list[Any] = []
    monkeypatch.setattr(rule, "_registry", entered)
    return entered


def enter(codice: str, said: tuple[Any, ...] = (), **options: Any) -> None:
    def esame(_: Any) -> Iterator[Any]:
        yield from said

    esame.__module__ = "docservice.law.di_prova.regole"
    regola(codice, FONTE, **options)(esame)


def outcome(*said: Any, **options: Any) -> tuple[str, list[str]]:
    enter("X-1", said, **options)
    [one] = applicabili("di-prova", "m", date(2020, 1, 1), SimpleNamespace())
    control, found = esamina(one, SimpleNamespace())
    return str(control.esito), [f.codice for f in found]


def test_two_rules_of_one_code_on_one_day_are_refused(registry: list[Any]) -> None:
    enter("X-1", dal=date(2009, 1, 1), al=date(2009, 6, 15))
    with pytest.raises(RegolaDoppia):
        enter("X-1", dal=date(2009, 6, 15))
    enter("X-1", dal=date(2009, 6, 16))
    assert len(registry) == 2


def test_two_rules_of_one_code_for_different_documents_live_together(registry: list[Any]) -> None:
    enter("X-1", modelli=["a"])
    enter("X-1", modelli=["b"])
    with pytest.raises(RegolaDoppia):
        enter("X-1", modelli=["b", "c"])
    with pytest.raises(RegolaDoppia):
        enter("X-1")
    assert len(registry) == 2


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2009, 6, 15), True),
        (date(2009, 6, 16), False),
        (date(2009, 5, 1), True),
        (date(2011, 1, 10), False),
    ],
)
def test_the_version_of_the_day_or_the_nearest(registry: list[Any], day: date, first: bool) -> None:  # noqa: FBT001
    enter("X-1", dal=date(2009, 5, 4), al=date(2009, 6, 15))
    enter("X-1", dal=date(2009, 6, 16), al=date(2010, 12, 31))
    [found] = applicabili("di-prova", "m", day, SimpleNamespace())
    assert (found is registry[0]) is first


def test_rules_that_do_not_concern_the_case_are_not_listed(registry: list[Any]) -> None:
    enter("X-1", se=lambda _: False)
    enter("X-2", modelli=["altro"])
    assert len(registry) == 2
    assert not list(applicabili("di-prova", "m", date(2020, 1, 1), SimpleNamespace()))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((), "rispettato"),
        ((nota("/a", "…"),), "rispettato"),
        ((NonVerificabile("manca"), nota("/a", "…")), "non_verificabile"),
        ((NonVerificabile("manca"), avviso("/a", "…", "…")), "violato"),
        ((errore("/a", "…", "…"),), "violato"),
    ],
)
def test_three_outcomes(registry: list[Any], said: tuple[Any, ...], expected: str) -> None:
    told, codes = outcome(*said)
    assert told == expected
    assert set(codes) <= {"X-1"}
    assert len(registry) == 1


def test_what_the_case_lacks_comes_first(registry: list[Any]) -> None:
    told, codes = outcome(errore("/a", "…", "…"), serve=lambda _: "manca il periodo")
    assert (told, codes) == ("non_verificabile", [])
    assert registry


def test_every_rule_is_one_italian_sentence_with_its_source() -> None:
    regime("deroga-2009")
    codes = [r.codice for r in regole("deroga-2009")]
    assert {"AQ-G1", "AQ-G26", "AQ-A4"} <= set(codes)
    assert codes.index("AQ-G2") < codes.index("AQ-G10")
    for one in regole("deroga-2009"):
        assert one.testo.endswith(".")
        assert "\n" not in one.testo
        assert one.fonte.atto
        assert one.fonte.punto
