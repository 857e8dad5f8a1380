"""A name against the letters of a codice fiscale: whether any plausible way of reading the one gives the other.

    coincide("Bonetti", "Carla", "BNTCRL71C54A794Q") -> True, at once; False proves nothing
    di_cognome("Müller-Weiß", "MLL") -> True; di_nome("Gian Franco", "GFR") -> True

DM 23/12/1976: three consonants, then vowels, then X; of a first name of four consonants or more, the first, the third
and the fourth. Offices write a name in more than one way: a part of it only, letters that Italian lacks as they like.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import combinations, islice, product
from typing import Final

_TUTTI: Final = bytes(range(256))
_NON_CONSONANTI: Final = _TUTTI.translate(None, b"BCDFGHJKLMNPQRSTVWXYZ")
_NON_VOCALI: Final = _TUTTI.translate(None, b"AEIOU")
_NON_LETTERE: Final = re.compile("[^A-Z]+")
_TRE: Final = 3
_MOLTE_LETTURE, _MOLTE_PAROLE = 16, 5
"""Ways of writing one name, and words of it, at most, that are tried."""

_ALTRE: Final = (
    "ä a/ae å a/aa ö o/oe ü u/ue æ ae/a œ oe/o ø o/oe ß ss/s ł l đ d/dj ð d/dh þ th/t š s/sh ś s/sh ş s/sh ș s/sh"
    " č c/ch ć c/ch ç c/ch/s ž z/zh/j ź z/zh ñ n/gn/ny ř r/rz ţ t/tz ț t/tz ğ g/ ı i ħ h ŋ n/ng ŧ t ə a/e ɛ e ɔ o"
)
"""Letters written in plain ones in more than one way, or not by taking off a mark."""
_SCRITTURE: Final = {one[0]: tuple(one[2:].split("/")) for one in re.findall(r"\S \S+", _ALTRE)}


def lettere(cognome: str, nome: str) -> str:
    """Return the six letters that a name in plain letters has in a code; of another, only some way of reading it."""
    surname, name = cognome.upper().encode("utf-8", "replace"), nome.upper().encode("utf-8", "replace")
    return (_cognome(surname) + _nome(name)).decode()


def coincide(cognome: str, nome: str, codice: str) -> bool:
    """Say whether the code plainly begins with the letters of a name; False proves nothing."""
    return cognome.isascii() and nome.isascii() and codice[:6] == lettere(cognome, nome)


def di_cognome(cognome: str, lettere: str) -> bool:
    """Say whether three letters may be those of a surname."""
    return _possono(cognome, lettere, _cognome)


def di_nome(nome: str, lettere: str) -> bool:
    """Say whether three letters may be those of a first name."""
    return _possono(nome, lettere, _nome)


def _possono(testo: str, lettere: str, of: Callable[[bytes], bytes]) -> bool:
    """Say whether the letters are those of a name, or of some of its words; of one that has no reading they may be."""
    wanted, read = lettere.encode(), False
    for words in _letture(testo):
        read = True
        for many in range(len(words), 0, -1):
            if any(of(b"".join(some)) == wanted for some in combinations(words, many)):
                return True
    return not read


def _letture(testo: str) -> Iterator[list[bytes]]:
    """Yield the words of a name, in plain capital letters, for each way of writing it; none if it has other letters."""
    composed = unicodedata.normalize("NFC", testo.lower())
    choices = {letter: _scritture(letter) for letter in set(composed) if not letter.isascii()}
    if not all(choices.values()):
        return
    for chosen in islice(product(*choices.values()), _MOLTE_LETTURE):
        plain = composed.translate({ord(letter): way for letter, way in zip(choices, chosen, strict=True)}).upper()
        if words := _NON_LETTERE.sub(" ", plain).split():
            yield [word.encode() for word in words[:_MOLTE_PAROLE]]


def _scritture(letter: str) -> tuple[str, ...]:
    """Return how a letter is written in plain ones; a mark, or a sign, ends a word or is left out."""
    if letter in _SCRITTURE:
        return _SCRITTURE[letter]
    if unicodedata.combining(letter):
        return ("",)
    if not letter.isalpha() or unicodedata.category(letter) == "Lm":
        return (" ",)
    base = unicodedata.normalize("NFKD", letter)[0]
    return (base,) if base.isascii() else ()


def _cognome(parola: bytes) -> bytes:
    consonants = parola.translate(None, _NON_CONSONANTI)
    if len(consonants) >= _TRE:
        return consonants[:_TRE]
    return (consonants + parola.translate(None, _NON_VOCALI) + b"XX")[:_TRE]


def _nome(parola: bytes) -> bytes:
    consonants = parola.translate(None, _NON_CONSONANTI)
    return consonants[:1] + consonants[2:4] if len(consonants) > _TRE else _cognome(parola)
