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
from docservice.lotti.operaio import AVVIATO, opera
from docservice.processi.faults import fault
from docservice.processi.log import LOG
from docservice.store.guasti import Guasto

_LOOK = 0.3
"""Seconds between looks at the processes."""
_FIRST, _LAST, _PATIENCE = 0.3, 30.0, 4.0
"""Seconds before a process that could not be started is tried again, at first and at most; after which it is told."""
_HASTE = 1.0
"""Seconds for which who stops waits for what is not urgent."""


class Motore(Protocol):
    """What makes the rows of the lotti in a data folder."""

    @property
    def guasto(self) -> Guasto | None:
        """What does not work of the store, as those at work found it."""

    @property
    def senza_processi(self) -> bool:
        """Whether nobody has been able to begin for some seconds."""

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
        self._begun: set[int | None] = set()
        self._since: float | None = None  # since when none could be started
        self._again, self._wait = 0.0, _FIRST

    @property
    def guasto(self) -> Guasto | None:
        """What does not work of the store, as those at work found it."""
        return self._care.guasto

    @property
    def senza_processi(self) -> bool:
        """Return whether nobody has been able to begin for some seconds."""
        since = self._since
        return since is not None and not self.pid and time.monotonic() - since > _PATIENCE

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
        except BaseException:
            ours.close()
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
            theirs.close()
        return worker, ours

    def _keep(self) -> None:
        ready, wait = False, 0.0
        while not self._stop.wait(wait):
            try:
                if ready:
                    self._look()
                else:
                    ready = self._care.pronta()
                    if not ready:
                        self._care.aspetta(self._stop)
                wait = _LOOK if self._workers else 0.0
            except Exception as error:  # noqa: BLE001 - who looks after the others goes on
                self._failed(fault(error).kind)
                wait = self._wait

    def _look(self) -> None:
        """Hear the processes, replace those that died, look after the store."""
        with self._starting:
            if self._stop.is_set():
                return
            died = self._bury()
            while len(self._workers) < self.processi and time.monotonic() >= self._again:
                self._workers.append(self._start())
        self._care.cura(subito=died)

    def _bury(self) -> bool:
        """Hear the processes, and forget those that died; return whether any did."""
        died = False
        for one in list(self._workers):
            worker, told = one
            alive = worker.is_alive()
            if _hear(told, self._care):
                self._good(worker)
            if alive:
                continue
            worker.join()
            told.close()
            self._workers.remove(one)
            self._care.morto(fermato=worker.exitcode == -signal.SIGTERM)
            if worker.pid not in self._begun and worker.exitcode != -signal.SIGTERM:
                self._failed("avvio interrotto")
            self._begun.discard(worker.pid)
            died = True
        return died

    def _good(self, worker: BaseProcess) -> None:
        """Hear that a process has begun its work."""
        self._begun.add(worker.pid)
        if self._since is not None:
            LOG.msg("processi dei lotti di nuovo avviati")
        self._since, self._again, self._wait = None, 0.0, _FIRST

    def _failed(self, kind: str) -> None:
        """Hear that a process could not be started, or died before it began; the next is later each time."""
        if self._since is None:
            self._since = time.monotonic()
            LOG.msg("processi dei lotti non avviati", tipo=kind)
        self._wait = min(2 * self._wait, _LAST)
        self._again = time.monotonic() + self._wait


def _hear(told: Connection, care: Custodia) -> bool:
    """Hear what a process says; return whether it said anything."""
    said = False
    with suppress(EOFError, OSError):
        while told.poll():
            what, said = told.recv(), True
            if what != AVVIATO:
                care.senti(what, time.time())
    return said


def _kill(worker: BaseProcess) -> None:
    """End a process and those it started: they are its group, once it has made one."""
    if worker.pid and worker.is_alive():
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.kill()
