"""What nobody knows yet of the law is told: by the rules that need it, by D148-1, by the list of what to check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from papers import giudicato

from docservice.law import figures
from docservice.law.valore import Figura
from docservice.service import esempio

CIGO = "comunicazione-cigo"
NAME = "dlgs_148.settimane_cigo_consecutive"
TERM = "Settimane consecutive di CIGO di una richiesta"


@pytest.fixture
def known_to(monkeypatch: pytest.MonkeyPatch) -> date:
    """Make the weeks of one request known only to the day before the example's period."""
    last = date.fromisoformat(esempio(CIGO)["periodo"]["dal"])
    every: Mapping[str, Figura] = figures.tutte()
    one = every[NAME]
    ended = replace(one, valori=(replace(one.valori[-1], al=date.fromordinal(last.toordinal() - 1)),))
    monkeypatch.setattr(figures, "tutte", lambda: {**every, NAME: ended})
    return last


def test_all_is_known_of_the_example() -> None:
    controls = {one.codice: str(one.esito) for one in giudicato(CIGO, esempio(CIGO)).controlli}
    assert (controls["D148-1"], controls["CIGO-1"]) == ("rispettato", "rispettato")


def test_a_span_that_has_ended(known_to: date) -> None:
    verdict = giudicato(CIGO, esempio(CIGO))
    [told] = [one for one in verdict.rilievi if one.codice == "D148-1"]
    assert (str(told.gravita), told.percorso, told.valore) == ("avviso", "/periodo/dal", known_to.isoformat())
    assert f"non si conosce il valore di «{TERM}»" in told.messaggio
    controls = {one.codice: one for one in verdict.controlli}
    assert str(controls["D148-1"].esito) == "violato"
    assert str(controls["CIGO-1"].esito) == "non_verificabile"
    assert TERM in (controls["CIGO-1"].motivo or "")
    # the rest is judged all the same, and in its order
    assert str(controls["CIGO-7"].esito) == "rispettato"
    assert list(controls) == [one.codice for one in giudicato(CIGO, esempio(CIGO)).controlli]


def test_the_day_before_it_is_known(known_to: date) -> None:
    data = esempio(CIGO)
    data["periodo"]["dal"] = date.fromordinal(known_to.toordinal() - 1).isoformat()
    assert not [one for one in giudicato(CIGO, data).rilievi if one.codice == "D148-1"]


def test_what_is_written_as_not_known_is_told_every_year() -> None:
    told = {value.figura: why for value, why in figures.non_verificate(2026)}
    assert told["dlgs_148.norma_ilva"] == "non è noto dal 24/09/2015 in poi"
    assert told["comune.massimale_cig_alto_netto"] == "non è noto dal 01/01/2021 al 31/12/2021"
    assert told["dlgs_148.giorni_domanda_crisi_complessa"] == "non è noto dal 01/01/2017 al 31/12/2025"
    assert "dlgs_148.durata_cessazione" not in told
    told = {value.figura: why for value, why in figures.non_verificate(2027)}
    for name in ("durata_cessazione", "mesi_ulteriori_cessazione", "addizionale_crisi_complessa"):
        assert told[f"dlgs_148.{name}"] == "non se ne conosce il valore dal 01/01/2027"
