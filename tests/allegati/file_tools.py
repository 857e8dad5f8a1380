"""Small files of the kinds that may be annexed, good and hostile, for the tests."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image


def pdf(change: Callable[[pikepdf.Pdf], Any] | None = None, **options: Any) -> bytes:
    """Return a PDF of one page, as `change` leaves it; `options` are those of saving."""
    file = pikepdf.new()
    file.add_blank_page()
    if change is not None:
        change(file)
    written = BytesIO()
    file.save(written, deterministic_id="encryption" not in options, **options)
    return written.getvalue()


def pdf_of(size: int) -> bytes:
    """Return a PDF of that many bytes."""
    whole = pdf()
    tail = whole[whole.rindex(b"startxref") :]
    return whole + b"%" + b" " * (size - len(whole) - len(tail) - 2) + b"\n" + tail


def image(kind: str, *size: int, **options: Any) -> bytes:
    """Return a PNG or a JPEG of some points."""
    written = BytesIO()
    Image.effect_noise(size or (32, 32), 60).save(written, kind, **options)  # type: ignore[arg-type]
    return written.getvalue()


def black(width: int, height: int, bits: int = 24) -> bytes:
    """Return the points of a PNG, all black, as they are written in it."""
    packer, row = zlib.compressobj(9), bytes(1 + (width * bits + 7) // 8)
    rows = [packer.compress(row) for _ in range(height)]
    return b"".join([*rows, packer.flush()])


def png_of(width: int, height: int, points: bytes = b"", kind: tuple[int, int] = (8, 2), interlaced: int = 0) -> bytes:
    """Return a PNG that says to be that large, of samples of so many bits and of that kind, and has those points."""
    size = struct.pack(">IIBBBBB", width, height, *kind, 0, 0, interlaced)
    parts = [(b"IHDR", size), (b"IDAT", points), (b"IEND", b"")]
    told = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


def action(kind: str, **members: Any) -> Dictionary:
    """Return an action of a PDF."""
    return Dictionary(S=Name(f"/{kind}"), **members)


def link(file: pikepdf.Pdf, **members: Any) -> None:
    """Put on the first page an annotation with those members."""
    annotation = {"Type": Name.Annot, "Subtype": Name.Link, "Rect": [0, 0, 9, 9], **members}
    found = file.make_indirect(Dictionary(**annotation))
    file.pages[0].obj.Annots = Array([found])


def carrying(name: str, content: bytes) -> bytes:
    """Return a PDF with a file inside."""

    def change(file: pikepdf.Pdf) -> None:
        file.attachments[name] = pikepdf.AttachedFileSpec(file, content, filename=name)

    return pdf(change)
