"""On which days the law says a thing: its own days, and those on which a figure opens or closes it.

vigenze(the rule on the start of the CIGS, open while `giorni_inizio_cigs` has a value) -> [(1 November 2015, date.max)]
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Final

from docservice.law.figures import tutte
from docservice.law.voce import Voce

Giorni = tuple[date, date]
"""The first day and the last: `date.min` and `date.max` where there is none."""
_ULTIMO: Final = "validita_al"
"""The value of the law by which a regime says on which day it ends."""


def vigenze(voce: Voce) -> list[Giorni]:
    """Return the days on which it holds, in order of time; of a figure, the days on which it has a value."""
    held: list[Giorni] = [(voce.dal, voce.al)]
    if voce.vige is not None:
        held = comuni(held, _noti(voce.regime, voce.vige))
    if voce.prima_di is not None:
        held = comuni(held, _fuori(_noti(voce.regime, voce.prima_di)))
    return held


@cache
def del_regime(regime: str) -> Giorni:
    """Return the days of a regime: from that of its first value of the law, to the last that it says of itself."""
    own = f"{regime.replace('-', '_')}."
    figures = {name.removeprefix(own): one for name, one in tutte().items() if name.startswith(own)}
    first = min(value.dal for one in figures.values() for value in one.valori)
    last = figures.get(_ULTIMO)
    return first, date.max if last is None else last.valori[-1].giorno


def _noti(regime: str, figura: str) -> list[Giorni]:
    """Return the days on which a figure has a value, values that follow each other joined."""
    found: list[Giorni] = []
    for value in tutte()[f"{regime.replace('-', '_')}.{figura}"].valori:
        if value.noto:
            joined = found and found[-1][1] + timedelta(days=1) == value.dal
            first = found.pop()[0] if joined else value.dal
            found.append((first, value.al or date.max))
    return found


def _fuori(known: Iterable[Giorni]) -> list[Giorni]:
    """Return the days out of some."""
    found, first = [], date.min
    for dal, al in known:
        if first < dal:
            found.append((first, dal - timedelta(days=1)))
        if al == date.max:
            return found
        first = al + timedelta(days=1)
    return [*found, (first, date.max)]


def comuni(some: Iterable[Giorni], others: list[Giorni]) -> list[Giorni]:
    """Return the days that are among some and among others."""
    both = [(max(one[0], other[0]), min(one[1], other[1])) for one in some for other in others]
    return [(dal, al) for dal, al in both if dal <= al]
