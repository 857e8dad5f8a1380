"""The rows of a table as HTML: plain, sums, bands, and the bands that a page repeats.

A band over three columns is `<tr class="fascia"><th scope="row" colspan="3"><span>Officina</span></th></tr>`; what its
bookmark says, on one line, is an attribute (`data-nome`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docservice.render.bands.blocks import Parted
from docservice.render.runs import plain, written
from docservice.text.blocks import Row, Runs, Table

AGAIN, LONG = "ripresa", "lunga"
"""Classes of a row that repeats a band on a page, and of one that may go on on the next."""
_LONG = 1200
"""Characters of a cell from which its row may go on on the next page: kept whole it would leave a page half empty."""


def rows(table: Table, looks: Sequence[str]) -> Iterator[str]:
    """Yield the rows, `looks` being the attributes of their cells; over one that begins a page, the band repeated."""
    starts = table.starts if isinstance(table, Parted) else {}
    for place, row in enumerate(table.rows):
        kinds = ["totale"] if place in table.totals else ["fascia"] if place in table.bands else []
        if again := starts.get(place):
            yield _band(again, len(row), ["fascia", AGAIN])
        elif again is not None:
            kinds.append("nuova")
        yield _band(row[0], len(row), kinds) if place in table.bands else _row(row, looks, kinds)


def _band(runs: Runs, columns: int, kinds: Sequence[str]) -> str:
    """Return a row that is a name only; it can be read wherever the table is scrolled."""
    name = plain("".join([run.text for run in runs]))
    cell = f'<th scope="row" colspan="{columns}"><span>{written(runs)}</span></th>'
    return f'<tr{_classes(kinds)} data-nome="{name}">{cell}</tr>'


def _row(row: Row, looks: Sequence[str], kinds: Sequence[str]) -> str:
    cells = "".join([f"<td{look}>{written(cell)}</td>" for cell, look in zip(row, looks, strict=True)])
    if not kinds and len(cells) > _LONG and max(len(run.text) for cell in row for run in cell) > _LONG:
        kinds = [LONG]
    return f"<tr{_classes(kinds)}>{cells}</tr>"


def _classes(kinds: Sequence[str]) -> str:
    return f' class="{" ".join(kinds)}"' if kinds else ""
