"""The sheets of a workbook beside the one that is read: those that hold people too, whom nobody would read.

Of «Luglio», with the same header and three people, and «Uffici», where two people are under other headers, it makes
`[("Luglio", 3, True), ("Uffici", 2, False)]`; a sheet without people, and with other headers, is not among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

from python_calamine import CalamineSheet, CalamineWorkbook

from docservice.law.generale.codice_fiscale import compatto, valido
from docservice.tabelle.foglio import MAX_CELLE, Altro

_PERSONA: Final = 16
"""Characters of the code of a person."""
_LONGEST: Final = 2 * _PERSONA
_FEW: Final = 2
"""People of whom a sheet is, at least."""


def altri(book: CalamineWorkbook, nomi: Collection[str], uguali: Collection[str]) -> Iterator[Altro]:
    """Yield, of the sheets of those names, those that hold people or are among the `uguali`, by their header."""
    for name in nomi:
        people, same = _persone(book.get_sheet_by_name(name)), name in uguali
        if same or people >= _FEW:
            yield name, people, same


def _persone(sheet: CalamineSheet) -> int:
    """Return how many people are in the column that has the most codes."""
    found: dict[int, set[str]] = defaultdict(set)
    for row in islice(sheet.iter_rows(), MAX_CELLE // max(1, sheet.width)):
        for place, cell in enumerate(row):
            if isinstance(cell, str) and _PERSONA <= len(cell) <= _LONGEST:
                code = compatto(cell).upper()
                if len(code) == _PERSONA and valido(code):
                    found[place].add(code)
    return max(map(len, found.values()), default=0)
