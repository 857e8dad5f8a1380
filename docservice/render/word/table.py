"""The rows of a table: gone through once, and kept as short strings until the widths of its columns are known.

In these a control character, which no text may hold, stands for each piece of the letterhead's XML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain, islice, zip_longest

from docservice.render.columns import figures, is_dense, widths
from docservice.render.word.context import SPECIAL
from docservice.render.word.layout import BLANK
from docservice.render.word.sheet import DENSE, GRID, MARK, TOTAL, WIDTH, Around, Sheet, laid, spell
from docservice.text.blocks import Runs, Table

_CELL, _ROW = "\0", "\n"
_CODES: dict[str, Around] = {
    "text": ("\1", "\2"),
    "bold": ("\3", "\4"),
    "symbol": ("\5", "\6"),
    "break": ("\a", ""),
    "tab": ("\b", ""),
    "blank": ("\v", ""),
}
_BATCH = 256  # rows of one string
_SMALLER = "Fitta"


def table(block: Table, paper: Sheet, width: int, *, keep: bool) -> Iterator[bytes]:
    """Yield the XML of a table as wide as `width` twips; `keep` keeps its last row with what follows.

    The rows are iterated once, and never all there as XML. Raises ValueError on rows of another length than the header,
    and on text that XML cannot hold.
    """
    [header] = _batches([block.header], len(block.header))
    batches = list(_batches(block.rows, len(block.header)))
    columns = _columns(batches)
    found, right = widths([*_texts(header), *zip_longest(*columns, fillvalue="")], width), _quantities(columns)
    smaller = _SMALLER if is_dense(len(found)) else ""
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in found)
    yield paper.table.replace(TOTAL, str(width)).replace(GRID, grid).encode()

    def row(kind: tuple[str, str, str], *, keep: bool) -> str:
        before, cell, after = kind
        cell = cell.replace(DENSE, smaller)
        cells = (
            laid(cell.replace(WIDTH, str(one)), keep=keep, right=place in right) for place, one in enumerate(found)
        )
        return f"{before}{''.join(cells)}{after}".replace("%", "%%").replace(MARK, "%s")

    head, common, total = paper.rows
    rows = {(sums, keep): row(total if sums else common, keep=keep) for sums in (False, True) for keep in (False, True)}
    last = sum(batch.count(_ROW) + 1 for batch in batches) - 1
    totals = {place for place in block.totals if place <= last}
    first = row(head, keep=0 in totals or (keep and last < 0))
    yield _expanded(first % tuple(escape(header, quote=False).split(_CELL)), paper)
    place = 0
    for batch in batches:
        made = []
        for cells in escape(batch, quote=False).split(_ROW):
            kept = place + 1 in totals or (keep and place == last)
            made.append(rows[place in totals, kept] % tuple(cells.split(_CELL)))
            place += 1
        yield _expanded("".join(made), paper)
    yield laid(paper.table_end, keep=keep).encode()


def _batches(rows: Iterable[Sequence[Runs]], columns: int) -> Iterator[str]:
    """Yield the rows as strings, some in each."""
    coming = iter(rows)
    while batch := [_coded(row, columns) for row in islice(coming, _BATCH)]:
        yield _ROW.join(batch)


def _coded(row: Sequence[Runs], columns: int) -> str:
    if len(row) != columns or not columns:
        raise ValueError(f"Riga di {len(row)} celle in una tabella di {columns} colonne.")
    cells = []
    for runs in row:
        if len(runs) == 1:
            [run] = runs
            if run.text and not (run.bold or run.blank or SPECIAL.search(run.text)):
                cells.append(f"\1{run.text}\2")
                continue
        cells.append(spell(runs, _CODES, str))
    return _CELL.join(cells)


def _columns(batches: Iterable[str]) -> list[set[str]]:
    """Return the texts of each column, each once: that is all that widths depend on, and they are slow to measure."""
    columns: list[set[str]] = []
    for batch in batches:
        cells = list(zip(*_texts(batch), strict=True))
        columns = columns or [set() for _ in cells]
        for column, texts in zip(columns, cells, strict=True):
            column.update(texts)
    return columns


def _texts(batch: str) -> list[list[str]]:
    """Return the rows of a batch, their cells as they read."""
    batch = batch.replace(_CODES["blank"][0], BLANK)
    for code in chain.from_iterable(_CODES.values()):
        batch = batch.replace(code, "") if code else batch
    return [row.split(_CELL) for row in batch.split(_ROW)]


def _quantities(columns: Sequence[set[str]]) -> frozenset[int]:
    return figures(zip_longest(*columns, fillvalue=""))


def _expanded(rows: str, paper: Sheet) -> bytes:
    """Return coded rows with the letterhead's XML for each code."""
    for kind, codes in _CODES.items():
        for code, xml in zip(codes, paper.runs[kind], strict=True):
            rows = rows.replace(code, xml) if code else rows
    return rows.encode()
