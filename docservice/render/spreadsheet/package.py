"""The data inside an XLSX: the custom XML part that a DOCX has, which the same reader finds."""

from __future__ import annotations

from typing import Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from docservice.render.word.archive import CONTENT_TYPES, pack, unpack
from docservice.render.word.payload import PART, PROPERTIES, written

_BOOK: Final = "xl/_rels/workbook.xml.rels"
_OF_PART: Final = "customXml/_rels/item1.xml.rels"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_END: Final = b"</Relationships>"


def with_data(xlsx: bytes, text: str) -> bytes:
    """Return a workbook of ours with a text inside."""
    parts = unpack(xlsx)
    parts[PART], parts[PROPERTIES] = written(text)
    related = _relation("rIdDati", RELATIONSHIP_TYPE.CUSTOM_XML, f"../{PART}")
    parts[_BOOK] = parts[_BOOK].replace(_END, related + _END)
    props = _relation("rId1", RELATIONSHIP_TYPE.CUSTOM_XML_PROPS, PROPERTIES.rpartition("/")[2])
    parts[_OF_PART] = b'<Relationships xmlns="%b">%b%b' % (_RELATIONS.encode(), props, _END)
    told = f'<Override PartName="/{PROPERTIES}" ContentType="{CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES}"/>'
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(b"</Types>", told.encode() + b"</Types>")
    return pack(parts)


def _relation(name: str, kind: str, target: str) -> bytes:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'.encode()
