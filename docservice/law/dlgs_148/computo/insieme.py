"""Two treatments at once in one unit: which may run side by side, how many months they share.

    affiancati([a CIGO of June and July, a contract of the year], …) -> (0, 1): of other workers, they may

Only an ordinary treatment beside an extraordinary one; the days they share are then counted once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.generale.finestra import parte, sovrapposti
from docservice.law.dlgs_148.generale.unita import stessa

CDS: Final = "CDS"
CIGS: Final = "CIGS"
ORDINARI: Final = frozenset({"CIGO", "FIS"})
STRAORDINARI: Final = frozenset({CIGS, CDS})
"""A treatment of the first may run beside one of the second; two of the same may not."""


def affiancati(righe: Sequence[Mapping[str, Any]], periodi: Mapping[int, Periodo]) -> Iterator[tuple[int, int]]:
    """Yield the places of an ordinary and of an extraordinary treatment of one unit that share days."""
    for one, days in periodi.items():
        if righe[one]["tipo"] not in ORDINARI:
            continue
        for other, others in periodi.items():
            if righe[other]["tipo"] in STRAORDINARI and days.tocca(others) and stessa(righe[one], righe[other]):
                yield one, other


def incompatibili(
    righe: Sequence[Mapping[str, Any]], periodi: Mapping[int, Periodo], percorso: str
) -> list[tuple[str, str]]:
    """Return as faults the treatments of one unit that share days and may not run side by side."""
    found: list[tuple[str, str]] = []
    units = {righe[place]["unita"] for place in periodi if "unita" in righe[place]} or {None}
    for unit in units:
        for kind in (ORDINARI, STRAORDINARI):
            own = {
                place: period
                for place, period in periodi.items()
                if righe[place]["tipo"] in kind and righe[place].get("unita", unit) == unit
            }
            found += sovrapposti(own, percorso)
    # rows that name no unit are of each of them
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Trattato:
    """A treatment as the five years count it: its days, where they are known, its months, whose it is."""

    tipo: str
    giorni: tuple[Periodo, ...]
    mesi: Fraction
    codici: frozenset[str] | None = None


def in_comune(trattati: Sequence[Trattato]) -> dict[bool, Fraction]:
    """Return the months that an ordinary treatment shares with an extraordinary one of other workers.

    They are counted once, with the ordinary one, which is whole: under True those to take off the solidarity
    contracts, under False those to take off the CIGS. Of an ordinary one given in weeks, as large a part as it counts.
    """
    found = {True: Fraction(0), False: Fraction(0)}
    for one in trattati:
        if one.tipo not in ORDINARI or not one.giorni:
            continue
        whole = sum((days.mesi for days in one.giorni), Fraction(0))
        for other in trattati:
            if other.tipo in STRAORDINARI and not (one.codici and other.codici and one.codici & other.codici):
                shared = [parte(days, others) for days in one.giorni for others in other.giorni]
                months = sum((days.mesi for days in shared if days), Fraction(0))
                found[other.tipo == CDS] += months * min(one.mesi / whole, Fraction(1))
    return found
