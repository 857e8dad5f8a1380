"""The rows of a table: gone through once, and kept as short strings until the widths of its columns are known.

In these control characters, which no text may hold, stand for the letterhead's XML.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from html import escape
from itertools import chain, islice

from docservice.render.columns import BLANK as CELL_BLANK
from docservice.render.columns import columns, is_dense
from docservice.render.page_breaks import whole
from docservice.render.word.context import SPECIAL, row_kind
from docservice.render.word.sheet import DENSE, GRID, MARK, SPAN, TOTAL, WIDTH, Around, Sheet, controlled, laid, spell
from docservice.text.blocks import Row, Runs, Table

_CELL, _ROW = "\0", "\n"
_CODED = "\x0e"
"""It begins a row that has codes; the cells of the others, nearly all of them, are a run of plain text each."""
_CODES: dict[str, Around] = {
    "text": ("\1", "\2"),
    "bold": ("\3", "\4"),
    "symbol": ("\5", "\6"),
    "break": ("\a", ""),
    "tab": ("\b", ""),
    "blank": ("\v", ""),
    "line": ("\v", ""),
}
_BATCH = 256  # rows of one string
_SMALLER = "Fitta"


def table(block: Table, paper: Sheet, width: int, *, keep: bool) -> Iterator[bytes]:
    """Yield the XML of a table as wide as `width` twips; `keep` keeps its last row with what follows.

    The rows of a short one stay together. They are iterated once, and never all there as XML. Raises ValueError on rows
    of another length than the header, and on text that XML cannot hold.
    """
    [header] = _batches([block.header], len(block.header))
    batches = list(_batches(block.rows, len(block.header)))
    [names] = _texts(header)
    measured = columns(names, _columns(batches, block.bands), width)
    found, right = measured.widths, measured.right
    smaller = _SMALLER if is_dense(len(found)) else ""
    last = sum(batch.count(_ROW) + 1 for batch in batches) - 1
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in found)
    yield paper.tables[last in block.totals].replace(TOTAL, str(width)).replace(GRID, grid).encode()
    blank = CELL_BLANK.join(paper.runs["blank"]), ""
    paper = replace(paper, runs={**paper.runs, "blank": blank, "line": blank})  # no cell has more than a line to fill

    @cache
    def form(kind: str, *, keep: bool) -> tuple[str, str]:
        """Return what rows are made with, plain or coded."""
        before, cell, after = (xml.replace(DENSE, smaller) for xml in paper.rows[kind])
        cells = [laid(cell.replace(WIDTH, str(one)), keep=keep, right=at in right) for at, one in enumerate(found)]
        others = ""
        if kind == "banda":
            cells = [laid(cell.replace(TOTAL, str(width)).replace(SPAN, str(len(found))), keep=keep)]
            others = "%.0s" * (len(found) - 1)  # its empty cells print nothing
        row = f"{before}{''.join(cells)}{after}".replace("%", "%%") + others
        return row.replace(MARK, "%s".join(paper.runs["text"])), row.replace(MARK, "%s")

    entire = whole(block, closes=keep)

    def kept(place: int) -> bool:
        if place == last or (keep and place == last - 1):
            return keep
        return place + 1 in block.totals or place in block.bands or (entire and place >= 0)

    top = form("testata", keep=kept(-1))
    if block.short:
        yield _controlled(block.header, top[1], paper)
        for place, cells in enumerate(block.rows):
            yield _controlled(cells, form(row_kind(block, place, last), keep=kept(place))[1], paper)
    else:
        yield _row(escape(header, quote=False), top, paper.runs).encode()
        place = 0
        for batch in batches:
            made = []
            for row in escape(batch, quote=False).split(_ROW):
                made.append(_row(row, form(row_kind(block, place, last), keep=kept(place)), paper.runs))
                place += 1
            yield "".join(made).encode()
    yield laid(paper.table_end, keep=keep).encode()


def _controlled(row: Row, form: str, paper: Sheet) -> bytes:
    """Return a row with a control around each of its data."""
    literal = partial(escape, quote=False)
    return (form % tuple("".join([controlled(run, paper, literal) for run in cell]) for cell in row)).encode()


def _row(row: str, form: tuple[str, str], runs: Mapping[str, Around]) -> str:
    plain, coded = form
    if row[0] != _CODED:
        return plain % tuple(row.split(_CELL))
    for kind, codes in _CODES.items():
        for code, xml in zip(codes, runs[kind], strict=True):
            row = row.replace(code, xml) if code else row
    return coded % tuple(row[1:].split(_CELL))


def _batches(rows: Iterable[Sequence[Runs]], width: int) -> Iterator[str]:
    """Yield the rows as strings, some in each."""
    coming = iter(rows)
    while batch := [_short(row, width) for row in islice(coming, _BATCH)]:
        yield _ROW.join(batch)


def _short(row: Sequence[Runs], columns: int) -> str:
    if len(row) != columns or not columns:
        raise ValueError(f"Riga di {len(row)} celle in una tabella di {columns} colonne.")
    plain = [cell[0].text for cell in row if len(cell) == 1 and not (cell[0].bold or cell[0].blank)]
    if len(plain) == columns and all(plain) and not SPECIAL.search("".join(plain)):
        return _CELL.join(plain)
    return _CODED + _CELL.join([spell(cell, _CODES, str) for cell in row])


def _columns(batches: Iterable[str], bands: Collection[int]) -> list[set[str]]:
    """Return the texts of each column, each once: that is all that widths depend on, and they are slow to measure."""
    found: list[set[str]] = []
    first = 0
    for batch in batches:
        rows = _texts(batch)
        first, place = first + len(rows), first
        cells = list(zip(*(row for at, row in enumerate(rows, place) if at not in bands), strict=True))
        found = found or [set() for _ in cells]
        for column, texts in zip(found, cells, strict=bool(cells)):
            column.update(texts)
    return found


def _texts(batch: str) -> list[list[str]]:
    """Return the rows of a batch, their cells as they read."""
    batch = batch.replace(_CODES["blank"][0], CELL_BLANK)
    for code in chain(_CODED, *_CODES.values()):
        batch = batch.replace(code, "") if code else batch
    return [row.split(_CELL) for row in batch.split(_ROW)]
