"""The columns of a document type: what each is called, and which header means which, whatever way it is written.

Of `did`, `riconosci(["Cognome", "Cod. fiscale", "Note"], forma(tipo))` → 0 is `lavoratore.cognome`, 1
`lavoratore.codice_fiscale`; 2 means none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema

from docservice.campi.fields import Gruppo, Lista
from docservice.campi.semplice import Semplice
from docservice.modelli.catalogo import Modello
from docservice.modelli.nomi import titolo
from docservice.modelli.persone import ELENCO, IDENTITA, SOGGETTO
from docservice.tabelle.celle import semplice
from docservice.tabelle.foglio import MAX_NOME, Cella

_SMALL_WORDS = frozenset(
    ["di", "del", "della", "dello", "dell", "d", "il", "la", "lo", "l", "al", "alla", "n", "nr", "num"]
)
_BRACKETS = re.compile(r"\([^)]*\)?")
"""What is in brackets, which a header cut short may leave open."""
_DEEPEST_HEADER = 20
"""Rows, from the top, among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Colonna:
    """A column: the steps to its value in a row, and its field."""

    passi: tuple[str, ...]
    campo: Semplice[Any]
    obbligatoria: bool

    @property
    def nome(self) -> str:
        """The name of the field, dotted."""
        return ".".join(self.passi)

    @property
    def titolo(self) -> str:
        """The name as a person reads it."""
        return titolo(step for step in self.passi if step != SOGGETTO)


@dataclass(frozen=True, slots=True)
class Forma:
    """How a table makes documents of a type: each row one (`elenco` False), or all rows one list."""

    schema: Schema
    colonne: tuple[Colonna, ...]
    elenco: bool = False


@cache
def forma(tipo: Modello) -> Forma:
    """Return how a table makes documents of a type."""
    schema = tipo.schema()
    lista = schema.fields.get(ELENCO)
    if isinstance(lista, Lista) and isinstance(lista.inner, Gruppo):
        inner: Schema = lista.inner.schema
        return Forma(inner, _ordered(_leaves(inner), ()), elenco=True)
    return Forma(schema, _ordered(_leaves(schema), (SOGGETTO,)))


def _ordered(columns: Iterator[Colonna], person: tuple[str, ...]) -> tuple[Colonna, ...]:
    """Return the columns in the order of every table: who the person is, then the rest as the document asks it."""
    first = [(*person, name) for name in IDENTITA]
    return tuple(sorted(columns, key=lambda one: first.index(one.passi) if one.passi in first else len(first)))


def _leaves(schema: Schema, before: tuple[str, ...] = (), *, required: bool = True) -> Iterator[Colonna]:
    """Yield the columns of a schema: its values, and those of its groups; lists have no place in a row."""
    for name, campo in schema.fields.items():
        needed = required and campo.required
        if isinstance(campo, Gruppo):
            yield from _leaves(campo.schema, (*before, name), required=needed)
        elif isinstance(campo, Semplice):
            yield Colonna((*before, name), campo, needed)


def intestazione(righe: Sequence[Sequence[Cella]], of: Forma) -> tuple[int, dict[int, Colonna]]:
    """Return the place of the header among the rows, and the column that each of its cells means.

    The header is the row that means the most columns: a title, or a second header, may stand above it.
    """
    best: tuple[int, dict[int, Colonna]] = (0, {})
    for place, cells in enumerate(righe[:_DEEPEST_HEADER]):
        meant = riconosci(cells, of)
        if len(meant) > len(best[1]):
            best = (place, meant)
    return best


def riconosci(celle: Sequence[Cella], of: Forma) -> dict[int, Colonna]:
    """Return, by place, the column that each cell of a header means; those that mean none are left out."""
    meant = ((place, _meaning(cell, _names(of))) for place, cell in enumerate(celle) if isinstance(cell, str))
    return {place: column for place, column in meant if column is not None}


def ripete(celle: Sequence[Cella], means: Mapping[int, Colonna], of: Forma) -> bool:
    """Say whether a row is the header again: most rows are known by one cell that is not."""
    names = _names(of)
    for place, column in means.items():
        cell = celle[place] if place < len(celle) else None
        if not isinstance(cell, str) or _meaning(cell, names) is not column:
            return False
    return riconosci(celle, of) == means


def _meaning(header: str, names: Mapping[str, Colonna]) -> Colonna | None:
    """Return the column of a header, read as it is, then without its small words, then without what is in brackets."""
    header = header[:MAX_NOME]
    for text in (header, _BRACKETS.sub("", header)):
        for key in (semplice(text), _key(text)):
            if key in names:
                return names[key]
    return None


@cache
def _names(of: Forma) -> dict[str, Colonna]:
    """Return every way of naming a column; a name that would mean two means the one of the row's person, or none."""
    leaves = Counter(column.passi[-1] for column in of.colonne)
    ways_of: list[tuple[Colonna, list[str]]] = []
    for column in of.colonne:
        leaf = column.passi[-1]
        ways = [column.nome, column.titolo]
        if leaves[leaf] == 1 or column.passi[0] == SOGGETTO:
            ways += [leaf, *column.campo.sinonimi]
        ways_of.append((column, ways))
    # a name as it is comes before one without its small words: "did" is not "did del"
    found = {semplice(way): column for column, ways in reversed(ways_of) for way in reversed(ways)}
    for column, ways in ways_of:
        for way in ways:
            found.setdefault(_key(way), column)
    return found


def _key(header: str) -> str:
    words = semplice(header).split()
    return "".join(word for word in words if word not in _SMALL_WORDS) or "".join(words)
