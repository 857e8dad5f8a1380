"""The people of a table taken together: a column that slid, two that changed places, told once."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.people import worker
from docservice import service
from docservice.modelli.catalogo import modello
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.giudizio import Giudizio
from docservice.tabelle.somiglianze import somiglianze

MANY = 12
PEOPLE = [worker(number, {}) for number in range(MANY)]
CODES = [one["codice_fiscale"] for one in PEOPLE]


def told(people: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(codice, message) for codice, _, message in somiglianze(list(enumerate(people, 2)))]


def coded(codes: list[str]) -> list[dict[str, Any]]:
    return [one | {"codice_fiscale": code} for one, code in zip(PEOPLE, codes, strict=True)]


def swapped(*places: int) -> list[dict[str, Any]]:
    return [
        one | ({"cognome": one["nome"], "nome": one["cognome"]} if place in places else {})
        for place, one in enumerate(PEOPLE)
    ]


def test_people_in_their_places() -> None:
    assert told(PEOPLE) == []
    assert told([]) == []
    assert told([{"cognome": "Neri"}, {"cognome": 3, "nome": None, "codice_fiscale": []}, {}]) == []


@pytest.mark.parametrize(
    ("codes", "pieces"),
    [
        ([*CODES[1:], ""], ("in su", "dalla riga 2 alla riga 12", "che segue")),
        (["", *CODES[:-1]], ("in giù", "dalla riga 3 alla riga 13", "che precede")),
        ([one.lower() for one in [*CODES[1:], ""]], ("in su",)),
        # from the middle on, where somebody took out a cell
        ([*CODES[:7], *CODES[8:], worker(MANY, {})["codice_fiscale"]], ("in su", "dalla riga 9 alla riga 12")),
        ([*CODES[:9], "", *CODES[9:-1]], ()),  # of two rows no more is said than of each
    ],
)
def test_a_column_that_slid(codes: list[str], pieces: tuple[str, ...]) -> None:
    found = told(coded(codes))
    assert [codice for codice, _ in found] == ["TAB-CODICI-SLITTATI"] * bool(pieces)
    assert all(piece in message for piece in pieces for _, message in found)


def test_a_column_sorted_without_the_others() -> None:
    assert [codice for codice, _ in told(coded(CODES[::-1]))] == ["TAB-CODICI-SPARSI"]
    strangers = [worker(number, {})["codice_fiscale"] for number in range(200, 200 + MANY)]
    assert told(coded(strangers)) == []


def test_names_that_changed_places() -> None:
    [(codice, message)] = told(swapped(*range(MANY)))
    assert (codice, "12 righe su 12" in message) == ("TAB-NOMI-SCAMBIATI", True)
    assert told(swapped(*range(7)))[0][0] == "TAB-NOMI-SCAMBIATI"
    assert told(swapped(*range(6))) == []
    assert told(swapped(3)) == []


@pytest.mark.parametrize(
    ("slug", "column"), [("did", "lavoratore.codice_fiscale"), ("elenco-lavoratori", "codice_fiscale")]
)
def test_it_is_told_at_the_column_of_a_table_whose_rows_are_made_all_the_same(slug: str, column: str) -> None:
    data = service.esempio(slug)
    data.pop("lavoratori", None)
    data.pop("lavoratore", None)
    names = ("cognome", "nome", "codice_fiscale")
    rows = [{name: one[name] for name in names} for one in coded([*CODES[1:], CODES[0]])]
    nested = [{"lavoratore": row} for row in rows] if "." in column else rows
    faults = Difetti()
    faults.intestazione, faults.posti = ("Cognome", "Nome", "CF"), {column: 2}
    made = Giudizio(modello(slug), data, faults, celle=True).documenti(list(enumerate(nested, 2)))
    [doubt] = [one for one in faults.avvisi if one.riga is None and one.codice.startswith("TAB-")]
    assert (doubt.codice, doubt.posto, doubt.colonna) == ("TAB-CODICI-SLITTATI", 2, "CF")
    assert made
    assert not faults.trovati
