"""What the shape of a table says before its cells are read: another header below, headers down a column, short rows.

    trasposta([("Cognome", "Neri"), ("Nome", "Ada"), ("CF", "…")], forma(tipo)) -> True

A column that is missing may be one that has another name: `forse("Ore settimanali", ["Note", "Ore contratto"])` is
"Ore contratto".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from docservice.campi.caratteri import semplice
from docservice.tabelle.colonne import Forma, Testata, nomi, riconosci
from docservice.tabelle.foglio import Cella, vuota
from docservice.tabelle.testi.nomi import MAX_NOME, chiave, conosciute, corta

_LOOKED: Final = 6
"""Cells, from the first, of which a header has one whose name is known as it is."""
_FEW: Final = 2
"""Names of columns that are in no row by accident."""
_DOWN: Final = 3
"""Names of columns that are not one under the other by accident."""
_LIKE: Final = 1 / 2
"""Of the words of the shorter of two names, the part that they share when they may be one."""
_LETTERS: Final = 4
_GENERAL: Final = frozenset({"data", "codi", "nume"})
"""How the words begin that two names share by accident."""
_SHORT: Final = 2
"""Letters of the words that say nothing of a column, at most."""

TRASPOSTA: Final = (
    "I nomi delle colonne sono nella prima colonna, uno per riga: devono stare nella prima riga, uno per colonna. In"
    " Excel: si copia la tabella, poi Incolla speciale, Trasponi."
)
ALTRA_INTESTAZIONE: Final = (
    "Alla riga {riga} c’è un’altra intestazione, con altre colonne o in un altro ordine: ciò che segue non si può"
    " leggere come ciò che precede. Va inviato a parte, oppure vanno messe le colonne nello stesso ordine."
)
CORTA: Final = (
    "La riga ha meno celle dell’intestazione: forse ne manca una in mezzo, e quelle che seguono sono slittate, o il"
    " file è tronco. Va controllata."
)
_VARIANTI: Final = "Il reparto è scritto in più modi ({quali}): se è lo stesso, va scritto sempre uguale."


def altra_intestazione(riga: Sequence[Cella], testata: Testata, of: Forma) -> bool | None:
    """Say whether a row is another header; None when it is no header, False when it is the same, or a part of it."""
    names = nomi(of)
    # most rows are known by their first cells that are none: it is asked of each of a hundred thousand
    words = (cell for cell in riga if isinstance(cell, str) and cell and len(cell) <= MAX_NOME)
    if not any(corta(word) in names for word in islice(words, _LOOKED)):
        return None
    filled = [place for place, cell in enumerate(riga) if not vuota(cell)]
    found = riconosci(riga, of)
    if conosciute(riga, names) < _FEW or 2 * len(found) < len(filled):
        return None
    return any(_key(riga, place, of) != _key(testata.celle, place, of) for place in filled)


def _key(cells: Sequence[Cella], place: int, of: Forma) -> object:
    """Return what a header's cell means, or else says."""
    cell = cells[place] if place < len(cells) else None
    column = riconosci([cell], of).get(0)
    return semplice(str(cell)) if column is None else column


def trasposta(righe: Sequence[Sequence[Cella]], of: Forma, lette: int = 0) -> bool:
    """Say whether the names of the columns are one under the other in the first column."""
    names = nomi(of)
    down = {key for cells in righe if cells and (key := chiave(cells[0], names)) is not None}
    return len(down) >= _DOWN and len(down) > lette


def forse(titolo: str, ignorate: Iterable[str]) -> str | None:
    """Return the header that may be a column of another name, None when none looks like it."""
    wanted = _words(titolo)
    scores: dict[str, float] = {}
    for name in ignorate:
        words = _words(name)
        if words and (shared := words & wanted) and (shared - _GENERAL or words <= wanted):
            scores[name] = len(shared) / min(len(words), len(wanted))
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _LIKE else None


def _words(name: str) -> set[str]:
    """Return the words of a name by their first letters: they are often cut short."""
    return {word[:_LETTERS] for word in semplice(name).split() if len(word) > _SHORT}


def reparti(persone: Iterable[Mapping[str, Any]], campo: str) -> str | None:
    """Return what is told of the departments of a list that are written in more ways than one."""
    ways: dict[str, dict[str, None]] = {}
    for person in persone:
        if isinstance(name := person.get(campo), str):
            ways.setdefault(semplice(name), {})[name] = None
    told = ["; ".join(f"«{name}»" for name in some) for some in ways.values() if len(some) > 1]
    return _VARIANTI.format(quali="; ".join(told[:5])) if told else None
