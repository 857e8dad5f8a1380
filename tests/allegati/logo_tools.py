"""Logos as people send them, and as nobody should: PNGs of every kind, drawings, base64."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50"'


def png(size: tuple[int, int] = (60, 30), mode: str = "RGBA", **how: Any) -> bytes:
    """Return a disc on nothing, or on white where nothing cannot be."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((2, 2, size[0] - 3, size[1] - 3), fill=(160, 30, 40, 255))
    out = BytesIO()
    (image if mode == "RGBA" else image.convert(mode)).save(out, "PNG", **how)
    return out.getvalue()


def raw_png(size: tuple[int, int], bits: int, colour: int, row: bytes, *, interlaced: bool = False) -> bytes:
    """Return a PNG of equal rows, written by hand: kinds that Pillow does not write."""
    width, height = size
    parts = {b"IHDR": struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlaced)}
    if interlaced:  # of one point: the first pass is all there is
        assert size == (1, 1)
    parts[b"IDAT"] = zlib.compress((b"\0" + row) * height)
    parts[b"IEND"] = b""
    chunks = [
        struct.pack(">I", len(one)) + kind + one + struct.pack(">I", zlib.crc32(kind + one))
        for kind, one in parts.items()
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def svg(inside: str, attributes: str = SVG, before: str = "") -> bytes:
    """Return a drawing."""
    return f"{before}<svg {attributes}>{inside}</svg>".encode()


DRAWING = svg(
    "<metadata><x xmlns='urn:x'>Programma</x></metadata><style>.a,.b{fill:url(#g);opacity:.8}</style>"
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#900"/><stop offset="1" stop-color="#009"'
    ' stop-opacity=".5"/></linearGradient><clipPath id="c"><circle cx="25" cy="25" r="20"/></clipPath></defs>'
    '<g clip-path="url(#c)"><rect class="a" width="50" height="50"/></g><use xlink:href="#p" x="10"/>'
    '<path id="p" data-name="Livello 1" style="fill:none;stroke:#060;stroke-width:3" d="M60 10h30v30z"/>',
    before='<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
    ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
)
"""What programs export: a style sheet, notes of their own, a gradient, a clip, a shape used twice."""


def codificato(content: bytes) -> str:
    """Return a file as the data hold it."""
    return b64encode(content).decode()


def intestazione(content: bytes | None = None, nome: str = "logo.png") -> dict[str, Any]:
    """Return a letterhead, with that logo."""
    told: dict[str, Any] = {
        "denominazione": "Alfa & Figli <S.r.l.>",
        "righe": ["Via Borgo Palazzo 12/A, 24122 Bergamo", "tel. 035 000000 – PEC alfa@pec.example"],
    }
    if content is not None:
        told["logo"] = {"nome": nome, "contenuto": codificato(content)}
    return told
