"""The registry: one code, one rule a day; the version of the day, or the nearest; three outcomes; traits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from docservice.law import voce
from docservice.law.calendar import aggiungi_giorni
from docservice.law.caso import Caso
from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.rule import esamina
from docservice.law.tratti import ACCORDO, DID, ELENCO, SCHEMA_A, SCHEMA_B, TUTTI, Per, Tratti, per
from docservice.law.voce import Genere, Registro, VoceDoppia, cifra, parole, regola, scadenza

FONTE = Fonte("Atto di prova", "punto 1")
AGREEMENT: Tratti = frozenset({ACCORDO, SCHEMA_A})


class Prova(Caso):
    regime = "di-prova"

    def figura(self, nome: str, giorno: date | None = None) -> Any:
        day = giorno or self.giorno
        return SimpleNamespace(noto=day >= date(2009, 6, 16)) if nome == "aperta" else None


def case(day: date = date(2020, 1, 1), tratti: Tratti = AGREEMENT) -> Prova:
    return Prova(tratti, {"data": day})


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> Registro:
    """Return the registry, empty."""
    made = Registro()
    monkeypatch.setattr(voce, "REGISTRO", made)
    return made


def enter(codice: str, said: tuple[Any, ...] = (), **options: Any) -> None:
    def dice(_: Any) -> Iterator[Any]:
        yield from said

    dice.__module__ = "docservice.law.di_prova.regole"
    regola(codice, FONTE, **options)(dice)


def da_nulla(*_: Any) -> tuple[()]:
    return ()


def outcome(registry: Registro, *said: Any, **options: Any) -> tuple[str, list[str]]:
    enter("X-1", said, **options)
    [one] = registry.voci(Genere.REGOLA, case())
    control, found = esamina(one, case())
    return str(control.esito), [f.codice for f in found]


def test_two_rules_of_one_code_on_one_day_are_refused(registry: Registro) -> None:
    enter("X-1", dal=date(2009, 1, 1), al=date(2009, 6, 15))
    with pytest.raises(VoceDoppia):
        enter("X-1", dal=date(2009, 6, 15))
    enter("X-1", dal=date(2009, 6, 16))
    assert len(registry.tutte) == 2


def test_two_rules_of_one_code_for_different_papers_live_together(registry: Registro) -> None:
    enter("X-1", per=ACCORDO)
    enter("X-1", per=ELENCO)
    with pytest.raises(VoceDoppia):
        enter("X-1", per=ELENCO | DID)
    with pytest.raises(VoceDoppia):
        enter("X-1", per=SCHEMA_B)  # some agreement may be of schema B
    with pytest.raises(VoceDoppia):
        enter("X-1")
    assert len(registry.tutte) == 2


def test_one_figure_is_given_by_one_function() -> None:
    def dice(_: Any) -> str:
        return "1"

    dice.__module__ = "docservice.law.di_prova.cifre"
    cifra("mesi", "giorni", fonte=FONTE, passi=da_nulla, per=ACCORDO)(dice)
    with pytest.raises(VoceDoppia):
        cifra("giorni", fonte=FONTE, passi=da_nulla)(dice)
    cifra("giorni", fonte=FONTE, passi=da_nulla, per=ELENCO)(dice)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2009, 6, 15), True),
        (date(2009, 6, 16), False),
        (date(2009, 5, 1), True),
        (date(2011, 1, 10), False),
    ],
)
def test_the_version_of_the_day_or_the_nearest(registry: Registro, day: date, first: bool) -> None:  # noqa: FBT001
    enter("X-1", dal=date(2009, 5, 4), al=date(2009, 6, 15))
    enter("X-1", dal=date(2009, 6, 16), al=date(2010, 12, 31))
    [found] = registry.voci(Genere.REGOLA, case(day))
    assert (found is registry.tutte[0]) is first


def test_rules_that_do_not_concern_the_case_are_not_listed(registry: Registro) -> None:
    enter("X-1", se=lambda _: False)
    enter("X-2", per=ELENCO)
    assert len(registry.tutte) == 2
    assert not list(registry.voci(Genere.REGOLA, case()))


def test_a_figure_opens_and_closes_a_rule(registry: Registro) -> None:
    enter("X-1", vige="aperta")
    enter("X-2", vige="ignota")
    enter("X-3", vige="aperta", il=lambda _: date(2009, 6, 15))
    assert [one.codice for one in registry.voci(Genere.REGOLA, case(date(2009, 6, 16)))] == ["X-1"]
    assert not list(registry.voci(Genere.REGOLA, case(date(2009, 6, 15))))


def test_a_figure_ends_a_rule(registry: Registro) -> None:
    enter("X-1", prima_di="aperta")
    enter("X-2", prima_di="ignota")
    enter("X-3", prima_di="aperta", il=lambda _: date(2009, 6, 15))
    assert [one.codice for one in registry.voci(Genere.REGOLA, case(date(2009, 6, 15)))] == ["X-1", "X-2", "X-3"]
    assert [one.codice for one in registry.voci(Genere.REGOLA, case(date(2009, 6, 16)))] == ["X-2", "X-3"]


def test_a_deadline_holds_on_its_days_only(registry: Registro) -> None:
    def dice(_: Any) -> Iterator[date]:
        yield date(2009, 7, 1)

    dice.__module__ = "docservice.law.di_prova.scadenze"
    scadenza("S-1", FONTE, "Prima", dal=date(2009, 5, 4), al=date(2009, 6, 15))(dice)
    for day, held in ((date(2009, 6, 15), 1), (date(2009, 6, 16), 0), (date(2009, 5, 3), 0)):
        assert len(list(registry.voci(Genere.SCADENZA, case(day)))) == held


def test_of_two_versions_of_a_figure_that_of_the_day() -> None:
    def prima(_: Any) -> str:
        return "prima"

    def poi(_: Any) -> str:
        return "poi"

    prima.__module__ = poi.__module__ = "docservice.law.di_prova.cifre"
    cifra("iter", fonte=FONTE, passi=da_nulla, al=date(2009, 6, 15))(prima)
    cifra("iter", fonte=FONTE, passi=da_nulla, dal=date(2009, 6, 16))(poi)
    assert voce.cifre(case(date(2009, 6, 15))) == {"iter": "prima"}
    assert voce.cifre(case(date(2009, 6, 16))) == {"iter": "poi"}


def test_deadlines_figures_and_words(registry: Registro) -> None:
    def firma(caso: Caso) -> Iterator[date | None]:
        yield aggiungi_giorni(caso.giorno, 30)
        yield None

    def mesi(_: Caso) -> None:
        return None

    def limiti(_: Caso) -> dict[str, int]:
        return {"limite": 4}

    for one in (firma, mesi, limiti):
        one.__module__ = "docservice.law.di_prova.voci"
    scadenza("S-1", FONTE, "Si firma", per=ACCORDO)(firma)
    scadenza("S-2", FONTE, "Non si firma", per=ELENCO)(firma)
    cifra("mesi", fonte=FONTE, passi=da_nulla)(mesi)
    parole("limiti", FONTE)(limiti)
    due = voce.scadenze(case())
    assert [(one.codice, one.descrizione, one.data) for one in due] == [
        ("S-1", "Si firma", date(2020, 1, 31)),
        ("S-1", "Si firma", None),
    ]
    assert voce.cifre(case()) == {}
    assert voce.lessico(case()) == {"limite": 4}
    assert len(registry.tutte) == 4


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
def test_three_outcomes(registry: Registro, said: tuple[Any, ...], expected: str) -> None:
    told, codes = outcome(registry, *said)
    assert told == expected
    assert set(codes) <= {"X-1"}


def test_what_the_case_lacks_comes_first(registry: Registro) -> None:
    told, codes = outcome(registry, errore("/a", "…", "…"), serve=lambda _: "manca il periodo")
    assert (told, codes) == ("non_verificabile", [])


@pytest.mark.parametrize(
    ("chi", "tratti", "expected"),
    [
        (ACCORDO | ELENCO, {ACCORDO, SCHEMA_B}, True),
        (ACCORDO | ELENCO, {DID}, False),
        (ACCORDO & SCHEMA_A, {ACCORDO, SCHEMA_B}, False),
        (ACCORDO & (SCHEMA_A | SCHEMA_B), {ACCORDO, SCHEMA_B}, True),
        (TUTTI, {DID}, True),
    ],
)
def test_which_papers(chi: Per, tratti: set[Any], expected: bool) -> None:  # noqa: FBT001
    assert chi.di(frozenset(tratti)) is expected
    assert per(chi) is chi
