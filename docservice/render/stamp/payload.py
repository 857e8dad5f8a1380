"""The data that travel inside a file of copies, and what a reader finds them by; they come last, so the file ends here.

`payload.take(b"{…}")`, once for each copy; then `attachment` names the file inside, and `end` writes it.
"""

from __future__ import annotations

import zlib
from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import md5

import pydyf

from docservice.render.full import DATA, DATA_SET, DESCRIPTION
from docservice.render.stamp.book import Book
from docservice.render.stamp.master import NO_DATE, Master

_INFO_DATE = b"(D:19000101000000Z)"
_MIME = {DATA: b"application#2fjson", DATA_SET: b"application#2fjsonl"}


class Payload:
    """The data that travel inside a file, packed as they come."""

    def __init__(self) -> None:
        self._packer, self._digest = zlib.compressobj(), md5(usedforsecurity=False)
        self._packed: list[bytes] = []
        self._length = 0

    def take(self, data: bytes) -> None:
        """Take the next bytes."""
        self._packed.append(self._packer.compress(data))
        self._digest.update(data)
        self._length += len(data)

    def end(self) -> tuple[bytes, bytes, int]:
        """Return the bytes packed, their digest, their length before."""
        return b"".join([*self._packed, self._packer.flush()]), self._digest.hexdigest().encode(), self._length


def attachment(book: Book, of: Mapping[str, int], name: str, others: Sequence[tuple[str, int]] = ()) -> None:
    """Write what says that the data, which come last, and other files are there."""
    book.packed(of["names"], names([(name, of["spec"]), *others]))
    book.packed(of["spec"], filespec(name, of["data"], DESCRIPTION, b"Data"))


def filespec(name: str, stream: int, description: str, relationship: bytes) -> bytes:
    """Return what says that a stream is a file."""
    shown, told = pydyf.String(name).data, pydyf.String(description).data
    spec = b"<</Type/Filespec/F %b/UF %b/EF<</F %d 0 R>>/Desc %b/AFRelationship/%b>>"
    return spec % (shown, shown, stream, told, relationship)


def names(specs: Iterable[tuple[str, int]]) -> bytes:
    """Return the names of the files, in the order in which readers look them up."""
    ordered = sorted(specs, key=lambda one: _written(one[0]))
    return b"<</Names[%b]>>" % b" ".join([b"%b %d 0 R" % (pydyf.String(name).data, spec) for name, spec in ordered])


def _written(name: str) -> bytes:
    return name.encode() if name.isascii() else BOM_UTF16_BE + name.encode("utf-16-be")


def utc(moment: datetime) -> datetime:
    """Return a moment in UTC, which it is in already if it says nothing."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def end(book: Book, of: Mapping[str, int], master: Master, payload: Payload, name: str, created: datetime) -> None:  # noqa: PLR0913, PLR0917
    """Write the data, what is told about the file, and its table."""
    moment = utc(created)
    date = moment.strftime("(D:%Y%m%d%H%M%SZ)").encode()
    packed, digest, length = payload.end()
    params = b"<</CheckSum<%b>/Size %d/CreationDate%b/ModDate%b>>" % (digest, length, date, date)
    entries = b"/Type/EmbeddedFile/Subtype/%b/Params%b/Filter/FlateDecode" % (_MIME[name], params)
    book.stream(of["data"], packed, entries, compress=False)
    book.plain(of["info"], master.info.replace(_INFO_DATE, date))
    told = master.metadata.replace(NO_DATE.encode(), moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode())
    book.stream(of["metadata"], told, b"/Type/Metadata/Subtype/XML", compress=False)
    book.close(of["root"], of["info"])
