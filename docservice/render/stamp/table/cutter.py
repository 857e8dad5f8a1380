"""A short document with a piece of a long table, printed and cut: the pages on which the other rows go.

From three printed pages it takes a `Sheet` for the page where the table begins and one for those where it goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf

from docservice.render.finishing.finish import mend_all
from docservice.render.stamp import lines
from docservice.render.stamp.cutter import Cutter
from docservice.render.stamp.lines import Line
from docservice.render.stamp.specimen import face
from docservice.render.stamp.table import sheet
from docservice.render.stamp.table.bookmarks import Stamped
from docservice.render.stamp.table.cells import Cell, LaidRow, text_boxes
from docservice.render.stamp.table.rows import Kind
from docservice.render.stamp.table.sheet import NotForUs
from docservice.render.stamp.template import Template, template


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page without its rows: its object, its content before them and between rules and texts, its number, the end.

    `owners` are the entries in the parent tree of the `marks` before the rows; these begin at `top`, at `left`, in CSS
    pixels of a page so high.
    """

    page: Template
    before: bytes
    between: bytes
    after: bytes
    number: Line
    end: bytes
    owners: Template
    marks: int
    top: float
    left: float
    height: float


@dataclass(frozen=True, slots=True)
class Laid:
    """The places of the rows laid, and of the pages kept as they are.

    `head` are those with which the table begins, `middle` those of a page; `kinds`, of each kind, one of one line and
    one of two; `asked` the cells asked for, each by the place of its row, its column, its height.
    """

    head: range
    middle: range
    kinds: Sequence[tuple[int, int]]
    asked: Sequence[tuple[int, int, float]]
    kept: Sequence[int]


