"""Formulas of a sheet, moved with their cells: only those that compute from the sheet itself, with known functions.

`sposta("UPPER(A2)&$B$1", lambda place: place + 1)` → "UPPER(B2)&$C$1"; of one that looks into other sheets, files or
addresses, None: its last result goes back in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from docservice.tabelle.foglio import lettera

LUNGA = 500
"""Characters of a formula that is kept."""
MOLTE = 100_000
"""Formulas of a sheet that are kept."""
_ROWS = 1_048_576
# fmt: off
_FUNCTIONS = frozenset([
    "ABS", "AND", "AVERAGE", "CLEAN", "CONCATENATE", "COUNT", "COUNTA", "COUNTIF", "DATE", "DATEDIF",
    "DATEVALUE", "DAY", "DAYS", "EDATE", "EOMONTH", "EXACT", "FIND", "FIXED", "HLOOKUP", "HOUR", "IF",
    "IFERROR", "INDEX", "INT", "ISBLANK", "ISNUMBER", "ISTEXT", "LEFT", "LEN", "LOOKUP", "LOWER",
    "MATCH", "MAX", "MID", "MIN", "MINUTE", "MOD", "MONTH", "N", "NETWORKDAYS", "NOT", "OR", "PRODUCT",
    "PROPER", "REPLACE", "REPT", "RIGHT", "ROUND", "ROUNDDOWN", "ROUNDUP", "ROW", "SEARCH",
    "SUBSTITUTE", "SUM", "SUMIF", "T", "TEXT", "TIME", "TODAY", "TRIM", "UPPER", "VALUE", "VLOOKUP",
    "WEEKDAY", "WORKDAY", "YEAR",
])
# fmt: on
_REFERENCE = re.compile(r"(\$?)([A-Z]+)(\$?)([0-9]*)")
_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
    |(?P<name>[A-Z][A-Z0-9.]*)(?=\()
    |(?P<cell>(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]{0,6}))(?![A-Za-z0-9_.(!])
    |(?P<column>(\$?)([A-Z]{1,3}))(?=:\$?[A-Z]{1,3}(?![A-Za-z0-9_.(!]))
    |(?P<last>(?<=:)(\$?)([A-Z]{1,3}))(?![A-Za-z0-9_.(!])
    |(?P<plain>TRUE|FALSE|[0-9]+(?:\.[0-9]+)?|[-+*/^&=<>(),:%\s])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the cell it was written for, row from 1 and place from 0: others of a group are told by it."""

    testo: str
    riga: int
    posto: int

    def in_cella(self, riga: int, posto: int) -> str | None:
        """Return the same formula as another cell of its group has it."""
        down, right = riga - self.riga, posto - self.posto

        def move(fixed: bool, column: int) -> int | None:  # noqa: FBT001 - whether a sign keeps it where it is
            return column if fixed else column + right

        return _rewritten(self.testo, move, down)


def sposta(formula: str, dove: Callable[[int], int | None]) -> str | None:
    """Return a formula whose columns have moved, None when it cannot be told what it becomes."""
    return _rewritten(formula, lambda _, column: dove(column), 0)


def _rewritten(formula: str, move: Callable[[bool, int], int | None], down: int) -> str | None:
    said, at = [], 0
    while at < len(formula):
        found = _TOKEN.match(formula, at)
        if found is None or (found["name"] and found["name"] not in _FUNCTIONS):
            return None
        at = found.end()
        part = _REFERENCE.fullmatch(found["cell"] or found["column"] or found["last"] or "")
        if part is None:
            said.append(found[0])
            continue
        fixed, letters, still, row = part.groups()
        place, line = move(bool(fixed), posto(letters)), int(row or 1) + (0 if still else down)
        if place is None or place < 0 or (row and not 1 <= line <= _ROWS):
            return None
        said.append(f"{fixed}{lettera(place)}{still}{line if row else ''}")
    return "".join(said)


def posto(lettere: str) -> int:
    """Return the place of a column, from 0, by its letters."""
    place = 0
    for letter in lettere:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1
