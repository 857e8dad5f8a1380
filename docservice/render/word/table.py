"""The rows of a table: gone through once, and kept as short strings until the widths of its columns are known.

In these control characters, which no text may hold, stand for the letterhead's XML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain, islice

from docservice.render.columns import BLANK as CELL_BLANK
from docservice.render.columns import columns, is_dense
from docservice.render.word.context import SPECIAL
from docservice.render.word.layout import BLANK
from docservice.render.word.sheet import DENSE, GRID, MARK, TOTAL, WIDTH, Around, Sheet, laid, spell
from docservice.text.blocks import Runs, Table

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
    "line": ("\v", ""),  # no cell has more than a line to fill
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
    measured = columns(names, _columns(batches), width)
    found, right = measured.widths, measured.right
    smaller = _SMALLER if is_dense(len(found)) else ""
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in found)
    yield paper.table.replace(TOTAL, str(width)).replace(GRID, grid).encode()

    def form(kind: int, *, keep: bool) -> tuple[str, str]:
        """Return what rows are made with, plain or coded."""
        before, cell, after = paper.rows[kind]
        cell = cell.replace(DENSE, smaller)
        cells = (laid(cell.replace(WIDTH, str(one)), keep=keep, right=at in right) for at, one in enumerate(found))
        row = f"{before}{''.join(cells)}{after}".replace("%", "%%")
        return row.replace(MARK, "%s".join(paper.runs["text"])), row.replace(MARK, "%s")

    last = sum(batch.count(_ROW) + 1 for batch in batches) - 1
    totals = {place for place in block.totals if place <= last}
    runs = dict(paper.runs) | {"blank": (paper.runs["blank"][0].replace(BLANK, CELL_BLANK), "")}
    yield _row(escape(header, quote=False), form(0, keep=0 in totals or (keep and last < 0)), runs).encode()
    forms = {(sums, keep): form(2 if sums else 1, keep=keep) for sums in (False, True) for keep in (False, True)}
    place = 0
    for batch in batches:
        made = []
        for row in escape(batch, quote=False).split(_ROW):
            kept = keep if place == last else block.short or place + 1 in totals
            made.append(_row(row, forms[place in totals, kept], runs))
            place += 1
        yield "".join(made).encode()
    yield laid(paper.table_end, keep=keep).encode()


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


def _columns(batches: Iterable[str]) -> list[set[str]]:
    """Return the texts of each column, each once: that is all that widths depend on, and they are slow to measure."""
    found: list[set[str]] = []
    for batch in batches:
        cells = list(zip(*_texts(batch), strict=True))
        found = found or [set() for _ in cells]
        for column, texts in zip(found, cells, strict=True):
            column.update(texts)
    return found


def _texts(batch: str) -> list[list[str]]:
    """Return the rows of a batch, their cells as they read."""
    batch = batch.replace(_CODES["blank"][0], CELL_BLANK)
    for code in chain(_CODED, *_CODES.values()):
        batch = batch.replace(code, "") if code else batch
    return [row.split(_CELL) for row in batch.split(_ROW)]
