"""Rendering in a process of its own, one document at a time: what takes too long, or too much memory, can be ended.

Layout is work for a processor that nothing inside its process can interrupt. Each process that serves has one that
renders, kept warm; when it passes the limit it is killed and another takes its place.

`RENDERER.render(atto("did", dati), "pdf", bozza=False, limit=30.0)` → a `Reso`, or `TempoScaduto` after 30 seconds.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection

from docservice import service
from docservice.fila import Fila, Occupato
from docservice.modelli.catalogo import catalogo
from docservice.processi.faults import RenderFault, ResaInterrotta, TempoScaduto, fault
from docservice.service import Atto, Reso

RECYCLE = 250
"""Renders after which the process is replaced: Pango keeps some 70 KB of each."""
ATTESA = 3
"""Renders that may wait for the one in hand."""
_START = 60.0
"""Seconds in which a process that renders must be ready."""
_NICE = 5
"""How much it gives way: those who only want a verdict, or news, come before."""


@dataclass(frozen=True, slots=True)
class _Job:
    documento: Atto
    formato: str
    bozza: bool


class _Child:
    """A process that renders, from its start; `done` counts its renders."""

    def __init__(self) -> None:
        # spawned, not forked: it has none of the sockets, threads and locks of this one
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs,), name="resa", daemon=True)
        self.began, self.done, self._ready = time.monotonic(), 0, False
        self.process.start()
        theirs.close()

    def ready(self, seconds: float) -> bool:
        """Return whether it has finished its start, waiting for that some seconds at most."""
        if not self._ready and self.pipe.poll(max(0.0, seconds)):
            self.pipe.recv()
            self._ready = True
        return self._ready

    def end(self) -> None:
        """Kill it."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Renderer:
    """The process that renders, as seen from the one that serves; any thread may call it."""

    def __init__(self) -> None:
        self.fila = Fila(1, ATTESA)
        self._starting = threading.Lock()
        self._child: _Child | None = None
        self._next: _Child | None = None
        self._closed = False
        self.riuscito = float("-inf")
        """When the last render came out, by the monotonic clock."""

    @property
    def pid(self) -> int | None:
        """The process that renders, if one was started."""
        return self._child.process.pid if self._child else None

    def warm(self) -> None:
        """Start the process that renders, without waiting for it."""
        with self._starting:
            self._started()

    def close(self) -> None:
        """End the process that renders, for good; a render in hand, or yet to come, is `ResaInterrotta`."""
        self._closed = True
        for child in (self._child, self._next):
            if child is not None:
                child.process.kill()

    def render(self, documento: Atto, formato: str, *, bozza: bool, limit: float) -> Reso:
        """Do what `service.scrivi` does; raise `TempoScaduto`, `Occupato`, `ResaInterrotta` or `RenderFault`.

        The limit, in seconds, counts from the call: the wait for its turn and for the process are part of it.
        """
        until = time.monotonic() + limit
        with self.fila.posto(limit):
            try:
                made = self._render(_Job(documento, formato, bozza), limit, until)
            except TempoScaduto:
                self._end()
                self.warm()
                raise
            except (RenderFault, Occupato):
                raise
            except (EOFError, OSError):
                self._end()
                raise ResaInterrotta from None
            except BaseException:
                # whatever stopped us, an answer left in the pipe would go to the next who asks
                self._end()
                raise
            self.riuscito = time.monotonic()
            self._replace()
            return made

    def _render(self, job: _Job, limit: float, until: float) -> Reso:
        with self._starting:
            child = self._started()
        if not child.ready(until - time.monotonic()):
            if time.monotonic() - child.began > _START:
                raise EOFError
            # it goes on starting, for who asks again
            raise Occupato(self.fila.ritorno())
        if (left := until - time.monotonic()) < min(limit, self.fila.media) / 2:
            # so little is left that the process would be killed, and who comes next would pay for it
            raise Occupato(self.fila.ritorno())
        child.pipe.send(job)
        if not child.pipe.poll(left):
            raise TempoScaduto(limit)
        outcome = child.pipe.recv()
        if isinstance(outcome, RenderFault):
            raise outcome
        made: Reso = outcome
        child.done += 1
        return made

    def _started(self) -> _Child:
        """Return the process that renders, started if there is none."""
        if self._child is not None and self._child.process.is_alive():
            return self._child
        self._end()
        if self._closed:
            raise EOFError
        self._child, self._next = self._next or _Child(), None
        return self._child

    def _replace(self) -> None:
        """Put another in the place of a process that made enough, once the other is ready."""
        if self._closed or self._child is None or self._child.done < RECYCLE:
            return
        if self._next is None:
            self._next = _Child()
        elif not self._next.process.is_alive():
            self._next.end()
            self._next = None
        elif self._next.ready(0):
            self._child.end()
            self._child, self._next = self._next, None

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
        self._child = None


RENDERER = Renderer()
"""The one of this process."""


def _work(pipe: Connection) -> None:
    """Render what comes until nobody asks: the whole life of the process that renders."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this
    os.nice(_NICE)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _rehearse()
    with contextlib.suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            pipe.send(_outcome(pipe.recv()))


def _outcome(job: _Job) -> Reso | RenderFault:
    try:
        return service.scrivi(job.documento, job.formato, bozza=job.bozza)
    except Exception as error:  # noqa: BLE001 - told to the parent, whatever it is
        return fault(error)


def _rehearse() -> None:
    """Make a document in every format, so that what is loaded once is; who asks for one will hear if it fails."""
    slug = next(iter(catalogo()))
    for formato in service.FORMATI:
        with contextlib.suppress(Exception):
            service.rendi(service.atto(slug, service.esempio(slug)), formato)


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
