"""Series that a sheet makes of one value: days, or hours, that grow by one from a row to the next.

Who drags the corner of a cell down to repeat 01/07/2009 has 02/07, 03/07 and so on: of four rows so `serie` yields the
steps to the field and what is told of it. Two people may follow one another by a day; four seldom do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from docservice.campi.fields import Decimale, Giorno
from docservice.tabelle.colonne import Forma

CODICE: Final = "TAB-SERIE"
_RUN: Final = 4
"""Rows that do not grow by one by accident."""
_SHARED: Final = frozenset({"data_sospensione", "data_did", "data_assunzione"})
"""The days that many people have in common; others, of their own papers, may well follow one another."""
_SERIES: Final = (
    "Dalla riga {prima} alla riga {ultima} {che} di uno a ogni riga, come quando il foglio continua una serie invece di"
    " ripetere il valore: va controllato. In Excel, per ripetere: Opzioni riempimento automatico, Copia celle."
)


def serie(of: Forma, righe: Sequence[tuple[int, Mapping[str, Any]]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the steps to a field and the message of each whose values are a series somewhere."""
    number: Callable[[Any], int | Decimal | None]
    for column in of.colonne:
        match column.campo:
            case Giorno() if column.passi[-1] in _SHARED:
                number, what = _day, "i giorni crescono"
            case Decimale() if column.campo.unita == "ore":
                number, what = _hours, "le ore crescono"
            case _:
                continue
        if (ends := _longest(column.passi, righe, number)) is not None:
            yield column.passi, _SERIES.format(prima=ends[0], ultima=ends[1], che=what)


def _longest(
    steps: tuple[str, ...],
    righe: Sequence[tuple[int, Mapping[str, Any]]],
    number: Callable[[Any], Any],
) -> tuple[int, int] | None:
    """Return the first and last row of the longest run; None if none is long."""
    best, start, before = (0, 0), 0, None
    for place, (_, values) in enumerate(righe):
        now = number(_at(values, steps))
        if now is None or before is None or now - before != 1:
            start = place
        elif place - start > best[1] - best[0]:
            best = start, place
        before = now
    return (righe[best[0]][0], righe[best[1]][0]) if best[1] - best[0] + 1 >= _RUN else None


def _at(values: Any, steps: tuple[str, ...]) -> Any:
    for step in steps:
        values = values.get(step) if isinstance(values, Mapping) else None
    return values


def _day(value: Any) -> int | None:
    try:
        return date.fromisoformat(value).toordinal()
    except (ValueError, TypeError):
        return None


def _hours(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
