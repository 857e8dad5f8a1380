"""Hostile files, made by rule: what people send by mistake, and what nobody sends by mistake."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from io import BytesIO

from tabelle import HEADER, in_csv, rows, xlsx

_XLSX = (
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/styles.xml",
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
)
_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "'
    + b"b" * 1000
    + b'"><!ENTITY c "'
    + b"&b;" * 1000
    + b'">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&c;&c;&c;</t></is></c></row></sheetData>'
    + b"</worksheet>"
)


def ostili(seed: int = 7) -> Iterator[tuple[str, bytes]]:
    """Yield a hundred files with a name each, the same at every run."""
    chance = random.Random(seed)  # noqa: S311 - the same at every run
    book, text = xlsx([HEADER, *rows(20)]), in_csv([HEADER, *rows(20)])
    for number in range(25):
        yield f"xlsx guasto {number}", _damaged(chance, book)
    for number in range(15):
        yield f"csv guasto {number}", _damaged(chance, text)
    for number in range(10):
        yield f"rumore {number}", chance.randbytes(chance.randrange(1, 5000))
    for number in range(10):
        yield f"zip e rumore {number}", b"PK\x03\x04" + chance.randbytes(2000)
    for number in range(10):
        yield f"troncato {number}", book[: len(book) * number // 10]
    for name in _XLSX:
        yield f"senza {name}", _changed(book, name, None)
        yield f"bomba in {name}", _changed(book, name, _BOMB)
        yield f"gonfio {name}", _changed(book, name, b"<a>" + b" " * 30_000_000 + b"</a>")
    for number, line in enumerate(
        (
            b"\n" * 500_000,
            b";" * 500_000,
            b'"' * 50_001,
            b'"' + b"a" * 500_000,
            b"Cognome;" * 500,
            b"Cognome;Nome;CF\n" + b"a;b;c\n" * 3000,
            b"Cognome;Nome;CF\n" + b"x" * 200_000,
            ("Cognome;Nome;CF\n" + "\u202e\u0000\ufeff;𝕏;\u200b\n").encode(),
            "Cognome;Nome;CF\nà;è;ì\n".encode("utf-16"),
            b"{" * 100_000,
            b'{"cognome": ' * 2000,
            b'{"a":1}\n' * 3000,
            b'{"cognome": 1e999999}\n',
            b'{"cognome": "\\ud800"}\n',
            b"=cmd|' /C calc'!A0;Nome\n1;2\n",
        )
    ):
        yield f"testo {number}", line


def _damaged(chance: random.Random, content: bytes) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.randrange(1, 40)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _changed(content: bytes, name: str, new: bytes | None) -> bytes:
    """Return a workbook with one of its parts replaced, or taken away."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in old.namelist():
            part = new if member == name else old.read(member)
            if part is not None:
                archive.writestr(member, part)
    return out.getvalue()
