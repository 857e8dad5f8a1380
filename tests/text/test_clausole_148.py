"""Clauses of the papers of D.Lgs. 148/2015: what they grant, and no more; each with what would make it say too much."""

from __future__ import annotations

import json
from typing import Any

import pytest
from papers import composto
from test_carte import text

from docservice import service
from docservice.paths import TEMPLATES

SOLIDARITY = json.loads((TEMPLATES / "accordi/accordo-fis/esempi/solidarieta.json").read_text(encoding="utf-8"))


def told(slug: str, data: Any | None = None, **changes: Any) -> str:
    """Return what a paper says, an example with something changed; what is None is left out."""
    whole = (data or service.esempio(slug)) | changes
    return text(composto(slug, {name: value for name, value in whole.items() if value is not None}))


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
