"""Pages laid out with the bands of their tables repeated.

The engine lays the document out; from the heights of its rows it is known where pages begin with bands above them, and
it is laid out again, each band in its place. What follows a table may take rows along with it: so it is looked at
again. Documents without bands are laid out once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from itertools import takewhile
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import TableBox

from docservice.render.bands.blocks import Parted
from docservice.render.bands.pages import BAND, PLAIN, SUM, Page, TooHigh, pages
from docservice.render.bands.rows import AGAIN, LONG
from docservice.text.blocks import Document, Runs, Table

_TIMES = 12
"""Layouts at most: each settles a page at least, most all."""
_TABLE = "dati"
"""Class of the tables of data."""
_OVER = -1
"""Stands for the place of a band that is above the rows of an excerpt."""


class _Row(NamedTuple):
    """A row as laid; whether it may be split over pages, and where is not known before."""

    kind: int
    height: float
    splits: bool


@dataclass(frozen=True, slots=True)
class _Begun:
    """A row that begins a page: where."""

    place: int
    top: float
    bottom: float


def with_bands(document: Document, lay: Callable[[Document], Any]) -> Any:
    """Return the pages of a document, as `lay` lays them, the bands of its tables repeated."""
    laid = lay(document)
    for _ in range(_TIMES):
        again = _continued(document, laid)
        if again is None:
            break
        document, laid = again, lay(again)
    return laid


def _continued(document: Document, laid: Any) -> Document | None:
    """Return the document with more of its bands repeated; None if none lacks."""
    blocks = document.blocks
    tables = [(place, block) for place, block in enumerate(blocks) if isinstance(block, Table)]
    if not any(table.bands for _, table in tables):
        return None
    for (place, table), rows in zip(tables, _laid(laid), strict=True):
        if table.bands and (parted := _parted(_as_parted(table), rows)):
            return replace(document, blocks=(*blocks[:place], parted, *blocks[place + 1 :]))
    return None


def _laid(laid: Any) -> list[list[tuple[Any, Any]]]:
    """Return the rows of each table as laid, headers left out: page, row."""
    found: dict[Any, list[tuple[Any, Any]]] = {}
    for sheet in laid.pages:
        page = sheet._page_box  # noqa: SLF001
        for table in page.descendants():
            if isinstance(table, TableBox) and has_class(table, _TABLE):
                rows = found.setdefault(table.element, [])
                rows += [(page, row) for group in table.children if not group.is_header for row in group.children]
    return list(found.values())


def _as_parted(table: Table) -> Parted:
    if isinstance(table, Parted):
        return table
    return Parted(**{one.name: getattr(table, one.name) for one in fields(Table)})


def _parted(table: Parted, laid: Sequence[tuple[Any, Any]]) -> Parted | None:
    """Return the table with the first band that lacks repeated, and those after it; None if none lacks."""
    rows, begun = _read(table, laid)
    lacking = (one for one in begun[1:] if one.place not in table.starts and table.band(one.place))
    first = next(lacking, None)
    if first is None:
        return None
    heights = _repeated(table, laid, rows)
    starts = {place: band for place, band in table.starts.items() if place < first.place}
    starts |= _starts(table, rows, first, heights)
    return replace(table, starts=starts)


def _starts(table: Parted, rows: Sequence[_Row], first: _Begun, heights: Mapping[int, float]) -> dict[int, Runs]:
    """Return the rows that begin pages from one on, each with what is repeated above it; up to one that may split."""
    shift = first.place
    if rows[shift].splits:
        return {shift: table.band(shift)}
    whole = list(takewhile(lambda row: not row.splits, rows[shift:]))
    over = max((band for band in table.bands if table.first <= band <= shift), default=_OVER)
    again = {band - shift: height for band, height in heights.items()}
    found: dict[int, Runs] = {shift: ()}
    with suppress(TooHigh):
        for start in pages(whole, Page(first.top, first.top, first.bottom), again, over - shift):
            place = shift + start.row
            if rows[place].kind != BAND:
                found[place] = () if start.band is None else table.band(place)
    return found


def _read(table: Table, laid: Sequence[tuple[Any, Any]]) -> tuple[list[_Row], list[_Begun]]:
    """Return the rows, and those that begin a page; a row split over pages begins none by its other parts."""
    rows: list[_Row] = []
    begun: list[_Begun] = []
    row = page = None
    for on, box in laid:
        if is_again(box):
            continue
        place = len(rows)
        if box.element is row:
            rows[-1] = rows[-1]._replace(splits=True)
        else:
            kind = BAND if place in table.bands else SUM if place in table.totals else PLAIN
            rows.append(_Row(kind, box.height, has_class(box, LONG)))
            if on is not page:
                begun.append(_Begun(place, box.position_y, on.content_box_y() + on.height))
        row, page = box.element, on
    return rows, begun


def _repeated(table: Parted, laid: Sequence[tuple[Any, Any]], rows: Sequence[_Row]) -> dict[int, float]:
    """Return how high bands are when they are repeated: as they are, but the first of a table has a higher edge."""
    heights = {band: rows[band].height for band in table.bands if table.rows[band][0]}
    edges = [box.children[0].border_top_width for _, box in laid if not is_again(box)]
    if 0 in heights:
        heights[0] -= edges[0] - edges[1]
    over = [box.height for _, box in laid if is_again(box)]
    return heights | ({_OVER: over[0]} if over else {})


def is_again(row: Any) -> bool:
    """Say whether a row as laid is a band repeated."""
    return has_class(row, AGAIN)


def has_class(box: Any, name: str) -> bool:
    """Say whether a box is of an element of that class."""
    return name in box.element.get("class", "").split()
