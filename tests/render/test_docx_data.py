"""The data inside the DOCX: there and back, and nothing from a hostile file."""

from __future__ import annotations

import json
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from docx_tools import CREATED, DATA, sample
from hypothesis import given, settings
from hypothesis import strategies as st

from docservice.render.docx import NAMESPACE, read_data, write
from docservice.render.word.payload import MAX_DATA

ITEM = f'<dati xmlns="{NAMESPACE}">{{}}</dati>'
values = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=30)


def zipped(parts: dict[str, bytes | str], method: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@given(st.dictionaries(values, values, max_size=4))
@settings(deadline=None, max_examples=40)
def test_data_comes_back_byte_for_byte(tree: dict[str, str]) -> None:
    data = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert read_data(write(sample(), data=data, created=CREATED)) == data


def test_long_and_repetitive_data_come_back() -> None:
    data = b'"' + b"a" * (MAX_DATA - 2) + b'"'
    assert read_data(write(sample(), data=data, created=CREATED)) == data
    with pytest.raises(ValueError, match="superano"):
        write(sample(), data=data + b" ", created=CREATED)


def test_parts_are_declared_and_related() -> None:
    with ZipFile(BytesIO(write(sample(), data=DATA, created=CREATED))) as archive:
        names = [name for name in archive.namelist() if name.startswith("customXml/")]
        assert names == ["customXml/_rels/item1.xml.rels", "customXml/item1.xml", "customXml/itemProps1.xml"]
        assert b"customXmlProperties+xml" in archive.read("[Content_Types].xml")
        assert b"../customXml/item1.xml" in archive.read("word/_rels/document.xml.rels")
        assert NAMESPACE.encode() in archive.read("customXml/itemProps1.xml")


@pytest.mark.parametrize("name", ["customXml/item7.xml", "customxml/ITEM1.XML", "customXml/altro.xml"])
def test_found_by_namespace_among_others(name: str) -> None:
    others = {"customXml/item3.xml": "<b:Sources xmlns:b='urn:x'/>", "customXml/item4.xml": "<rotto"}
    assert read_data(zipped({**others, name: ITEM})) == b"{}"


@pytest.mark.parametrize(
    "content",
    [
        f'<!DOCTYPE dati [<!ENTITY e "x">]><dati xmlns="{NAMESPACE}">&e;</dati>',
        f'<!DOCTYPE dati SYSTEM "file:///etc/passwd"><dati xmlns="{NAMESPACE}">x</dati>',
        f'<dati xmlns="{NAMESPACE}"><altro/></dati>',
        f'<dati xmlns="{NAMESPACE}">&e;</dati>',
        '<dati xmlns="urn:altro">{}</dati>',
    ],
)
def test_dtd_entities_and_strange_parts_are_refused(content: str) -> None:
    with pytest.raises(ValueError, match="dati"):
        read_data(zipped({"customXml/item1.xml": content}))


@pytest.mark.parametrize(
    "docx",
    [
        b"",
        b"PK\x03\x04 no zip",
        zipped({}),
        zipped({"customXml/item1.xml": ITEM, "customXml/item2.xml": ITEM}),
        zipped({"customXml/item1.xml": ITEM}, ZIP_LZMA),
        zipped({"customXml/item1.xml": b" " * (2 << 20)}),
        zipped({"customXml/item1.xml": b" " * (17 << 20)}),
        zipped({f"customXml/item{n}.xml": "<a/>" for n in range(65)}),
        zipped({f"x{n}": "" for n in range(4097)}),
        bytes((64 << 20) + 1),
    ],
    ids=["empty", "broken", "none", "two", "lzma", "ratio", "size", "items", "names", "file"],
)
def test_unsound_files_are_refused(docx: bytes) -> None:
    with pytest.raises(ValueError, match=r"DOCX|parte|supera"):
        read_data(docx)


def test_a_size_that_lies_is_refused() -> None:
    sound = zipped({"customXml/item1.xml": ITEM})
    content = zlib.compress(b" " * (4 << 20))[2:-4]
    lying = bytearray(sound.replace(zlib.compress(ITEM.encode())[2:-4], content))
    with pytest.raises(ValueError, match="DOCX"):
        read_data(bytes(lying))


@given(st.binary(max_size=200), st.integers(0, 20000))
@settings(deadline=None, max_examples=60)
def test_damaged_files_give_value_errors_only(noise: bytes, at: int) -> None:
    sound = write(sample(), data=DATA, created=CREATED)
    damaged = sound[: at % len(sound)] + noise + sound[at % len(sound) + len(noise) :]
    try:
        assert isinstance(read_data(damaged), bytes)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - any other exception is the failure
