"""Periods of days and the months they hold, as the civil code counts them (art. 2963 c.c.).

    mesi(date(2009, 7, 1), date(2009, 8, 15)) -> 1 + 15/31: July, and fifteen of the days of August

Both days of a period are in it. Its Nth month ends on the later of `dal` + N months − 1 day and (`dal` − 1 day) + N
months, where a month that has no such day ends on its last one. Dates near the ends of what `datetime.date` can hold
raise OverflowError or ValueError.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache
from math import floor
from typing import TYPE_CHECKING, Final

from dateutil.relativedelta import relativedelta

if TYPE_CHECKING:
    from collections.abc import Iterable

    from holidays import HolidayBase

_SABATO: Final = 5
_DOMENICA: Final = 6
_UN_GIORNO: Final = timedelta(days=1)
_BISESTO: Final = (2, 29)
_RICORDATI: Final = 4096
"""Counts of months kept, the last used: the periods of very many workers are few."""


@dataclass(frozen=True, slots=True, order=True)
class Periodo:
    """Days from `dal` to `al`, both included. ValueError when `al` comes before `dal`."""

    dal: date
    al: date

    def __post_init__(self) -> None:
        if self.al < self.dal:
            raise ValueError(f"Il periodo finisce ({self.al}) prima di cominciare ({self.dal}).")

    @property
    def giorni(self) -> int:
        """How many days it holds."""
        return (self.al - self.dal).days + 1

    @property
    def mesi(self) -> Fraction:
        """How many months it holds, exactly."""
        return mesi(self.dal, self.al)

    def contiene(self, altro: Periodo) -> bool:
        """Whether the other period lies wholly inside this one."""
        return self.dal <= altro.dal and altro.al <= self.al

    def tocca(self, altro: Periodo) -> bool:
        """Whether the two share at least one day."""
        return self.dal <= altro.al and altro.dal <= self.al


def aggiungi_giorni(giorno: date, giorni: int) -> date:
    """Return the day `giorni` days later (earlier when negative)."""
    return giorno + timedelta(days=giorni)


def aggiungi_mesi(giorno: date, mesi: int) -> date:
    """Return the same day `mesi` months later, or the last day of that month when it has no such day."""
    return giorno + relativedelta(months=mesi)


def anni_interi(dal: date, al: date) -> int:
    """Return how many whole years have passed from a day to another, none before it; 29 February is the 28th."""
    day = (dal.month, dal.day)
    if day == _BISESTO and not isleap(al.year):
        day = (2, 28)
    return max(0, al.year - dal.year - (day > (al.month, al.day)))


@lru_cache(maxsize=_RICORDATI)
def fine_mese_n(dal: date, n: int) -> date:
    """Return the last day of the Nth month from `dal`; the end of month 0 is the day before `dal`."""
    if n < 0:
        raise ValueError(f"Il numero di mesi non può essere negativo: {n}.")
    return max(aggiungi_mesi(dal, n) - _UN_GIORNO, aggiungi_mesi(dal - _UN_GIORNO, n))


@lru_cache(maxsize=_RICORDATI)
def mesi(dal: date, al: date) -> Fraction:
    """Count the months from `dal` to `al`, exactly: whole months, then days over the days of the month begun.

    Raises ValueError when `al` comes before `dal`.
    """
    if al < dal:
        raise ValueError(f"Il periodo finisce ({al}) prima di cominciare ({dal}).")
    interi = (al.year - dal.year) * 12 + al.month - dal.month + 1
    while fine_mese_n(dal, interi) > al:
        interi -= 1
    fine = fine_mese_n(dal, interi)
    if fine == al:
        return Fraction(interi)
    return interi + Fraction((al - fine).days, (fine_mese_n(dal, interi + 1) - fine).days)


def fine_dopo(dal: date, mesi: Fraction | int) -> date:
    """Return the last day of a period that starts on `dal` and lasts at most `mesi` months.

    It is the inverse of `mesi`; a part of a day left over is not counted, so that the result never lasts longer than
    asked (a duration under one day gives the day before `dal`). Raises ValueError when `mesi` is negative.
    """
    interi = floor(mesi)
    fine = fine_mese_n(dal, interi)
    if mesi == interi:
        return fine
    giorni = (fine_mese_n(dal, interi + 1) - fine).days
    return aggiungi_giorni(fine, floor((mesi - interi) * giorni))


def unisci(periodi: Iterable[Periodo]) -> list[Periodo]:
    """Join the periods that overlap or follow each other without a day between; the result is in order of time."""
    uniti: list[Periodo] = []
    for periodo in sorted(periodi):
        if uniti and (periodo.dal - uniti[-1].al).days <= 1:
            uniti[-1] = Periodo(uniti[-1].dal, max(uniti[-1].al, periodo.al))
        else:
            uniti.append(periodo)
    return uniti


def festivo(giorno: date) -> bool:
    """Whether the day is a Sunday or a national holiday in Italy."""
    return giorno.weekday() == _DOMENICA or giorno in _feste()


def giorno_utile(giorno: date) -> date:
    """Return the day itself, or the first after it that is no Saturday, Sunday or national holiday."""
    while giorno.weekday() == _SABATO or festivo(giorno):
        giorno += _UN_GIORNO
    return giorno


@cache
def _feste() -> HolidayBase:
    """Return the national holidays of Italy, of any year."""
    # loaded at the first working day that is asked for: it reads the calendars of 250 countries
    import holidays  # noqa: PLC0415

    return holidays.country_holidays("IT")
