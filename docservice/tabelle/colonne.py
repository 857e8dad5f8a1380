"""The columns of a document type: what each is called, and which header means which, whatever way it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from docservice.campi.fields import Gruppo, Lista
from docservice.modelli.catalogo import Modello
from docservice.tabelle.celle import semplice
from docservice.tabelle.foglio import Cella

SOGGETTO, ELENCO = "lavoratore", "lavoratori"
"""The person that a row is about, when each row is a document; the list that rows are, when they are one."""

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "codice_fiscale": ("cod fiscale", "cod fisc", "codice fisc", "cf"),
    "qualifica": ("qualifica professionale",),
    "livello": ("liv", "livello di inquadramento", "inquadramento"),
    "data_assunzione": ("assunzione", "assunto il", "data assunz"),
    "contratto": ("tipo contratto", "tipologia contratto", "rapporto di lavoro"),
    "giorni_lavorati": ("giornate lavorate", "gg lavorati", "giorni di lavoro"),
    "mesi_contribuzione_precedenti": ("mesi contribuzione", "mesi di contribuzione"),
    "did_sottoscritta": ("did", "did firmata", "did sottoscritta"),
    "data_did": ("did del", "did in data"),
    "ore_settimanali": ("ore sett", "orario settimanale", "ore contrattuali", "orario contrattuale"),
    "ore_lavorate_settimanali": ("ore lavorate", "ore sett lavorate", "ore da lavorare", "orario ridotto"),
    "disponibilita_riqualificazione": ("riqualificazione",),
    "disponibilita_lavoro_congruo": ("lavoro congruo",),
    "data_sospensione": ("sospeso dal", "sospensione"),
}
_ACCENTED = re.compile(r"\b(attiv|autor|disponibil|ident|indenn|modal|un)ita\b")
_SMALL_WORDS = frozenset(
    ["di", "del", "della", "dello", "dell", "d", "il", "la", "lo", "l", "al", "alla", "n", "nr", "num"]
)
_BRACKETS = re.compile(r"\(.*?\)")
_ACRONYMS = re.compile(r"\b(?:cap|ccnl|did|iva|inps)\b", re.IGNORECASE)
_DEEPEST_HEADER = 20
"""Rows, from the top, among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Colonna:
    """A column: the steps to its value in a row, and its field."""

    passi: tuple[str, ...]
    campo: fields.Field[Any]
    obbligatoria: bool

    @property
    def nome(self) -> str:
        """The name of the field, dotted."""
        return ".".join(self.passi)

    @property
    def titolo(self) -> str:
        """The name as a person reads it."""
        words = [_ACCENTED.sub(r"\1ità", step.replace("_", " ")) for step in self.passi if step != SOGGETTO]
        return _ACRONYMS.sub(lambda found: found[0].upper(), ": ".join(words).capitalize())


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
        return Forma(inner, tuple(_leaves(inner)), elenco=True)
    return Forma(schema, tuple(_leaves(schema)))


def _leaves(schema: Schema, before: tuple[str, ...] = (), *, required: bool = True) -> Iterator[Colonna]:
    """Yield the columns of a schema: its values, and those of its groups; lists have no place in a row."""
    for name, campo in schema.fields.items():
        needed = required and campo.required
        if isinstance(campo, Gruppo):
            yield from _leaves(campo.schema, (*before, name), required=needed)
        elif not isinstance(campo, Lista):
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


def _meaning(header: str, names: Mapping[str, Colonna]) -> Colonna | None:
    """Return the column of a header, read as it is, then without its small words, then without what is in brackets."""
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
            ways += [leaf, *_SYNONYMS.get(leaf, ())]
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
