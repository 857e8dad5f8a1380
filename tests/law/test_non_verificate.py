"""The figures to look at again in a year: those that end before it, then those last checked before it."""

from __future__ import annotations

from typing import Any

import pytest

from docservice.law import figures
from docservice.law.valore import Figura, leggi

ATTO = {"atto": "Atto di prova", "punto": "1"}


def figure(name: str, *rows: dict[str, Any]) -> tuple[str, Figura]:
    told = [{"fonte": ATTO, **({} if "stato" in row else {"valore": "1"}), **row} for row in rows]
    made = leggi("prova", {"id": name, "nome": name, "unita": "n", "tipo": "decimale", "valori": told})
    return made.id, made


def test_what_is_to_be_looked_at_in_2027(monkeypatch: pytest.MonkeyPatch) -> None:
    """A year begins on 1 January: what ends on the eve is ended, what was checked on the day is checked."""
    made = dict(
        [
            figure("mai_riletta", {"dal": "2015-01-01", "verificato_il": "2026-12-31"}),
            figure("riletta", {"dal": "2015-01-01", "verificato_il": "2027-01-01"}),
            figure("finita", {"dal": "2015-01-01", "al": "2026-12-31", "verificato_il": "2027-01-02"}),
            figure("finita_da_poco", {"dal": "2015-01-01", "al": "2027-01-01", "verificato_il": "2026-06-01"}),
            figure("finita_e_riletta", {"dal": "2015-01-01", "al": "2027-01-01", "verificato_il": "2027-02-01"}),
            figure("cessata", {"dal": "2015-01-01", "stato": "cessato", "verificato_il": "2020-01-01"}),
            figure(
                "di_due_valori",
                {"dal": "2015-01-01", "verificato_il": "2020-01-01"},
                {"dal": "2020-01-01", "verificato_il": "2020-01-01"},
                {"dal": "2026-01-01", "verificato_il": "2027-03-01"},
            ),
        ]
    )
    monkeypatch.setattr(figures, "tutte", lambda: made)
    assert [(value.figura, why) for value, why in figures.non_verificate(2027)] == [
        ("prova.finita", "non se ne conosce il valore dal 01/01/2027"),
        ("prova.mai_riletta", "verificato l’ultima volta il 31/12/2026"),
        ("prova.finita_da_poco", "verificato l’ultima volta il 01/06/2026"),
    ]
