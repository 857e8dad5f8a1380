"""How findings are written, and how a rule says which datum it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docservice.law.citation import Fonte
from docservice.law.deroga_2009 import caso
from docservice.law.finding import NonVerificabile, Rilievo, avviso, nota, serve
from docservice.law.generale.elenco import Elenco
from docservice.law.rule import esamina
from docservice.law.tratti import DID
from docservice.law.voce import Esiti, Genere, Voce

DATI: dict[str, Any] = {"data": "2009-07-01"}


def outcome(dice: Any) -> tuple[str, str | None, int]:
    """Return how a rule ends on a paper without data: outcome, reason, number of findings."""
    rule = Voce(Genere.REGOLA, "X1", Fonte("Atto", "1"), "deroga-2009", dice)
    told, found = esamina(rule, caso(frozenset({DID}), DATI))
    return str(told.esito), told.motivo, len(found)


def test_the_article_before_a_day() -> None:
    found = avviso("/data", "Va dal 08/06/2023.", "Va spostato al 11/06/2023.")
    assert (found.messaggio, found.rimedio) == ("Va dall’08/06/2023.", "Va spostato all’11/06/2023.")


def test_a_rule_ends_where_it_lacks_a_datum() -> None:
    def dice(case: Any) -> Iterator[Rilievo]:
        yield nota("", "Una lettura.")
        serve(case.dati.get("ore"), "ore non indicate")
        yield avviso("/ore", "Sono troppe.", "Vanno ridotte.")

    assert outcome(dice) == ("non_verificabile", "ore non indicate", 1)


def test_the_first_datum_that_lacks_is_told_and_a_violation_weighs_more() -> None:
    def dice(case: Any) -> Esiti:
        yield NonVerificabile("mesi non indicati")
        serve(case.dati.get("ore"), "ore non indicate")

    def violata(case: Any) -> Esiti:
        yield avviso("/ore", "Sono troppe.", "Vanno ridotte.")
        serve(case.dati.get("mesi"), "mesi non indicati")

    assert outcome(dice) == ("non_verificabile", "mesi non indicati", 0)
    assert outcome(violata) == ("violato", None, 1)


def test_zero_and_false_are_data() -> None:
    assert serve(0, "ore non indicate") == 0
    assert serve(False, "rotazione non indicata") is False  # noqa: FBT003 - a datum


def test_workers_who_lack_a_datum() -> None:
    listed = Elenco([{"contratto": "domicilio"}, {}, {"contratto": "apprendistato"}, {}])
    assert [path for path, _ in listed.con("contratto")] == ["/lavoratori/0", "/lavoratori/2"]
    (told,) = listed.taciuto("contratto", "contratto non indicato")
    assert told.motivo == "contratto non indicato per 2 dei lavoratori elencati"
    (other,) = listed.taciuto("livello", "livello non indicato", "beneficiari")
    assert other.motivo == "livello non indicato per 4 dei beneficiari"
    assert not list(Elenco([]).taciuto("contratto", "contratto non indicato"))
