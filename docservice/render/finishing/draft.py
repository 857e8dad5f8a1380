"""The word that marks a draft, printed as a shape: seen on every page, and no word of any text taken from it.

The style sheet (`templates/bozza.css`) sets it in the margins like any text; here what shows its letters gives way to
their outlines: `BT … [<0025>…] TJ ET` becomes `q … cm /bozza0 Do Q`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pydyf
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from pydyf import _to_bytes as as_bytes
from weasyprint.formatting_structure.boxes import MarginBox, TextBox

from docservice.render.finishing.objects import named
from docservice.render.footer import DRAFT

_SHOWN = re.compile(rb"<([0-9a-f]*)>|(-?[0-9.]+)")
_THOUSAND = 1000


def title(of: str) -> str:
    """Return what the draft of a document is called, for those who do not see its pages."""
    return f"{DRAFT} – {of}"


def outline(document: Any, pdf: Any) -> None:
    """Draw the letters of the word where it stands in the margins; nothing if it does not."""
    fonts = {font.hash: font for font in document.fonts.values()}
    forms: dict[bytes, str] = {}
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        laid = named(pdf, reference)
        content = named(pdf, laid["Contents"]).stream
        for box in _words(page):
            place = box.position_x, box.position_y + box.baseline
            begin = content.index(_moved(1, 0, 0, -1, *place, "Tm"))  # then come font and glyphs
            name, size, _ = content[begin + 1].split()
            shown, font = bytes(content[begin + 2]), fonts[name[1:].decode()]
            if shown not in forms:
                forms[shown] = f"{DRAFT.lower()}{len(forms)}"
                form = _form(font, shown)
                pdf.add_object(form)
                named(pdf, laid["Resources"])["XObject"][forms[shown]] = form.reference
            scale = float(size) / font.upem
            move = _moved(scale, 0, 0, -scale, *place, "cm")
            content[begin - 1 : begin + 4] = [b"q", move, f"/{forms[shown]} Do".encode(), b"Q"]


def _moved(*matrix: float | str) -> bytes:
    return b" ".join(map(as_bytes, matrix))


def _words(page: Any) -> Iterator[Any]:
    """Yield the boxes in the margins of a page that say that it is of a draft."""
    for margin in page._page_box.children:  # noqa: SLF001
        if isinstance(margin, MarginBox):
            yield from (box for box in margin.descendants() if isinstance(box, TextBox) and box.text == DRAFT)


def _form(font: Any, shown: bytes) -> Any:
    """Return a drawing of the glyphs that `TJ` takes, in units of their font."""
    return pydyf.Stream(
        [_drawn(font.file_content, shown)],
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array([0, -font.upem, len(DRAFT) * 2 * font.upem, 2 * font.upem]),
            "Resources": pydyf.Dictionary(),
        },
        compress=True,
    )


@cache
def _drawn(file: bytes, shown: bytes) -> bytes:
    face = TTFont(BytesIO(file), lazy=True)
    names, glyphs = face.getGlyphOrder(), face.getGlyphSet()
    upem, place, pen = face["head"].unitsPerEm, 0.0, _Pen(glyphs)
    for codes, closer in _SHOWN.findall(shown):
        place -= float(closer or 0) * upem / _THOUSAND
        for at in range(0, len(codes), 4):
            glyph = glyphs[names[int(codes[at : at + 4], 16)]]
            pen.left = place
            glyph.draw(pen)
            place += glyph.width
    return b"\n".join([*pen.told, b"f"])


class _Pen(BasePen):  # type: ignore[misc]  # no stubs
    """Writes outlines as a PDF draws them, from `left` on."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.left = 0.0
        self.told: list[bytes] = []

    def _tell(self, verb: str, *points: tuple[float, float]) -> None:
        places = (f"{round(x + self.left, 1):g} {round(y, 1):g}" for x, y in points)
        self.told.append(" ".join([*places, verb]).encode())

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the parent's
        self._tell("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._tell("l", pt)

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:  # noqa: N802
        self._tell("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self._tell("h")
