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
_NO_PLACE: Final = (
    "Reparto dice «{reparto}», che è una qualifica, e qualifica dice «{qualifica}»: se sono scambiati vanno messi al"
    " loro posto."
)
_ALL: Final = (
    "Qualifica e Reparto sembrano scambiati in {quante} righe su {tutte}: se è così, vanno scambiate le due colonne, o"
    " le loro intestazioni."
)
_JOBS: Final = frozenset(
    (
        *("operaio", "operaia", "impiegato", "impiegata", "quadro", "dirigente", "apprendista"),
        *("intermedio", "intermedia"),
    )
)
"""Words that say what somebody is, and are the name of no department."""
_ZERO: Final = "La persona è a zero ore, e ne ha {ore} da lavorare: uno dei due dati è sbagliato."

Persone = Sequence[tuple[int, Mapping[str, Any]]]


def incroci(persone: Persone) -> Iterator[tuple[int | None, str, str]]:
    """Yield number, member and message of what is in doubt of the rows; without a number, of the whole column."""
    pairs = list(_both(persone))
    found = dict(_swapped(pairs))
    if _USUAL < 2 * len(found) > len(pairs):
        yield None, "qualifica", _ALL.format(quante=len(found), tutte=len(pairs))
        found = {}
    for number, message in found.items():
        yield number, "qualifica", message
    for number, person in persone:
        hours = person.get("ore_lavorate_settimanali")
        if person.get("zero_ore") is True and hours is not None and _more_than_none(hours):
            yield number, "zero_ore", _ZERO.format(ore=str(hours).replace(".", ","))


def _both(persone: Persone) -> Iterator[tuple[int, str, str]]:
    for number, person in persone:
        one, other = person.get("qualifica"), person.get("reparto")
        if isinstance(one, str) and isinstance(other, str):
            yield number, one, other


def _swapped(pairs: Sequence[tuple[int, str, str]]) -> Iterator[tuple[int, str]]:
    """Yield number and message of the rows whose two values look swapped: by the others, or by what they say."""
    jobs = Counter(semplice(one) for _, one, _ in pairs)
    places = Counter(semplice(other) for _, _, other in pairs)
    for number, one, other in pairs:
        job, place = semplice(one), semplice(other)
        usual = places[job] >= _USUAL and jobs[place] >= _USUAL
        if usual and places[job] > jobs[job] and jobs[place] > places[place]:
            yield number, _SWAPPED.format(qualifica=one, reparto=other)
        elif place in _JOBS and _JOBS.isdisjoint(job.split()):
            yield number, _NO_PLACE.format(qualifica=one, reparto=other)


def _more_than_none(hours: Any) -> bool:
    try:
        return not isinstance(hours, bool) and Decimal(hours) > 0
    except (InvalidOperation, TypeError, ValueError):
        return False
