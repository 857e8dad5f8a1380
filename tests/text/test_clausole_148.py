"""Clauses of the papers of D.Lgs. 148/2015: what they grant, and no more; each with what would make it say too much."""

from __future__ import annotations

import json
from typing import Any

import pytest
from papers import composto
from test_carte import text

from docservice import service
from docservice.paths import TEMPLATES
from docservice.text.blocks import Item

SOLIDARITY = json.loads((TEMPLATES / "accordi/accordo-fis/esempi/solidarieta.json").read_text(encoding="utf-8"))
_ORDER = ("Questo Ufficio,", "vista la richiesta", "considerato che", "convoca le parti")


def told(slug: str, whole: Any | None = None, **changes: Any) -> str:
    """Return what a paper says, an example with something changed; what is None is left out."""
    data = (whole or service.esempio(slug)) | changes
    return text(composto(slug, {name: value for name, value in data.items() if value is not None}))


@pytest.mark.parametrize("slug", ["accordo-fis", "accordo-cigd", "esame-congiunto-cigo"])
def test_severance_pay_accrues_as_the_law_says(slug: str) -> None:
    apart = "salvo il trattamento di fine rapporto, che matura secondo la legge."
    assert f"in proporzione alle ore prestate, {apart}" in told(slug, maturazione_ratei="proporzionale")
    assert apart not in told(slug, maturazione_ratei="intera")


def test_more_hours_are_told_before_and_only_where_they_are_agreed() -> None:
    more = {"modalita": "avviso di tre giorni.", "comunicazione": ["inps", "ministero"]}
    agreed = told("accordo-fis", SOLIDARITY, deroghe_in_aumento=more)
    assert "ne dà preventiva comunicazione" in agreed
    assert "verifica l’esigenza; comunica inoltre ogni variazione all’INPS e al Ministero del lavoro" in agreed
    assert "esigenze temporanee di maggior lavoro" not in told("accordo-fis", SOLIDARITY, deroghe_in_aumento=None)


@pytest.mark.parametrize(("kind", "asked"), [("riduzione", True), ("mista", True), ("zero_ore", False)])
def test_a_cut_whose_hours_are_not_told_has_its_blank(kind: str, asked: bool) -> None:  # noqa: FBT001 - a case
    notice = told("comunicazione-cigo", sospensione=kind, ore_settimanali_ridotte=None)
    [line] = [line for line in notice.splitlines() if line.startswith("riduzione dell’orario di lavoro")]
    assert ("ore settimanali" in line) == asked


def test_policies_of_the_region_are_carried_out_and_paid_by_it() -> None:
    policies = {"previste": True, "soggetto": "regione", "cofinanziamento_regionale": True}
    assert "politica attiva, attuate e cofinanziate dalla Regione." in told("accordo-fis", politiche_attive=policies)
    policies["soggetto"] = "impresa"
    assert "attuate dall’Azienda, cofinanziate dalla Regione." in told("accordo-fis", politiche_attive=policies)


def test_sums_of_means_are_said_to_be_exact() -> None:
    exact = "i totali sono calcolati sulle medie esatte, prima di arrotondarle"
    contract = service.esempio("accordo-cds")
    assert told("accordo-cds").count(exact) == 2  # the clause, and the list of names
    workers = [{name: value for name, value in one.items() if name != "orari"} for one in contract["lavoratori"]]
    assert exact not in told("accordo-cds", lavoratori=workers)


def test_the_premises_are_letters_and_the_clauses_begin_at_one() -> None:
    lines = [
        item for item in composto("accordo-cigd", service.esempio("accordo-cigd")).blocks if isinstance(item, Item)
    ]
    marks = [item.mark for item in lines if item.mark.endswith((")", "."))]
    assert marks[:6] == ["a)", "b)", "c)", "d)", "1.", "2."]


@pytest.mark.parametrize(("signed", "first"), [("2024-02-02", True), ("2024-02-03", False)])
def test_the_first_day_of_the_application_is_told_while_it_is_to_come(signed: str, first: bool) -> None:  # noqa: FBT001
    # thirty days before the 4th of March: the 3rd of February
    asked = told("accordo-fis", SOLIDARITY, data=signed)
    assert ("non prima del 3 febbraio 2024 e non oltre" in asked) == first
    assert "19 marzo 2024" in asked


def test_the_same_grounds_are_told_once() -> None:
    reason = SOLIDARITY["causale"]["descrizione"].removesuffix(".")
    assert told("accordo-fis", SOLIDARITY).count(reason) == 1
    other = told("accordo-fis", SOLIDARITY, esuberi=SOLIDARITY["esuberi"] | {"motivazione": "due posti in meno."})
    assert "per le seguenti ragioni: due posti in meno;" in other
    assert other.count(reason) == 1


def test_day_hour_and_place_of_a_call_are_one_sentence() -> None:
    meeting = service.esempio("convocazione")["incontro"] | {"ora": "09:00"}
    called = told("convocazione", incontro=meeting)
    assert "il giorno 28 maggio 2024, alle ore 9:00, presso il Palazzo della Regione, sala 4." in called
    lines = called.splitlines()
    order = [next(n for n, line in enumerate(lines) if line.startswith(head)) for head in _ORDER]
    assert order == sorted(order)
    afar = {"data": "2024-05-28", "ora": "10:30", "modalita": "telematica", "collegamento": "https://esempio.it"}
    assert "alle ore 10:30, a distanza, al collegamento https://esempio.it." in told("convocazione", incontro=afar)
