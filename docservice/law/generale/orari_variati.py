"""Weekly hours that change in the course of a period: their mean, by days, the same in every regime.

    20 hours a week, none from 1/1 to 6/8/2024, in a period of that year -> 147 days × 20 ÷ 366 = 8 + 2/61

`orari` of a row are the days on which it keeps other hours than the usual ones (`ore_lavorate_settimanali`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from docservice.law.calendar import Periodo, aggiungi_giorni, fine_mese_n, unisci

Tratti = tuple[tuple[Periodo, Decimal], ...]
"""Stretches of days, each with its weekly hours."""


def tratti(riga: Mapping[str, Any], periodo: Periodo | None) -> Tratti:
    """Return the days on which a row keeps other hours; none where some are out of the period, or come twice.

    Who judges the document says which are wrong; the row is then read by its usual hours.
    """
    told = riga.get("orari")
    if not told or periodo is None or any(one["al"] < one["dal"] for one in told):
        return ()
    found = tuple((Periodo(one["dal"], one["al"]), one["ore_lavorate_settimanali"]) for one in told)
    days = [one for one, _ in found]
    once = sum(one.giorni for one in unisci(days)) == sum(one.giorni for one in days)
    return found if once and all(periodo.contiene(one) for one in days) else ()


@lru_cache(maxsize=4096)
def media(solite: Decimal, cambi: Tratti, periodo: Periodo) -> Fraction:
    """Return the mean week worked in a period; very many rows share few hours."""
    usual = periodo.giorni - sum(days.giorni for days, _ in cambi)
    worked = sum((days.giorni * Fraction(hours) for days, hours in cambi), Fraction(0))
    return (worked + usual * Fraction(solite)) / periodo.giorni


def mesi_oltre(
    righe: Iterable[tuple[int, Decimal, Decimal, Tratti]], periodo: Periodo, limite: Decimal
) -> Iterator[tuple[date, Fraction]]:
    """Yield a day of each calendar month whose own average cut passes a limit, and that cut, in percent.

    `righe` are heads, contractual hours, usual hours and other hours of each row; of a month count the days of the
    period.
    """
    due = kept = Decimal(0)
    changes: dict[date, Decimal] = defaultdict(Decimal)
    for heads, contract, usual, others in righe:
        due += heads * contract
        kept += heads * usual
        for days, hours in others:
            changes[days.dal] += heads * (hours - usual)
            changes[aggiungi_giorni(days.al, 1)] -= heads * (hours - usual)
    steps = sorted(changes)
    first = periodo.dal
    while first <= periodo.al:
        last = min(fine_mese_n(first.replace(day=1), 1), periodo.al)
        worked, day = Decimal(0), first
        while day <= last:
            while steps and steps[0] <= day:
                kept += changes[steps.pop(0)]
            until = min(last, aggiungi_giorni(steps[0], -1)) if steps else last
            worked += kept * Periodo(day, until).giorni
            day = aggiungi_giorni(until, 1)
        cut = (1 - Fraction(worked) / (Fraction(due) * Periodo(first, last).giorni)) * 100
        if cut > limite:
            yield first, cut
        first = aggiungi_giorni(last, 1)
