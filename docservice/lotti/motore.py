"""The engine that does the work: one small protocol, and the embedded one, local processes that are born again.

`Incorporato(folder, 2).avvia()` starts two processes; each takes a batch at a time until `ferma()`.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Protocol

from docservice.ambiente import controlla
from docservice.lotti.custodia import Custodia
from docservice.lotti.operaio import opera
from docservice.processi.faults import fault
from docservice.processi.log import LOG
from docservice.store.guasti import Guasto

_LOOK = 0.3
"""Seconds between looks at the processes."""
_HASTE = 1.0
"""Seconds for which who stops waits for what is not urgent."""


class Motore(Protocol):
    """What makes the rows of the lotti in a data folder."""

    def avvia(self) -> None:
        """Start working, and go on until stopped."""

    def ferma(self) -> None:
        """Stop; what was in hand is begun again by whoever comes next."""

    def uccidi(self) -> None:
        """Have nobody at work any more, at once."""


class Incorporato:
    """Local processes, each taking a batch at a time; one that dies is replaced, and its batch is free at once."""

    def __init__(self, folder: Path, processi: int) -> None:
        self.folder, self.processi = folder, processi
        self._stop = threading.Event()
        self._starting = threading.Lock()
        self._workers: list[tuple[BaseProcess, Connection]] = []
        self._care = Custodia(folder)
        self._keeper: threading.Thread | None = None

    @property
    def guasto(self) -> Guasto | None:
        """What does not work of the store, as those at work found it."""
        return self._care.guasto

    def avvia(self) -> None:
        """Start a thread that starts the processes, once the store is whole, and looks after them.

        Raises `ImpostazioneErrata`: each row would fail of it.
        """
        controlla()
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._keeper.start()

    def ferma(self) -> None:
        """End the processes at once, and give back what they had in hand."""
        self.uccidi()
        if self._keeper is not None:
            self._keeper.join(_HASTE)
        for worker, told in self._workers:
            worker.join()
            told.close()
        if self._workers:
            self._care.rendi_di_chi_e_fermato(attesa=_HASTE)
        self._care.chiudi()
        self._workers = []

    def uccidi(self) -> None:
        """End the processes at once, with what they started; none is started after."""
        self._stop.set()
        with self._starting:
            for worker, _ in self._workers:
                _kill(worker)

    @property
    def pid(self) -> list[int]:
        """The processes at work."""
        return [worker.pid for worker, _ in self._workers if worker.pid and worker.is_alive()]

    def _start(self) -> tuple[BaseProcess, Connection]:
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        worker = context.Process(target=opera, args=(self.folder, theirs), daemon=True)
        resource_tracker.ensure_running()  # at its start it lets through what is held back here
        # Ctrl-C is for us, who end them: held back from its first moment, before it can say so itself
        held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            worker.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
        theirs.close()
        return worker, ours

    def _keep(self) -> None:
        while not self._stop.is_set() and not self._care.pronta():
            self._stop.wait(self._care.attesa)
        while not self._stop.wait(_LOOK if self._workers else 0):
            try:
                self._look()
            except Exception as error:  # noqa: BLE001 - who looks after the others goes on
                found = fault(error)
                LOG.msg("errore", tipo=found.kind, dove=found.place)

    def _look(self) -> None:
        """Hear the processes, replace those that died, look after the store."""
        died = False
        for place in range(self.processi):
            with self._starting:
                if self._stop.is_set():
                    return
                if place == len(self._workers):
                    self._workers.append(self._start())
                worker, told = self._workers[place]
                alive = worker.is_alive()
                _hear(told, self._care)
                if not alive:
                    worker.join()
                    told.close()
                    self._care.morto(fermato=worker.exitcode == -signal.SIGTERM)
                    died = True
                    self._workers[place] = self._start()
        self._care.cura(subito=died)


def _hear(told: Connection, care: Custodia) -> None:
    with suppress(EOFError, OSError):
        while told.poll():
            care.senti(told.recv(), time.time())


def _kill(worker: BaseProcess) -> None:
    """End a process and those it started: they are its group, once it has made one."""
    if worker.pid and worker.is_alive():
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.kill()
