"""The departments of a list that seem one, written in more ways: another case, a letter more or less, cut short.

reparti([(2, {"reparto": "Taglio"}), (3, {"reparto": "taglio"})], "reparto")
-> "Il reparto è scritto in più modi («Taglio» alla riga 2, «taglio» alla riga 3): se è lo stesso, va scritto …"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, Final

from docservice.campi.caratteri import semplice

_MANY: Final = 60
"""Departments, at most, that are looked at two by two."""
_TOLD: Final = 5
_LONG: Final = 6
"""Letters of a word in which one more, or less, is a slip."""
_CUT: Final = 3
"""Letters that say what a word cut short is."""
_VARIANTI: Final = "Il reparto è scritto in più modi ({quali}): se è lo stesso, va scritto sempre uguale."


def reparti(persone: Iterable[tuple[int, Mapping[str, Any]]], campo: str) -> str | None:
    """Return what is told of the departments of a list that are written in more ways than one, the most usual first."""
    ways: dict[str, dict[str, int]] = {}
    many: Counter[str] = Counter()
    for number, person in persone:
        if isinstance(name := person.get(campo), str):
            ways.setdefault(semplice(name), {}).setdefault(name, number)
            many[name] += 1
    written = [[pair for key in some for pair in ways[key].items()] for some in _alike(ways)]
    told = [
        ", ".join(f"«{name}» alla riga {row}" for name, row in sorted(some, key=lambda one: (-many[one[0]], one[1])))
        for some in written
        if len(some) > 1
    ]
    return _VARIANTI.format(quali="; ".join(told[:_TOLD])) if told else None


def _alike(ways: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Return the names that seem one together: a slip is never told beside another slip alone."""
    groups = [[one] for one in ways]
    for one, other in combinations(ways, 2) if len(ways) <= _MANY else ():
        if _cut(ways[one], one, other) or _cut(ways[other], other, one) or _slip(one, other):
            here, there = (next(some for some in groups if name in some) for name in (one, other))
            if here is not there:
                here += there
                groups.remove(there)
    return groups


def _cut(written: Iterable[str], short: str, whole: str) -> bool:
    """Say whether a name is another cut short, with its point."""
    return _CUT <= len(short) < len(whole) and whole.startswith(short) and any(name.endswith(".") for name in written)


def _slip(one: str, other: str) -> bool:
    """Say whether two words begin alike, and differ by a letter that one of them lacks."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) < _LONG or not (short.isalpha() and long.isalpha()):
        return False
    place = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return 0 < place < len(short) and short[place:] == long[place + 1 :]
