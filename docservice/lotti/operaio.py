"""The life of a process that makes rows: `opera(folder, told)` takes batches until it has made enough, or is ended.

What it finds of the store it tells the engine: `Guasto.PIENO` when it is full, `None` when all goes on.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path

from docservice.lotti.lavoro import lavora
from docservice.lotti.timbro import impaginati
from docservice.processi.faults import fault
from docservice.processi.log import LOG
from docservice.store import prestiti
from docservice.store.base import Magazzino
from docservice.store.guasti import Guasto, MagazzinoGuasto

RICICLO = 250
"""Layouts after which a process is replaced: Pango keeps some memory of each."""
_IDLE = 0.5
"""Seconds between looks for work."""
ATTESA, MASSIMA = 0.5, 60.0
"""Seconds before a store that failed is tried again: at first, doubled at each try, at most."""


def opera(folder: Path, told: Connection) -> None:
    """Work until the parent dies, or enough was made: the whole life of a process."""
    os.umask(0o077)
    with suppress(OSError):
        os.setpgid(0, 0)  # whoever ends us ends what we started too
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    store, failed, wait = None, None, ATTESA
    while impaginati() < RICICLO:
        try:
            if store is None:
                store = Magazzino(folder)
            done = _step(store, failed)
        except MagazzinoGuasto as error:
            if error.parte is not failed:
                failed = error.parte
                _tell(told, failed)
            time.sleep(wait)
            wait = min(2 * wait, MASSIMA)
            continue
        if failed is not None:
            failed, wait = None, ATTESA
            _tell(told, None)
        if done is None:
            time.sleep(_IDLE)
    if store is not None:
        store.close()


def _step(store: Magazzino, failed: Guasto | None) -> int | None:
    """Do a batch; first, after a fault of the store, what was in hand then is given back."""
    if failed is not None:
        prestiti.rendi(store)
    try:
        return lavora(store)
    except MagazzinoGuasto:
        raise
    except Exception as error:  # noqa: BLE001 - a lotto that was deleted meanwhile, say
        found = fault(error)
        LOG.msg("errore", tipo=found.kind, dove=found.place)
        prestiti.rendi(store, conta=True)
        return None


def _tell(told: Connection, failed: Guasto | None) -> None:
    with suppress(OSError):
        told.send(failed)


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        with suppress(OSError):
            if os.getpgid(0) == os.getpid():
                os.killpg(0, signal.SIGKILL)
        os._exit(1)
