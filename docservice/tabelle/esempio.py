"""The example row of a table to fill in: written by `vuota`, known again when the table is sent.

Of `did` it is `ESEMPIO Binti`, `Carla`, …: left as it is, it is no row, and a note says so; changed in part, it
is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from marshmallow import ValidationError

from docservice import service
from docservice.campi.fields import Giorno, Scelta, SiNo, Testo
from docservice.modelli.catalogo import Modello, catalogo
from docservice.modelli.persone import ELENCO
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.colonne import Colonna, forma
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.foglio import Cella, Riga, vuota

CODICE = "TAB-ESEMPIO"
MARCA = "ESEMPIO"
"""How the first text of the example begins."""
_ALIKE = 4
"""Values that another row does not have by chance as the example has them."""
_MOST = 2 / 3
"""Of the values of the example, the part that is as it was where only the person has been put in its place."""
_FIRST = 2
"""Rows, from the first, among which an example without its mark is looked for."""


@cache
def esempio(tipo: Modello) -> Mapping[str, Any]:
    """Return the values of the example row, as JSON has them, by name of column; the first text has the mark."""
    row = _persona(tipo) if forma(tipo).elenco else service.esempio(tipo.id)
    found = {}
    for column in forma(tipo).colonne:
        value: Any = row
        for step in column.passi:
            value = value.get(step) if isinstance(value, Mapping) else None
        if value is not None and _good(value, column):
            found[column.nome] = value
    first = _marked(tipo)
    return found | {first: f"{MARCA} {found.get(first, '')}".strip()}


def _good(value: Any, column: Colonna) -> bool:
    try:
        column.campo.deserialize(value)
    except ValidationError:  # of another list, which allows other words
        return False
    return True


def _persona(tipo: Modello) -> Any:
    """Return the first person of the example of a list; of one that has none, that of another."""
    others = (service.esempio(other.id) for other in (tipo, *catalogo().values()))
    return next(data[ELENCO][0] for data in others if data.get(ELENCO))


@cache
def _marked(tipo: Modello) -> str:
    """Return the name of the column that has the mark."""
    return next(column.nome for column in forma(tipo).colonne if type(column.campo) is Testo)


def senza_esempio(
    tipo: Modello, righe: Sequence[Riga], colonne: Mapping[int, Colonna], difetti: Difetti, note: list[str]
) -> list[Riga]:
    """Return the rows that are not the example; note that it is there, tell the one that was changed in part."""
    example, mark = esempio(tipo), _marked(tipo)
    at = next((place for place, column in colonne.items() if column.nome == mark), None)
    kept = []
    for number, row in enumerate(righe):
        cell = row.celle[at] if at is not None and at < len(row.celle) else None
        marked = isinstance(cell, str) and cell.lstrip().startswith(MARCA)
        if marked or number < _FIRST:
            same, alike, told = _compared(row, colonne, example, mark)
            if marked and same == told:
                note.append(f"La riga {row.numero} è quella di esempio: non è letta.")
                continue
            if marked:
                message = f"È la riga di esempio, cambiata in parte: va tolta la parola {MARCA} e completata la riga."
                difetti.segna(CODICE, message, row.numero, at)
            elif alike >= max(_ALIKE, told * _MOST):
                message = "Molti valori di questa riga sono quelli dell’esempio: va controllato che siano veri."
                difetti.avvisa(CODICE, message, row.numero, percorso="")
        kept.append(row)
    return kept


def _compared(row: Riga, colonne: Mapping[int, Colonna], example: Mapping[str, Any], mark: str) -> tuple[int, int, int]:
    """Return how many cells are as in the example, how many of them would not be so by chance, and of how many."""
    same = alike = told = 0
    for place, column in colonne.items():
        cell = row.celle[place] if place < len(row.celle) else None
        wanted = example.get(column.nome)
        if column.nome == mark or (wanted is None and vuota(cell)):
            continue
        told += 1
        if wanted is not None and _reads(cell, column) == str(wanted):
            same += 1
            alike += not isinstance(column.campo, Scelta | SiNo)
    return same, alike, told


def _reads(cell: Cella, column: Colonna) -> str | None:
    if vuota(cell):
        return None
    try:
        return str(valore(cell, column.campo))
    except CellaIllegibile:
        return None


def in_cella(value: Any, column: Colonna) -> Cella:
    """Return a value of the example as a person writes it in its cell."""
    if isinstance(column.campo, SiNo):
        return "sì" if value else "no"
    if isinstance(column.campo, Giorno):
        return date.fromisoformat(value)
    return value if isinstance(value, int) else str(value)
