"""The records of a collective dismissal affirm what was told: of what was not, a line to fill, or nothing.

With none confirmed, nothing is printed of those dismissed; with nothing told of what was examined, a line for it.
"""

from __future__ import annotations

from typing import Any

import pytest

from docservice.service import esempio
from docservice.text.blocks import Item, Paragraph
from tests.testi import compose, detto

ACCORDO, MANCATO, ESITO = "accordo-licenziamento", "mancato-accordo-licenziamento", "comunicazione-esito-licenziamento"


def dice(slug: str, **modifiche: Any) -> str:
    """Return what the running text of an example says, with some of its data changed, or left out where None."""
    data = {name: value for name, value in (esempio(slug) | modifiche).items() if value is not None}
    blocks = compose(slug, data).blocks
    return "\n".join(detto(one.runs) for one in blocks if isinstance(one, Paragraph | Item))


def test_an_agreement_that_dismisses_nobody_says_nothing_of_those_dismissed() -> None:
    whole, none = dice(ACCORDO), dice(ACCORDO, numero_confermato=0)
    for words in ("sostegno all’uscita", "ha l’incentivo se", "sana, ad ogni effetto", "diritto di precedenza"):
        assert words in whole
        assert words not in none
    assert "non porta ad alcun licenziamento" in none


@pytest.mark.parametrize(
    ("confermati", "residuo", "resto"),
    [
        (12, None, None),
        (8, {"numero": 4, "seguito": "ritiro"}, None),
        (8, {"numero": 3, "seguito": "ritiro"}, "Per quello che resta la procedura si chiude"),
        (4, None, "Per i restanti 8 la procedura si chiude"),
        (0, None, None),
    ],
)
def test_of_those_opened_none_is_passed_over(confermati: int, residuo: Any, resto: str | None) -> None:
    said = dice(ACCORDO, numero_confermato=confermati, numero_residuo=residuo)
    assert ("si chiude senza licenziamenti" in said) is (resto is not None)
    assert resto is None or resto in said


def test_a_decision_put_off_is_not_said_to_be_taken() -> None:
    said = dice(ACCORDO, numero_confermato=0, numero_residuo={"numero": 12, "seguito": "rinvio"})
    assert "la decisione è rinviata" in said
    assert "non porta ad alcun licenziamento" not in said


def test_what_was_examined_and_not_told_has_its_line() -> None:
    assert "Soluzioni che le Parti hanno esaminato" in dice(ACCORDO, alternative_esaminate=None)
    assert "Soluzioni che le Parti hanno esaminato" not in dice(ACCORDO)


def test_what_was_put_off_may_still_be_found() -> None:
    off = [{"tipo": "contratto_solidarieta", "esito": "rinviata"}]
    assert ", allo stato, non si sono trovate alternative" in dice(ACCORDO, alternative_esaminate=off)
    assert "allo stato" not in dice(ACCORDO)


@pytest.mark.parametrize(
    ("slug", "richiesta"),
    [(MANCATO, "chiesto di cercare ogni soluzione"), ("verbale-incontro", "chiesto di approfondirle")],
)
def test_the_unions_ask_what_the_form_says_unless_their_own_words_are_told(slug: str, richiesta: str) -> None:
    assert richiesta in dice(slug, posizione_sindacati=None)
    assert richiesta not in dice(slug, posizione_sindacati="ritirare la procedura.")


@pytest.mark.parametrize(
    ("numero", "words"),
    [(8, "hanno convenuto 8 licenziamenti"), (1, "hanno convenuto 1 licenziamento."), (0, "non porta ad alcun")],
)
def test_the_notice_of_an_agreement_tells_how_many(numero: int, words: str) -> None:
    assert words in dice(ESITO, esito="accordo", numero=numero)
    assert words not in dice(ESITO, esito="accordo", numero=None)


def test_the_right_to_come_first_is_named_without_its_article() -> None:
    for slug in (ACCORDO, "lettera-licenziamento"):
        said = dice(slug, priorita_riassunzione=True)
        assert "diritto di precedenza nelle assunzioni" in said
        assert "art. 8, comma 1" not in said
