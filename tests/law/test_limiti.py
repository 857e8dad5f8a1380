"""Bounds that no document and no question can reach, because a schema stops it first, and words of an account."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from docservice.formati.lettura import DatiIlleggibili
from docservice.law.calculator import DominioErrato, esegui
from docservice.law.italiano import arrotonda_oltre, con_punto, in_formula
from docservice.law.regime import regime
from docservice.law.tratti import CIGS, ESAME
from docservice.law.verdict import valuta
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
TICKET = {"data_cessazione": "2024-05-10", "mesi_anzianita": 12, "cigs": True, "accordo": True}
SPARED = {**TICKET, "data_cessazione": "2018-01-01", "data_apertura_procedura": "2017-10-20"}
HIRED = {"data_cessazione": "2024-05-31", "data_assunzione": "2023-06-01", "cigs": True, "accordo": True}
PAY = {"mese": "2023-06", "retribuzione_mensile": "2000", "ore_perse": "80", "ore_lavorabili_mese": "168"}
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
        # the ticket of dismissal: the ceiling since the circular, the mobility until 2016, procedures opened in time
        ("contributo-recesso", TICKET, "ingresso alla mobilità", False),
        ("contributo-recesso", {**TICKET, "data_cessazione": "2016-12-31"}, "ingresso alla mobilità", True),
        (
            "contributo-recesso",
            {**TICKET, "data_cessazione": "2016-12-31", "cigs": False},
            "ingresso alla mobilità",
            False,
        ),
        (
            "contributo-recesso",
            {**TICKET, "data_cessazione": "2016-12-31", "collettivo": False},
            "ingresso alla mobilità",
            False,
        ),
        ("contributo-recesso", SPARED, "resta l’aliquota", True),
        ("contributo-recesso", {**SPARED, "cigs": False}, "resta l’aliquota", False),
        ("contributo-recesso", {**SPARED, "collettivo": False}, "resta l’aliquota", False),
        ("contributo-recesso", {**SPARED, "data_cessazione": "2017-12-31"}, "resta l’aliquota", False),
        ("contributo-recesso", {**SPARED, "data_apertura_procedura": "2017-10-21"}, "resta l’aliquota", False),
        ("contributo-recesso", TICKET, "mesi di calendario", False),
        ("contributo-recesso", HIRED, "mesi di calendario", True),
        # the ceiling of bad weather is asked for, and is of building only
        ("indennita-cig", PAY, "intemperie", False),
        ("indennita-cig", {**PAY, "intemperie": True}, "intemperie", True),
        ("indennita-cig", {**PAY, "intemperie": True, "settore": "edilizia"}, "non è stato applicato", False),
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
            "Aliquota ridotta:",
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


def test_the_longest_run_of_weeks_may_be_the_last() -> None:
    weeks = [{"lunedi": day, "giorni": 5} for day in ("2023-01-02", "2023-01-16", "2023-01-23", "2023-01-30")]
    assert calcola("settimane-cigo", {**UNIT, "settimane": weeks})["risultati"]["consecutive"] == "3"


def test_more_weeks_than_the_two_years_allow() -> None:
    """53 running weeks from 3 January 2022 end on 8 January 2023; 52 of work follow, to 7 January 2024."""
    first = date(2022, 1, 3)
    weeks = [{"lunedi": (first + timedelta(weeks=count)).isoformat(), "giorni": 5} for count in range(53)]
    found = calcola("settimane-cigo", {**UNIT, "settimane": weeks})["risultati"]
    assert (found["settimane_usate"], found["settimane_residue"], found["consecutive"]) == ("53", "0", "53")
    assert found["prima_data_nuova_domanda"] == "2024-01-08"


def test_a_period_upside_down_does_not_hide_the_next() -> None:
    wrong = [{"dal": "2023-02-02", "al": "2023-02-01"}, {"dal": "2023-03-06", "al": "2023-03-10", "giorni": 6}]
    with pytest.raises(DatiIlleggibili) as caught:
        calcola("settimane-cigo", {**UNIT, "periodi": wrong})
    assert [one.percorso for one in caught.value.errori] == ["/periodi/0/al", "/periodi/1/giorni"]


FIVE_YEARS: dict[str, Any] = {"settore": "industria"}


def test_half_months_end_with_the_twenty_fourth() -> None:
    """Art. 22 c. 5: 24 of solidarity count 12, and 6 of CIGS: of 24 six are left, all of them whole."""
    had = [{"tipo": "CDS", "mesi": 24}, {"tipo": "CIGS", "mesi": 6}]
    found = calcola("quinquennio-mobile", {**FIVE_YEARS, "periodi": had})["risultati"]
    assert (found["mesi_computati"], found["mesi_residui"], found["mesi_residui_cds"]) == ("18", "6", "6")


@pytest.mark.parametrize(("months", "over"), [(36, False), ("36.5", True)])
def test_thirty_six_months_of_solidarity_are_not_over_thirty_six(months: object, over: bool) -> None:  # noqa: FBT001
    answer = calcola("quinquennio-mobile", {**FIVE_YEARS, "periodi": [{"tipo": "CDS", "mesi": months}]})
    assert any("il massimo è 36" in note for note in answer["note"]) is over


@pytest.mark.parametrize(
    ("row", "cited"),
    [
        ({"tipo": "CIGS", "dal": "2022-07-01", "al": "2022-12-15"}, True),
        ({"tipo": "CIGS", "dal": "2022-07-01", "al": "2022-12-31"}, False),
        ({"tipo": "CIGO", "dal": "2022-07-01", "al": "2022-12-15"}, False),
    ],
)
def test_the_five_years_of_an_extraordinary_treatment_end_with_the_month(row: dict[str, str], cited: bool) -> None:  # noqa: FBT001
    """Circular 17/2017 of the Ministry, cited where it moves the last day; not where the last day is told."""

    def cites(data: dict[str, Any]) -> bool:
        return any("17/2017" in one["atto"] for one in calcola("quinquennio-mobile", data)["fonti"])

    assert cites({**FIVE_YEARS, "periodi": [row]}) is cited
    assert not cites({**FIVE_YEARS, "periodi": [row], "ultimo_giorno": "2023-03-15"})


@pytest.mark.parametrize(("sector", "law"), [("industria", "art. 22 c. 5"), ("edilizia", "art. 22 c. 6")])
def test_how_solidarity_counts_is_cited(sector: str, law: str) -> None:
    answer = calcola("quinquennio-mobile", {"settore": sector, "periodi": [{"tipo": "CDS", "mesi": 6}]})
    points = [one["punto"] for one in answer["fonti"]]
    assert law in points
    assert {"art. 22 c. 5", "art. 22 c. 6"} & set(points) == {law}


@pytest.mark.parametrize(("last", "why"), [("2015-09-23", "precede"), ("2015-09-24", "è fuori dalla finestra")])
def test_why_a_period_is_left_out(last: str, why: str) -> None:
    row = {"tipo": "CIGO", "dal": "2015-09-01", "al": last}
    data = {**FIVE_YEARS, "periodi": [row], "ultimo_giorno": "2023-12-31"}
    [out] = calcola("quinquennio-mobile", data)["risultati"]["esclusi"]
    assert why in out["motivo"]


def test_months_of_solidarity_that_are_left() -> None:
    """After 6 of CIGS 18 are left: 24 of solidarity count at half, which takes 12, and 6 whole. 24 + 6."""
    told = steps("quinquennio-mobile", {**FIVE_YEARS, "periodi": [{"tipo": "CIGS", "mesi": 6}]})
    assert told["Mesi residui, se di contratto di solidarietà (36 in tutto)"] == "30"


CANTEEN = {"data": "2021-12-31", "settore": "mensa_ristorazione", "dipendenti_medi": "16", "causale": "crisi"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({**CANTEEN, "committente_cigo": True}, True),
        ({**CANTEEN, "committente_cigo": True, "committente_cigs": True}, False),
        ({**CANTEEN, "committente_cigs": True}, False),
        (CANTEEN, False),
        ({**CANTEEN, "data": "2022-01-01", "committente_cigo": True}, False),
        ({**CANTEEN, "settore": "pulizia", "committente_cigo": True, "committente_cigs": True}, False),
        ({**INDUSTRY, "data": "2021-12-31", "causale": "crisi", "committente_cigo": True}, False),
    ],
)
def test_what_is_asked_of_the_client_of_a_canteen(data: dict[str, Any], said: bool) -> None:  # noqa: FBT001
    assert any("nel riepilogo" in note for note in calcola("strumento", data)["note"]) is said


@pytest.mark.parametrize(
    ("data", "may"),
    [
        ({"settore": "industria", "dipendenti_medi": "10"}, False),
        ({"settore": "commercio", "dipendenti_medi": "60"}, False),
        ({"settore": "industria", "dipendenti_medi": "10", "strumenti_esauriti": True}, True),
        ({"settore": "servizi", "dipendenti_medi": "10"}, True),
    ],
)
def test_type_b_is_of_those_who_have_nothing_else(data: dict[str, Any], may: bool) -> None:  # noqa: FBT001
    """L. 236/1993, art. 5 c. 5: neither the CIGO alone nor the CIGS alone leave it."""
    found = open_to({"data": "2016-06-30", "causale": "solidarieta", **data})
    assert ("CDS_B" in found) is may


def test_a_shop_of_fifty_pays_the_rate_of_the_others() -> None:
    """L. 234/2021, art. 1 c. 219: in 2022 0,69% over fifteen employees, 0,24% for shops over fifty."""
    shop = {"data": "2022-12-31", "settore": "commercio", "causale": "crisi_mercato"}
    assert open_to({**shop, "dipendenti_medi": "50"})["FIS"]["aliquota_ordinaria"] == "0.69"
    assert open_to({**shop, "dipendenti_medi": "50.01"})["FIS"]["aliquota_ordinaria"] == "0.24"


def test_days_on_the_edge_of_a_procedure() -> None:
    """A period of one day; an examination asked for on the day of the notice."""
    day = {"procedura": "cigo", "dipendenti_azienda": 60, "periodo": {"dal": "2023-06-05", "al": "2023-06-05"}}
    notice = {"comunicazione": {"data": "2023-06-01"}, "data_richiesta_esame": "2023-06-01"}
    found = calcola("scadenzario", {**day, **notice, "data_chiusura_consultazione": "2023-06-01"})
    dates = {one["codice"]: one["data"] for one in found["risultati"]["scadenze"]}
    assert dates["S148-RIPRESA"] == "2023-06-06"
    told = {step["descrizione"]: step["valore"] for step in found["passaggi"]}
    assert told["S148-RIPRESA"] == "06/06/2023"


@pytest.mark.parametrize(
    ("cause", "wrong"), [("crisi", []), ("crisi_evento_improvviso", []), ("riorganizzazione", [0])]
)
def test_apprentices_of_a_firm_with_the_cigs_only(cause: str, wrong: list[int]) -> None:
    """Up to 2021 the CIGS covered them for a crisis only (art. 2 c. 3); a shop has no CIGO."""
    data = {
        "data": date(2021, 6, 1),
        "periodo": {"dal": date(2021, 7, 1), "al": date(2021, 12, 31)},
        "causale": {"tipo": cause},
        "datore_lavoro": {"settore": "commercio"},
        "lavoratori": [
            {
                "cognome": "Bonetti",
                "nome": "Carla",
                "codice_fiscale": "BNTCRL71C54A794Q",
                "apprendistato": "professionalizzante",
            }
        ],
    }
    verdict = valuta("di-prova", regime("dlgs-148").caso(frozenset({ESAME, CIGS}), data))
    found = [one.percorso for one in verdict.rilievi if one.codice == "D148-5"]
    assert found == [f"/lavoratori/{place}" for place in wrong]


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({}, []),
        ({"retribuzione_mensile": Decimal(0)}, ["/retribuzione_mensile"]),
        ({"ore_lavorabili_mese": Decimal(0), "ore_perse": Decimal(0)}, ["/ore_lavorabili_mese"]),
        ({"ore_lavorabili_mese": Decimal(0), "ore_perse": Decimal(1)}, ["/ore_lavorabili_mese"]),
        ({"ore_lavorabili_mese": Decimal(1), "ore_perse": Decimal(2)}, ["/ore_perse"]),
        ({"ore_perse": Decimal("-0.5")}, ["/ore_perse"]),
        ({"percentuale_part_time": Decimal(0)}, ["/percentuale_part_time"]),
        ({"percentuale_part_time": Decimal("0.5")}, []),
        ({"percentuale_part_time": Decimal(100)}, []),
        ({"percentuale_part_time": Decimal("100.5")}, ["/percentuale_part_time"]),
    ],
)
def test_pay_and_hours_of_a_month(more: dict[str, Any], wrong: list[str]) -> None:
    month = {name: Decimal(value) for name, value in PAY.items() if name != "mese"}
    assert refused("indennita-cig", {"mese": "2023-06", **month, **more}) == wrong


def test_hired_and_dismissed_on_one_day() -> None:
    """The dates are in order: what is refused is that no month has fifteen days, not the order."""
    with pytest.raises(DatiIlleggibili) as caught:
        calcola("contributo-recesso", {**HIRED, "data_assunzione": "2024-05-31"})
    assert "15 giorni" in caught.value.errori[0].messaggio


def test_a_procedure_opened_on_the_day_of_the_dismissal() -> None:
    found = calcola("contributo-recesso", {**TICKET, "data_apertura_procedura": "2024-05-10"})
    assert found["risultati"]["contributo"] == "1271.34"  # 1.550,42 x 82%


@pytest.mark.parametrize(
    ("months", "limit", "shown"),
    [
        (Fraction(46, 31), Fraction("1.48"), "1.484"),  # 1,48387…
        (Fraction("1.005"), Fraction(1), "1.01"),
        (Fraction("1.0049"), Fraction(1), "1.005"),
        (Fraction("1.00049"), Fraction(1), "1.0005"),
        (Fraction(4), Fraction("3.99"), "4"),
        (Fraction("12.5"), Fraction(12), "12.5"),
    ],
)
def test_months_over_a_limit_show_that_they_are(months: Fraction, limit: Fraction, shown: str) -> None:
    """Half-up, with two decimals or as many as tell them from the limit, without zeros at the end."""
    assert con_punto(arrotonda_oltre(months, limit)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(2), "2"), (Fraction(46, 31), "1 + 15/31"), (Fraction(1, 2), "1/2"), (Decimal("1271.34"), "1.271,34")],
)
def test_numbers_of_a_formula(value: Fraction | Decimal, shown: str) -> None:
    assert in_formula(value) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [("-2.5", "-2.5"), ("-0.5", "-0.5"), ("-0.004", "0"), ("0", "0"), ("0.004", "0"), ("1", "1")]
)
def test_numbers_below_zero(number: str, shown: str) -> None:
    assert con_punto(Fraction(number)) == shown
