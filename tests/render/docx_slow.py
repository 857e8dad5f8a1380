"""The slow way to a DOCX, to hold the fast one to: docxtpl fills in the whole document, its tree is laid out after."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from itertools import groupby, pairwise

from docx_numbers import marks
from lxml import etree

from docservice.render.columns import columns, is_dense, text_width
from docservice.render.word.archive import unpack
from docservice.render.word.letterhead import BODY, W, fill
from docservice.text.blocks import Document

_UNDER = ("CartaLettera", "CartaTrattino", "CartaCasella")
_ITEMS = ("CartaClausola", "CartaVoce", *_UNDER)
_SPACES = ("CartaStacco", "CartaFine")
_LETTER = ("CartaMittente", "CartaLuogo", "CartaRiferimento", "CartaDestinatario", "CartaOggetto")
_LINES = ("CartaParagrafo", "CartaGuida", *_LETTER, *_ITEMS)
_ENTIRE = 525  # characters of a clause that goes whole with the signatures
Marks = Mapping[etree._Element, str]
"""The marks that Word counts."""
_SMALL = 5  # rows of a table that may leave a page for the signatures' one
_KEPT = 2  # blocks that stay with the signatures: the closing line, the clause before it


def slow(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> dict[str, bytes]:
    """Return the parts of a DOCX by name, each canonical XML."""
    parts = fill(document, data=data.decode(), created=created, bozza=bozza)
    root = etree.fromstring(parts[BODY])
    counted = marks(root, etree.fromstring(parts["word/styles.xml"]), etree.fromstring(parts["word/numbering.xml"]))
    _lay_out(root[0], counted, landscape=document.landscape)
    return {name: etree.tostring(etree.fromstring(part), method="c14n") for name, part in parts.items()} | {
        BODY: etree.tostring(root, method="c14n")
    }


def canonical(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX by name, each canonical XML."""
    return {name: etree.tostring(etree.fromstring(part), method="c14n") for name, part in unpack(docx).items()}


def _lay_out(body: etree._Element, counted: Marks, *, landscape: bool) -> None:
    """Set widths and what keeps together, on the tree."""
    together = _keep_together(body)
    tables = list(body.iterchildren(f"{W}tbl"))
    signed = [table for table in tables if _style(table) == "CartaFirme"]
    closing = [above for table in signed for above in _keep_signatures(table, together, counted)]
    for table in tables:
        if table not in signed:
            _set_widths(table, text_width(landscape=landscape))
            _keep_totals(table)
            _keep_bands(table)
            _keep_short(table, closes=table in closing)


def _keep_together(body: etree._Element) -> Collection[etree._Element]:
    """Keep lines with a table after them, clauses with what is under them, a few boxes together; return these."""
    kept = []
    for one, other in pairwise(body):
        name = _named(one)
        under = name in _ITEMS and name not in _UNDER and _named(other) in _UNDER
        if under or (name in _LINES and other.tag == f"{W}tbl" and _style(other) != "CartaFirme"):
            kept.append(one)
    for is_box, group in groupby(body, key=_is_box):
        boxes = list(group)
        if is_box and 2 <= len(boxes) <= 4:
            kept += boxes[:-1]
    _keep(kept)
    return kept


