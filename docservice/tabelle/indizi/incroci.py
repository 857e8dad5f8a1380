"""What one column of a row says against another: a value in the place of its neighbour's, hours of who works none.

Of six rows of "operaio" and "Fresatura", the one that has them the other way round is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from docservice.campi.caratteri import semplice

_USUAL: Final = 2
"""Rows from which a value is usual in a column."""
_SWAPPED: Final = (
    "Qualifica («{qualifica}») e reparto («{reparto}») sembrano scambiati: nelle altre righe ciascuno è nella colonna"
    " dell’altro."
)
_ZERO: Final = "La persona è a zero ore, e ne ha {ore} da lavorare: uno dei due dati è sbagliato."

Persone = Sequence[tuple[int, Mapping[str, Any]]]


def incroci(persone: Persone) -> Iterator[tuple[int, str, str]]:
    """Yield number, member and message of what is in doubt of the rows."""
    for number, qualifica, reparto in _swapped(persone):
        yield number, "qualifica", _SWAPPED.format(qualifica=qualifica, reparto=reparto)
    for number, person in persone:
        hours = person.get("ore_lavorate_settimanali")
        if person.get("zero_ore") is True and hours is not None and _more_than_none(hours):
            yield number, "zero_ore", _ZERO.format(ore=str(hours).replace(".", ","))


def _swapped(persone: Persone) -> Iterator[tuple[int, str, str]]:
    pairs = []
    for number, person in persone:
        one, other = person.get("qualifica"), person.get("reparto")
        if isinstance(one, str) and isinstance(other, str):
            pairs.append((number, one, other))
    jobs = Counter(semplice(one) for _, one, _ in pairs)
    places = Counter(semplice(other) for _, _, other in pairs)
    if jobs.keys().isdisjoint(places):
        return
    for number, one, other in pairs:
        job, place = semplice(one), semplice(other)
        usual = places[job] >= _USUAL and jobs[place] >= _USUAL
        if usual and places[job] > jobs[job] and jobs[place] > places[place]:
            yield number, one, other


def _more_than_none(hours: Any) -> bool:
    try:
        return not isinstance(hours, bool) and Decimal(hours) > 0
    except (InvalidOperation, TypeError, ValueError):
        return False
