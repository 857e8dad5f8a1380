"""What a word that is none of a few perhaps stands for: the one that differs by its signs only, or that looks like it.

`vicini("Determnato", ["determinato", "indeterminato"])` → `["determinato", "indeterminato"]`; `non_ammesso` says so
of a value. One that is long is no misspelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import Final

from docservice.campi.caratteri import semplice

LUNGO: Final = 60
"""Characters of a word past which nothing is looked for."""
_LIKE: Final = 0.6
"""How like, among a few words."""
_CAMEL: Final = re.compile("(?<=[a-z])(?=[A-Z])")


def spezzata(parola: str) -> str:
    """Return a word in its plainest form, "datoreLavoro" as two."""
    return semplice(_CAMEL.sub(" ", parola))


def vicini(parola: str, note: Iterable[str]) -> list[str]:
    """Return which of the known words a word may stand for: the one that differs by its signs only, or some."""
    known, key = _note(tuple(note)), _stretta(parola[:LUNGO])
    if key in known:
        return [known[key][0]]
    own = _coppie(key)
    # what shares no two letters in a row is like it by accident, and to find out costs most of the time
    some = [one for one, (_, pairs) in known.items() if own & pairs]
    return [known[one][0] for one in get_close_matches(key, some, 3, _LIKE)]


@lru_cache(64)
def _note(words: tuple[str, ...]) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the known words, and the pairs of letters of each, by how they are compared."""
    return {key: (one, _coppie(key)) for one in words for key in [_stretta(one)]}


def _stretta(parola: str) -> str:
    return spezzata(parola).replace(" ", "")


def _coppie(parola: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(parola)))


def non_ammesso(valore: str, ammessi: Iterable[str], altri: Mapping[str, Iterable[str]] | None = None) -> str:
    """Return what to say of a word that is none of those of a list; `altri` are other ways to say each."""
    ways = tuple((way, word) for word, some in (altri or {}).items() for way in some)
    return _detto(valore, tuple(ammessi), ways)


@lru_cache(1024)
def _detto(valore: str, ammessi: tuple[str, ...], modi: tuple[tuple[str, str], ...]) -> str:
    meant = dict(modi) | {word: word for word in ammessi}
    near = vicini(valore, meant) if len(valore) <= LUNGO else []
    guess = f"forse «{meant[near[0]]}»? Va" if near else "va"
    return f"Valore non ammesso, {guess} scelto fra {', '.join(ammessi)}."
