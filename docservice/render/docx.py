"""Blocks to DOCX on the house letterhead (`templates/carta.docx`, built by `script/carta`).

    write(document, data=b'{"modello": ...}', created=datetime(...), bozza=False) -> bytes
    read_data(docx) -> bytes

Same arguments, same bytes. Nothing is fetched, nothing but the letterhead is read.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from docservice.paths import TEMPLATES
from docservice.render.docx_context import context
from docservice.render.docx_data import NAMESPACE, add_data, read_data
from docservice.render.docx_layout import lay_out, turn
from docservice.render.docx_zip import pack, unpack

if TYPE_CHECKING:
    from docservice.text.blocks import Document

__all__ = ["NAMESPACE", "read_data", "write"]

_TITLE_MAX = 255  # characters of a core property
_MARKUP = re.compile(r"""[&<>"'{}%#\t\n\r]""")


def write(document: Document, *, data: bytes, created: datetime, bozza: bool = False) -> bytes:
    """Return the DOCX of `document` with `data` (canonical JSON, UTF-8) inside.

    `created` is the only date in the file; naive means UTC. `bozza` marks every page as a draft.
    Raises ValueError on text or data that XML cannot hold, and on data above `docx_data.MAX_DATA` bytes.
    """
    letterhead = _Letterhead(BytesIO(_template()))
    letterhead.render(context(document, bozza=bozza), _environment(), autoescape=True)
    word = letterhead.docx
    lay_out(word.element.body, landscape=document.landscape)
    if document.landscape:
        turn(word.element.body, word.styles.element)
    add_data(word, data)
    _describe(word.core_properties, document.title, created)
    out = BytesIO()
    word.save(out)
    return pack(unpack(out.getvalue()))


def _describe(properties: Any, title: str, created: datetime) -> None:
    moment = created.astimezone(UTC).replace(tzinfo=None) if created.tzinfo else created
    properties.title = " ".join(title.split())[:_TITLE_MAX]
    properties.language = "it-IT"
    properties.author = properties.last_modified_by = "docservice"
    properties.created = properties.modified = moment.replace(microsecond=0)
    properties.revision = 1


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
