"""Where an act is published, from how it is cited."""

from __future__ import annotations

import re

import pytest

from docservice.law.citation import Fonte
from docservice.law.figures import tutte

NORMATTIVA = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:"


@pytest.mark.parametrize(
    ("act", "point", "address"),
    [
        ("D.Lgs. 14 settembre 2015, n. 148", "art. 12 c. 1", "decreto.legislativo:2015-09-14;148~art12"),
        (
            "D.Lgs. 14 settembre 2015, n. 148",
            "art. 22-bis, inserito dalla L.",
            "decreto.legislativo:2015-09-14;148~art22bis",
        ),
        ("D.Lgs. 14 settembre 2015, n. 148", "artt. 7 e 25", "decreto.legislativo:2015-09-14;148"),
        ("L. 28 giugno 2012, n. 92", "art. 2 c. 31", "legge:2012-06-28;92~art2"),
        (
            "D.L. 1° marzo 2022, n. 17, convertito dalla L. 27 aprile 2022, n. 34",
            "tutto",
            "decreto.legge:2022-03-01;17",
        ),
        ("Circolare INPS 28 gennaio 2026, n. 4", "massimali", None),
        ("L. 199/2025", "art. 1", None),
        ("D.M. 13 gennaio 2016, n. 94033", "art. 3", None),
    ],
)
def test_the_address_of_an_act(act: str, point: str, address: str | None) -> None:
    assert Fonte(act, point).indirizzo == (NORMATTIVA + address if address else None)


def test_every_law_that_a_figure_cites_has_one() -> None:
    """One cited without its whole date would have none, and nobody would say so."""
    cited = {value.fonte for known in tutte().values() for value in known.valori}
    laws = {source for source in cited if re.match(r"(L|D\.L|D\.Lgs)\. ", source.atto)}
    assert len(laws) > 20
    assert [source for source in laws if source.indirizzo is None] == []
