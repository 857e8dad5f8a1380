"""Whether an image is whole, its points too, and not too large: what it says of itself first, then they are decoded.

`controlla(content, "png")` → `set()`; of one cut short `{"immagine"}`; of one of 20,000 by 20,000 points `{"punti"}`.
The points are never all in memory: a PNG is inflated by pieces, a JPEG is read at an eighth of its size.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image

from docservice.allegati.controllo import png

PUNTI: Final = 100_000_000
"""Most points of an image."""
_FORMATI: Final = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"}
_FINE, _DATI, _SENZA_LUNGHEZZA = 0xD9, 0xDA, frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of a JPEG: the end; the points; those that are two bytes and no more."""


def controlla(contenuto: bytes, tipo: str) -> set[str]:
    """Return what is wrong with a PNG or a JPEG, in words of `MESSAGGI`; raise anything where it cannot be read."""
    Image.MAX_IMAGE_PIXELS = None  # ours is told below, in our words
    with Image.open(BytesIO(contenuto), formats=[_FORMATI[tipo]]) as image:
        if image.width * image.height > PUNTI:
            return {"punti"}
        if tipo == "png":
            # every part is there and is as it was written
            image.verify()
            return set() if png.intero(contenuto) else {"immagine"}
        image.draft("L", (1, 1))
        image.load()
    return set() if _finito(contenuto) else {"immagine"}


def _finito(jpeg: bytes) -> bool:
    """Return whether a JPEG ends: after where its points begin, since the small image inside its notes ends too."""
    place = 2
    while jpeg[place] == 0xFF:  # noqa: PLR2004 - how every marker begins
        marker = jpeg[place + 1]
        if marker == _DATI:
            return bytes((0xFF, _FINE)) in jpeg[place:]
        if marker == 0xFF:  # noqa: PLR2004 - it may begin so more than once
            place += 1
        elif marker in _SENZA_LUNGHEZZA:
            place += 2
        else:
            place += 2 + int.from_bytes(jpeg[place + 2 : place + 4])
    return False
