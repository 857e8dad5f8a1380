"""The days of a document in the order of the facts: pairs of days, the first of which does not come after the second.

    coppie = [non_dopo("/lavoratori/*/data_assunzione", "/data")]
    fuori_ordine({"data": date(2009, 6, 1), "lavoratori": [{"data_assunzione": date(2010, 1, 4)}]}, coppie, nascite)
    -> [Rilievo(avviso, "/lavoratori/0/data_assunzione", "L’assunzione (04/01/2010) segue la data del …")]

A day is told by its JSON pointer, where `*` is every element of a list; `*` in both of a pair is the same element. The
day of birth that a codice fiscale holds is a day too (`NASCITA`): it has two figures of the year, and is read in the
latest century in which the person may work. No message prints a day of birth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.finding import Rilievo, avviso
from docservice.law.generale.codice_fiscale import anagrafe, esatto, eta
from docservice.law.generale.coppie import Coppia
from docservice.law.generale.nomi_dei_giorni import NASCITA, NOMI
from docservice.law.italiano import giorno, numero
from docservice.law.misura import in_date

FONTE: Final = Fonte("Moduli dei documenti", "ordine dei fatti")
ETA: Final = 15
"""Years of age below which nobody works, in any of the years of these documents."""
_ANNO, _SECOLO = 366, 100
"""Days of a year, and years of a life, at most."""

Posti = tuple[int, ...]
"""The place of a day in each list that holds it."""


def fuori_ordine(dati: Mapping[str, Any], coppie: Iterable[Coppia], nascite: date) -> Iterator[Rilievo]:
    """Yield an avviso for each pair out of order; `nascite` is the day on which the people of the document work."""
    last = nascite.year - ETA
    for one in coppie:
        prima, poi = one.prima.split("/*"), one.poi.split("/*")
        if len(prima) > 1 and len(poi) > 1:
            for place, row in enumerate(_a(dati, prima[0]) or ()):
                for inner, first, then in _contrari(row, prima[1:], poi[1:], last):
                    yield _rilievo(one, (place, *inner), first, then)
        else:
            for places, first, then in _contrari(dati, prima, poi, last):
                yield _rilievo(one, places, first, then)


def oltre_la_vita(lavoratori: Iterable[tuple[str, Mapping[str, Any]]], al: date) -> Iterator[Rilievo]:
    """Yield an avviso for each person with more days of work, on a day, than there were since they could work."""
    for path, worker in lavoratori:
        days = worker["giorni_lavorati"]
        if days > _ANNO and days > _ANNO * (eta(worker["codice_fiscale"], al, _SECOLO) - ETA + 1):
            yield avviso(
                f"{path}/giorni_lavorati",
                f"I giorni lavorati ({numero(days)}) sono più di quanti la persona, secondo il codice fiscale, ne abbia"
                " vissuti in età da lavoro.",
                "Va controllato il numero, o il codice fiscale.",
            )


def _contrari(dati: Any, prima: Sequence[str], poi: Sequence[str], ultimo: int) -> Iterator[tuple[Posti, date, date]]:
    """Yield the days of a pair that are out of order, with the places that the one in a list has."""
    many = len(prima) > 1
    only = _a(dati, (poi if many else prima)[0])
    if only is None:
        return
    for places, day in _giorni(dati, prima if many else poi):
        first, then = (day, only) if many else (only, day)
        if isinstance(first, str):
            first = _nato(first, then, ultimo)
        if first is not None and first > then:
            yield places, first, then


def _giorni(dati: Any, parti: Sequence[str]) -> Iterator[tuple[Posti, Any]]:
    """Yield the days at a pointer, given in its parts between lists, with the place of each in those lists."""
    head, *rest = parti
    found = _a(dati, head)
    if not rest:
        if found is not None:
            yield (), found
        return
    name = rest[0].partition("/")[2].partition("/")[0]
    for place, one in enumerate(found or ()):
        # of very many rows, few hold what is looked for
        if not name or name in one:
            for inner, day in _giorni(one, rest):
                yield (place, *inner), day


def _a(dati: Any, pointer: str) -> Any:
    """Return what is at a pointer, if anything; the data themselves at an empty one."""
    for name in pointer.split("/")[1:]:
        dati = dati.get(name)
        if dati is None:
            return None
    return dati


def _nato(codice: str, entro: date, ultimo: int) -> date | None:
    """Return the day of birth in a good code of a person, if it may come after a day; `ultimo` is its latest year."""
    short = codice[6:8]
    if short.isdecimal() and ultimo - (ultimo - int(short)) % 100 < entro.year:
        return None
    if not esatto(codice):
        return None
    year, month, day, _ = anagrafe(codice)
    return date(ultimo - (ultimo - year) % 100, month, day)


def _rilievo(coppia: Coppia, places: Posti, first: date, then: date) -> Rilievo:
    late = coppia.presso == coppia.prima
    own, other = (first, then) if late else (then, first)
    there = coppia.poi if late else coppia.prima
    told = f"{_detto(coppia.presso, own)} {'segue' if late else 'precede'} {_detto(there, other)}{coppia.perche}."
    measure = None if _di_nascita(coppia.prima) else in_date(own, other)
    path = coppia.presso
    for place in places:
        path = path.replace("*", str(place), 1)
    return avviso(path, told[0].upper() + told[1:], coppia.rimedio, measure)


def _detto(pointer: str, day: date) -> str:
    return NOMI[pointer] if _di_nascita(pointer) else f"{NOMI[pointer]} ({giorno(day)})"


def _di_nascita(pointer: str) -> bool:
    return pointer.endswith((NASCITA, "data_nascita"))
