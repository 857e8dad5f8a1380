"""The cells of a table as a page shows them, one by one: how many lines a text takes, and what draws them.

Of a column 40 wide, "Binti" is a `Cell` of one line, "Montevecchi Carla" of two. Places are in CSS pixels: across, from
the left of the page; down, from the top of the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import TableBox, TableCellBox, TextBox
from weasyprint.text.line_break import split_first_line

from docservice.render.bands.repeat import is_again
from docservice.render.html import EXCERPT
from docservice.render.stamp.faces import Drawn, Face
from docservice.render.stamp.specimen import face
from docservice.text.blocks import Runs

_NEAR = 0.1
"""CSS pixels short of its width from which the engine is asked whether a text breaks."""
_END = b"TJ ET EMC\n"
_KEPT = 8192
"""Texts kept of a column."""


class Cell(NamedTuple):
    """A cell as shown: how high its text is, what follows the mark of each of its lines, what has no mark."""

    height: float
    marked: tuple[bytes, ...]
    aside: bytes = b""


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row as the engine laid it."""

    page: int
    box: Any

    @property
    def cells(self) -> list[Any]:
        """Its cells, boxes of the engine."""
        return [cell for cell in self.box.children if isinstance(cell, TableCellBox)]

    @property
    def top(self) -> float:
        """Where it begins on its page."""
        return float(self.box.position_y)

    @property
    def left(self) -> float:
        """Where it begins across its page."""
        return float(self.box.position_x)

    @property
    def height(self) -> float:
        """How high it is."""
        return float(self.box.height)


def laid_rows(pages: Sequence[Any]) -> list[LaidRow]:
    """Return the rows of the table that is an excerpt, in order; its header and the bands repeated are left out."""
    return [
        LaidRow(number, row)
        for number, page in enumerate(pages)
        for table in page._page_box.descendants()  # noqa: SLF001
        if isinstance(table, TableBox) and EXCERPT in table.element.get("class", "").split()
        for group in table.children
        if not group.is_header
        for row in group.children
        if not is_again(row)
    ]


def text_boxes(cell: Any) -> list[Any]:
    """Return the boxes of text in a cell, in order."""
    return [box for box in cell.descendants() if isinstance(box, TextBox)]


class Column(dict[str | Runs, Cell | None]):
    """A column of a kind of rows: what it shows for each text; None where it takes a layout to know."""

    def __init__(self, short: Any, tall: Any, top: float, alphabet: frozenset[str]) -> None:
        """Learn from two cells: one line, and two."""
        super().__init__()
        [box], boxes = text_boxes(short), text_boxes(tall)
        self.face, self._style, self._width = face(box, alphabet), box.style, float(short.width)
        self._left, self._right = float(short.content_box_x()), None
        if box.style["text_align_all"] in ("right", "end"):
            self._right = self._left + self._width
        self._first = float(box.position_y + box.baseline) - top
        self._begins: list[bytes] = []
        self._step = float(boxes[1].position_y - boxes[0].position_y)

    def __missing__(self, text: str | Runs) -> Cell | None:
        if len(self) > _KEPT:
            self.clear()
        cell = self[text] = self._show(text)
        return cell

    def _show(self, text: str | Runs) -> Cell | None:
        if not text:
            return Cell(0, ())
        if not isinstance(text, str) or not text.isprintable() or "  " in text or text[0] == " " or text[-1] == " ":
            return None
        drawn = self.face.once(text)
        if drawn is None:
            return None
        if drawn.width <= self._width - _NEAR:
            return Cell(self._step, (self._marked(drawn, 0),))
        lines = [self.face.once(line) for line in self._filled(text) or self._broken(text)]
        shown = [line for line in lines if line is not None]
        if len(shown) < len(lines):
            return None
        marked = tuple(self._marked(line, place) for place, line in enumerate(shown))
        return Cell(self._step * len(marked), marked)

    def _marked(self, line: Drawn, place: int) -> bytes:
        if self._right is None:
            return self._begin(place) + line.array + _END
        across = max(self._left, self._right - line.width)
        return b"BDC BT 1 0 0 -1 %.4f %.6f Tm%bTJ ET EMC\n" % (across, self._first + self._step * place, line.array)

    def _begin(self, place: int) -> bytes:
        """Return what begins a line that is not aside."""
        while len(self._begins) <= place:
            down = self._first + self._step * len(self._begins)
            self._begins.append(b"BDC BT 1 0 0 -1 %.4f %.6f Tm" % (self._left, down))
        return self._begins[place]

    def _filled(self, text: str) -> list[str] | None:
        """Return the lines of plain words, as many on each as it holds; None where only the engine knows."""
        lines: list[str] = []
        for word in text.split(" "):
            letters = word.replace("’", "")
            if not (letters.isalpha() or (letters.isascii() and letters.isalnum())):  # a code breaks nowhere, as a word
                return None
            longer = self.face.once(f"{lines[-1]} {word}" if lines else word)
            if longer is None or abs(longer.width - self._width) < _NEAR:
                return None
            if longer.width < self._width:
                lines[-1:] = [f"{lines[-1]} {word}" if lines else word]
                continue
            alone = self.face.once(word)
            if alone is None or alone.width > self._width - _NEAR:
                return None
            lines.append(word)
        return lines

    def _broken(self, text: str) -> list[str]:
        """Return the lines of a text, as the engine breaks it."""
        lines = []
        while text:
            _, length, resume, _, _, _ = split_first_line(text, self._style, None, self._width, 0)
            whole = text.encode()
            lines.append(whole[:length].decode().strip(" "))
            text = "" if resume is None else whole[resume:].decode()
        return lines


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of rows looks: its columns, and what a row is higher than its texts."""

    columns: tuple[Column, ...]
    more: float

    @property
    def faces(self) -> list[Face]:
        """The faces of its columns."""
        return [column.face for column in self.columns]


def look(short: LaidRow, tall: LaidRow, alphabet: frozenset[str]) -> Look:
    """Learn a kind of rows from two of them: texts of one line, and of two."""
    columns = [Column(one, two, short.top, alphabet) for one, two in zip(short.cells, tall.cells, strict=True)]
    return Look(tuple(columns), 2 * short.height - tall.height)
