"""Blocks to XLSX: a sheet for the words, one for each table, whose cells hold days and numbers as such, else text.

    write(document, data=b'{"modello": ...}', created=datetime(...), bozza=False) -> bytes

Same arguments, same bytes. No cell is a formula. The data are inside, as in a DOCX (`docx.read_data` reads them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from docservice.render.footer import DRAFT, OF, PAGE
from docservice.render.spreadsheet.cells import LONGEST, TEXT, Cell, cell, guarded, plain, words
from docservice.render.spreadsheet.package import with_data
from docservice.render.word import about
from docservice.render.word.payload import checked
from docservice.text.blocks import Block, Document, Heading, Item, Letterhead, Paragraph, Row, Signatures, Table, Title

__all__ = ["write"]
_FIRST: Final = "Documento"
_NAME: Final = 31
"""Characters of the name of a sheet."""
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]|^'|'$")
_PAGE, _LINE, _TALLEST = 100, 15, 400
"""Width of the sheet of the words; points of a line of it, and of a row at most."""
_NARROWEST, _WIDEST = 8, 50
_A4: Final = 9
_HEADER: Final = 255
"""Characters of the head of a printed page."""
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "draft": {"bold": True, "font_size": 16, "font_color": "#B02A37"},
    "title": {"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "font_size": 12, "text_wrap": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "header": {"bold": True, "bottom": 1, "bg_color": "#D9E2EF", "text_wrap": True, "valign": "top"},
    "cell": {"valign": "top"},
    "long": {"text_wrap": True, "valign": "top"},
    "total": {"bold": True, "top": 1, "valign": "top"},
    "band": {"bold": True, "bg_color": "#F2F2F2", "valign": "top"},
}


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the XLSX of `document` with `data` (canonical JSON, UTF-8) inside.

    `created` is the only date in the file. `bozza` marks every sheet, on screen and in print, as a draft. Raises
    ValueError as `docx.write` does, `RenderError` on a text too long for a cell.
    """
    carried, out = checked(data), BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        told = about.told(document, created)
        title = f"{DRAFT} – {told['title']}" if bozza else told["title"]
        properties = {name: told[name] for name in about.PROPERTIES} | {"title": title[:_HEADER]}
        book.set_properties({**properties, "created": about.day(created)})
        _Book(book, document, told, bozza=bozza).fill()
    return with_data(out.getvalue(), carried)


