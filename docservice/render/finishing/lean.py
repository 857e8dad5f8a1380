"""What weighs in a PDF and tells a reader nothing, left out of its objects (`pydyf`) before they are written.

Of the files of fonts, tables that only programs that type with them read; between glyphs, shifts of nothing:
`[<0024>0<0025>]` becomes `[<00240025>]`.
"""

from __future__ import annotations

from struct import Struct
from typing import Any

from docservice.render.finishing.objects import named

_NO_SHIFT = b">0<"
_HEAD, _ENTRY = Struct(">4s4H"), Struct(">4s3L")
_DRAWN = frozenset({b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep"})
"""Tables that it takes to draw glyphs by their numbers."""


def lean(pdf: Any) -> None:
    """Do it."""
    for reference in pdf.page_references:
        content = named(pdf, named(pdf, reference)["Contents"]).stream
        content[:] = [_closed(item) for item in content]
    for item in pdf.objects:
        if isinstance(item, dict) and "FontFile2" in item:
            file = named(pdf, item["FontFile2"])
            file.stream[:] = [_drawing(*file.stream)]
            file.extra["Length1"] = len(file.stream[0])


def _closed(item: Any) -> Any:
    return item.replace(_NO_SHIFT, b"") if isinstance(item, bytes) and item.endswith(b"TJ") else item


def _drawing(file: bytes) -> bytes:
    """Return a TrueType file with no more tables than drawing takes."""
    kind, count, *_ = _HEAD.unpack_from(file)
    entries = [_ENTRY.unpack_from(file, _HEAD.size + place * _ENTRY.size) for place in range(count)]
    kept = [entry for entry in entries if entry[0] in _DRAWN]
    power = len(kept).bit_length() - 1
    directory = [_HEAD.pack(kind, len(kept), 16 << power, power, 16 * (len(kept) - (1 << power)))]
    at = _HEAD.size + len(kept) * _ENTRY.size
    tables = []
    for tag, checksum, begin, size in kept:
        directory.append(_ENTRY.pack(tag, checksum, at, size))
        tables.append(file[begin : begin + size] + bytes(-size % 4))
        at += len(tables[-1])
    return b"".join([*directory, *tables])
