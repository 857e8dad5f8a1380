"""A form laid out with marks where its values go: where they can be stamped, and the master that comes of it.

`make(document, frozenset({0}), alphabet)` prints `¤0¤` in the place of the first value and cuts the page there.
"""

from __future__ import annotations

from dataclasses import replace

from docservice.render import full
from docservice.render.full import FIELDS
from docservice.render.stamp import lines
from docservice.render.stamp.cutter import Cutter
from docservice.render.stamp.master import NO_DATE, Master
from docservice.render.stamp.specimen import face, specimen
from docservice.text.blocks import Document, Run
from docservice.text.unbroken import NBSP


def plain(value: Run) -> bool:
    """Say whether a value may be stamped: some text on one line, with no space that HTML would show otherwise."""
    text = value.text.replace(NBSP, "_")
    return bool(text) and not value.blank and text == " ".join(text.split())


def on_lines(document: Document, tried: frozenset[int], alphabet: frozenset[str]) -> list[lines.Line]:
    """Return the lines on which some values can be stamped, to try values on; call it inside `strict`."""
    laid = full.lay_out(_marked(document, tried), FIELDS)
    return [
        lines.Line(
            found.boxes[0].position_x,
            found.right,
            b"",
            tuple(lines.Unit(lines.words(box.text), face(box, alphabet), None) for box in found.boxes),
            (b"",) * len(found.boxes),
        )
        for page in laid.pages
        for found in lines.find(page)
    ]


def make(document: Document, slots: frozenset[int], alphabet: frozenset[str]) -> Master:
    """Lay a document out with markers for some values, and cut it there; call it inside `strict`."""
    laid = full.lay_out(_marked(document, slots), FIELDS)
    laid.metadata.created = laid.metadata.modified = NO_DATE
    both = laid.copy([*laid.pages, *(specimen(alphabet).pages if slots else ())])
    cutter = Cutter(both, range(len(laid.pages)), alphabet)
    full.print_out(both, cutter.cut)
    return cutter.master


def _marked(document: Document, slots: frozenset[int]) -> Document:
    if document.skeleton is None or not slots:
        return document
    values = enumerate(document.values)
    marked = [Run(lines.MARK.format(n), value.pointer) if n in slots else value for n, value in values]
    return replace(document.skeleton.fill(marked), keywords=document.keywords)
