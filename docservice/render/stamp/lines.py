"""The lines on which values stand: found once on a laid page, written anew in each copy.

On the line «Il sottoscritto ¤0¤, nato a ¤1¤» `line.write(["Binti Carla", "Lodi"])` → the operators that draw it, or
None if it would not fit. Nothing else on the page moves with a value, but the words after it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure.boxes import BlockContainerBox, InlineBox, LineBox, TableBox, TextBox

from docservice.render.stamp.faces import Face

MARK = "¤{}¤"
"""What stands for a value on the page that is cut, with its number."""
_MARKED = re.compile("¤([0-9]+)¤")
_ASIDE = ("center", "right", "end")
_MARGIN = 0.5
"""CSS pixels short of the line's end from which a value is left to the full layout: it may break the line there."""
_DATA = "dati"
"""Class of the tables of data: the width of their columns depends on the values."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A text box on a line: its words (a number is a value's), its face, its font as the page names it.

    `font` is None where nothing is drawn: a space.
    """

    words: tuple[str | int, ...]
    face: Face
    font: bytes | None


@dataclass(frozen=True, slots=True)
class Line:
    """What a copy writes anew of a page's content: units, and what lies after each. Places are in CSS pixels."""

    left: float
    right: float
    baseline: bytes
    units: tuple[Unit, ...]
    after: tuple[bytes, ...]
    aside: bool = False
    """Whether it ends at its right, wherever it begins."""

    @property
    def slots(self) -> frozenset[int]:
        """The numbers of the values on it."""
        return frozenset(word for unit in self.units for word in unit.words if isinstance(word, int))

    def write(self, values: Sequence[str]) -> bytes | None:
        """Return the content with the values in it; None when they are not for us."""
        texts = [
            "".join([values[word] if isinstance(word, int) else word for word in unit.words]) for unit in self.units
        ]
        shown = [unit.face.draw(text) for unit, text in zip(self.units, texts, strict=True)]
        drawn = [one for one in shown if one is not None]
        width = sum([one.width for one in drawn])
        if len(drawn) < len(shown) or self.left + width >= self.right - (0 if self.aside else _MARGIN):
            return None
        place, out = self.right - width if self.aside else self.left, []
        for unit, after, one in zip(self.units, self.after, drawn, strict=True):
            if unit.font is not None:
                out.append(b"1 0 0 -1 %.6f %b Tm\n%b Tf\n%b TJ" % (place, self.baseline, unit.font, one.array))
            if after:
                out.append(after)
            place += one.width
        return b"\n".join(out)


@dataclass(frozen=True, slots=True)
class Found:
    """A line with values as laid: its text boxes from the first that has one, and where the line must end."""

    boxes: tuple[Any, ...]
    right: float
    number: int | None = None
    """The value that it is, if no marker stands for it: a page number, which ends at its right."""


def words(text: str) -> tuple[str | int, ...]:
    """Return a text as words and numbers of values."""
    parts = _MARKED.split(text)
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts) if part)


def slots(text: str) -> frozenset[int]:
    """Return the numbers of the values in a text."""
    return frozenset(word for word in words(text) if isinstance(word, int))


def find(page: Any) -> Iterator[Found]:
    """Yield the lines with values that can be stamped, on a laid page."""
    yield from _find(page._page_box)  # noqa: SLF001


def page_number(page: Any, value: int) -> Found:
    """Return the line of a laid page that says its number, to be a value."""
    [margin] = [box for box in page._page_box.children if getattr(box, "at_keyword", "") == "@bottom-right"]  # noqa: SLF001
    [text] = [box for box in margin.descendants() if isinstance(box, TextBox)]
    return Found((text,), margin.content_box_x() + margin.width, value)


def _find(box: Any) -> Iterator[Found]:
    if isinstance(box, TableBox) and box.element is not None and _DATA in box.element.get("class", "").split():
        return
    children: Sequence[Any] = getattr(box, "children", ())
    if isinstance(box, BlockContainerBox) and len(children) == 1 and isinstance(children[0], LineBox):
        boxes = list(_texts(children[0]))
        marked = [place for place, one in enumerate(boxes) if one is not None and slots(one.text)]
        if marked and None not in boxes[marked[0] :] and box.style["text_align_all"] not in _ASIDE:
            yield Found(tuple(boxes[marked[0] :]), box.content_box_x() + box.width)
        return
    for child in children:
        yield from _find(child)


def _texts(box: Any) -> Iterator[Any]:
    """Yield the text boxes in a line, in order; None for what is no text and could not move."""
    for child in box.children:
        if isinstance(child, TextBox):
            yield child
        elif isinstance(child, InlineBox):
            yield from _texts(child)
        else:
            yield None
