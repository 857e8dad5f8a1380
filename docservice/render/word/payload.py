"""The data inside a DOCX: a custom XML part of our namespace, written by us, read back from anywhere."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from docservice.render.word.context import legal

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMESPACE = "urn:docservice:1:dati"
PART, PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
TAG = f"{{{NAMESPACE}}}dati"
MAX_DATA = 8 << 20  # bytes of JSON in one document; libxml2 itself stops at 10 MB for one text
_MAX_DOCX = 64 << 20  # bytes of a file given to read
_MAX_PART = 2 * MAX_DATA  # bytes of the part, "<" and "&" being longer in XML
_MAX_NAMES = 4096  # parts of the zip
_MAX_PARTS = 64  # custom XML parts
_MAX_RATIO = 200  # times the compressed size, for parts above _SMALL
_SMALL = 1 << 20  # bytes
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM_ID = f"{{{str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()}}}"
_ITEM = re.compile(r"customXml/[^/]+\.xml", re.IGNORECASE)


def checked(data: bytes) -> str:
    """Return `data` as text. Raises ValueError above `MAX_DATA` bytes, if it is not UTF-8 or XML cannot hold it."""
    if len(data) > MAX_DATA:
        raise ValueError(f"I dati del documento superano {MAX_DATA} byte: {len(data)}.")
    return legal(data.decode("utf-8"))


def written(text: str) -> tuple[bytes, bytes]:
    """Return the part that holds a text, and the part that tells what it is."""
    unprefixed: Any = {None: NAMESPACE}
    root = etree.Element(TAG, nsmap=unprefixed)
    root.text = text
    props = etree.Element(f"{{{_STORE}}}datastoreItem", {f"{{{_STORE}}}itemID": _ITEM_ID}, nsmap={"ds": _STORE})
    refs = etree.SubElement(props, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(refs, f"{{{_STORE}}}schemaRef", {f"{{{_STORE}}}uri": NAMESPACE})
    return _bytes(root), _bytes(props)


def add_data(document: Any, text: str) -> None:
    """Put a text into a python-docx document that holds none."""
    held, told = written(text)
    package = document.part.package
    item = Part(PackURI(f"/{PART}"), CONTENT_TYPE.XML, held, package)
    item_props = Part(PackURI(f"/{PROPERTIES}"), CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, told, package)
    item.relate_to(item_props, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def read_data(docx: bytes) -> bytes:
    """Return the data of a DOCX from anywhere, found by namespace: Word processors rename the parts.

    The file is hostile: sizes, number of parts and compression ratio are bounded, DTDs refused, nothing
    fetched. Raises ValueError if it is no sound DOCX or holds no data of ours, or more than one.
    """
    if len(docx) > _MAX_DOCX:
        raise ValueError(f"Il file supera {_MAX_DOCX} byte.")
    try:
        with ZipFile(BytesIO(docx)) as archive:
            found = [text for raw in _items(archive) if (text := _text(raw)) is not None]
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ValueError("Il file non è un DOCX leggibile.") from error
    if len(found) != 1:
        raise ValueError(f"Il DOCX deve contenere una sola parte dati {NAMESPACE}: trovate {len(found)}.")
    return found[0].encode("utf-8")


def _items(archive: ZipFile) -> Iterator[bytes]:
    """Yield the custom XML parts, each within its bounds."""
    infos = archive.infolist()
    items = [info for info in infos if _ITEM.fullmatch(info.filename)]
    if len(infos) > _MAX_NAMES or len(items) > _MAX_PARTS:
        raise ValueError("Il DOCX ha troppe parti.")
    for info in items:
        _check(info)
        with archive.open(info) as stream:
            raw = stream.read(_MAX_PART + 1)
        if len(raw) > _MAX_PART:
            raise ValueError(f"La parte {info.filename} supera {_MAX_PART} byte.")
        yield raw


def _check(info: ZipInfo) -> None:
    """Refuse a part that says it is too long, too compressed, or compressed as no Word processor does."""
    ratio = info.file_size > _SMALL and info.file_size > _MAX_RATIO * info.compress_size
    if info.file_size > _MAX_PART or ratio or info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise ValueError(f"La parte {info.filename} è troppo grande o compressa in modo anomalo.")


def _text(raw: bytes) -> str | None:
    """Return the text of the part if it is of our namespace; other people's parts, sound or not, are None."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        return None
    if root.tag != TAG:
        return None
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype or len(root):
        raise ValueError("La parte dati del DOCX ha una DTD o elementi estranei.")
    return root.text or ""


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
