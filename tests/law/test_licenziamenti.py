"""The last notice of a collective dismissal: its days before 2012, what it never prints, very many workers judged."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from papers import composto

from docservice.service import atto, esempio

SLUG = "comunicazione-art4c9"


def _notice(letters: str, data: str) -> set[str]:
    told = esempio(SLUG)
    told |= {"data": data, "conclusione": {"data": "2012-07-12", "esito": "accordo", "fase": "sindacale"}}
    told["procedura"] |= {"data_apertura": "2012-06-04", "ricevuta_il": "2012-06-06"}
    for absent in ("finestra", "contributo"):
        told.pop(absent, None)
    for one in told["lavoratori"]:
        one |= {"data_assunzione": "2004-03-01", "data_recesso": letters, "data_cessazione": "2012-10-31"}
    return {one.codice for one in atto(SLUG, told).verdetto.rilievi if one.gravita == "avviso"}


@pytest.mark.parametrize(
    ("letters", "data", "late"),
    [
        ("2012-07-17", "2012-07-17", False),  # together with the letters
        ("2012-07-17", "2012-07-18", True),
        ("2012-07-18", "2012-07-25", False),  # 18 + 7 = 25
        ("2012-07-18", "2012-07-26", True),
    ],
)
def test_until_the_law_of_2012_the_notice_goes_with_the_letters(letters: str, data: str, *, late: bool) -> None:
    assert ("L223-10" in _notice(letters, data)) is late


def test_sex_protected_status_and_code_are_never_printed() -> None:
    told: dict[str, Any] = esempio(SLUG)
    silent = ("sesso", "categoria_protetta", "codice_fiscale")
    bare = [{name: value for name, value in one.items() if name not in silent} for one in told["lavoratori"]]
    one, other = (
        composto(SLUG, {**told, "lavoratori": some})
        for some in (bare, [{**row, "categoria_protetta": True} for row in told["lavoratori"]])
    )
    assert one.blocks == other.blocks


def test_a_thousand_workers_are_judged_at_once() -> None:
    told: dict[str, Any] = esempio(SLUG)
    row = told["lavoratori"][0]
    told["lavoratori"] = [
        {name: value for name, value in row.items() if name != "codice_fiscale"}
        | {"data_assunzione": f"{1990 + place % 30}-0{1 + place % 9}-{10 + place % 19}"}
        for place in range(1000)
    ]
    begun = process_time()
    verdict = atto(SLUG, told).verdetto
    assert len(verdict.calcoli["contributo_per_lavoratore"]) == 1000
    assert process_time() - begun < 3
