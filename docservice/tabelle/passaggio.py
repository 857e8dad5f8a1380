"""A table as it comes through the fence: lists of the cells, and back, each of them looked at.

`in_dati(Foglio("csv", [Riga(1, ("CF", 3))]))` → `["csv", [[1, "CF", 3]], [], [], [], [[], [], False]]`, of which
`da_dati` makes the same `Foglio`; the fifth says which cells are `Rotta`, since as data they are texts; the last has
what stands beside the rows of a workbook. Of JSON Lines there are the
lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.formati.da_json import leggi_json
from docservice.tabelle.da_jsonl import Oggetto
from docservice.tabelle.foglio import Foglio, Riga, Rotta

_CELLE: Final = frozenset({str, int, Decimal, bool, date, type(None)})
"""What a cell may be."""
_ROTTA: Final = Rotta()
_RIGHE: Final = "jsonl"


class NonTabella(ValueError):  # noqa: N818 - in the words of the field
    """What came through the fence is no table."""


def in_dati(tabella: Foglio) -> list[Any]:
    """Return a table as data: what JSON has, decimals, days."""
    rows = tabella.righe
    broken = [
        [place, *(at for at, cell in enumerate(row.celle) if type(cell) is Rotta)]
        for place, row in enumerate(rows)
        if Rotta in map(type, row.celle)
    ]
    formulas = [[row, place, text] for (row, place), text in tabella.formule.items()]
    beside = [formulas, [[row.numero, *row.celle] for row in tabella.comuni], tabella.istruzioni]
    return [tabella.tipo, [[row.numero, *row.celle] for row in rows], tabella.note, tabella.unite, broken, beside]


def righe_in_dati(oggetti: Sequence[Oggetto], linee: Sequence[bytes]) -> list[Any]:
    """Return the objects of lines as data: the lines, to be read again by what reads any JSON, now that they can be."""
    told = zip(oggetti, linee, strict=True)
    return [
        _RIGHE,
        [[o.numero, line.decode("utf-8-sig") if o.difetto is None else o.testo, o.difetto] for o, line in told],
    ]


def da_dati(dati: Any) -> Foglio | list[Oggetto]:
    """Return the table that was made into data; raise `NonTabella`."""
    try:
        return _oggetti(dati[1]) if dati[0] == _RIGHE else _foglio(*dati)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise NonTabella from error


def _foglio(  # noqa: PLR0913, PLR0917 - as it comes
    tipo: str,
    righe: list[list[Any]],
    note: list[str],
    unite: list[str],
    rotte: list[list[int]],
    accanto: list[Any],
) -> Foglio:
    formulas, common, told = accanto
    righe = [*righe, *common]  # looked at as the others
    for place, *which in rotte:
        for at in which:
            righe[place][at + 1] = _ROTTA
    kinds: set[type] = set()
    rows = []
    for number, *cells in righe:
        kinds.update(map(type, cells))
        kinds.add(type(number))
        rows.append(Riga(number, tuple(cells)))
    texts = {*map(type, (tipo, *note, *unite))}
    if not kinds <= _CELLE | {Rotta} or not {type(row.numero) for row in rows} <= {int} or texts != {str}:
        raise NonTabella
    if {tuple(map(type, one)) for one in formulas} - {(int, int, str)}:
        raise NonTabella
    kept = {(row, place): text for row, place, text in formulas}
    first = len(rows) - len(common)
    return Foglio(tipo, rows[:first], tuple(note), tuple(unite), kept, rows[first:], istruzioni=told is True)


def _oggetti(righe: list[list[Any]]) -> list[Oggetto]:
    found = []
    for number, text, fault in righe:
        if not isinstance(number, int) or not isinstance(text, str) or not isinstance(fault, str | None):
            raise NonTabella
        if fault is None:
            values = leggi_json(text.encode("utf-8", "surrogatepass"), riga=number)
            if not isinstance(values, dict):
                raise NonTabella
            found.append(Oggetto(number, values))
        else:
            found.append(Oggetto(number, testo=text, difetto=fault))
    return found
