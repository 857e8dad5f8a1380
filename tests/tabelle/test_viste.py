"""What a sheet shows of a cell, beside its value: formats of numbers and of days, what nobody sees, what is struck."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from tabelle import saved
from test_come_le_fa_la_gente import DID, HEAD, LIST, ada, detto, letta, made, persone

from docservice.tabelle.file.mostrati import IGNOTA, NASCOSTA, PARTE, come_si_vede


def seen(value: Any, form: str) -> str | None:
    show = come_si_vede(form)
    return None if show is None else show(value)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (3, '0"S"', "3S"),
        (3, '"Liv. "0', "Liv. 3"),
        (3, '"Liv. "General', "Liv. 3"),
        (Decimal("3.1"), "0.00", "3,10"),
        (Decimal("1234.5"), "#,##0.00 €", "1.234,50 €"),
        (Decimal("1234.5"), "#,##0.00\\ [$€-410]", "1.234,50 €"),
        (Decimal("-1234.5"), '#,##0.00;[Red]"meno "#,##0.0', "meno 1.234,5"),
        (Decimal("19.5"), "0", "20"),
        (Decimal("33.33333"), "0.0", "33,3"),
        (Decimal("0.5"), "# ?/?", IGNOTA),
        (5, '[=5]"Tornitura";General', "Tornitura"),
        (310, '[>=300]"350";[<0]"-";0', "350"),
        (2210, "#,##0.0,", "2,2"),
        (2210, '0.0,"k"', "2,2k"),
        (5_000_000, "0,,", "5"),
        (120000, "0.00E+00", IGNOTA),
        (7, ";;;", NASCOSTA),
        ("Ada", ";;;", NASCOSTA),
        ("3", '"Liv. "@', "Liv. 3"),
        *((date(2009, 6, 3), form, PARTE) for form in ("mmm-yy", "yyyy", "d-mmm", "dd/mm", '"il "d mmmm')),
    ],
)
def test_what_is_seen(value: Any, form: str, shown: str) -> None:
    assert seen(value, form) == shown


@pytest.mark.parametrize(
    ("value", "form"),
    [
        *((3, form) for form in ("General", "0", "#,##0", "@", "0;;", "dd/mm/yyyy")),
        *((date(2009, 6, 3), form) for form in ("dd/mm/yyyy", "dddd d mmmm yyyy", "d-mmm-yy", "m/d/yyyy h:mm", "0")),
        ("Ada", "0.00"),
        (200, '[>=300]"350";0'),
        (0, "0;-0;"),
        (True, "0.00"),
        (Decimal("3.25"), "0.00"),
    ],
)
def test_what_is_seen_as_it_is(value: Any, form: str) -> None:
    assert seen(value, form) is None


@pytest.mark.parametrize(("value", "form", "read"), [(3, '0"S"', "3S"), (3, "0.0", "3,0"), (19.5, "0", "20")])
def test_a_text_is_what_is_seen(value: Any, form: str, read: str) -> None:
    assert persone(letta(LIST, made(value, form, "Livello")))[0]["livello"] == read
    assert "va scritta come testo" in detto(LIST, made(value, "# ?/?", "Livello"))


def hours(value: float, form: str) -> bytes:
    book = Workbook()
    book.active.append([*HEAD, "Ore settimanali", "Ore lavorate settimanali", "Reparto"])
    book.active.append([*ada(), 40, value, "A"])
    book.active["E2"].number_format = form
    return saved(book)


@pytest.mark.parametrize(
    ("value", "form", "doubts"), [(19.5, "0", 1), (33.33, "0.0", 1), (19.5, "0.00", 0), (20, '0" ore"', 0)]
)
def test_a_number_shown_rounded_is_in_doubt(value: float, form: str, doubts: int) -> None:
    found = letta(LIST, hours(value, form))
    assert [(one.riga, one.posto) for one in found.avvisi if one.codice == "TAB-ARROTONDATO"] == [(2, 4)] * doubts
    assert Decimal(str(persone(found)[0]["ore_lavorate_settimanali"])) == Decimal(str(value))


@pytest.mark.parametrize("form", ["mmm-yy", "yyyy", "d-mmm", "dd/mm"])
def test_a_day_shown_by_half_is_told(form: str) -> None:
    assert "solo una parte della data" in detto(LIST, made(date(2009, 6, 3), form, "Data assunzione"))


@pytest.mark.parametrize(("value", "column"), [(3, "Livello"), ("taglio", "Reparto"), (200, "Giorni lavorati")])
def test_a_cell_hidden_by_its_format_is_told(value: Any, column: str) -> None:
    assert "nasconde il contenuto" in detto(LIST, made(value, ";;;", column))


def test_a_row_almost_without_height_and_a_column_without_width_are_hidden() -> None:
    for where in ("row", "column"):
        book = Workbook()
        for line in ((*HEAD, "Reparto"), [*ada(), "A"], [*ada(1), "B"]):
            book.active.append(list(line))
        if where == "row":
            book.active.row_dimensions[3].height = 0.75
        else:
            book.active.column_dimensions["D"].width = 0.1
        assert "non si vedono" in detto(LIST, saved(book))


def test_a_text_struck_in_part_is_told() -> None:
    book = Workbook()
    for line in (HEAD, ada(0), ada(1)):
        book.active.append(list(line))
    book.active["A3"] = CellRichText(TextBlock(InlineFont(strike=True), "Ferri "), ada(1)[0])
    found = letta(DID, saved(book))
    [told] = found.difetti
    assert (told.riga, told.posto, told.messaggio.startswith("«Ferri» è barrato: va cancellato")) == (3, 0, True)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ('0.00" ore/mese"', "mostra «24,00 ore/mese», e si legge 24"),
        ('0" mesi"', "mostra «24 mesi»"),
        ('[>20]"28";0', "mostra 28"),
        ("0.000,", "mostra 0,024"),
        ('0" ore"', ""),
        ('0.00"h"', ""),
    ],
)
def test_a_number_that_is_seen_as_another_is_in_doubt(form: str, told: str) -> None:
    said = [
        one.messaggio for one in letta("tabella-solidarieta", hours(24, form)).avvisi if one.codice == "TAB-ARROTONDATO"
    ]
    assert len(said) == bool(told)
    assert all(told in one for one in said)
