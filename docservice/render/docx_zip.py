"""The zip of a DOCX, written so that the same parts are always the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold
_STORED_ABOVE = 1 << 20  # bytes; data this long may deflate beyond the ratio that a careful reader accepts


def unpack(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX of ours by name (no check of sizes: not for files from outside)."""
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a DOCX of `parts`: content types first, then by name, no clock, no trace of the system."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            info = ZipInfo(name, EPOCH)
            info.create_system = 0
            long_data = name.startswith("customXml/") and len(parts[name]) > _STORED_ABOVE
            info.compress_type = ZIP_STORED if long_data else ZIP_DEFLATED
            archive.writestr(info, parts[name], compresslevel=6)
    return out.getvalue()
