"""Invented workers, with codici fiscali that hold."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from stdnum.it.codicefiscale import calc_check_digit

_SURNAMES = (
    "Abbate",
    "Bassi",
    "Carli",
    "Donati",
    "Esposto",
    "Ferri",
    "Gatti",
    "Iori",
    "Lodi",
    "Marini",
    "Neri",
    "Pace",
)
_NAMES = ("Ada", "Bruno", "Carla", "Dario", "Elsa", "Fabio", "Gina", "Ivo", "Lia", "Mauro", "Nora", "Oscar", "Silvia")
_WOMEN = frozenset({"Ada", "Carla", "Elsa", "Gina", "Lia", "Nora", "Silvia"})
_FIRST_BIRTH = date(1950, 1, 1)
_BIRTHS = 11_003  # days, about thirty years: prime, so that a name meets the same day again only after all the others
_MONTHS = "ABCDEHLMPRST"
_WOMAN = 40  # added to the day of birth
_PLACE = "A794"  # Bergamo
_SHORT = 3  # letters of a name in the code


def worker(number: int, like: dict[str, Any]) -> dict[str, Any]:
    """Return the worker of that number: `like`, under a name and code of its own."""
    surname = _SURNAMES[number % len(_SURNAMES)]
    name = _NAMES[number // len(_SURNAMES) % len(_NAMES)]
    birth = _FIRST_BIRTH + timedelta(days=number % _BIRTHS)
    return like | {"cognome": surname, "nome": name, "codice_fiscale": _code(surname, name, birth)}


def _code(surname: str, name: str, birth: date) -> str:
    day = birth.day + (_WOMAN if name in _WOMEN else 0)
    code = f"{_letters(surname)}{_letters(name, skip=True)}{birth:%y}{_MONTHS[birth.month - 1]}{day:02}{_PLACE}"
    return code + str(calc_check_digit(code))


def _letters(name: str, *, skip: bool = False) -> str:
    """Return consonants, then vowels, then X: three; a first name of four consonants skips the second."""
    vowels = [letter for letter in name.upper() if letter in "AEIOU"]
    consonants = [letter for letter in name.upper() if letter not in "AEIOU"]
    if skip and len(consonants) > _SHORT:
        del consonants[1]
    return "".join([*consonants, *vowels, "X", "X"][:_SHORT])
