"""How the figures of a verdict are found: each is told, with its formula. The numbers are worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from test_casi import FILES, judged

from docservice import service
from docservice.modelli.catalogo import catalogo


def formule(slug: str, **cambia: Any) -> dict[str, list[tuple[str, str]]]:
    """Return formula and value of each step, by figure, of an example with something changed."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in service.valida(slug, service.esempio(slug) | cambia).passaggi:
        found.setdefault(one.cifra, []).append((one.formula, one.valore))
    return found


@pytest.mark.parametrize("slug", catalogo())
def test_each_figure_of_an_example_is_explained(slug: str) -> None:
    told = service.valida(slug, service.esempio(slug)).as_dict()
    assert {one["cifra"] for one in told["passaggi"]} == set(told["calcoli"])
    for one in told["passaggi"]:
        assert all(one.values()), one
        figure = told["calcoli"][one["cifra"]]
        if isinstance(figure, str):
            assert one["valore"] == figure


@pytest.mark.parametrize("file", FILES)
def test_each_figure_of_a_case_is_explained(file: str) -> None:
    for case, document in judged(file):
        told = document.verdetto
        assert {one.cifra for one in told.passaggi} == set(told.calcoli), case.name


def test_months_hours_and_days_of_an_agreement_b() -> None:
    # twelve months from 1 July 2009; B grants six; 10 × 6 × 173 = 10380 at zero hours, 80% of them 8304
    told = formule("accordo-b")
    assert told["mesi_richiesti"] == [("dal 01/07/2009 al 30/06/2010, compresi", "12")]
    assert told["mesi_prima_concessione"] == [("il minore fra 12 e 6, il massimo dello schema B", "6")]
    assert told["scadenza_prima_concessione"] == [("6 mesi dal 01/07/2009, compreso", "2009-12-31")]
    assert told["monte_ore_massimo"] == [("10 × 6 × 173 × 0,80", "8304")]


def test_a_part_of_a_month_is_a_fraction_of_it() -> None:
    # July, and 15 of the 31 days of August: 10 × 46/31 × 173 = 2567,09…
    told = formule("accordo-a", periodo={"dal": "2009-07-01", "al": "2009-08-15"})
    assert told["mesi_richiesti"] == [("dal 01/07/2009 al 15/08/2009, compresi: 1 + 15/31", "1.48")]
    assert told["monte_ore_massimo"] == [("10 × (1 + 15/31) × 173 × 1", "2567")]


def test_half_of_what_a_free_agreement_asks() -> None:
    told = formule("accordo-non-standard")
    assert told["mesi_prima_concessione"] == [("12 × 0,5, oltre i 4 mesi", "6")]
    assert told["standard_soddisfatti"][0] == ("regole violate: AQ-A1, AQ-A2", "no")


def test_the_hours_of_a_table() -> None:
    # 4 × 40 + 6 × 40 = 400 hours; 4 × 20 + 6 × 30 = 260 not worked: 65%, over 60% on 16 May 2016
    group = {"ore_settimanali": "40", "reparto": "torni"}
    rows = [group | {"lavoratori": 4, "ore_lavorate_settimanali": "20"}]
    rows += [group | {"lavoratori": 6, "ore_lavorate_settimanali": "10"}]
    data = {name: value for name, value in service.esempio("tabella-solidarieta").items() if name != "tabella"}
    data["lavoratori"], data["gruppi"] = [], rows
    del data["lavoratori"]
    told: dict[str, list[tuple[str, str]]] = {}
    for one in service.valida("tabella-solidarieta", data).passaggi:
        told.setdefault(one.cifra, []).append((one.formula, one.valore))
    assert told["lavoratori"] == [("4 + 6", "10")]
    assert told["ore_lavorabili"] == [("4 × 40 + 6 × 40", "400")]
    assert told["ore_non_lavorate"] == [("4 × (40 − 20) + 6 × (40 − 10)", "260")]
    assert told["riduzione_media_percentuale"] == [("260 ÷ 400 × 100", "65")]
    assert told["entro_limite"] == [("65 > 60", "no")]
    assert told["righe"][:2] == [("(40 − 20) ÷ 40 × 100", "50"), ("(40 − 10) ÷ 40 × 100", "75")]
    assert told["righe"][2][1] == "entro_limite 1, oltre_limite 1"


def test_weeks_of_the_cigo() -> None:
    # 5 June to 3 September 2023: 26 + 31 + 31 + 3 = 91 days; 20 days used before, five a week
    told = formule("comunicazione-cigo")
    assert told["giorni"] == [("dal 05/06/2023 al 03/09/2023, compresi", "91")]
    assert told["settimane"] == [("91 ÷ 7", "13")]
    assert told["settimane_usate"] == [("20 ÷ 5", "4")]
    assert told["settimane_residue"] == [("52 − 4", "48")]
    assert told["ripresa"] == [("il giorno dopo il 03/09/2023", "2023-09-04")]


def test_months_of_the_mobile_five_years() -> None:
    # three months of another treatment and twelve of solidarity at half: 9 of 24; in 15 fit 12 at half (6) and 9 whole
    told = formule("accordo-cds")
    assert told["mesi_computati"] == [("3 + 12 ÷ 2", "9")]
    assert told["mesi_residui_cds"] == [("12 computati per metà + 9 per intero", "21")]
    # 188 hours not worked, and 4 more on 31 days of 365 by one: 188 + 124/365
    assert told["orario_medio_mantenuto"] == [("(380 − (188 + 124/365)) ÷ 10", "19.17")]
    assert told["orario_medio_ridotto"] == [("38 − 19,17", "18.83")]


def test_who_asks_for_no_steps_pays_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of thousands of rows is judged by its findings alone."""
    monkeypatch.setattr("docservice.law.verdict.svolgi", lambda *_: pytest.fail("steps nobody asked for"))
    verdict = service.valida("accordo-a", service.esempio("accordo-a"))
    assert verdict.esito.startswith("conforme")
    assert verdict.calcoli