class TableCutter(Cutter):
    """Takes the excerpt apart; `rows` are those laid, of all its pages."""

    def __init__(self, both: Any, rows: Sequence[LaidRow], laid: Laid, alphabet: frozenset[str]) -> None:
        super().__init__(both, laid.kept, alphabet)
        self._marked = False
        self._rows, self._places = rows, laid
        self.head = rows[0].page
        self._tagged = [*laid.kept, self.head]
        self.table = 0
        self.cells: list[list[Template]] = []
        """What is said of the cells of each kind of row."""
        self.sheets: list[Sheet] = []
        self.kinds: list[Kind] = []
        self.asked: list[Cell] = []
        self.first: list[Cell] = []
        """The cells of the first row of the table, which has a higher edge than others, without their height."""
        self.printed: bytes = b""
        """The texts of the middle rows as the engine prints them."""

    def cut(self, document: Any, pdf: Any) -> None:
        """Do it: a finisher."""
        mend_all(document, pdf)
        self._pdf, self._fonts = pdf, list(document.fonts.values())
        rows, places = self._rows, self._places
        head, middle = ([rows[place] for place in some] for some in (places.head, places.middle))
        table = self._drop(rows[: places.kinds[-1][-1] + 1])
        self._of_book[int(pdf.page_references[self.head].split()[0])] = "head"
        if "Annots" in self._named(pdf.page_references[self.head]):
            raise NotForUs("un campo nella pagina in cui comincia la tabella")
        self._take()
        self.table = self._of_form[table.number]
        short = [rows[place] for place, _ in places.kinds]
        self.cells = [[template(cell.mark["A"], self._key) for cell in row.cells] for row in short]
        self.sheets = [self._sheet(head), self._sheet(middle)]
        content = self._content(middle[0].page)
        begin, end = sheet.stretch(content, self._marks_of(middle))
        self.printed = sheet.join(content[begin:end])
        self.kinds = [self._kind(rows[short], rows[tall]) for short, tall in places.kinds]
        self.first = [self._cell(head[0], column, 0) for column in range(len(head[0].cells))]
        self.asked = [self._cell(rows[place], column, height) for place, column, height in places.asked]

    def _content(self, page: int) -> Sequence[Any]:
        content: Sequence[Any] = self._named(self._named(self._pdf.page_references[page])["Contents"]).stream
        return content

    def _drop(self, rows: Iterable[LaidRow]) -> Any:
        """Leave a place for the bodies of the table where those of some rows were; return its element."""
        bodies: list[Any] = []
        for row in rows:
            body = self._named(self._named(row.cells[0].mark["P"])["P"])
            if body not in bodies:
                bodies.append(body)
        table = self._named(bodies[0]["P"])
        gone = {body.reference for body in bodies}
        place = table["K"].index(bodies[0].reference)
        table["K"][:] = [kid for kid in table["K"] if kid not in gone]
        table["K"].insert(place, ("bodies", 0))
        return table

    @staticmethod
    def _marks(cells: Iterable[Any]) -> list[int]:
        """Return the marks of some cells; what is more than text in them is not for us."""
        marks: list[int] = [mark for cell in cells for mark in cell.mark["K"]]
        if not all(isinstance(mark, int) for mark in marks):
            raise NotForUs("una cella con altro che testo")
        return marks

    def _marks_of(self, rows: Iterable[LaidRow]) -> list[int]:
        return self._marks(cell for row in rows for cell in row.cells)

    def _sheet(self, rows: Sequence[LaidRow]) -> Sheet:
        number, top = rows[0].page, rows[0].top
        page, content = self._named(self._pdf.page_references[number]), self._content(number)
        marks = self._marks_of(rows)
        parts = sheet.part(content, marks, top)
        first, last, line = self._line(lines.page_number(self._laid.pages[number], 0), parts.after)
        owners = self._owners(number)[: min(marks)]
        entries = {"Contents": ("book", "contents"), "StructParents": ("place", 0), "Parent": ("book", "parent")}
        return Sheet(
            template(pydyf.Dictionary(page | entries), self._key),
            parts.before,
            parts.between,
            sheet.join(parts.after[:first]),
            line,
            sheet.join(parts.after[last:]),
            template(pydyf.Array(owners), self._key),
            len(owners),
            top,
            rows[0].left,
            self._laid.pages[number].height,
        )

    def _owners(self, page: int) -> list[Any]:
        nums = self._named(self._named(self._pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
        found: list[Any] = dict(zip(nums[::2], nums[1::2], strict=True))[page]
        return found

    def _chain(self, parent: Any) -> Iterator[Any]:
        """Yield the bookmarks under one; those of rows that are stamped lead where these will be."""
        for one in super()._chain(parent):
            name = one["Title"].string
            if isinstance(name, Stamped):
                one["Dest"] = ("rows", name.row)
            yield one

    def _find(self, place: int) -> Iterable[lines.Found]:
        return [lines.page_number(self._laid.pages[self.kept[place]], place)]

    def _kind(self, short: LaidRow, tall: LaidRow) -> Kind:
        content = self._content(short.page)
        begin, end = sheet.stretch(content, self._marks_of([short]))
        [font] = {bytes(op) for op in content[begin:end] if isinstance(op, bytes) and op.endswith(b" Tf")}
        [box, *_] = text_boxes(short.cells[0])
        if not face(box, self._alphabet).glyphs <= self._file(font).to_unicode.keys():
            raise NotForUs("un segno che manca nel PDF")
        return Kind(font, *sheet.rules(content, _edges(short), _edges(tall)))

    def _cell(self, row: LaidRow, column: int, height: float) -> Cell:
        """Return a cell as the engine printed it, moved to a row that begins at nought."""
        cells = row.cells
        before, own, after = map(self._marks, (cells[:column], [cells[column]], cells[column + 1 :]))
        marked, aside = sheet.between(self._content(row.page), before, own, after, _edges(row))
        move = b"q 1 0 0 1 0 %.6f cm\n" % -row.top
        drawn = tuple(b"BDC " + move + sheet.join(ops) + b"Q EMC\n" for ops in marked)
        return Cell(height, drawn, move + sheet.join(aside) + b"Q\n" if aside else b"")


def _edges(row: LaidRow) -> sheet.Edges:
    return sheet.Edges(row.top, row.top + row.height)
