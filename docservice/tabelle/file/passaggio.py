"""A table as it comes through the fence: lists of the cells, and back, each of them looked at.

`in_dati(Foglio("csv", [Riga(1, ("CF", 3))]))` → `["csv", [[1, "CF", 3]], [], …]`, of which `da_dati` makes the
same `Foglio`; the last lists say which cells are `Rotta`, since as data they are texts, and which are days with an
hour, and what stands beside the rows of a workbook. Of JSON Lines there are the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from docservice.formati.da_json import leggi_json
from docservice.tabelle.file.da_jsonl import Oggetti, Oggetto
from docservice.tabelle.foglio import Cella, Foglio, Riga, Rotta

_CELLE: Final = frozenset({str, int, Decimal, bool, date, datetime, type(None)})
"""What a cell may be."""
_ROTTA: Final = Rotta()
_RIGHE: Final = "jsonl"


class NonTabella(ValueError):  # noqa: N818 - in the words of the field
    """What came through the fence is no table."""


def in_dati(tabella: Foglio) -> list[Any]:
    """Return a table as data: what JSON has, decimals, days."""
    rows = tabella.righe
    broken = [[place, *at] for place, at in _of_kind(rows, Rotta)]
    hours = [[place, at, rows[place].celle[at].isoformat()] for place, some in _of_kind(rows, datetime) for at in some]  # type: ignore[union-attr]
    cells = [[row.numero, *(map(_day, row.celle) if hours else row.celle)] for row in rows]
    hidden = [tabella.nascoste, tabella.colonne_nascoste, tabella.barrate]
    formulas, seen = (
        [[row, place, text] for (row, place), text in some.items()] for some in (tabella.formule, tabella.viste)
    )
    common = None if tabella.comuni is None else in_dati(tabella.comuni)
    beside = [formulas, common, tabella.istruzioni, tabella.altri, tabella.corte, seen, tabella.separatore]
    return [tabella.tipo, cells, tabella.note, tabella.unite, *hidden, tabella.cercata, broken, hours, beside]


def _of_kind(rows: Sequence[Riga], kind: type) -> Iterator[tuple[int, list[int]]]:
    """Yield the places of the rows with a cell of a kind, and of those cells."""
    for place, row in enumerate(rows):
        if kind in map(type, row.celle):
            yield place, [at for at, cell in enumerate(row.celle) if type(cell) is kind]


def _day(cell: Cella) -> Cella:
    return cell.date() if isinstance(cell, datetime) else cell


def righe_in_dati(oggetti: Sequence[Oggetto], linee: Sequence[bytes], note: Sequence[str] = ()) -> list[Any]:
    """Return the objects of lines as data: the lines, to be read again by what reads any JSON, now that they can be."""
    told = zip(oggetti, linee, strict=True)
    return [
        _RIGHE,
        [[o.numero, line.decode("utf-8-sig") if o.difetto is None else o.testo, o.difetto] for o, line in told],
        list(note),
    ]


def da_dati(dati: Any) -> Foglio | Oggetti:
    """Return the table that was made into data; raise `NonTabella`."""
    try:
        return Oggetti(_oggetti(dati[1]), _texts(dati[2])) if dati[0] == _RIGHE else _foglio(*dati)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise NonTabella from error


def _foglio(  # noqa: PLR0913, PLR0917 - what a table is made of
    tipo: str,
    righe: list[list[Any]],
    note: list[str],
    unite: list[str],
    nascoste: list[int],
    colonne: list[int],
    barrate: list[int],
    cercata: str,
    rotte: list[list[int]],
    ore: list[list[Any]],
    accanto: list[Any],
) -> Foglio:
    formulas, common, told, others, short, seen, parted = accanto
    for place, *which in rotte:
        for at in which:
            righe[place][at + 1] = _ROTTA
    for place, at, moment in ore:
        righe[place][at + 1] = datetime.fromisoformat(moment)
    kinds: set[type] = set()
    rows = []
    for number, *cells in righe:
        kinds.update(map(type, cells))
        kinds.add(type(number))
        rows.append(Riga(number, tuple(cells)))
    whole = {
        *map(type, nascoste),
        *map(type, colonne),
        *map(type, barrate),
        *map(type, short),
        *(type(row.numero) for row in rows),
    }
    if not kinds <= _CELLE | {Rotta} or not whole <= {int}:
        raise NonTabella
    tipo, cercata, parted = _texts([tipo, cercata, parted])
    hidden = tuple(nascoste), tuple(colonne), tuple(barrate)
    if {tuple(map(type, one)) for one in (*formulas, *seen)} - {(int, int, str)}:
        raise NonTabella
    if {tuple(map(type, one)) for one in others} - {(str, int, bool)}:
        raise NonTabella
    kept, shown = ({(row, place): text for row, place, text in some} for some in (formulas, seen))
    inner = None if common is None else _foglio(*common)
    beside: dict[str, Any] = {"formule": kept, "comuni": inner, "istruzioni": told is True, "viste": shown}
    beside |= {
        "altri": tuple((name, people, same) for name, people, same in others),
        "corte": tuple(short),
        "separatore": parted,
    }
    return Foglio(tipo, rows, _texts(note), _texts(unite), *hidden, cercata, **beside)


def _texts(told: Sequence[Any]) -> tuple[str, ...]:
    if not {*map(type, told)} <= {str}:
        raise NonTabella
    return tuple(told)


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
