"""On which days a thing is said: its own, and those on which a figure opens or closes it."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from docservice.law import vigore
from docservice.law.citation import Fonte
from docservice.law.vigore import vigenze
from docservice.law.voce import Genere, Voce

SEMPRE = (date.min, date.max)
MARZO, GIUGNO, LUGLIO = date(2020, 3, 1), date(2020, 6, 1), date(2020, 7, 1)


def value(dal: date, al: date | None, *, noto: bool = True) -> SimpleNamespace:
    return SimpleNamespace(dal=dal, al=al, noto=noto)


@pytest.fixture(autouse=True)
def figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a figure known in March and April, and from June on, in two values; and one that has ended."""
    spring = value(MARZO, date(2020, 4, 30))
    silent = value(date(2020, 5, 1), date(2020, 5, 31), noto=False)
    summer = [value(GIUGNO, date(2020, 6, 30)), value(LUGLIO, None)]
    told = {
        "di_prova.aperta": SimpleNamespace(valori=[spring, silent, *summer]),
        "di_prova.finita": SimpleNamespace(valori=[spring, value(date(2020, 5, 1), None, noto=False)]),
    }
    monkeypatch.setattr(vigore, "tutte", lambda: told)


def days(**come: Any) -> list[tuple[date, date]]:
    return vigenze(Voce(Genere.REGOLA, "X-1", Fonte("Atto", "punto"), "di-prova", lambda _: iter(()), **come))


def test_without_days_it_always_holds() -> None:
    assert days() == [SEMPRE]
    assert days(al=date(2009, 6, 15)) == [(date.min, date(2009, 6, 15))]


def test_a_figure_opens_it_while_it_has_a_value() -> None:
    assert days(vige="aperta") == [(MARZO, date(2020, 4, 30)), (GIUGNO, date.max)]
    assert days(vige="aperta", dal=LUGLIO) == [(LUGLIO, date.max)]


def test_a_figure_closes_it_while_it_has_a_value() -> None:
    before = (date.min, date(2020, 2, 29))
    assert days(prima_di="aperta") == [before, (date(2020, 5, 1), date(2020, 5, 31))]
    assert days(prima_di="finita") == [before, (date(2020, 5, 1), date.max)]
    assert days(prima_di="aperta", vige="finita") == []
