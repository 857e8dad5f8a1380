"""What no template can say: the width of columns, and what stays on one page with what.

Works on the body of a rendered letterhead; lengths in twips (1/20 pt) unless a name says otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from docservice.render.columns import LONG_WIDTH, TEXT_WIDTH, figures, is_dense, text_width, widths

if TYPE_CHECKING:
    from collections.abc import Iterable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INK_WIDTH = 4252  # 7.5 cm to sign on
ROW_HEIGHT = 964  # 1.7 cm, the least a signature takes
_LINE = 276  # one line of 11 pt
_ROW_SPACE = 240  # padding of a signature row
_LINE_CHARS = 40  # characters that surely fit a line of the left cell
_PAGE = 14000  # 24.7 cm: A4 less two margins
_PAGE_CHARS = 80  # characters that surely fit a line of the page
_CLAUSE_LINES = 3  # of the last clause, which a page break may split, that stay with the signatures
_CLAUSE_SPACE = 120  # after it
_KEPT = 2  # blocks that stay with the signatures: the closing line, the clause before it


def lay_out(body: etree._Element, *, landscape: bool = False) -> None:
    """Drop the empty runs that template tags leave, then set widths and what keeps together."""
    for run in [run for run in body.iter(f"{_W}r") if _is_empty(run)]:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    for table in body.iterchildren(f"{_W}tbl"):
        if _style(table) == "CartaFirme":
            _keep_signatures(table)
        else:
            _set_widths(table, text_width(landscape=landscape))
            _keep_totals(table)


def _is_empty(run: etree._Element) -> bool:
    return all(child.tag == f"{_W}rPr" or (child.tag == f"{_W}t" and not child.text) for child in run)


def _style(table: etree._Element) -> str | None:
    style = table.find(f"{_W}tblPr/{_W}tblStyle")
    return None if style is None else style.get(f"{_W}val")


def turn(body: etree._Element, styles: etree._Element) -> None:
    """Lay the pages on their long side, and move to their right margin what stood on it."""
    for size in body.iter(f"{_W}pgSz"):
        width, height = size.get(f"{_W}w", ""), size.get(f"{_W}h", "")
        size.attrib.update({f"{_W}w": height, f"{_W}h": width, f"{_W}orient": "landscape"})
    for tab in styles.iter(f"{_W}tab"):
        if tab.get(f"{_W}pos") == str(TEXT_WIDTH):
            tab.set(f"{_W}pos", str(LONG_WIDTH))


def _keep_totals(table: etree._Element) -> None:
    """Keep each row that sums with the one above it."""
    for row in table.findall(f"{_W}tr"):
        above = row.getprevious()
        style = row.find(f"{_W}tc/{_W}p/{_W}pPr/{_W}pStyle")
        if above is not None and style is not None and style.get(f"{_W}val", "").startswith("CartaTotale"):
            _keep(above.iter(f"{_W}p"))


def _make_dense(table: etree._Element) -> None:
    """Give the cells of a table of many columns the smaller letters of their kind."""
    for style in table.iter(f"{_W}pStyle"):
        style.set(f"{_W}val", f"{style.get(f'{_W}val')}Fitta")


def _set_widths(table: etree._Element, total: int) -> None:
    """Give each column its width, and line up quantities at their right."""
    rows = [row.findall(f"{_W}tc") for row in table.findall(f"{_W}tr")]
    texts = [["".join(text.text or "" for text in cell.iter(f"{_W}t")) for cell in row] for row in rows]
    found, right = widths(texts, total), figures(texts[1:])
    grid = table.find(f"{_W}tblGrid")
    if grid is None:
        raise ValueError("tabella senza griglia")
    for column in list(grid):
        grid.remove(column)
    for width in found:
        etree.SubElement(grid, f"{_W}gridCol", {f"{_W}w": str(width)})
    if is_dense(len(found)):
        _make_dense(table)
    size = table.find(f"{_W}tblPr/{_W}tblW")
    if size is not None:
        size.set(f"{_W}w", str(total))
    for row in rows:
        for place, (cell, width) in enumerate(zip(row, found, strict=True)):
            size = cell.find(f"{_W}tcPr/{_W}tcW")
            if size is not None:
                size.set(f"{_W}w", str(width))
            for properties in cell.iterfind(f"{_W}p/{_W}pPr") if place in right else ():
                etree.SubElement(properties, f"{_W}jc", {f"{_W}val": "right"})


def _keep_signatures(table: etree._Element) -> None:
    """Keep the closing line and the clause before it with the first row, and all rows together if a page holds them."""
    rows = table.findall(f"{_W}tr")
    height = _KEPT * _CLAUSE_SPACE + sum(map(_height, rows))
    before, kept = table.getprevious(), 0
    while before is not None and kept < _KEPT:
        clause = list(before.iter(f"{_W}p")) if before.tag == f"{_W}p" else _last_row(before)
        height += _LINE * min(_CLAUSE_LINES, max(_lines(paragraph, _PAGE_CHARS) for paragraph in clause))
        _keep(clause)
        kept += before.tag == f"{_W}tbl" or any(text.text for text in before.iter(f"{_W}t"))
        before = before.getprevious()
    if height <= _PAGE:
        for row in rows[:-1]:
            _keep(row.iter(f"{_W}p"))


def _last_row(table: etree._Element) -> list[etree._Element]:
    return list(table.findall(f"{_W}tr")[-1].iter(f"{_W}p"))


def _height(row: etree._Element) -> int:
    """Return a height that the row surely does not pass."""
    lines = sum(_lines(paragraph, _LINE_CHARS) for paragraph in row.iter(f"{_W}p")) - 1  # the ink cell's own
    return max(ROW_HEIGHT, lines * _LINE + _ROW_SPACE)


def _lines(paragraph: etree._Element, chars: int) -> int:
    breaks = sum(1 for _ in paragraph.iter(f"{_W}br"))
    return breaks + 1 + sum(len(text.text or "") for text in paragraph.iter(f"{_W}t")) // chars


def _keep(paragraphs: Iterable[etree._Element]) -> None:
    """Set keep-with-next in its place in the schema's order, right after the style."""
    for paragraph in paragraphs:
        properties = paragraph.find(f"{_W}pPr")
        if properties is not None and properties.find(f"{_W}keepNext") is None:
            properties.insert(1, etree.Element(f"{_W}keepNext"))