def _named(paragraph: etree._Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def _is_box(paragraph: etree._Element) -> bool:
    mark = ""
    for run in paragraph.iterfind(f"{W}r"):
        if run.find(f"{W}tab") is not None:
            break
        mark += "".join(text.text or "" for text in run.iter(f"{W}t"))
    return _named(paragraph) in ("CartaVoce", "CartaCasella") and mark in ("☐", "☒")


def _is_short(table: etree._Element) -> bool:
    return len(table.findall(f"{W}tr")) <= 13


def _keep_short(table: etree._Element, *, closes: bool) -> None:
    """Keep the rows of a short table together; of one that closes a document, only if it is small."""
    small = _SMALL if closes else 12
    for row in table.findall(f"{W}tr")[1:-1] if _is_short(table) and len(table.findall(f"{W}tr")) <= 1 + small else ():
        _keep(row.iter(f"{W}p"))


def _style(table: etree._Element) -> str | None:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return None if style is None else style.get(f"{W}val")


def _keep_totals(table: etree._Element) -> None:
    """Keep each row that sums with the one above it."""
    for row in table.findall(f"{W}tr"):
        above = row.getprevious()
        style = row.find(f"{W}tc/{W}p/{W}pPr/{W}pStyle")
        if above is not None and style is not None and style.get(f"{W}val", "").startswith("CartaTotale"):
            _keep(above.iter(f"{W}p"))


def _keep_bands(table: etree._Element) -> None:
    """Keep each row that names what is below it with that."""
    for row in table.findall(f"{W}tr")[1:]:
        if row.find(f".//{W}gridSpan") is not None and row.getnext() is not None:
            _keep(row.iter(f"{W}p"))


def _make_dense(table: etree._Element) -> None:
    """Give the cells of a table of many columns the smaller letters of their kind."""
    for style in table.iter(f"{W}pStyle"):
        style.set(f"{W}val", f"{style.get(f'{W}val')}Fitta")


def _set_widths(table: etree._Element, total: int) -> None:
    """Give each column its width, and line up quantities at their right."""
    rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
    texts = [["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row] for row in rows]
    bands = [row[0].find(f"{W}tcPr/{W}gridSpan") is not None for row in rows]
    common = [row for row, band in zip(texts, bands, strict=True) if not band]
    measured = columns(common[0], zip(*common[1:], strict=True), total)
    found, right = measured.widths, measured.right
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        raise ValueError("tabella senza griglia")
    for column in list(grid):
        grid.remove(column)
    for width in found:
        etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(width)})
    if is_dense(len(found)):
        _make_dense(table)
    size = table.find(f"{W}tblPr/{W}tblW")
    if size is not None:
        size.set(f"{W}w", str(total))
    for row, band in zip(rows, bands, strict=True):
        for place, (cell, width) in enumerate(zip(row, [total] if band else found, strict=True)):
            size = cell.find(f"{W}tcPr/{W}tcW")
            if size is not None:
                size.set(f"{W}w", str(width))
            for properties in cell.iterfind(f"{W}p/{W}pPr") if place in right and not band else ():
                etree.SubElement(properties, f"{W}jc", {f"{W}val": "right"})


def _keep_signatures(
    table: etree._Element, together: Collection[etree._Element], counted: Marks
) -> list[etree._Element]:
    """Keep the closing line and the clause before it with the first row, whole if short, and the rows by two.

    Return the tables whose last rows go with them: one among those, or right above.
    """
    rows = table.findall(f"{W}tr")
    before, kept, closing = table.getprevious(), 0, []
    while before is not None and (kept < _KEPT or before in together):
        _keep(list(before.iter(f"{W}p")) if before.tag == f"{W}p" else _last_rows(before))
        closing += [before] if before.tag == f"{W}tbl" else []
        length = len(counted.get(before, "")) + sum(len(text.text or "") for text in before.iter(f"{W}t"))
        length += sum(1 for _ in before.iter(f"{W}br"))
        if before.tag == f"{W}p" and kept < _KEPT and length <= _ENTIRE and _named(before) not in _SPACES:
            _keep([before], "keepLines", 2)
        kept += before.tag == f"{W}tbl" or length > 0
        before = before.getprevious()
    above = None if before is None or _named(before) not in _SPACES else before.getprevious()
    if above is not None and above.tag == f"{W}tbl" and _style(above) != "CartaFirme":
        _keep([before, *_last_rows(above)])
        closing.append(above)
    for row in [rows[0], rows[-2]] if len(rows) > 1 else []:  # none signs alone
        _keep(row.iter(f"{W}p"))
    return closing


def _last_rows(table: etree._Element) -> list[etree._Element]:
    """Return the lines of the last two rows of a table, or of the last of signatures."""
    rows = table.findall(f"{W}tr")[-1 if _style(table) == "CartaFirme" else -2 :]
    return [line for row in rows for line in row.iter(f"{W}p")]


def _keep(paragraphs: Iterable[etree._Element], name: str = "keepNext", place: int = 1) -> None:
    """Set what keeps a paragraph in its place in the schema's order, right after the style."""
    for paragraph in paragraphs:
        properties = paragraph.find(f"{W}pPr")
        if properties is not None and properties.find(f"{W}{name}") is None:
            properties.insert(place, etree.Element(f"{W}{name}"))
