"""What is written under qualifica, livello and reparto and seems to be of another column, of a person, of a program.

Of a row with qualifica "3" and livello "operaio" `qualifiche` says that they look swapped; of livello "3.0" that a
program made it; of a qualifica "Neri Ada" that she is another of the list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.campi.caratteri import semplice

_WORDS: Final = ("qualifica", "livello", "reparto")
_USUAL: Final = 2
"""Rows from which a value is usual in a column."""
_LETTERS: Final = 4
"""Letters of a word that is no level."""
_NUMBER: Final = re.compile(r"(\d+)[.,]0+", re.ASCII)
_DAY: Final = re.compile(r"[2-6]\d{4}", re.ASCII)
"""How a sheet counts the days of some eighty years, until today's and beyond."""
_WORD: Final = re.compile(rf"[^\W\d_]{{{_LETTERS},}}")

_SWAPPED: Final = (
    "Qualifica («{qualifica}») e livello («{livello}») sembrano scambiati: se è così, vanno messi al loro posto."
)
_ALL: Final = (
    "Qualifica e Livello sembrano scambiati in {quante} righe su {tutte}: se è così, vanno scambiate le due colonne, o"
    " le loro intestazioni."
)
_LEVEL: Final = "La qualifica è «{qualifica}», che sembra un livello: va controllata la riga."
_MOVED: Final = "Il livello è «{livello}», che nelle altre righe è {che}: forse le celle della riga sono slittate."
_SOMEBODY: Final = "La qualifica è «{qualifica}», il nome della persona della riga {riga}: va controllata."
_PROGRAM: Final = (
    "«{testo}» sembra un numero scritto da un programma: va scritto com’è nella busta paga, forse {forse}."
)
_DATE: Final = "«{testo}» sembra una data, che il foglio conta così: va scritto ciò che si voleva."
_UNSURE: Final = "In «{testo}» c’è un punto interrogativo: va scritto il valore certo."

Persone = Sequence[tuple[int, Mapping[str, Any]]]


def qualifiche(persone: Persone) -> Iterator[tuple[int | None, str, str]]:
    """Yield number, member and message of what is in doubt; without a number, of the whole column."""
    rows = [(number, said) for number, one in persone if _are_texts(said := tuple(map(one.get, _WORDS)))]
    # many rows say the same three things: what follows from them is found once
    many = Counter(said for _, said in rows)
    texts = {said: {name: one.strip() for name, one in zip(_WORDS, said, strict=True) if one} for said in many}
    swapped = {said: told for said, one in texts.items() if (told := _swapped(one)) is not None}
    wrong, both = (sum(many[said] for said in some) for some in (swapped, [one for one in many if one[0] and one[1]]))
    if _USUAL < 2 * wrong > both:
        yield None, "qualifica", _ALL.format(quante=wrong, tutte=both)
        texts, swapped = {said: one for said, one in texts.items() if said not in swapped}, {}
    usual: dict[str, Counter[str]] = {name: Counter() for name in _WORDS}
    for said, one in texts.items():
        for name, text in one.items():
            usual[name][semplice(text)] += many[said]
    named = {name: number for number, one in persone for name in _names(one)}
    found = {
        said: [
            *([("qualifica", swapped[said])] if said in swapped else _of_the_row(one, usual, named)),
            *((name, told) for name, text in one.items() if (told := _made(name, text)) is not None),
        ]
        for said, one in texts.items()
    }
    for number, said in rows:
        yield from ((number, *one) for one in found.get(said, ()))


def _are_texts(said: Sequence[Any]) -> bool:
    return all(one is None or isinstance(one, str) for one in said)


def _of_the_row(
    texts: Mapping[str, str], usual: Mapping[str, Counter[str]], named: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """Yield member and message of what a row says that belongs elsewhere."""
    job, level = texts.get("qualifica", ""), texts.get("livello", "")
    if (row := named.get(job.casefold())) is not None:
        yield "qualifica", _SOMEBODY.format(qualifica=job, riga=row)
    elif job.isdecimal():
        yield "qualifica", _LEVEL.format(qualifica=job)
    for member, called in (("reparto", "il reparto"), ("qualifica", "la qualifica")):
        own = usual["livello"][semplice(level)]
        if level and _WORD.search(level) and usual[member][semplice(level)] >= max(_USUAL, own + 1):
            yield "livello", _MOVED.format(livello=level, che=called)
            return


def _swapped(texts: Mapping[str, str]) -> str | None:
    job, level = texts.get("qualifica", ""), texts.get("livello", "")
    if not any(map(str.isdecimal, job)) or _WORD.search(job) or not _WORD.search(level):
        return None
    return _SWAPPED.format(qualifica=job, livello=level)


def _made(member: str, text: str) -> str | None:
    """Return what is told of a text that a program has made of a number or of a day, or that is not certain."""
    if (found := _NUMBER.fullmatch(text)) is not None:
        return _PROGRAM.format(testo=text, forse=found[1])
    if member == "livello" and _DAY.fullmatch(text):  # a department may have such a number
        return _DATE.format(testo=text)
    return _UNSURE.format(testo=text) if text.endswith("?") else None


def _names(person: Mapping[str, Any]) -> Iterator[str]:
    surname, name = person.get("cognome"), person.get("nome")
    if isinstance(surname, str) and isinstance(name, str):
        yield f"{surname} {name}".casefold()
        yield f"{name} {surname}".casefold()
