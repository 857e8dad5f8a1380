"""The zip of a DOCX, written so that the same parts are always the same bytes; parts may have been deflated before.

A deflated stream may be put together of stretches deflated beforehand and ended at a byte. What a stretch repeats of
those before it is only told, if it lies as far behind in every copy: so a text between two of them takes a place of one
width, filled up with spaces that XML does not read.

    around = Around(); first = around.stretch(b"<a"); around.room(fits=True); last = around.stretch(b"</a>")
    stream.ready(first); stream.text(b">12 May"); stream.ready(last)
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from io import BytesIO
from struct import Struct
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

CONTENT_TYPES = "[Content_Types].xml"
_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5HL")
_OFFSET = Struct("<L")
_END = Struct("<4s4H2LH")
_VERSION = 20  # of the format: 2.0, MS-DOS, the one that knows deflate
_DAY = 1 << 5 | 1  # 1 January 1980, the first date a zip can hold
_MODE = 0o600 << 16
_STORED_ABOVE = 1 << 20  # bytes; data this long may deflate beyond the ratio that a careful reader accepts
_BLOCK, _LENGTHS = Struct("<BHH"), Struct("<HH")
_BLOCK_MAX = 0xFFFF  # bytes of a block that is not compressed
_LAST = b"\x03\x00"  # an empty block that ends the stream
_compressor = partial(zlib.compressobj, 6, zlib.DEFLATED, -zlib.MAX_WBITS)
_FEW = 1 << 13  # bytes that a compressor of little memory, sooner ready, compresses as well
_few = partial(zlib.compressobj, 6, zlib.DEFLATED, -13, 6)
PLACE = 64
"""Bytes of the place of a text between two stretches."""


class Member(NamedTuple):
    """A part as it goes into the zip: its own header and content, in pieces, and its entry in the directory.

    The entry wants the offset of the part between its two halves.
    """

    content: tuple[bytes, ...]
    length: int
    entry: tuple[bytes, bytes]


class Stretch(NamedTuple):
    """Some bytes of a part, and the same deflated."""

    raw: bytes
    deflated: bytes


class Stream:
    """A part deflated as it comes."""

    def __init__(self) -> None:
        self._content: list[bytes] = []
        self._raw: list[bytes] = []  # not yet counted: a checksum of many bytes costs no more than one of few
        self._size = self._crc = 0

    def ready(self, stretch: Stretch) -> None:
        """Add bytes deflated beforehand."""
        raw, deflated = stretch
        self._raw.append(raw)
        self._content.append(deflated)

    def short(self, raw: bytes) -> None:
        """Add bytes as they are: for some words, deflating takes longer and saves nothing."""
        size = len(raw)
        if size > _BLOCK_MAX:
            self.ready(Around().stretch(raw))
        else:
            self._raw.append(raw)
            self._content += (_BLOCK.pack(0, size, size ^ _BLOCK_MAX), raw)

    def text(self, raw: bytes) -> None:
        """Add some words, the first byte of them the end of the tag before, in a place if they fit one."""
        if len(raw) >= PLACE:
            self.short(raw)
        else:
            spaces, lead = _leads()[len(raw)]
            self._raw += (spaces, raw)
            self._content += (lead, raw)

    def long(self, pieces: Iterable[bytes]) -> None:
        """Add many bytes, piece by piece."""
        compressor = _compressor()
        for raw in pieces:
            self._raw.append(raw)
            self._count()
            self._content.append(compressor.compress(raw))
        self._content.append(compressor.flush(zlib.Z_SYNC_FLUSH))

    def close(self, name: str) -> Member:
        """Return the whole part."""
        self._count()
        return _member(name, (*self._content, _LAST), self._size, self._crc, ZIP_DEFLATED)

    def _count(self) -> None:
        raw = b"".join(self._raw)
        self._raw.clear()
        self._size += len(raw)
        self._crc = zlib.crc32(raw, self._crc)


class Around:
    """What stands around the places of a part, deflated in its order."""

    def __init__(self) -> None:
        self._compressor = _compressor()

    def stretch(self, raw: bytes) -> Stretch:
        """Return the next bytes deflated."""
        return Stretch(raw, self._compressor.compress(raw) + self._compressor.flush(zlib.Z_SYNC_FLUSH))

    def room(self, *, fits: bool) -> None:
        """Leave room for a text that fits a place, all of bytes found nowhere else, or for anything.

        After anything, what comes repeats nothing of what is before.
        """
        if fits:
            self.stretch(bytes(PLACE))
        else:
            self._compressor.flush(zlib.Z_FULL_FLUSH)


def fits(raw: bytes) -> bool:
    """Say whether a text, with the end of a tag before it, fits a place."""
    return len(raw) < PLACE


@cache
def _leads() -> Sequence[tuple[bytes, bytes]]:
    """Return what goes before so many bytes: the spaces that a place wants, and these deflated, then a block's head."""
    leads = []
    for size in range(PLACE):
        spaces = b" " * (PLACE - size)
        # what ends at a byte is an empty block: its two lengths give way to those of the block to come
        leads.append(
            (spaces, Around().stretch(spaces).deflated[: -_LENGTHS.size] + _LENGTHS.pack(size, size ^ _BLOCK_MAX))
        )
    return leads


def member(name: str, raw: bytes) -> Member:
    """Return a whole part, deflated but for long data."""
    if name.startswith("customXml/") and len(raw) > _STORED_ABOVE:
        return _member(name, (raw,), len(raw), zlib.crc32(raw), ZIP_STORED)
    compressor = _compressor() if len(raw) > _FEW else _few()
    return _member(name, (compressor.compress(raw) + compressor.flush(),), len(raw), zlib.crc32(raw), ZIP_DEFLATED)


def _member(name: str, content: tuple[bytes, ...], size: int, crc: int, method: int) -> Member:
    """Return a part of `size` bytes with that checksum, as `content` has it compressed."""
    path, packed = name.encode("ascii"), sum(map(len, content))
    common = (_VERSION, 0, method, 0, _DAY, crc, packed, size, len(path), 0)
    header = _LOCAL.pack(b"PK\3\4", *common) + path
    entry = _CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, _MODE)
    return Member((header, *content), len(header) + packed, (entry, path))


def unpack(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX of ours by name (no check of sizes: not for files from outside)."""
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ordered(names: Iterable[str]) -> list[str]:
    """Return the names of parts in the order they have in a zip: content types first, then by name."""
    return sorted(names, key=lambda name: (name != CONTENT_TYPES, name))


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a DOCX of `parts`."""
    return join([member(name, parts[name]) for name in ordered(parts)])


def join(members: Iterable[Member]) -> bytes:
    """Return the zip of some members, as they come: no clock, no trace of the system. None is above 4 GB."""
    written: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for content, length, (entry, path) in members:
        written += content
        directory += (entry, _OFFSET.pack(offset), path)
        offset += length
    many, size = len(directory) // 3, sum(map(len, directory))
    return b"".join((*written, *directory, _END.pack(b"PK\5\6", 0, 0, many, many, size, offset, 0)))
