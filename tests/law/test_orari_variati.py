"""Hours that change in a period, and hours by unit: the sums of rows as the law sees them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.generale.orari import righe, somma
from docservice.law.generale.orari_variati import Tratti, mesi_oltre
from docservice.law.regime import regime
from docservice.law.tratti import ACCORDO, SOLIDARIETA
from docservice.law.voce import lessico

ANNO = Periodo(date(2024, 1, 1), date(2024, 12, 31))


def stretch(first: date, last: date, hours: str) -> dict[str, object]:
    return {"dal": first, "al": last, "ore_lavorate_settimanali": Decimal(hours)}


def row(hours: str, *others: dict[str, object], **more: object) -> dict[str, object]:
    week = {"ore_settimanali": Decimal(40), "ore_lavorate_settimanali": Decimal(hours)}
    return {**week, "lavoratori": 1, "orari": list(others), **more}


def test_the_sums_are_exact_and_those_written_stay_as_they_were() -> None:
    # 147 days at 20 of 366: 8 + 2/61 kept; beside it 8 hours kept, written so
    zero = stretch(date(2024, 1, 1), date(2024, 8, 6), "0")
    found = righe({"gruppi": [row("20", zero), row("8.00")]}, ANNO)
    assert somma(found).perse == 64 - Fraction(2, 61)
    assert (found[0].giorni_soliti, found[1].cambi, str(found[1].orario.lavorate)) == (147, (), "8.00")
    assert somma(righe({"gruppi": [row("20", zero)]})).perse == 20  # no period, no mean


@pytest.mark.parametrize(
    "others",
    [
        [stretch(date(2023, 12, 31), date(2024, 1, 1), "0")],
        [stretch(date(2024, 12, 31), date(2025, 1, 1), "0")],
        [stretch(date(2024, 2, 1), date(2024, 1, 31), "0")],
        [stretch(date(2024, 1, 1), date(2024, 1, 31), "0"), stretch(date(2024, 1, 31), date(2024, 2, 1), "0")],
    ],
)
def test_days_that_are_wrong_leave_the_usual_hours(others: list[dict[str, object]]) -> None:
    [found] = righe({"gruppi": [row("20", *others)]}, ANNO)
    assert (found.cambi, found.orario.lavorate) == ((), Decimal(20))


def test_a_month_counts_for_its_days_in_the_period() -> None:
    # 16 January to 10 March: of January 16 days at 0, of March 10 at 20; February half at 0 and half at 20 is 75%
    period = Periodo(date(2023, 1, 16), date(2023, 3, 10))
    others: Tratti = ((Periodo(date(2023, 1, 16), date(2023, 2, 14)), Decimal(0)),)
    rows = [(2, Decimal(40), Decimal(20), others)]
    assert list(mesi_oltre(rows, period, Decimal(75))) == [(date(2023, 1, 16), 100)]
    assert [cut for _, cut in mesi_oltre(rows, period, Decimal("74.99"))] == [100, 75]


def test_hours_by_unit_where_there_are_several() -> None:
    # 20 of 40 cut in one unit, 30 and 10 of 80 in the other
    regime("dlgs-148")
    data = {"data": date(2024, 2, 12), "gruppi": [row("20", unita="A"), row("10", unita="B"), row("30", unita="B")]}
    traits = frozenset({ACCORDO, SOLIDARIETA})
    told = lessico(Documento(traits, data))["per_unita"]
    assert [(one["nome"], one["somma"]["ore_non_lavorate"], one["somma"]["percentuale"]) for one in told] == [
        ("A", 20, 50),
        ("B", 40, 50),
    ]
    alone = Documento(traits, data | {"gruppi": data["gruppi"][1:]})
    assert "per_unita" not in lessico(alone)
