"""The tables of the application: units, staff of each, workers; a row may be told by several papers.

The rows are those of the latest paper that lists them; the others add what it leaves out, and say where they disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docservice.cigsonline.carte import Carta, trova
from docservice.cigsonline.sezioni import Campo, Righe
from docservice.cigsonline.valori import Detto, Risposta, simile

_Chiave = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Voce:
    """What a paper says of a row: the paper, where, the object."""

    carta: Carta
    da: str
    percorso: str
    dati: Mapping[str, Any]


@dataclass(slots=True)
class Riga:
    """A row: what lists it, what all the papers say of it, what is believed of each column."""

    base: Voce
    voci: list[Voce]
    risposte: dict[str, Risposta] = field(default_factory=dict)
    rinvia: int | None = None
    """The row of another table to which it belongs, from 0."""

    @property
    def valori(self) -> dict[str, Any]:
        """The values believed, by column."""
        return {name: said.scelto.valore for name, said in self.risposte.items()}


@dataclass(slots=True)
class Tabella:
    """The rows of a section, and what other papers have besides."""

    righe: list[Riga]
    fuori: list[Voce]

    def senza(self, colonna: str) -> list[int]:
        """Return the rows, from 1, that lack a column."""
        return [place for place, one in enumerate(self.righe, 1) if colonna not in one.risposte]


def tabella(come: Righe, carte: Sequence[Carta]) -> Tabella:
    """Return the rows that the papers tell."""
    told = [[_voci(carta, da) for carta in carte] for da in come.da]
    listed = next((lists[-1] for one in told if (lists := [found for found in one if found])), [])
    rows = [Riga(one, [one]) for one in listed]
    others = [one for source in told for found in source if found is not listed for one in found]
    fuori = _unisci(come.chiave, rows, others)
    for row in rows:
        row.voci.sort(key=lambda one: (one.carta.giorno, one.carta.numero))
        for column in come.colonne:
            if said := list(_detti(row, column, carte if len(rows) == 1 else ())):
                row.risposte[column.id] = Risposta(said)
    return Tabella(rows, fuori)


def _voci(carta: Carta, da: str) -> list[Voce]:
    place, listed, _ = da.partition("/*")
    found = trova(carta.dati, place)
    if not listed:
        return [Voce(carta, da, place, found)] if isinstance(found, Mapping) else []
    return [Voce(carta, da, f"{place}/{number}", one) for number, one in enumerate(found or ())]


def _unisci(chiave: Sequence[str], rows: Sequence[Riga], others: Sequence[Voce]) -> list[Voce]:
    """Give each row what other papers say of it; return what is of no row.

    Of a key of several names the first may be left out, as the name of a unit is; a row takes one object of each paper.
    """
    found = _Indice(chiave, rows)
    return [one for one in others if not found.prende(one)]


class _Indice:
    """The rows by their keys: each object is looked for among those only that are not taken yet."""

    def __init__(self, chiave: Sequence[str], rows: Sequence[Riga]) -> None:
        self._free, self._fixed = (chiave[0], chiave[1:]) if len(chiave) > 1 else ("", chiave)
        self._rows = rows
        self._known: dict[_Chiave, list[int]] = defaultdict(list)
        self._next: dict[_Chiave, int] = defaultdict(int)
        self._taken: set[_Chiave] = set()
        for place, row in enumerate(rows):
            name, fixed = self._key(row.base)
            self._known[name, fixed].append(place)
            if name:
                self._known[None, fixed].append(place)
            self._taken.add((place, row.base.carta.numero, row.base.da))

    def _key(self, one: Voce) -> tuple[str, _Chiave]:
        return simile(one.dati.get(self._free, "")), tuple(simile(one.dati.get(name, "")) for name in self._fixed)

    def prende(self, one: Voce) -> bool:
        """Give an object to the first row that it may be of: of its name, else where one of the two has none."""
        name, fixed = self._key(one)
        of = one.carta.numero, one.da
        for key in ((name, fixed), ("" if name else None, fixed)):
            places, at = self._known[key], self._next[key, of]
            while at < len(places) and (places[at], *of) in self._taken:
                at += 1
            self._next[key, of] = at
            if at < len(places):
                self._taken.add((places[at], *of))
                self._rows[places[at]].voci.append(one)
                return True
        return False


def _detti(row: Riga, column: Campo, carte: Sequence[Carta]) -> Iterator[Detto]:
    """Yield what is said of a column: once for each paper, in the order of their days."""
    said: dict[int, Detto] = {}
    for one in row.voci:
        value = one.dati.get(column.id)
        if value is not None and one.carta.numero not in said and (not isinstance(value, str) or value.strip()):
            said[one.carta.numero] = Detto(one.carta, f"{one.percorso}/{column.id}", value)
    if column.unica:
        for carta in carte:
            value = trova(carta.dati, column.unica)
            if value is not None and carta.numero not in said:
                said[carta.numero] = Detto(carta, column.unica, value)
        return iter(sorted(said.values(), key=lambda one: (one.carta.giorno, one.carta.numero)))
    return iter(said.values())


def rinvia(rows: list[Riga], column: str, to: Sequence[Riga], names: Sequence[str]) -> None:
    """Say to which row of another table each belongs, by any of its names; put them in its order, the unknown last.

    A row that names none belongs to the only one, if it is one.
    """
    known: dict[Any, int | None] = {}
    for place, other in enumerate(to):
        for name in names:
            if told := simile(other.valori.get(name, "")):
                known[told] = place if known.get(told, place) == place else None  # of two with one name, neither
    for row in rows:
        told = simile(row.valori.get(column, ""))
        row.rinvia = 0 if len(to) == 1 and not told else known.get(told)
    rows.sort(key=lambda row: len(to) if row.rinvia is None else row.rinvia)
