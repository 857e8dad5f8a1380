"""How much a drawing (SVG) draws once each of its references is followed: few elements can stand for millions.

`controlla(root)` passes a `use` of a shape; of ten groups, each ten times the one before, raises `LogoRifiutato`.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from docservice.allegati.controllo.valori import LogoRifiutato

_DISEGNATI: Final = 20_000
"""Most elements drawn."""
_RICHIAMO: Final = re.compile(r"url\(#(\w+)\)")
_RICHIAMA: Final = ("fill", "stroke", "clip-path")


def controlla(root: etree._Element) -> None:
    """Raise `LogoRifiutato` of a drawing that draws too much, or that refers to itself."""
    named = {str(one.get("id")): one for one in root.iter() if one.get("id")}
    if _Conto(named).di(root) > _DISEGNATI:
        raise LogoRifiutato("L’SVG ripete troppe volte le sue parti (use): va semplificato, oppure inviato come PNG.")


class _Conto:
    """Counts what each element draws, those that it refers to with it, once for each."""

    def __init__(self, named: dict[str, etree._Element]) -> None:
        self._named = named
        self._known: dict[etree._Element, int] = {}
        self._open: set[etree._Element] = set()

    def di(self, one: etree._Element) -> int:
        if one in self._open:
            raise LogoRifiutato("Nell’SVG una parte richiama sé stessa: va esportato di nuovo, o inviato come PNG.")
        if one not in self._known:
            self._open.add(one)
            self._known[one] = 1 + sum(map(self.di, [*one, *self._refers(one)]))
            self._open.remove(one)
        return self._known[one]

    def _refers(self, one: etree._Element) -> list[etree._Element]:
        told = [one.get("href", "").removeprefix("#")]
        told += [found[1] for name in _RICHIAMA if (found := _RICHIAMO.fullmatch(one.get(name, "")))]
        return [self._named[name] for name in told if name in self._named]
