"""The engine that does the work: one small protocol, and the embedded one, local processes that are born again.

`Incorporato(folder, 2).avvia()` starts two processes; each takes a batch at a time until `ferma()`.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Protocol

from sqlalchemy.exc import OperationalError

from docservice.lotti.lavoro import lavora
from docservice.lotti.timbro import impaginati
from docservice.processi.log import LOG
from docservice.store.base import Magazzino
from docservice.store.pulizia import scarta_scaduti

RICICLO = 250
"""Layouts after which a process is replaced: Pango keeps some memory of each."""
_IDLE, _LOOK, _SWEEP = 0.5, 0.3, 3600.0
"""Seconds between looks for work, looks at the processes, sweeps of what is past its time."""


class Motore(Protocol):
    """What makes the rows of the lotti in a data folder."""

    def avvia(self) -> None:
        """Start working, and go on until stopped."""

    def ferma(self) -> None:
        """Stop; what was in hand is begun again by whoever comes next."""


class Incorporato:
    """Local processes, each taking a batch at a time; one that dies is replaced."""

    def __init__(self, folder: Path, processi: int) -> None:
        self.folder, self.processi = folder, processi
        self._stop = threading.Event()
        self._workers: list[BaseProcess] = []
        self._keeper: threading.Thread | None = None

    def avvia(self) -> None:
        """Start the processes, and a thread that looks after them."""
        self._stop.clear()
        self._workers = [self._worker() for _ in range(self.processi)]
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._keeper.start()

    def ferma(self) -> None:
        """End the processes at once: what they had in hand is taken again when its lease runs out."""
        self._stop.set()
        if self._keeper is not None:
            self._keeper.join()
        for worker in self._workers:
            worker.kill()
            worker.join()

    @property
    def pid(self) -> list[int]:
        """The processes at work."""
        return [worker.pid for worker in self._workers if worker.pid and worker.is_alive()]

    def _worker(self) -> BaseProcess:
        worker = get_context("spawn").Process(target=_work, args=(self.folder,), daemon=True)
        worker.start()
        return worker

    def _keep(self) -> None:
        while not self._stop.wait(_LOOK):
            for place, worker in enumerate(self._workers):
                if not worker.is_alive():
                    worker.join()
                    self._workers[place] = self._worker()


def _work(folder: Path) -> None:
    """Work until the parent dies, or enough was made: the whole life of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    store = Magazzino(folder)
    swept = 0.0
    while impaginati() < RICICLO:
        try:
            if time.monotonic() - swept > _SWEEP:
                scarta_scaduti(store)
                swept = time.monotonic()
            done = lavora(store)
        except OperationalError as error:  # another holds the database for long: it will end
            LOG.msg("magazzino occupato", tipo=type(error).__name__)
            done = None
        if done is None:
            time.sleep(_IDLE)
    store.close()


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
