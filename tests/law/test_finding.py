"""How findings are written."""

from __future__ import annotations

from docservice.law.finding import avviso


def test_the_article_before_a_day() -> None:
    found = avviso("/data", "Va dal 08/06/2023.", "Va spostato al 11/06/2023.")
    assert (found.messaggio, found.rimedio) == ("Va dall’08/06/2023.", "Va spostato all’11/06/2023.")
