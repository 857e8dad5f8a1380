"""Whether the points of a PNG are there, all and no more: inflated piece by piece and counted, never kept.

`intero(content)` → `True`; of one whose points do not inflate, or are fewer or more than its size says, `False`. What
the parts of the file say of themselves (kind, length, sum) is taken to be checked already.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

_FIRMA: Final = 8
"""Bytes before the first part."""
_CANALI: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a point, by its kind of colour."""
_PASSATE: Final = ((0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2))
"""First column and step, first row and step, of each of the passes of an interlaced PNG."""
_FILTRI: Final = 5
"""How many ways there are of writing a row."""
_PEZZO: Final = 1024 * 1024
"""Bytes inflated at a time."""


def intero(contenuto: bytes) -> bool:
    """Return whether the points of a PNG can be read, to the last."""
    header = contenuto[_FIRMA + 8 : _FIRMA + 21]
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    bits = header[8] * _CANALI[header[9]]
    if header[12] == 0:
        parts = [(width, height)]
    else:
        parts = [(-(-(width - x) // across), -(-(height - y) // down)) for x, across, y, down in _PASSATE]
    rows = _Righe([(rows, 1 + (columns * bits + 7) // 8) for columns, rows in parts if columns > 0 and rows > 0])
    try:
        return all(map(rows.conta, _gonfi(contenuto))) and rows.finite
    except zlib.error:
        return False


def _gonfi(contenuto: bytes) -> Iterator[bytes]:
    """Yield what the points of a PNG inflate to."""
    inflater = zlib.decompressobj()
    for data in _dati(contenuto):
        left = data
        while left and not inflater.eof:
            yield inflater.decompress(left, _PEZZO)
            left = inflater.unconsumed_tail
    # what the last piece left inside; of one that does not end, what there is
    yield inflater.flush()


def _dati(contenuto: bytes) -> Iterator[bytes]:
    """Yield the parts of a PNG that hold points."""
    place = _FIRMA
    while place < len(contenuto):
        length, kind = int.from_bytes(contenuto[place : place + 4]), contenuto[place + 4 : place + 8]
        if kind == b"IDAT":
            yield contenuto[place + 8 : place + 8 + length]
        if kind == b"IEND":
            return
        place += length + 12


class _Righe:
    """The rows that are to come: how many, how long, whether each begins as one does."""

    def __init__(self, parti: list[tuple[int, int]]) -> None:
        self._left = parti[::-1]
        self._into = 0

    @property
    def finite(self) -> bool:
        """Whether all rows came."""
        return not self._left

    def conta(self, pezzo: bytes) -> bool:
        """Take a piece of rows; return whether they are rows, and no more than there are."""
        while pezzo:
            if not self._left:
                return False
            rows, long = self._left.pop()
            whole = rows * long
            now = pezzo[: whole - self._into]
            if max(now[-self._into % long :: long], default=0) >= _FILTRI:
                return False
            self._into += len(now)
            if self._into < whole:
                self._left.append((rows, long))
                return True
            self._into, pezzo = 0, pezzo[len(now) :]
        return True
