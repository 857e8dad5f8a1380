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

from sqlalchemy.exc import NoResultFound

from docservice.lotti.lavoro import lavora
from docservice.lotti.timbro import impaginati
from docservice.processi.faults import fault
from docservice.processi.log import LOG
from docservice.store import prestiti
from docservice.store.base import Magazzino
from docservice.store.guasti import Guasto, MagazzinoGuasto
from docservice.store.salute import aspetta, salute

AVVIATO = "avviato"
"""What it tells first."""
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
    _tell(told, AVVIATO)
    store, failed, wait = None, None, ATTESA
    while impaginati() < RICICLO:
        try:
            if store is None:
                store = Magazzino(folder)
                store.presenta()
            if failed is not None:
                prestiti.rendi(store)  # what was in hand then
                if salute(folder) is None:
                    failed = None
                    _tell(told, None)
            done = _step(store)
        except MagazzinoGuasto as error:
            if error.parte is not failed:
                failed = error.parte
                _tell(told, failed)
            aspetta(folder, wait, threading.Event())
            wait = min(2 * wait, MASSIMA)
            continue
        wait = ATTESA
        if failed is not None:
            failed = None
            _tell(told, None)
        if done is None:
            time.sleep(_IDLE)
    if store is not None:
        store.close()


def _step(store: Magazzino) -> int | None:
    """Do a batch."""
    try:
        return lavora(store)
    except MagazzinoGuasto:
        raise
    except Exception as error:  # noqa: BLE001 - it is tried again
        if prestiti.rendi(store, conta=True) or not isinstance(error, NoResultFound):  # of a lotto deleted meanwhile
            found = fault(error)
            LOG.msg("errore", tipo=found.kind, dove=found.place)
        return None


def _tell(told: Connection, what: Guasto | str | None) -> None:
    with suppress(OSError):
        told.send(what)


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        with suppress(OSError):
            if os.getpgid(0) == os.getpid():
                os.killpg(0, signal.SIGKILL)
        os._exit(1)
