"""The columns of a document type: what each is called, and which header means which, whatever way it is written.

Of `did`, `riconosci(["Cognome", "Cod. fiscale", "Note"], forma(tipo))` → 0 is `lavoratore.cognome`, 1
`lavoratore.codice_fiscale`; 2 means none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from marshmallow import Schema

from docservice.campi.caratteri import semplice
from docservice.campi.fields import Gruppo, Lista
from docservice.campi.parole import etichette
from docservice.campi.semplice import Semplice
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import INTESTAZIONE
from docservice.modelli.persone import ELENCO, IDENTITA, SOGGETTO, SUOI
from docservice.tabelle.foglio import Cella, vuota
from docservice.tabelle.testi.nomi import chiave, conosciute, corta, ordinata, stellata
from docservice.tabelle.valori import contiene, metti, sovrapponi

PROFONDA = 20
"""Rows, from the top, among which a header is looked for."""

_STEM = 6
"""Letters by which a word is another in the plural."""


@dataclass(frozen=True, slots=True)
class Colonna:
    """A column: the steps to its value in a row, its field, its title as a person reads it.

    `generica` is one of the paper whose name alone may as well be the person's: "Data", where a row is a person.
    """

    passi: tuple[str, ...]
    campo: Semplice[Any]
    obbligatoria: bool
    titolo: str
    generica: bool = False

    @property
    def nome(self) -> str:
        """The name of the field, dotted."""
        return ".".join(self.passi)


@dataclass(frozen=True, slots=True)
class Forma:
    """How a table makes documents of a type: each row one (`elenco` False), or all rows one list."""

    schema: Schema
    colonne: tuple[Colonna, ...]
    elenco: bool = False


@cache
def forma(tipo: Modello) -> Forma:
    """Return how a table makes documents of a type."""
    schema: Schema = tipo.schema()
    lista = schema.fields.get(ELENCO)
    if isinstance(lista, Lista) and isinstance(lista.inner, Gruppo):
        inner: Schema = lista.inner.schema
        return Forma(inner, _ordered(_columns(inner), ()), elenco=True)
    return Forma(schema, _ordered(_columns(schema), (SOGGETTO,)))


def _ordered(columns: Iterator[Colonna], person: tuple[str, ...]) -> tuple[Colonna, ...]:
    """Return the columns in the order of every table: who the person is, then the rest as the document asks it."""
    first = [(*person, name) for name in IDENTITA]
    return tuple(sorted(columns, key=lambda one: first.index(one.passi) if one.passi in first else len(first)))


def _columns(schema: Schema) -> Iterator[Colonna]:
    """Yield the columns of a schema; the titles of the row's own person do without it."""
    for steps, campo, needed in _leaves(schema):
        generic = len(steps) == 1 and SOGGETTO in schema.fields and "_" not in steps[0]
        labels = etichette(schema.fields, steps)[steps[0] == SOGGETTO :]
        yield Colonna(steps, campo, needed, ", ".join(["Documento", *labels] if generic else labels), generic)


def _leaves(
    schema: Schema, before: tuple[str, ...] = (), *, required: bool = True
) -> Iterator[tuple[tuple[str, ...], Semplice[Any], bool]]:
    """Yield what has a place in a row: the values of a schema, and those of its groups; lists have none."""
    for name, campo in schema.fields.items():
        needed = required and campo.required
        if name == INTESTAZIONE:
            continue  # one for all the rows
        if isinstance(campo, Gruppo):
            yield from _leaves(campo.schema, (*before, name), required=needed)
        elif isinstance(campo, Semplice):
            yield (*before, name), campo, needed


@dataclass(frozen=True, slots=True)
class Testata:
    """The header of a table: the place of its first row, how many they are, the columns and the cells as one row."""

    posto: int
    righe: int
    colonne: dict[int, Colonna]
    celle: tuple[Cella, ...]


def intestazione(righe: Sequence[Sequence[Cella]], of: Forma) -> Testata:
    """Return the header among the rows.

    It is the row that means the most columns, or the two rows that together mean more: a title may stand above it.
    """
    names = _names(of)
    best, most = Testata(0, 1, {}, tuple(righe[0])), 0
    for place, cells in enumerate(righe[:PROFONDA]):
        found = riconosci(cells, of)
        if (known := conosciute(cells, names)) > most:
            best, most = Testata(place, 1, found, tuple(cells)), known
    for place, (above, below) in enumerate(pairwise(righe[: PROFONDA + 1])):
        cells = _one_above_the_other(above, below, names)
        if (known := conosciute(cells, names)) > most:
            best, most = Testata(place, 2, riconosci(cells, of), cells), known
    return best


