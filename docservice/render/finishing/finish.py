"""What the layout engine leaves undone in a PDF, done on its objects (`pydyf`) just before they are written.

Signature fields, a mended structure, the word of a draft drawn, no empty dictionaries; a last look at the faces used.
"""

from __future__ import annotations

from typing import Any

import pydyf

from docservice.render.engine import FACES
from docservice.render.errors import RenderError
from docservice.render.finishing.draft import outline
from docservice.render.finishing.lean import lean
from docservice.render.finishing.objects import named
from docservice.render.finishing.structure import mend

_SIGNATURES_EXIST = 1
_TO_UNICODE = b"/CIDInit /ProcSet findresource begin"


def finish(document: Any, pdf: Any) -> None:
    """Finish `pdf`, made of the WeasyPrint `document`; raise `RenderError` on a foreign face or a missing glyph."""
    mend_all(document, pdf)
    pdf.objects[:] = map(Printed, pdf.objects)


def mend_all(document: Any, pdf: Any) -> None:
    """Do what `finish` does, and leave the objects as they are."""
    check_faces(document, pdf)
    mend(pdf)
    outline(document, pdf)
    sign(pdf)
    unhold(pdf)
    tidy(pdf)
    lean(pdf)


class Printed(pydyf.Object):  # type: ignore[misc]  # no stubs
    """An object in its final bytes: the engine asks for them twice, to name the file and to write it."""

    def __init__(self, item: Any) -> None:
        super().__init__()
        self.number, self.generation, self.free = item.number, item.generation, item.free
        self._data = b"" if item.free == "f" else item.data
        self._compressible = bool(item.compressible)

    @property
    def data(self) -> bytes:
        """Return the bytes of the object."""
        return self._data

    @property
    def compressible(self) -> bool:
        """Say whether the object may stand in an object stream."""
        return self._compressible


def check_faces(document: Any, pdf: Any) -> None:
    """Raise `RenderError` unless every font is embedded, is one of ours, and holds all that is printed."""
    for font in document.fonts.values():
        if font.missing or 0 in font.to_unicode:
            points = ", ".join(f"U+{point:04X}" for point in sorted(font.missing))
            raise RenderError(f"nessun carattere tipografico per {points or 'un segno'}")
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/FontDescriptor":
            family = item["FontFamily"].string
            if family not in FACES or "FontFile2" not in item:
                raise RenderError(f"carattere tipografico estraneo: {family}")


def sign(pdf: Any) -> None:
    """Turn the check boxes of the page into empty signature fields, each with its blank appearance."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    for widget in (named(pdf, reference) for reference in form["Fields"]):
        for key in ("AS", "V", "MK", "Border"):
            widget.pop(key, None)
        (look,) = widget["AP"]["N"].values()
        blank = named(pdf, look)
        blank.stream, blank.extra["Resources"] = [], pydyf.Dictionary()
        widget["FT"] = "/Sig"
        widget["AP"] = pydyf.Dictionary({"N": look})
        left, top, right, bottom = widget["Rect"]
        widget["Rect"] = pydyf.Array([min(left, right), min(top, bottom), max(left, right), max(top, bottom)])
    form.pop("NeedAppearances", None)
    form.pop("DR", None)
    form["SigFlags"] = _SIGNATURES_EXIST
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("S") == "/Form":
            (item["K"],) = item["K"]  # in an array, a second signature would break the first


def unhold(pdf: Any) -> None:
    """Have a space that holds read as any space: one glyph is both, and would read as the one that came first."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.stream[:1] == [_TO_UNICODE]:
            item.stream[:] = [line.replace(b"> <00a0>", b"> <0020>") for line in item.stream]


def tidy(pdf: Any) -> None:
    """Drop empty resource dictionaries, and list each attachment once; images are not smoothed, as PDF/A wants."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Subtype") == "/Image":
            item.extra["Interpolate"] = "false"
        if isinstance(item, dict):
            for key in ("Pattern", "Shading", "XObject"):
                if key in item and not item[key]:
                    del item[key]
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
