"""The codice fiscale of a person: `esatto` is fast and sure of the plain ones; python-stdnum, slower, judges the rest.

    valido("BNTCRL71C54A794Q") -> True: form and check character are good

DM 23/12/1976: six letters of the name, year, month and day of birth (a woman's plus forty), place, check character;
seven digits may be letters, so that no two people have the same code (omocodia).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from stdnum.it import codicefiscale

_CIFRE: Final = dict(zip("0123456789", "LMNPQRSTUV", strict=True))
"""Each digit with the letter that may stand in its place."""
_IN_CIFRE: Final = str.maketrans({letter: digit for digit, letter in _CIFRE.items()})
_MESI: Final = "ABCDEHLMPRST"
_DONNA: Final = 40
"""What a woman's day of birth is told with, more than it is."""


def _una(digits: str) -> str:
    """Return the class of one of these digits, or of its letter."""
    return f"[{digits}{''.join(_CIFRE[digit] for digit in digits)}]"


_TUTTE, _NON_ZERO = _una("0123456789"), _una("123456789")
_FINO_A_28 = f"{_una('04')}{_NON_ZERO}|{_una('15')}{_TUTTE}|{_una('26')}{_una('012345678')}"
_FINO_A_30 = f"{_FINO_A_28}|{_una('26')}{_una('9')}|{_una('37')}{_una('0')}"
_FINO_A_31 = f"{_FINO_A_30}|{_una('37')}{_una('1')}"
_GIORNO = f"(?:[ACELMRT](?:{_FINO_A_31})|[DHPS](?:{_FINO_A_30})|B(?:{_FINO_A_28}))"
# the 29th of February wants its year looked at: it is among the rest
_PERSONA: Final = re.compile(f"[A-Z]{{6}}{_TUTTE}{{2}}{_GIORNO}[A-Z]{_TUTTE}{{3}}[A-Z]")

_SEGNI: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_A: Final = ord("A")


def _valori(before: str) -> bytes:
    """Return what each character adds to the sum that gives the check character, after one that adds nothing."""
    added = bytes(ord(str(codicefiscale.calc_check_digit(before + sign))) - _A for sign in _SEGNI)
    return bytes.maketrans(_SEGNI.encode(), added)


_DISPARI, _PARI = _valori(""), _valori("1")


def esatto(codice: str) -> bool:
    """Say whether it is plainly a person's good code, with neither spaces nor small letters; False proves nothing."""
    if _PERSONA.fullmatch(codice) is None:
        return False
    raw = codice.encode()
    total = sum(raw[0:15:2].translate(_DISPARI)) + sum(raw[1:15:2].translate(_PARI))
    return total % 26 + _A == raw[15]


def valido(codice: str) -> bool:
    """Say whether it is well formed and its check character holds, spaces and small letters aside."""
    return esatto(codice) or bool(codicefiscale.is_valid(codice))


def compatto(codice: str) -> str:
    """Return it without spaces and signs, in capitals."""
    if codice.isascii() and codice.isalnum() and codice.isupper():
        return codice
    return str(codicefiscale.compact(codice))


def anagrafe(codice: str) -> tuple[int, int, int, str]:
    """Return the last two figures of the year, month and day of birth, and M or F, from a person's good code."""
    year, day = int(codice[6:8].translate(_IN_CIFRE)), int(codice[9:11].translate(_IN_CIFRE))
    return year, _MESI.index(codice[8]) + 1, day % _DONNA, "F" if day > _DONNA else "M"


def eta(codice: str, giorno: date, ignota: int) -> int:
    """Return the years of age, under a hundred, that a person's code tells on a day; `ignota` if it tells none.

    It has two figures of the year: who is to be born in a year of them is told as old as who was a century before.
    """
    if not esatto(codice):
        return ignota
    year, month, day, _ = anagrafe(codice)
    return (giorno.year - year - ((month, day) > (giorno.month, giorno.day))) % 100
