"""What a cell of a sheet holds: a day, a number, or a text; and how it shows.

`cell((Run("1.234,5", value=Decimal("1234.5")), Run(" ore")))` → 1234.5, which shows as «1.234,5 ore». The value is the
one that was loaded, never read from the text; only how many decimals show is.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from docservice.render.errors import RenderError
from docservice.render.word.context import legal
from docservice.text.blocks import Runs

TEXT, DAY = "@", "dd/mm/yyyy"
LONGEST: Final = 32_000
"""Characters that a cell holds, a little under Excel's."""
_EXACT: Final = 10**15
"""From here on a sheet would round a number."""
_UNIT: Final = 12
"""Characters of what may stand after a number, as its unit."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a sheet would take for a formula, once it is typed again."""


class Cell(NamedTuple):
    """A value and its number format."""

    value: str | date | int | Decimal
    shown: str = TEXT


def cell(runs: Runs) -> Cell:
    """Return what a cell holds: the value, where it prints one and, at most, its unit after it; else the text."""
    value = runs[0].value if runs else None
    if value is None:
        return Cell(words(runs))
    rest = runs[1:]
    unit = "".join([run.text for run in rest])
    alone = len(unit) <= _UNIT and not any(run.pointer or run.value is not None for run in rest)
    if isinstance(value, date) and not rest:
        return Cell(value, DAY)
    if alone and isinstance(value, int | Decimal) and -_EXACT < value < _EXACT:
        return Cell(value, _format(runs[0].text, unit))
    return Cell(words(runs))


def plain(runs: Runs) -> str:
    """Return the text of some runs, however long."""
    return legal("".join([run.text for run in runs]))


def words(runs: Runs) -> str:
    """Return the text of some runs; raise `RenderError` where it is more than a cell holds."""
    text = plain(runs)
    if len(text) > LONGEST:
        raise RenderError(f"un testo supera i {LONGEST} caratteri di una cella: {len(text)}")
    return text


def guarded(text: str) -> bool:
    """Say whether a text begins as formulas do: its cell says that it is text, for who will edit it."""
    return text.startswith(_FORMULA)


def _format(printed: str, unit: str) -> str:
    """Return the number format that shows a number as it prints."""
    decimals = len(printed.partition(",")[2])
    told = f'"{legal(unit).replace(chr(34), "")}"' if unit else ""
    return ("#,##0" if "." in printed else "0") + ("." + "0" * decimals if decimals else "") + told
