r"""The tables sent and not yet examined: two files for each lotto, erased once they are.

`scrivi(m, lotto, b"Luogo\r\n…", b'{"data": "2009-06-22"}')`; `leggi(m, lotto)` → the same, in whatever process.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from docservice.store import privati
from docservice.store.base import Magazzino
from docservice.store.salute import tradotto

_TABLE, _SHARED = "tabella", "comune"


def scrivi(m: Magazzino, lotto: str, contenuto: bytes, condivisi: bytes) -> None:
    """Keep a table, and the data that its rows share, as they came."""
    with tradotto(m.folder, suo=True):
        privati.scrivi(_place(m, lotto, _TABLE), contenuto)
        privati.scrivi(_place(m, lotto, _SHARED), condivisi)


def leggi(m: Magazzino, lotto: str) -> tuple[bytes, bytes]:
    """Return a table, and the data that its rows share; raise `FileNotFoundError` when they are lost."""
    found = {path.suffix[1:]: path for path in m.carichi.glob(f"{lotto}.*")}
    if not {_TABLE, _SHARED} <= found.keys():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(m.carichi))
    return found[_TABLE].read_bytes(), found[_SHARED].read_bytes()


def cancella(m: Magazzino, lotto: str) -> None:
    """Erase what was sent for a lotto; what cannot be erased now is by the next sweep."""
    for path in m.carichi.glob(f"{lotto}.*"):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _place(m: Magazzino, lotto: str, what: str) -> Path:
    return m.carichi / f"{lotto}.{m.presenza}.{what}"
