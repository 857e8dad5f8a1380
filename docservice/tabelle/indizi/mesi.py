"""Columns of days in which the month comes first: most of their days can be read, and are read wrong.

A sheet that takes the day first makes 01/03/2004 the first of March, and leaves 09/14/1998 a text: of a column with
both, `mese_e_giorno` yields the letter, that text and a day that has probably changed with its month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from docservice.campi.fields import Giorno
from docservice.law.italiano import giorno
from docservice.tabelle.colonne import Colonna
from docservice.tabelle.foglio import Cella, Riga, lettera
from docservice.tabelle.testi.nomi import VUOTI

CODICE: Final = "TAB-MESE-GIORNO"
_DAY: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}\b")
_MONTHS: Final = 12
_TOLD: Final = (
    "Nella colonna {colonna} le date sembrano scritte con il mese prima del giorno ({prima}): anche le altre, con il"
    " giorno fino a 12, hanno probabilmente giorno e mese scambiati (per esempio {altra}). Correggere quelle che non"
    " si leggono non basta: va esportata di nuovo la tabella con le date nella forma aaaa-mm-gg."
)


def mese_e_giorno(dati: Sequence[Riga], colonne: Mapping[int, Colonna]) -> Iterator[str]:
    """Yield what is told of each column whose days are written month first."""
    for place, column in colonne.items():
        if isinstance(column.campo, Giorno):
            cells = [(row.numero, row.celle[place]) for row in dati if place < len(row.celle)]
            if (found := _month_first(cells)) is not None:
                letters = lettera(place)
                first, other = (f"{letters}{number}, {day}" for number, day in found)
                yield _TOLD.format(colonna=letters, prima=first, altra=other)


def _month_first(cells: Sequence[tuple[int, Cella]]) -> tuple[tuple[int, str], tuple[int, str]] | None:
    """Return a day that has its month first, and one that may; None if there are none, or as many that have it last.

    Of days that are what they seem, more than half are after the twelfth.
    """
    first: tuple[int, str] | None = None
    others: list[tuple[int, str]] = []
    last = 0
    for number, cell in cells:
        if isinstance(cell, date):
            one, two, said = cell.day, cell.month, giorno(cell)
        elif isinstance(cell, str) and (match := _DAY.match(cell.strip(VUOTI))):
            one, two, said = int(match[1]), int(match[2]), match[0]
        else:
            continue
        if one > _MONTHS:
            last += 1
        elif two > _MONTHS:
            first = first or (number, said)
        else:
            others.append((number, said))
    return (first, others[0]) if first is not None and len(others) > last else None
