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
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from docservice import service
from docservice.modelli.catalogo import catalogo
from docservice.processi.faults import Occupato, RenderFault, ResaInterrotta, TempoScaduto, fault
from docservice.service import Atto, Reso

RECYCLE = 250
"""Renders after which the process is replaced: Pango keeps some 70 KB of each."""
_START = 60.0
"""Seconds in which a process that renders must be ready."""


@dataclass(frozen=True, slots=True)
class _Job:
    documento: Atto
    formato: str
    bozza: bool


class Renderer:
    """The process that renders, as seen from the one that serves; any thread may call it."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._child: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._ready = self._closed = False
        self._done = 0

    @property
    def pid(self) -> int | None:
        """The process that renders, if one was started."""
        return self._child.pid if self._child else None

    def warm(self) -> None:
        """Start the process that renders, without waiting for it."""
        with self._turn:
            self._started()

    def close(self) -> None:
        """End the process that renders, for good; a render in hand, or yet to come, is `ResaInterrotta`."""
        self._closed = True
        if self._child is not None:
            self._child.kill()

    def render(
        self,
        documento: Atto,
        formato: str,
        *,
        bozza: bool,
        limit: float,
        patience: float | None = None,
    ) -> Reso:
        """Do what `service.scrivi` does; raise `TempoScaduto`, `Occupato`, `ResaInterrotta` or `RenderFault`.

        The limit, in seconds, counts from when the render begins; to wait for its turn, it has as many again, or those
        of `patience`.
        """
        if not self._turn.acquire(timeout=limit if patience is None else patience):
            raise Occupato
        try:
            return self._render(_Job(documento, formato, bozza), limit)
        except TempoScaduto:
            self._end()
            self._started()
            raise
        except RenderFault:
            raise
        except (EOFError, OSError):
            self._end()
            raise ResaInterrotta from None
        except BaseException:
            # whatever stopped us, an answer left in the pipe would go to the next who asks
            self._end()
            raise
        finally:
            self._turn.release()

    def _render(self, job: _Job, limit: float) -> Reso:
        pipe = self._started()
        if not self._ready:
            if not pipe.poll(_START):
                raise EOFError
            pipe.recv()
            self._ready = True
        pipe.send(job)
        if not pipe.poll(limit):
            raise TempoScaduto(limit)
        outcome = pipe.recv()
        if isinstance(outcome, RenderFault):
            raise outcome
        made: Reso = outcome
        self._done += 1
        if self._done >= RECYCLE:
            self._end()
            self._started()
        return made

    def _started(self) -> Connection:
        if self._pipe is not None and self._child is not None and self._child.is_alive():
            return self._pipe
        self._end()
        if self._closed:
            raise EOFError
        # spawned, not forked: it has none of the sockets, threads and locks of this one
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(target=_work, args=(theirs,), name="resa", daemon=True)
        self._child.start()
        theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._child is not None and self._pipe is not None:
            self._child.kill()
            self._child.join()
            self._pipe.close()
        self._child, self._pipe, self._ready, self._done = None, None, False, 0


RENDERER = Renderer()
"""The one of this process."""


def _work(pipe: Connection) -> None:
    """Render what comes until nobody asks: the whole life of the process that renders."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this
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
