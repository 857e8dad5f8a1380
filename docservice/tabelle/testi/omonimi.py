"""One person in two rows, or two persons under one code: what is told of each row, with the numbers of the others.

doppia(3, [3, 10], {3: {"cognome": "Ferri", …}, 10: …}) -> "La stessa persona è anche alla riga 10: va lasciata …"
omonimi({3: {…, "codice_fiscale": "FRRBRN65A18A794G"}, 10: {…, "codice_fiscale": "FRRBRN65A18F205U"}})
-> [(3, "Alla riga 10 c’è una persona con lo stesso nome e la stessa data di nascita, e un altro codice …")]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.campi.caratteri import semplice
from docservice.law.generale.codice_fiscale import anagrafe, valido
from docservice.modelli.persone import CODICE, nominativo

_NAMED: Final = 5
"""Other rows, at most, that a message names."""
_ALIKE: Final = (
    "Alla riga {altre} c’è una persona con lo stesso nome e la stessa data di nascita, e un altro codice fiscale: se è"
    " la stessa va lasciata una volta, con il codice giusto."
)
_PERSONA: Final = 16
"""Characters of the code of a person."""

Persone = Mapping[int, Mapping[str, Any]]
"""Persons by number of their row."""


def doppia(numero: int, numeri: Sequence[int], persone: Persone) -> str:
    """Return what is told of a row whose code is in others too: of one person, or of two."""
    others = [other for other in numeri[: _NAMED + 1] if other != numero][:_NAMED]
    told, name = ", ".join(map(str, others)), _nome(persone[numero])
    stranger = next((other for other in others if _nome(persone[other]).isdisjoint(name)), None)
    if stranger is not None and name and _nome(persone[stranger]):
        return f"Lo stesso codice fiscale è alla riga {stranger} con un altro nome: uno dei due è sbagliato."
    return f"La stessa persona è anche alla riga {told}: va lasciata una volta."


def omonimi(persone: Persone) -> Iterator[tuple[int, str]]:
    """Yield number and message of the rows whose person has the name and the birthday of another, and another code."""
    found: dict[Any, dict[str, int]] = defaultdict(dict)
    for number, person in persone.items():
        code = person.get(CODICE)
        if isinstance(code, str) and (name := semplice(nominativo(person))):
            found[name].setdefault(code.replace(" ", "").upper(), number)
    for codes in found.values():
        if len(codes) > 1:
            yield from _same_day(codes)


def _same_day(codes: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    days: dict[Any, list[int]] = defaultdict(list)
    for code, number in codes.items():
        if len(code) == _PERSONA and valido(code):
            days[anagrafe(code)].append(number)
    for numbers in days.values():
        for number in numbers if len(numbers) > 1 else ():
            others = ", ".join([str(other) for other in numbers[: _NAMED + 1] if other != number][:_NAMED])
            yield number, _ALIKE.format(altre=others)


def _nome(person: Mapping[str, Any]) -> set[str]:
    return set(semplice(nominativo(person)).split())
