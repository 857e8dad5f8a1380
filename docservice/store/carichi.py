r"""The tables sent and not yet examined: a few files for each lotto, erased once they are.

`scrivi(m, lotto, Carico(b"Luogo\r\n…", b'{"data": "2009-06-22"}'))`; `leggi(m, lotto)` → the same, in whatever process.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from docservice.store import privati
from docservice.store.base import Magazzino
from docservice.store.salute import tradotto

_TABLE, _SHARED, _HIDDEN = "tabella", "comune", "nascoste"


@dataclass(frozen=True, slots=True)
class Carico:
    """A table, the data that its rows share, as they came; and what to do with what is hidden, if it was said."""

    tabella: bytes
    comune: bytes
    nascoste: str | None = None


def scrivi(m: Magazzino, lotto: str, carico: Carico) -> None:
    """Keep what was sent."""
    with tradotto(m.folder, suo=True):
        privati.scrivi(_place(m, lotto, _TABLE), carico.tabella)
        privati.scrivi(_place(m, lotto, _SHARED), carico.comune)
        if carico.nascoste is not None:
            privati.scrivi(_place(m, lotto, _HIDDEN), carico.nascoste.encode())


def leggi(m: Magazzino, lotto: str) -> Carico:
    """Return what was sent; raise `FileNotFoundError` when it is lost."""
    found = {path.suffix[1:]: path for path in m.carichi.glob(f"{lotto}.*")}
    if not {_TABLE, _SHARED} <= found.keys():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(m.carichi))
    hidden = found[_HIDDEN].read_text(encoding="utf-8") if _HIDDEN in found else None
    return Carico(found[_TABLE].read_bytes(), found[_SHARED].read_bytes(), hidden)


def cancella(m: Magazzino, lotto: str) -> None:
    """Erase what was sent for a lotto; what cannot be erased now is by the next sweep."""
    for path in m.carichi.glob(f"{lotto}.*"):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _place(m: Magazzino, lotto: str, what: str) -> Path:
    return m.carichi / f"{lotto}.{m.presenza}.{what}"
