"""The letterhead (`templates/carta.docx`, built by `script/carta`) filled in by docxtpl.

It is slow, and used once for each paper: with a sample of every block, which `sheet` cuts where texts and layout go.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from docservice.paths import TEMPLATES
from docservice.render.columns import LONG_WIDTH, TEXT_WIDTH
from docservice.render.word import about
from docservice.render.word.archive import unpack
from docservice.render.word.context import context
from docservice.render.word.numbering import PART, lists, numbered
from docservice.render.word.payload import add_data
from docservice.text.blocks import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY, HEAD, FOOT, CORE = "word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml"
_MARKUP = re.compile(r"""[&<>"'{}%#\t\n\r]""")


def fill(document: Document, *, data: str, created: datetime, bozza: bool) -> dict[str, bytes]:
    """Return the parts of the DOCX of `document`, by name, without widths and what keeps together.

    Raises ValueError on text that XML cannot hold.
    """
    letterhead = _Letterhead(BytesIO(_template()))
    told = about.told(document, created)
    letterhead.render(context(document, bozza=bozza) | told, _environment(), autoescape=True)
    word = letterhead.docx
    _drop_empty_runs(word.element.body)
    if document.landscape:
        _turn(word.element.body, word.styles.element)
    add_data(word, data)
    properties = word.core_properties
    for name in about.PROPERTIES:
        setattr(properties, name, told[name])
    properties.language = "it-IT"
    properties.last_modified_by = "docservice"
    properties.created = properties.modified = about.day(created)
    properties.revision = 1
    out = BytesIO()
    word.save(out)
    parts = unpack(out.getvalue())
    return parts | {PART: lists(parts[PART], numbered(document).again)}


def _drop_empty_runs(body: etree._Element) -> None:
    """Drop the runs that template tags leave."""
    for run in [run for run in body.iter(f"{W}r") if _is_empty(run)]:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


def _is_empty(run: etree._Element) -> bool:
    return all(child.tag == f"{W}rPr" or (child.tag == f"{W}t" and not child.text) for child in run)


def _turn(body: etree._Element, styles: etree._Element) -> None:
    """Lay the pages on their long side, their margins as wide as that leaves, and move there what stood on them."""
    for size in body.iter(f"{W}pgSz"):
        width, height = size.get(f"{W}w", ""), size.get(f"{W}h", "")
        size.attrib.update({f"{W}w": height, f"{W}h": width, f"{W}orient": "landscape"})
        for margin in body.iter(f"{W}pgMar"):
            side = str((int(height) - LONG_WIDTH) // 2)
            margin.attrib.update({f"{W}left": side, f"{W}right": side})
    moved = {str(TEXT_WIDTH): str(LONG_WIDTH), str(TEXT_WIDTH // 2): str(LONG_WIDTH // 2)}
    for tab in styles.iter(f"{W}tab"):
        stood = tab.get(f"{W}pos", "")
        tab.set(f"{W}pos", moved.get(stood, stood))


@cache
def _template() -> bytes:
    return (TEMPLATES / "carta.docx").read_bytes()


def _literal(value: object) -> Markup:
    """Return a value whose marks are character references: no tag, brace or space is left for docxtpl to read."""
    return Markup(_MARKUP.sub(lambda found: f"&#{ord(found[0])};", str(value)))  # noqa: S704 - all markup is gone


class _Environment(ImmutableSandboxedEnvironment):
    """Compiles each part of the letterhead once: a compiled template holds no state."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_literal)
        self._compiled: dict[str, Template] = {}

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        if source not in self._compiled:
            self._compiled[source] = super().from_string(source, *args, **kwargs)
        return self._compiled[source]


@cache
def _environment() -> _Environment:
    return _Environment()


class _Letterhead(DocxTemplate):  # type: ignore[misc]
    """A docxtpl template whose output is parsed strictly: where docxtpl repairs, text may be lost."""

    def patch_xml(self, src_xml: str) -> str:
        return _patched(src_xml)

    def resolve_listing(self, xml: str) -> str:
        """Leave the text alone: line breaks and tabs are already elements."""
        return xml

    def fix_tables(self, xml: str) -> Any:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


@lru_cache(maxsize=8)
def _patched(source: str) -> str:
    """Return a part with its tags made ready for Jinja; always the same, since the letterhead is."""
    patched: str = DocxTemplate(None).patch_xml(source)
    return patched