class _Book:
    """A workbook that is being filled."""

    def __init__(self, book: Workbook, document: Document, told: dict[str, str], *, bozza: bool) -> None:
        self._book, self._document, self._told, self._draft = book, document, told, bozza
        self._styles: dict[tuple[str, str, bool], Any] = {}
        self._names = {_FIRST.casefold()}

    def fill(self) -> None:
        """Write every block, in order: a table in a sheet of its own, where the words say which."""
        page = self._sheet(_FIRST)
        page.set_column(0, 0, _PAGE)
        row, heading = int(self._draft), self._document.title
        for block in self._document.blocks:
            if isinstance(block, Table):
                name = self._name(heading)
                self._table(self._sheet(name), block)
                lines = [("text", f"Tabella: foglio «{name}»")]
            else:
                lines = list(_lines(block))
            if isinstance(block, Heading) and lines:
                heading = lines[0][1]
            for style, text in lines:
                for start in range(0, len(text), LONGEST):
                    self._words(page, row, style, text[start : start + LONGEST])
                    row += 1

    def _words(self, page: Worksheet, row: int, style: str, text: str) -> None:
        points = _LINE * _lines_of(text, _PAGE) + (5 if style in ("title", "heading") else 0)
        page.set_row(row, min(points, _TALLEST))
        page.write_string(row, 0, text, self._style(style, guard=guarded(text)))

    def _table(self, sheet: Worksheet, table: Table) -> None:
        head = int(self._draft)
        wide = [_NARROWEST] * len(table.header)
        for column, runs in enumerate(table.header):
            text = words(runs)
            sheet.write_string(head, column, text, self._style("header"))
            wide[column] = max(wide[column], *(len(word) + 4 for word in text.split()), 0)
        for place, row in enumerate(table.rows):
            kind = "total" if place in table.totals else "band" if place in table.bands else "cell"
            self._row(sheet, head + 1 + place, row, kind, wide)
        for column, width in enumerate(wide):
            sheet.set_column(column, column, min(width, _WIDEST))
        sheet.set_row(head, 2 * _LINE)
        sheet.freeze_panes(head + 1, 0)
        sheet.autofilter(head, 0, head + len(table.rows), len(table.header) - 1)
        sheet.repeat_rows(head)

    def _row(self, sheet: Worksheet, at: int, row: Row, kind: str, wide: list[int]) -> None:
        tall = 1
        for column, runs in enumerate(row):
            found = cell(runs)
            self._write(sheet, at, column, found, kind)
            if kind == "cell":
                text = "".join([run.text for run in runs])
                wide[column] = max(wide[column], len(text) + 2)
                if len(text) >= _WIDEST or "\n" in text:
                    tall = max(tall, _lines_of(text, _WIDEST))
        if tall > 1:
            sheet.set_row(at, min(tall * _LINE, _TALLEST))

    def _write(self, sheet: Worksheet, row: int, column: int, found: Cell, kind: str) -> None:
        match found.value:
            case "":
                if kind != "cell":
                    sheet.write_blank(row, column, None, self._style(kind))
            case str() as text:
                style = "long" if kind == "cell" and (len(text) >= _WIDEST or "\n" in text) else kind
                sheet.write_string(row, column, text, self._style(style, TEXT, guard=guarded(text)))
            case date() as day:
                sheet.write_datetime(row, column, day, self._style(kind, found.shown))
            case int() | Decimal() as number:
                sheet.write_number(row, column, number, self._style(kind, found.shown))

    def _style(self, name: str, shown: str = "", *, guard: bool = False) -> Any:
        """Return a format: of a kind of cell, with how its value shows; what begins as a formula is told to be none."""
        key = name, shown, guard
        if key not in self._styles:
            more = {"num_format": shown} if shown else {}
            self._styles[key] = self._book.add_format({**_STYLES[name], **more, "quote_prefix": guard})
        return self._styles[key]

    def _sheet(self, name: str) -> Worksheet:
        """Return a new sheet, set for printing, that says if it is of a draft."""
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(_A4)
        if self._document.landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        head = self._told["head"].replace("&", "&&")
        draft = f"&C&B{DRAFT}&B" if self._draft else ""
        sheet.set_header(f"&L{head[: _HEADER - len(draft) - 2]}{draft}")
        sheet.set_footer(f"&L{self._told['foot']}&R{PAGE}&P{OF}&N")
        if self._draft:
            sheet.set_tab_color("#B02A37")
            sheet.write_string(0, 0, DRAFT, self._style("draft"))
            sheet.set_row(0, 24)
        return sheet

    def _name(self, heading: str) -> str:
        """Return the name of a sheet, after the heading above its table: short, and of no other sheet."""
        plain = " ".join(_FORBIDDEN.sub(" ", heading).split()) or "Tabella"
        short = plain if len(plain) <= _NAME else plain[: _NAME + 1].rpartition(" ")[0] or plain[:_NAME]
        name, number = short, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{short[: _NAME - 4].rstrip()} {number}"
        self._names.add(name.casefold())
        return name


def _lines_of(text: str, width: int) -> int:
    """Return how many lines a text takes in a cell so wide."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def _lines(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a block, each with its style; what is only drawn has none."""
    match block:
        case Title(runs, rank):
            yield "title" if rank == "title" else "text", plain(runs)
        case Heading(runs):
            yield "heading", plain(runs)
        case Paragraph(runs):
            yield "text", plain(runs)
        case Item(mark, runs):
            yield "text", f"{mark} {plain(runs)}"
        case Letterhead(name, lines):
            yield "heading", plain(name)
            yield from (("text", plain(line)) for line in lines)
        case Signatures(parties):
            for one in parties:
                yield "text", _joined((plain(one.role), plain(one.name)))
        case _:
            return


def _joined(told: Sequence[str]) -> str:
    return "\n".join(filter(None, told))
