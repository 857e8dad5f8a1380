"""Bounds that no document and no question can reach, because a schema stops it first, and words of an account."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from docservice.law.calculator import DominioErrato, esegui
from docservice.service import calcola


def refused(name: str, data: dict[str, Any]) -> list[str]:
    """Return the paths that a calculator refuses, of data read already."""
    try:
        esegui(name, data)
    except DominioErrato as error:
        return [path for path, _ in error.errori]
    return []


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"addetti": 0, "mesi_richiesti": Decimal(4)}, ["/addetti"]),
        ({"addetti": 1, "mesi_richiesti": Decimal(0)}, ["/mesi_richiesti"]),
        ({"addetti": 1, "mesi_richiesti": Decimal("0.01")}, []),
        ({"addetti": 1, "mesi_richiesti": Decimal(1)}, []),
    ],
)
def test_hours_of_nobody_and_of_no_month(data: dict[str, Any], wrong: list[str]) -> None:
    assert refused("monte-ore", {"accordo": "A", **data}) == wrong


def test_steps_of_the_hours_of_a_first_grant() -> None:
    """B: 10 heads x 6 months x 173 = 10.380 at zero hours for all; 80% of them are 8.304."""
    steps = calcola("monte-ore", {"accordo": "B", "addetti": 10, "mesi_richiesti": "7"})["passaggi"]
    assert [step["valore"] for step in steps] == ["7", "6", "10380", "8304"]


@pytest.mark.parametrize(("months", "over"), [("12", False), ("12.01", True)])
def test_twelve_months_are_not_over_twelve(months: str, over: bool) -> None:  # noqa: FBT001
    notes = calcola("monte-ore", {"accordo": "C", "addetti": 10, "mesi_richiesti": months})["note"]
    assert any("superano la durata massima" in note for note in notes) is over


INDUSTRY = {"data": "2023-03-01", "settore": "industria", "dipendenti_medi": "60"}
SERVICES = {"data": "2022-03-01", "settore": "servizi", "dipendenti_medi": "10", "causale": "crisi_mercato"}
CDS_2022 = {"tipo": "CDS", "dal": "2022-01-01", "al": "2022-12-31"}
CIGO_2022 = {"tipo": "CIGO", "dal": "2022-01-03", "al": "2022-01-16"}
DISMISSAL = {"procedura": "licenziamento_collettivo", "data_ricevimento": "2024-05-13"}
ORDINARY = {"procedura": "cigo", "dipendenti_azienda": 60, "periodo": {"dal": "2023-06-05", "al": "2023-09-03"}}
WEATHER = {**ORDINARY, "eone": True, "data_evento": "2023-06-04"}
UNIT = {"settore": "industria", "settimana_corta": True, "ultimo_giorno": "2023-12-31"}
BEFORE = {"data_domanda": "2025-03-01", "strumento": "CIGO", "settimane": 10, "retribuzione_persa": "1000"}


@pytest.mark.parametrize(
    ("name", "data", "words", "said"),
    [
        # periods without their days count whole; those with days do not need to be told so
        ("quinquennio-mobile", {"settore": "industria", "periodi": [{"tipo": "CDS", "mesi": 6}]}, "senza date", True),
        ("quinquennio-mobile", {"settore": "industria", "periodi": [CDS_2022]}, "senza date", False),
        # stone: whole by the doctrine, if there was any solidarity; building: by the law
        ("quinquennio-mobile", {"settore": "lapideo", "periodi": [CDS_2022]}, "dottrina", True),
        ("quinquennio-mobile", {"settore": "lapideo", "periodi": [CIGO_2022]}, "dottrina", False),
        ("quinquennio-mobile", {"settore": "edilizia", "periodi": [CDS_2022]}, "dottrina", False),
        # what cannot be avoided: no seniority is asked of the workers; of all the rest it is
        ("strumento", {**INDUSTRY, "causale": "meteo", "eone": True}, "non è richiesta un’anzianità", True),
        ("strumento", {**INDUSTRY, "causale": "meteo"}, "serve un’anzianità", True),
        ("strumento", {**INDUSTRY, "causale": "inventario"}, "serve un’anzianità", False),
        # the FIS alone leaves no choice, nor does the CIG in derogation alone
        ("strumento", SERVICES, "può scegliere", False),
        ("strumento", {**SERVICES, "data": "2015-12-31", "causale": "crisi"}, "può scegliere", False),
        ("strumento", SERVICES, "a carico del datore per", True),
        ("strumento", {**INDUSTRY, "causale": "meteo"}, "a carico del datore per", False),
        # a fund whose size is not told; no fund at all
        ("strumento", SERVICES, "La dimensione da cui opera il fondo", False),
        ("strumento", SERVICES, "sotto la dimensione del fondo", False),
        # working days follow the procedures of the decree, not the dismissal
        ("scadenzario", ORDINARY, "primo giorno lavorativo", True),
        ("scadenzario", DISMISSAL, "primo giorno lavorativo", False),
        # the hours decide of the examination of an event, and of that only
        ("scadenzario", WEATHER, "Senza le ore settimanali", True),
        ("scadenzario", {**WEATHER, "ore_settimanali_ridotte": 40}, "Senza le ore settimanali", False),
        ("scadenzario", ORDINARY, "Senza le ore settimanali", False),
        # runs of weeks, told of periods only
        ("settimane-cigo", {**UNIT, "periodi": [{"dal": "2023-01-02", "al": "2023-01-08"}]}, "attraversa", True),
        ("settimane-cigo", {**UNIT, "settimane": [{"lunedi": "2023-01-02", "giorni": 5}]}, "attraversa", False),
        # a rate is reduced by what is told, or by what is not; without earlier weeks nothing needs telling
        ("contributo-addizionale", {**BEFORE, "settimane_precedenti": 0}, "non ne abbia mai avuti", True),
        (
            "contributo-addizionale",
            {**BEFORE, "settimane_precedenti": 10, "ultimo_periodo_al": "2020-12-31"},
            "l’ultimo trattamento è finito il 31/12/2020",
            True,
        ),
        (
            "contributo-addizionale",
            {**BEFORE, "settimane_precedenti": 10, "ultimo_periodo_al": "2020-12-31"},
            "non ne abbia mai avuti",
            False,
        ),
        (
            "contributo-addizionale",
            {**BEFORE, "settimane_precedenti": 10, "ultimo_periodo_al": "2025-01-31"},
            "idotta",
            False,
        ),
    ],
)
def test_notes_are_said_where_they_belong(name: str, data: dict[str, Any], words: str, said: bool) -> None:  # noqa: FBT001
    assert any(words in note for note in calcola(name, data)["note"]) is said


def steps(name: str, data: dict[str, Any]) -> dict[str, str]:
    return {step["descrizione"]: step["valore"] for step in calcola(name, data)["passaggi"]}


def test_steps_of_the_weeks_asked_for() -> None:
    """Five days of a short week are one week; 51 more make 52, which the two years allow; 52 more make 53."""
    had = {**UNIT, "settimane": [{"lunedi": "2023-01-02", "giorni": 5}]}
    assert steps("settimane-cigo", {**had, "settimane_richieste": 51})["Con le settimane richieste"] == (
        "52, entro il limite"
    )
    assert steps("settimane-cigo", {**had, "settimane_richieste": 52})["Con le settimane richieste"] == (
        "53, oltre il limite"
    )
    assert "Con le settimane richieste" not in steps("settimane-cigo", had)


def test_steps_of_the_hours_asked_for() -> None:
    """60 x 40 x 104 / 3 = 83.200 hours; 3.200 had and 80.000 asked for."""
    data = {"organico": [{"ore_settimanali": 40, "lavoratori": 60}], "ore_gia_autorizzate": 3200}
    assert steps("ore-autorizzabili", {**data, "ore_richieste": 80000})["Ore autorizzate e richieste"] == "83.200"
    assert "Ore autorizzate e richieste" not in steps("ore-autorizzabili", data)


def test_hours_of_which_none_are_asked_for() -> None:
    """All the 83.200 had already: they are within the third, with nothing more."""
    data = {"organico": [{"ore_settimanali": 40, "lavoratori": 60}], "ore_gia_autorizzate": 83200}
    assert calcola("ore-autorizzabili", data)["risultati"] == {
        "ore_lavorabili_biennio": "249600",
        "tetto_ore": "83200",
        "ore_residue": "0",
        "entro_limite": True,
    }


def open_to(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    listed = calcola("strumento", data)["risultati"]["strumenti"]
    return {one["strumento"]: one for one in listed if one["ammesso"]}


def test_durations_of_each_instrument() -> None:
    """D.Lgs. 148/2015: art. 12 (13 and 52 weeks), art. 22 (12, 24 months), arts. 4 and 22 c. 5-6 (24 or 30, 36)."""
    found = open_to({**INDUSTRY, "causale": "meteo"})["CIGO"]["durata_massima"]
    assert found == "13 settimane continuative, prorogabili per trimestri fino a 52 nel biennio mobile"
    found = open_to({**INDUSTRY, "causale": "solidarieta"})["CDS"]["durata_massima"]
    assert found == "24 mesi, computati per metà; fino a 36, entro 24 mesi nel quinquennio mobile"
    found = open_to({**INDUSTRY, "settore": "edilizia", "causale": "solidarieta"})["CDS"]["durata_massima"]
    assert found == "24 mesi, computati per intero, entro 30 mesi nel quinquennio mobile"
    found = open_to({**INDUSTRY, "causale": "crisi"})["CIGS"]["durata_massima"]
    assert found.startswith("12 mesi, entro 24 mesi nel quinquennio mobile; una nuova crisi dopo ")


def test_type_b_ends_on_its_last_day() -> None:
    """Art. 46 c. 3 of the decree: the contracts of type B are there until 30 June 2016."""
    data = {"data": "2016-06-30", "settore": "servizi", "dipendenti_medi": "5.01", "causale": "solidarieta"}
    assert open_to(data)["CDS_B"]["durata_massima"] == "quella della L. 236/1993, e non oltre il 30/06/2016"


def test_one_employee_is_enough_for_the_fis() -> None:
    """From 2022 the FIS covers who employs at least one."""
    shop = {"data": "2022-01-01", "settore": "commercio", "causale": "meteo"}
    assert set(open_to({**shop, "dipendenti_medi": "1"})) == {"FIS"}
    assert set(open_to({**shop, "dipendenti_medi": "0.99"})) == {"NESSUNO"}


def test_sources_of_what_is_open_only() -> None:
    answer = calcola("strumento", {**INDUSTRY, "causale": "meteo"})
    assert [one["punto"] for one in answer["fonti"]] == ["artt. 10 e 11", "art. 13 c. 1"]
    outcomes = {step["descrizione"]: step["valore"] for step in answer["passaggi"]}
    assert (outcomes["CIGO"], outcomes["FIS"]) == ("ammesso", "non ammesso")
