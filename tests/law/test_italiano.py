"""Numbers and days as they are written; expected values by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from docservice.law import italiano
from docservice.law.italiano import Numero


@pytest.mark.parametrize(("primo", "ultimo", "mesi"), [(1, 9, "gen.–set."), (4, 5, "apr.–mag."), (12, 12, "dic.")])
def test_months_of_a_year(primo: int, ultimo: int, mesi: str) -> None:
    assert italiano.mesi(primo, ultimo) == mesi


@pytest.mark.parametrize(
    ("valore", "numero", "con_virgola", "con_punto"),
    [
        (0, "0", "0", "0"),
        (8304, "8.304", "8304", "8304"),
        (-1200, "−1.200", "−1200", "-1200"),
        (Decimal("12.03"), "12,03", "12,03", "12.03"),
        (Decimal("8304.50"), "8.304,5", "8304,5", "8304.5"),
        (Decimal("1234567.891"), "1.234.567,891", "1234567,891", "1234567.891"),
        (Decimal("40.00"), "40", "40", "40"),
        (Decimal(100), "100", "100", "100"),
        (Decimal("1E+3"), "1.000", "1000", "1000"),
        (Decimal("-0.50"), "−0,5", "−0,5", "-0.5"),
        # a fraction has two decimals at most, half-up
        (Fraction(4), "4", "4", "4"),
        (1 + Fraction(15, 31), "1,48", "1,48", "1.48"),
        (Fraction(1, 2), "0,5", "0,5", "0.5"),
        (Fraction(1, 200), "0,01", "0,01", "0.01"),
        (Fraction(1, 201), "0", "0", "0"),
        (Fraction(1999, 1000), "2", "2", "2"),
        (Fraction(250001, 100), "2.500,01", "2500,01", "2500.01"),
        (Fraction(-1, 3), "−0,33", "−0,33", "-0.33"),
        # it is negative before rounding only: no sign
        (Fraction(-1, 1000), "0", "0", "0"),
    ],
)
def test_numbers(valore: Numero, numero: str, con_virgola: str, con_punto: str) -> None:
    assert italiano.numero(valore) == numero
    assert italiano.con_virgola(valore) == con_virgola
    assert italiano.con_punto(valore) == con_punto


@pytest.mark.parametrize(
    ("valore", "shown"),
    [("0", "0,00"), ("8304.5", "8.304,50"), ("-1200", "−1.200,00"), ("999999999", "999.999.999,00")],
)
def test_amounts(valore: str, shown: str) -> None:
    assert italiano.importo(Decimal(valore)) == shown


@pytest.mark.parametrize(
    ("punti", "shown"),
    [(60, "60%"), (Decimal("12.50"), "12,5%"), (Fraction(200, 3), "66,67%"), (Fraction(168000), "168.000%")],
)
def test_shares(punti: Numero, shown: str) -> None:
    assert italiano.percento(punti) == shown


@pytest.mark.parametrize(
    ("valore", "shown"),
    [
        (Decimal("0.80"), "0,80"),
        (Decimal("1271.34"), "1.271,34"),
        (1 + Fraction(15, 31), "1 + 15/31"),
        (Fraction(15, 31), "15/31"),
        (Fraction(4), "4"),
    ],
)
def test_in_a_formula(valore: Fraction | Decimal, shown: str) -> None:
    assert italiano.in_formula(valore) == shown


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("0.005", "0.01"),
        ("0.0049999", "0.00"),
        ("711.845", "711.85"),
        ("2", "2.00"),
        ("1234567890123456.785", "1234567890123456.79"),
    ],
)
def test_half_up(exact: str, shown: str) -> None:
    assert str(italiano.arrotonda(Decimal(exact))) == shown


@pytest.mark.parametrize(
    ("valore", "limite", "shown"),
    [
        (6 + Fraction(1, 30), 6, "6.03"),
        (6 + Fraction(1, 200), 6, "6.01"),
        (6 + Fraction(1, 600), 6, "6.002"),  # 6.0016…
        (6 + Fraction(1, 30000), Decimal(6), "6.00003"),
        (Fraction(25, 3), Fraction(8), "8.33"),
        (Fraction(9, 10), Decimal("0.80"), "0.90"),
        (Fraction("11.9"), Decimal(12), "11.90"),
        (Fraction(12), 12, "12.00"),
    ],
)
def test_over_a_limit(valore: Fraction, limite: Numero, shown: str) -> None:
    assert str(italiano.arrotonda_oltre(valore, limite)) == shown


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        ("2009-06-05", "05/06/2009", "5 giugno 2009"),
        ("2010-01-01", "01/01/2010", "1° gennaio 2010"),
        ("2026-12-31", "31/12/2026", "31 dicembre 2026"),
    ],
)
def test_days(day: str, short: str, long: str) -> None:
    assert italiano.giorno(date.fromisoformat(day)) == short
    assert italiano.giorno_esteso(date.fromisoformat(day)) == long


def test_days_from_one_to_another() -> None:
    assert italiano.giorni(date(2009, 1, 1), date(2009, 12, 31)) == "dal 01/01/2009 al 31/12/2009"
    assert italiano.giorni(date(2009, 1, 1), None) == "dal 01/01/2009 in poi"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Il lavoro riprende il 11/06/2023.", "Il lavoro riprende l’11/06/2023."),
        ("Il 08/06/2023 e il 18/06/2023.", "L’08/06/2023 e il 18/06/2023."),
        ("dal 08/01/2022 al 11/01/2022", "dall’08/01/2022 all’11/01/2022"),
        ("non supera il 80%, del 8,5% o del 11%", "non supera l’80%, dell’8,5% o dell’11%"),
        ("il 60% e il 18%", "il 60% e il 18%"),
        ("il 01/08/2022", "il 01/08/2022"),
        ("il 11 è di 80 ore", "il 11 è di 80 ore"),
    ],
)
def test_articles(written: str, said: str) -> None:
    assert italiano.con_articolo(written) == said


@pytest.mark.parametrize(("valore", "vowel"), [(1, True), (8, True), (11, True), (80, True), (10, False), (18, False)])
def test_names_that_begin_with_a_vowel(valore: int, vowel: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert italiano.elide(valore) is vowel


@given(st.decimals(-(10**12), 10**12, places=4).filter(bool))
def test_numbers_are_those_of_the_unicode_tables(valore: Decimal) -> None:
    told = format_decimal(valore, locale="it_IT", decimal_quantization=False)
    assert italiano.numero(valore) == told.replace("-", "−")  # the tables have the one of typewriters


@given(st.dates(date(1000, 1, 1)))
def test_days_are_those_of_the_unicode_tables(day: date) -> None:
    assert italiano.giorno_esteso(day).replace("1° ", "1 ") == format_date(day, "d MMMM y", "it_IT")


def test_nobody_else_writes_them() -> None:
    package = Path(italiano.__file__).parent.parent
    written = {path.relative_to(package).as_posix(): path.read_text() for path in package.rglob("*.py")}
    days = {name for name, text in written.items() if "%d/%m/%Y" in text}
    # a calendar knows nothing of the law
    assert days == {"law/italiano.py", "render/agenda.py"}
    commas = ('replace(".", ",")', 'replace(",", ".")', 'maketrans(",.-", ".,−")')
    assert {
        name for name, text in written.items() if name.startswith("law/") and any(one in text for one in commas)
    } == {"law/italiano.py"}