def _one_above_the_other(above: Sequence[Cella], below: Sequence[Cella], names: Collection[str]) -> tuple[Cella, ...]:
    """Return two rows as one header: "Ore settimanali" over "lavorate" is "Ore settimanali lavorate"."""
    joined: list[Cella] = []
    group: Cella = None
    for place in range(max(len(above), len(below))):
        top = above[place] if place < len(above) else None
        low = below[place] if place < len(below) else None
        group = group if vuota(top) else top
        if vuota(low):
            joined.append(top)
        else:
            both = f"{group} {low}"
            joined.append(both if not vuota(group) and chiave(both, names) else low)
    return tuple(joined)


def riconosci(celle: Sequence[Cella], of: Forma) -> dict[int, Colonna]:
    """Return, by place, the column that each cell of a header means; those that mean none are left out."""
    names = _names(of)
    meant = ((place, chiave(cell, names)) for place, cell in enumerate(celle))
    return {place: names[key] for place, key in meant if key is not None}


def ripete(celle: Sequence[Cella], means: Mapping[int, Colonna], of: Forma) -> bool:
    """Say whether a row is the header again: most rows are known by one cell that is not."""
    names = _names(of)
    for place, column in means.items():
        cell = celle[place] if place < len(celle) else None
        if (key := chiave(cell, names)) is None or names[key] is not column:
            return False
    return riconosci(celle, of) == means


def per_campo(
    values: Mapping[str, Any], of: Forma, meant: dict[str, Colonna | None]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return an object whose members are called as columns may be by its fields, and what each of those became.

    A member that would take the place of another stays as it is, to be told. `meant` keeps what each name means: the
    same come in every line.
    """
    strange = [name for name in values if name not in of.schema.fields]
    found = {name: value for name, value in values.items() if name in of.schema.fields}
    became = {}
    for name in strange:
        if name not in meant:
            meant[name] = riconosci([name], of).get(0)
        column = meant[name]
        if column is None or contiene(found, column.passi):
            found[name] = values[name]
            continue
        here: dict[str, Any] = {}
        metti(here, column.passi, values[name])
        found, became[name] = sovrapponi(found, here), column.nome
    return found, became


def nomi(of: Forma) -> Collection[str]:
    """Return the keys by which headers are known (`testi.nomi`), for whoever reads a file to look for one."""
    return _names(of).keys()


@cache
def _names(of: Forma) -> dict[str, Colonna]:
    """Return every way of naming a column; a name that would mean two means the one of the row's person, or none.

    Where a row is a person, a name alone is the person's or nothing's: "Telefono" is not the firm's.
    """
    leaves = Counter(column.passi[-1] for column in of.colonne)
    ends = Counter(column.passi[start:] for column in of.colonne for start in range(1, len(column.passi)))
    person = any(column.passi[0] == SOGGETTO for column in of.colonne)
    said = Counter(way for column in of.colonne for way in column.campo.sinonimi)
    ways_of: list[tuple[Colonna, list[str]]] = []
    found: dict[str, Colonna] = {}
    for column in of.colonne:
        leaf, ways = column.passi[-1], list[str]()
        if column.generica:
            # the empty table's, filled in: "Documento, Data", or "Data *"; "data del documento" may be the person's
            ways += column.campo.sinonimi
            found[stellata(leaf)] = column
            found[stellata(column.titolo.partition(", ")[2])] = column
        else:
            ways += [column.titolo, column.nome]
            ways += [" ".join(end) for end in _ends(column.passi) if ends[end] == 1]
            if column.passi[0] == SOGGETTO or (leaves[leaf] == 1 and (len(column.passi) == 1 or not person)):
                ways += [leaf, column.campo.etichetta, *column.campo.sinonimi]
            else:  # a way that only one column has, or that says of what it is: "consenso al…" of one of `consensi`
                own = not person or column.passi[0] in SUOI
                alone = (way for way in column.campo.sinonimi if own and said[way] == 1)
                group = (way for way in column.campo.sinonimi if way[:_STEM] == column.passi[0][:_STEM])
                ways += [*alone, *group]
        ways_of.append((column, ways))
    # a name as it is comes before one without its small words: "did" is not "did del"
    for column, ways in reversed(ways_of):
        found |= {semplice(way): column for way in reversed(ways)}
    for key in (corta, ordinata):
        for column, ways in ways_of:
            for way in ways:
                found.setdefault(key(way), column)
    return found


def _ends(steps: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the last steps to a value, two at least: "sede legale CAP" is of the firm, whoever the row is of."""
    return (steps[start:] for start in range(1, len(steps) - 1))
