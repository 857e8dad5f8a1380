"""Months as the civil code counts them; expected values by hand."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docservice.law.calendar import (
    Periodo,
    aggiungi_giorni,
    aggiungi_mesi,
    festivo,
    fine_dopo,
    fine_mese_n,
    mesi,
    unisci,
)

days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
spans = st.integers(0, 1500)


@pytest.mark.parametrize(
    ("dal", "al", "expected"),
    [
        ("2009-07-01", "2009-10-31", Fraction(4)),
        ("2009-07-01", "2009-08-15", 1 + Fraction(15, 31)),
        ("2009-07-01", "2009-07-30", Fraction(30, 31)),
        ("2009-07-01", "2009-07-01", Fraction(1, 31)),
        ("2009-08-31", "2009-09-30", Fraction(1)),
        ("2009-08-31", "2010-02-28", Fraction(6)),
        # a month from 31 August ends on 30 September: the 29th is the 30th day of 31
        ("2009-08-31", "2009-09-29", Fraction(30, 31)),
        ("2009-02-01", "2009-02-28", Fraction(1)),
        # from 28 February the month ends on 27 March, and 1 March is its second day of 28
        ("2009-02-28", "2009-03-01", Fraction(2, 28)),
        ("2009-01-01", "2009-12-31", Fraction(12)),
        ("2009-06-16", "2010-06-15", Fraction(12)),
        ("2009-06-16", "2010-06-16", 12 + Fraction(1, 30)),
        ("2008-02-29", "2009-02-28", Fraction(12)),
    ],
)
def test_months(dal: str, al: str, expected: Fraction):
    assert mesi(date.fromisoformat(dal), date.fromisoformat(al)) == expected
    assert Periodo(date.fromisoformat(dal), date.fromisoformat(al)).mesi == expected


def test_upside_down():
    with pytest.raises(ValueError, match="prima di cominciare"):
        mesi(date(2009, 7, 2), date(2009, 7, 1))
    with pytest.raises(ValueError, match="prima di cominciare"):
        Periodo(date(2009, 7, 2), date(2009, 7, 1))
    with pytest.raises(ValueError, match="negativo"):
        fine_mese_n(date(2009, 7, 2), -1)


def test_month_ends_are_clamped():
    assert aggiungi_mesi(date(2009, 8, 31), 6) == date(2010, 2, 28)
    assert aggiungi_mesi(date(2009, 3, 31), -1) == date(2009, 2, 28)
    assert aggiungi_giorni(date(2009, 12, 20), 20) == date(2010, 1, 9)
    assert fine_mese_n(date(2009, 7, 1), 0) == date(2009, 6, 30)
    assert fine_mese_n(date(2009, 7, 1), 4) == date(2009, 10, 31)


def test_end_after_part_of_a_month():
    # two months and a half from 1 July: 31 August, then 15 of the 30 days of September
    assert fine_dopo(date(2009, 7, 1), Fraction(5, 2)) == date(2009, 9, 15)
    # one month and a half: 31 July, then 15 of the 31 days of August (15.5, the half day is not counted)
    assert fine_dopo(date(2009, 7, 1), Fraction(3, 2)) == date(2009, 8, 15)
    assert fine_dopo(date(2009, 7, 1), 4) == date(2009, 10, 31)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2009-06-02", True),  # festa della Repubblica
        ("2009-04-13", True),  # lunedì dell’Angelo
        ("2009-12-26", True),
        ("2009-06-21", True),  # a Sunday
        ("2009-06-20", False),  # a Saturday
        ("2009-12-07", False),  # Sant’Ambrogio is Milan's
    ],
)
def test_holidays(day: str, expected: bool):  # noqa: FBT001 - a parameter of the test
    assert festivo(date.fromisoformat(day)) is expected


def test_joined():
    july, august = Periodo(date(2009, 7, 1), date(2009, 7, 31)), Periodo(date(2009, 8, 1), date(2009, 8, 31))
    october = Periodo(date(2009, 10, 1), date(2009, 10, 5))
    assert unisci([october, august, july]) == [Periodo(date(2009, 7, 1), date(2009, 8, 31)), october]
    assert unisci([july, Periodo(date(2009, 7, 5), date(2009, 7, 6))]) == [july]
    assert unisci([]) == []
    assert july.tocca(july)
    assert not july.tocca(august)
    assert july.contiene(Periodo(date(2009, 7, 31), date(2009, 7, 31)))
    assert not july.contiene(Periodo(date(2009, 7, 31), date(2009, 8, 1)))


@given(dal=days, n=st.integers(1, 60))
def test_the_end_of_month_n_holds_n_months(dal: date, n: int):
    assert mesi(dal, fine_mese_n(dal, n)) == n
    assert mesi(dal, fine_mese_n(dal, n) + timedelta(days=1)) > n
    assert fine_mese_n(dal, n) < fine_mese_n(dal, n + 1)


@given(dal=days, span=spans)
def test_a_day_more_is_more(dal: date, span: int):
    al = dal + timedelta(days=span)
    assert mesi(dal, al) < mesi(dal, al + timedelta(days=1))


@given(dal=days, span=spans)
def test_end_is_the_inverse_of_months(dal: date, span: int):
    al = dal + timedelta(days=span)
    assert fine_dopo(dal, mesi(dal, al)) == al


@given(dal=days, asked=st.fractions(min_value=Fraction(1, 28), max_value=48))
def test_end_never_lasts_longer_than_asked(dal: date, asked: Fraction):
    end = fine_dopo(dal, asked)
    assert end < dal or mesi(dal, end) <= asked
    assert mesi(dal, end + timedelta(days=1)) > asked


@given(st.lists(st.tuples(st.dates(date(2009, 1, 1), date(2009, 12, 31)), st.integers(0, 60)), max_size=8))
def test_joining_keeps_every_day(raw: list[tuple[date, int]]):
    periods = [Periodo(dal, dal + timedelta(days=span)) for dal, span in raw]
    joined = unisci(periods)

    def held(some: list[Periodo]) -> set[date]:
        return {p.dal + timedelta(days=n) for p in some for n in range(p.giorni)}

    assert held(joined) == held(periods)
    assert all((later.dal - earlier.al).days > 1 for earlier, later in pairwise(joined))
