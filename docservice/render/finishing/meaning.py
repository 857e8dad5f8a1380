"""What the elements of the structure say to those who do not see the page, beyond what the layout engine knows.

The mark of an item is its label (`/Lbl`), and the list says how it is numbered; a header cell says of what it is the
header; a figure, where it is. Who signs are no table, though a table sets them side by side: a group for each.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf

from docservice.render.finishing.objects import named, number

_MARK = "segno"
"""Class of the mark of an item."""
_NUMBERINGS = {r"\d+": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
"""By what the first mark of a list says but its dots and brackets; others are in no order."""
_SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}
_SIGNATURES, _INK = "firme", "inchiostro"
"""Class of the table of those who sign, and of the line that each signs on."""
_CELLS = ("/TH", "/TD")
_POINT = 0.75
"""A CSS pixel in points."""


def mean(pdf: Any) -> None:
    """Complete the elements of a document; those that the HTML has a source for."""
    signing: set[int] = set()
    for element in pdf.objects:
        if (source := getattr(element, "source", None)) is None:
            continue
        classes = source.get("class", "").split()
        if element["S"] == "/Table" and _SIGNATURES in classes:
            element["S"] = "/Sect"
            signing.add(element.number)
        elif number(element["P"]) in signing:
            signing.add(element.number)
            _set_apart(element, classes)
        elif element["S"] == "/TH" and (scope := _SCOPES.get(source.get("scope"))):
            element["A"]["Scope"] = scope
        elif element["S"] == "/TD" and not element["A"].get("Headers"):
            _set_headers(pdf, element)
        elif element["S"] == "/Figure":
            element["A"]["BBox"] = _turned(element["A"]["BBox"], named(pdf, element["Pg"])["MediaBox"])
        elif element["S"] == "/Span" and _MARK in classes:
            _label(pdf, element, source.text)


def _set_apart(element: Any, classes: list[str]) -> None:
    """Make of the cell of one who signs a group, with a paragraph for each line; nothing of what is around it."""
    kind = element["S"]
    if kind in _CELLS:
        for key in ("A", "ID"):
            element.pop(key, None)
        element["S"] = "/Div" if element["K"] else "/NonStruct"
    elif kind == "/Div" and _INK not in classes:
        element["S"] = "/P"
    elif kind in {"/TBody", "/TR", "/Div"}:
        element["S"] = "/NonStruct"


def _set_headers(pdf: Any, cell: Any) -> None:
    """Give a cell the header of its column, where the page has none for the engine to find."""
    row = table = named(pdf, cell["P"])
    while table["S"] != "/Table":
        table = named(pdf, table["P"])
    head = named(pdf, table["K"][0])
    if head["S"] == "/THead":
        place = row["K"].index(cell.reference)
        cell["A"]["Headers"] = pydyf.Array([named(pdf, named(pdf, head["K"][-1])["K"][place])["ID"]])


def _label(pdf: Any, mark: Any, text: str) -> None:
    """Take the mark of an item out of its body, to stand before it."""
    parent = body = named(pdf, mark["P"])
    parent["K"].remove(mark.reference)
    while body["S"] != "/LBody":
        body = named(pdf, body["P"])
    item = named(pdf, body["P"])
    mark["S"], mark["P"] = "/Lbl", item.reference
    item["K"].insert(0, mark.reference)
    items = named(pdf, item["P"])
    if items["K"][0] == item.reference and (numbering := _numbering(text.strip(" .()"))):
        items["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})


def _numbering(mark: str) -> str | None:
    return next((name for form, name in _NUMBERINGS.items() if re.fullmatch(form, mark)), None)


def _turned(box: Any, page: Any) -> Any:
    """Return a box, of which the engine counts pixels from the top of the page, in points from the bottom."""
    left, top, right, bottom = (side * _POINT for side in box)
    return pydyf.Array([left, page[3] - bottom, right, page[3] - top])
