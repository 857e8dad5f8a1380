"""What holds of the calculators of D.Lgs. 148/2015 whatever the data, and on every day on which a figure changes."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import Schema
from stadi import un_terzo
from yaml_cases import read

from docservice.campi.fields import Giorno, Gruppo, Lista
from docservice.formati.lettura import DatiIlleggibili
from docservice.law.calculator import catalogo
from docservice.law.calendar import festivo
from docservice.law.dlgs_148.domanda.procedura import PROCEDURE
from docservice.law.dlgs_148.generale.causali import ORDINARIE, SOLIDARIETA, STRAORDINARIE
from docservice.law.figures import tutte
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.calcolatori.settori import SETTORI
from docservice.service import calcola

FIRST, LAST = date(2015, 9, 24), date(2026, 12, 31)
CHANGES = sorted(
    {
        day
        for known in tutte().values()
        for value in known.valori
        for day in (value.dal - timedelta(days=1), value.dal, value.al or value.dal)
        if day >= FIRST
    }
)
UNKNOWN = re.compile("non si conosce il valore di «.+»|«.+» non (è noto|è previsto|si applica più)")
DAY = timedelta(days=1)
WEEK = timedelta(days=7)

CASI = Path(__file__).parent / "casi" / "calcoli"


def results(name: str, data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = calcola(name, data)["risultati"]
    return found


def on(day: date) -> dict[str, dict[str, Any]]:
    """Return the data of `ogni_giorno` in the cases of each calculator that has them, on a day."""
    words = {"{giorno}": day.isoformat(), "{dopo}": (day + timedelta(days=90)).isoformat(), "{mese}": f"{day:%Y-%m}"}
    found = {}
    for path in sorted(CASI.glob("*.yaml")):
        asked = json.dumps(read(path).get("ogni_giorno"))
        for word, said in words.items():
            asked = asked.replace(word, said)
        found[path.stem] = json.loads(asked)
    return {slug: asked for slug, asked in found.items() if asked}


@pytest.mark.parametrize("day", un_terzo(CHANGES), ids=str)
def test_every_calculator_works_or_says_which_figure_is_missing(day: date):
    asked: list[tuple[str, dict[str, Any]]] = list(on(day).items())
    weeks = {"settimane_precedenti": 40, "settimane": 26, "retribuzione_persa": "1000"}
    weeks["ultimo_periodo_al"] = (day - WEEK).isoformat()
    asked += [
        ("contributo-addizionale", {"data_domanda": day.isoformat(), "strumento": one, **weeks})
        for one in ("CIGO", "CIGS", "CDS", "FIS", "CIGD")
    ]
    asked += [
        (
            "strumento",
            {"data": day.isoformat(), "settore": sector, "dipendenti_medi": "16", "causale": cause},
        )
        for sector in ("industria", "edilizia", "commercio", "servizi", "partiti")
        for cause in ("crisi", "crisi_mercato", "cessazione", "proroga_22bis", SOLIDARIETA)
    ]
    asked += [("scadenzario", deadlines(kind, day)) for kind in PROCEDURE]
    works = set()
    for name, data in asked:
        try:
            assert calcola(name, data)["passaggi"]
        except DatiIlleggibili as error:
            assert any(UNKNOWN.search(one.messaggio) for one in error.errori)  # noqa: PT017
        else:
            works.add(name)
    expected = set(catalogo()) - {"monte-ore", "proroga-accordo-b", "solidarieta-espansiva"}
    if day > LAST:
        expected -= {"strumento"}  # of some causes
    assert works >= (expected if day <= LAST else expected - {"indennita-cig", "contributo-recesso"})


def deadlines(kind: str, day: date, **more: Any) -> dict[str, Any]:
    days = [(day + timedelta(days=count)).isoformat() for count in (0, 2, 10, 12, 20, 110)]
    return {
        "procedura": kind,
        "dipendenti_azienda": 60,
        "comunicazione": {"data": days[0]},
        "data_richiesta_esame": days[1],
        "data_chiusura_consultazione": days[2],
        "data": days[2],
        "data_domanda": days[3],
        "periodo": {"dal": days[4], "al": days[5]},
        **more,
    }


def test_every_calculator_with_a_date_is_asked_on_those_days():
    """Those asked above in several ways aside, its cases say what to ask: `ogni_giorno`."""
    dated = {slug for slug, one in calcolatori().items() if has_a_day(one.domanda())}
    silent = dated - on(FIRST).keys() - {"contributo-addizionale", "strumento", "scadenzario", "monte-ore"}
    assert not silent, f"va scritto ogni_giorno in tests/law/casi/calcoli di {silent}"


def has_a_day(schema: Schema) -> bool:
    """Say whether a question, or something inside it, has a day."""
    inner = [one.inner if isinstance(one, Lista) else one for one in schema.fields.values()]
    return any(isinstance(one, Giorno) or (isinstance(one, Gruppo) and has_a_day(one.schema)) for one in inner)


days = st.dates(date(2015, 9, 24), LAST)
working = st.dates(date(2017, 1, 1), date(2026, 12, 31))
kinds = st.sampled_from(["CIGO", "CIGS", "CDS"])
months = st.integers(1, 36)
had = st.lists(st.tuples(kinds, months), min_size=1, max_size=6)


def periods(rows: list[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{"tipo": kind, "mesi": count} for kind, count in rows]


@given(sector=st.sampled_from(SETTORI), rows=had, data=st.data())
def test_the_five_years_do_not_mind_the_order(sector: str, rows: list[tuple[str, int]], data: st.DataObject):
    shuffled = data.draw(st.permutations(rows))
    one = results("quinquennio-mobile", {"settore": sector, "periodi": periods(rows)})
    assert one == results("quinquennio-mobile", {"settore": sector, "periodi": periods(shuffled)})


@given(sector=st.sampled_from(SETTORI), rows=had, kind=kinds, more=months)
def test_more_months_never_leave_more(sector: str, rows: list[tuple[str, int]], kind: str, more: int):
    before = results("quinquennio-mobile", {"settore": sector, "periodi": periods(rows)})
    after = results("quinquennio-mobile", {"settore": sector, "periodi": periods([*rows, (kind, more)])})
    assert Decimal(after["mesi_computati"]) >= Decimal(before["mesi_computati"])
    for left in ("mesi_residui", "mesi_residui_cigs", "mesi_residui_cds"):
        assert Decimal(after[left]) <= Decimal(before[left])
    assert before["entro_limite"] or not after["entro_limite"]


@given(sector=st.sampled_from(SETTORI), rows=had)
def test_the_months_left_are_exactly_those_that_fit(sector: str, rows: list[tuple[str, int]]):
    before = results("quinquennio-mobile", {"settore": sector, "periodi": periods(rows)})
    for kind, left in (("CIGS", Decimal(before["mesi_residui_cigs"])), ("CDS", Decimal(before["mesi_residui_cds"]))):
        if not left:
            continue
        full = {"settore": sector, "periodi": [*periods(rows), {"tipo": kind, "mesi": str(left)}]}
        after = results("quinquennio-mobile", full)
        assert after["entro_limite"]
        assert after[f"mesi_residui_{kind.lower()}"] == "0"


@given(sector=st.sampled_from(SETTORI), start=days, long=st.integers(0, 2000), end=days)
def test_dated_periods_never_count_more_than_they_last(sector: str, start: date, long: int, end: date):
    period = {"tipo": "CIGS", "dal": start.isoformat(), "al": (start + timedelta(days=long)).isoformat()}
    data = {"settore": sector, "periodi": [period], "ultimo_giorno": end.isoformat()}
    found = results("quinquennio-mobile", data)
    assert Decimal(found["mesi_computati"]) <= 60
    window = found["finestra"]
    inside = period["dal"] <= window["al"] and window["dal"] <= period["al"]
    assert bool(found["esclusi"]) is not inside


weeks = st.lists(st.tuples(st.integers(0, 103), st.integers(1, 5)), unique_by=lambda row: row[0], max_size=104)


def of_weeks(rows: list[tuple[int, int]]) -> dict[str, Any]:
    monday = date(2022, 1, 3)
    listed = [{"lunedi": (monday + WEEK * place).isoformat(), "giorni": taken} for place, taken in rows]
    data = {"settore": "industria", "settimana_corta": True, "ultimo_giorno": "2023-12-31", "settimane": listed}
    return results("settimane-cigo", data)


@given(rows=weeks)
def test_single_days_add_up_whatever_the_order(rows: list[tuple[int, int]]):
    found = of_weeks(rows)
    days = sum(taken for _, taken in rows)
    assert found == of_weeks(rows[::-1])
    assert found["giorni_usati"] == str(days)
    assert (int(found["settimane_intere"]), int(found["giorni_residui"])) == divmod(days, 5)
    assert found["entro_limite"] is (days <= 260)
    assert int(found["consecutive"]) <= len(rows)


@given(start=st.dates(date(2022, 1, 1), date(2023, 6, 1)), long=st.integers(0, 200), short=st.booleans())
def test_a_period_counts_no_more_than_its_working_days(start: date, long: int, short: bool):  # noqa: FBT001
    end = start + timedelta(days=long)
    period = {"dal": start.isoformat(), "al": end.isoformat()}
    data = {"settore": "industria", "settimana_corta": short, "ultimo_giorno": "2023-12-31", "periodi": [period]}
    bare = results("settimane-cigo", data)
    touched = {(start + timedelta(days=count)).isocalendar()[:2] for count in range(long + 1)}
    assert int(bare["consecutive"]) == len(touched)
    most = sum(
        min(
            5 if short else 6,
            sum((start + timedelta(days=n)).isocalendar()[:2] == week for n in range(long + 1)),
        )
        for week in touched
    )
    full = results("settimane-cigo", {**data, "periodi": [{**period, "giorni": most}]})
    assert full["giorni_usati"] == str(most)
    with pytest.raises(DatiIlleggibili):
        calcola("settimane-cigo", {**data, "periodi": [{**period, "giorni": most + 1}]})


staff = st.lists(st.tuples(st.integers(1, 168), st.integers(1, 5000)), min_size=1, max_size=5)


@given(rows=staff, asked=st.integers(0, 10**8), data=st.data())
def test_hours_are_exact_on_integers(rows: list[tuple[int, int]], asked: int, data: st.DataObject):
    listed = [{"ore_settimanali": hours, "lavoratori": heads} for hours, heads in rows]
    shuffled = data.draw(st.permutations(listed))
    week = sum(hours * heads for hours, heads in rows)
    found = results("ore-autorizzabili", {"organico": listed, "ore_richieste": asked})
    assert found == results("ore-autorizzabili", {"organico": shuffled, "ore_richieste": asked})
    assert found["tetto_ore"] == str(week * 104 // 3)
    assert found["entro_limite"] is (asked * 3 <= week * 104)
    year = {"dal": "2024-01-01", "al": "2024-12-30", "ore_richieste": asked}
    found = results("ore-cigs", {"organico": listed, **year})
    # 365 days of seven are 52 weeks and a seventh
    assert found["tetto_ore"] == str(week * 365 * 8 // 70)
    assert found["entro_limite"] is (asked * 70 <= week * 365 * 8)


money = st.decimals(min_value=0, max_value=999_999, places=2)


@given(day=days, before=st.integers(0, 200), count=st.integers(1, 200), pay=money, last=days)
def test_the_additional_contribution_grows(day: date, before: int, count: int, pay: Decimal, last: date):
    data = {"data_domanda": day.isoformat(), "strumento": "CIGO", "ultimo_periodo_al": last.isoformat()}

    def due(**changed: Any) -> Decimal:
        asked = {"settimane_precedenti": before, "settimane": count, "retribuzione_persa": str(pay), **changed}
        return Decimal(results("contributo-addizionale", {**data, **asked})["contributo"])

    assert due() <= due(settimane_precedenti=before + 1)
    assert due() <= due(retribuzione_persa=str(pay + 1))
    assert pay * 6 / 100 - Decimal("0.01") <= due() <= pay * 15 / 100 + Decimal("0.01")


@given(before=st.integers(0, 200), counts=st.lists(st.integers(1, 40), min_size=1, max_size=8), pay=st.integers(0, 999))
def test_one_period_or_many_of_the_same_pay(before: int, counts: list[int], pay: int):
    data = {"data_domanda": "2024-03-01", "strumento": "CIGS", "settimane_precedenti": before}
    many = [{"settimane": count, "retribuzione_persa": count * pay} for count in counts]
    whole = {"settimane": sum(counts), "retribuzione_persa": sum(counts) * pay}
    assert results("contributo-addizionale", {**data, "periodi": many}) == results(
        "contributo-addizionale", {**data, **whole}
    )


@given(day=working, served=st.integers(1, 60), liable=st.booleans())
def test_leaving_costs_more_with_service_and_three_times_without_agreement(day: date, served: int, liable: bool):  # noqa: FBT001
    data = {"data_cessazione": day.isoformat(), "cigs": liable}
    less, more, without = (
        results("contributo-recesso", {**data, "mesi_anzianita": count, "accordo": agreed})
        for count, agreed in ((served, True), (served + 1, True), (served, False))
    )
    assert Decimal(less["contributo"]) <= Decimal(more["contributo"])
    assert (Decimal(less["contributo"]) == Decimal(more["contributo"])) is (served >= 36)
    assert Decimal(without["contributo"]) == 3 * Decimal(less["contributo"])


@given(pays=st.lists(st.integers(1, 9999), min_size=1, max_size=6), count=st.integers(1, 36))
def test_the_expansive_contribution_is_the_sum_of_the_hired(pays: list[int], count: int):
    hired = [{"retribuzione_lorda_mensile": pay, "data_assunzione": "2016-02-01"} for pay in pays]
    data = {"data_contratto": "2016-01-10", "mesi": count}
    found = results("solidarieta-espansiva", {**data, "assunti": hired})
    assert found["contributo"] == results("solidarieta-espansiva", {**data, "assunti": hired[::-1]})["contributo"]
    assert Decimal(found["contributo"]) == sum(Decimal(one["contributo"]) for one in found["assunti"])
    if count < 36:
        assert Decimal(
            results("solidarieta-espansiva", {**data, "mesi": count + 1, "assunti": hired})["contributo"]
        ) > (Decimal(found["contributo"]))


@given(start=days, long=st.integers(0, 3000))
def test_weeks_of_a_period(start: date, long: int):
    found = results("settimane-periodo", {"dal": start.isoformat(), "al": (start + long * DAY).isoformat()})
    assert found["giorni"] == str(long + 1)
    assert date.fromisoformat(found["ripresa"]) == start + (long + 1) * DAY
    assert abs(Decimal(found["settimane"]) * 7 - (long + 1)) <= Decimal("0.035")


@given(kind=st.sampled_from(PROCEDURE), day=working, direct=st.booleans(), size=st.integers(1, 500))
def test_deadlines_come_in_order_and_their_useful_day_is_one(kind: str, day: date, direct: bool, size: int):  # noqa: FBT001
    asked = deadlines(kind, day, dipendenti_azienda=size, pagamento_diretto=direct)
    try:
        found = results("scadenzario", asked)["scadenze"]
    except DatiIlleggibili:
        assert kind == "cigd"
        return
    told = [date.fromisoformat(one["data"]) for one in found]
    assert told == sorted(told)
    assert len({one["codice"] for one in found}) == len(found)
    for one in found:
        if "data_utile" in one:
            bare, useful = date.fromisoformat(one["data"]), date.fromisoformat(one["data_utile"])
            assert bare < useful < bare + 5 * DAY
            assert not festivo(useful)
            assert useful.weekday() < 5
            between = (bare + count * DAY for count in range((useful - bare).days))
            assert all(festivo(one) or one.weekday() == 5 for one in between)


@given(
    day=days,
    sector=st.sampled_from(SETTORI),
    size=st.decimals(min_value=0, max_value=100, places=2),
    cause=st.sampled_from([*ORDINARIE, *STRAORDINARIE, SOLIDARIETA]),
)
def test_instruments_go_together(day: date, sector: str, size: Decimal, cause: str):
    data = {"data": day.isoformat(), "settore": sector, "dipendenti_medi": str(size), "causale": cause}
    listed = results("strumento", data)["strumenti"]
    may = {one["strumento"] for one in listed if one["ammesso"]}
    assert may
    assert ("NESSUNO" in may) is (len(may) == 1 and len(listed) == 8)
    assert not {"CIGO", "FIS"} <= may
    assert len(may & {"CIGO", "CIGS", "CDS", "FIS", "FONDO"}) <= 1
    assert all("durata_massima" in one for one in listed if one["ammesso"] and one["strumento"] != "NESSUNO")
    if day >= date(2022, 1, 1) and size >= 1 and cause in ORDINARIE:
        own = "CIGO" if sector in ("industria", "edilizia", "lapideo") else "FIS"
        assert may == {"FONDO" if sector == "artigianato" else own}
    assert not any(one["incerto"] and (one["ammesso"] or "durata_massima" in one) for one in listed)
    bigger = results("strumento", {**data, "dipendenti_medi": "100"})["strumenti"]
    if {"CIGS", "CDS"} & may:
        assert {"CIGS", "CDS"} & {one["strumento"] for one in bigger if one["ammesso"]}
