"""The CIGO that a unit had, in working days and in weeks: how much lies in a window, which weeks run (art. 12).

    serie([one of 3 June 2024, one of the week after]) -> [[3 June, 10 June]]: two weeks running

Weeks with at least one day that follow each other are consecutive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.generale.finestra import parte
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.figures import Valore

CORTA, INTERA = 5, 6
"""Working days of a short week (Monday to Friday) and of a whole one."""


@dataclass(frozen=True, slots=True)
class Usato:
    """A treatment used in some days: how many working days it took, exactly; `stimati` where they are an estimate."""

    giorni: Periodo
    presi: Fraction
    eone: bool = False
    stimati: bool = False
    riga: Mapping[str, Any] = field(default_factory=dict)

    def settimane(self) -> Iterator[date]:
        """Yield the Mondays of the weeks touched."""
        monday = lunedi(self.giorni.dal)
        while monday <= self.giorni.al:
            yield monday
            monday += timedelta(days=GIORNI_SETTIMANA)


def serie(usati: list[Usato]) -> list[list[date]]:
    """Return the runs of weeks with at least one day, by their Mondays, in order of time."""
    found: list[list[date]] = []
    for monday in sorted({monday for own in usati for monday in own.settimane()}):
        if found and monday - found[-1][-1] == timedelta(days=GIORNI_SETTIMANA):
            found[-1].append(monday)
        else:
            found.append([monday])
    return found


def lavorativi(periodo: Periodo, week: int) -> int:
    """Return the most days of CIGO that a period can have: in each week, no more than its working days."""
    first, last = lunedi(periodo.dal), lunedi(periodo.al)
    if first == last:
        return min(periodo.giorni, week)
    head = GIORNI_SETTIMANA - (periodo.dal - first).days
    between = (last - first).days // GIORNI_SETTIMANA - 1
    return min(head, week) + between * week + min((periodo.al - last).days + 1, week)


def nella_finestra(usato: Usato, window: Periodo, week: int) -> Fraction:
    """Return the days that fall in the window; of a period cut by it, as many as may."""
    inside = parte(usato.giorni, window)
    if inside is None or inside == usato.giorni:
        return usato.presi if inside else Fraction(0)
    if usato.stimati:
        return usato.presi * inside.giorni / usato.giorni.giorni
    working = sum((inside.dal + timedelta(days=count)).weekday() < week for count in range(inside.giorni))
    return min(usato.presi, Fraction(working))


def ripartenza(usati: list[Usato], most: Valore, work: Valore) -> date | None:
    """Return from when a new application may be made, after the last run as long as the limit; None without one."""
    rows = [row for row in serie(usati) if len(row) >= most.decimale]
    if not rows:
        return None
    had = {monday for own in usati for monday in own.settimane()}
    monday, left = rows[-1][-1], int(work.decimale)
    while left:
        monday += timedelta(days=GIORNI_SETTIMANA)
        left -= monday not in had
    return monday + timedelta(days=GIORNI_SETTIMANA)


def lunedi(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())
