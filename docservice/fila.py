"""A short queue before what few may do at once: who finds it full is told at once, and when to come back.

`Fila(posti=1, attesa=3)`: inside `with fila.posto(30.0):` is one, three wait up to 30 seconds each, a fifth has
`Occupato`, whose `ritorno` is the seconds in which those before it should be done.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_FIRST, _WEIGHT = 1.0, 0.2
"""Seconds that a stay is thought to last before any is known; how much the last one counts in what is thought."""
_LONGEST = 300
"""Most seconds after which somebody is told to come back."""


class Occupato(Exception):  # noqa: N818
    """Others are before, and this was not begun: it may be asked again in `ritorno` seconds."""

    def __init__(self, ritorno: int) -> None:
        super().__init__(f"occupato per {ritorno} secondi")
        self.ritorno = ritorno


class Fila:
    """Some places and a bounded queue before them; any thread may come."""

    def __init__(self, posti: int, attesa: int) -> None:
        self._places, self._most = posti, posti + attesa
        self._free = threading.Semaphore(posti)
        self._lock = threading.Lock()
        self._here = 0
        self.media = _FIRST
        """Seconds that a stay lasts, lately."""

    @contextmanager
    def posto(self, limite: float) -> Iterator[None]:
        """Hold a place, waiting for it at most `limite` seconds; raise `Occupato` when the queue is full, or slow."""
        with self._lock:
            if self._here >= self._most:
                raise Occupato(self.ritorno())
            self._here += 1
        try:
            if not self._free.acquire(timeout=max(0.0, limite)):
                raise Occupato(self.ritorno())
            began = time.monotonic()
            try:
                yield
            finally:
                self.media += _WEIGHT * (time.monotonic() - began - self.media)
                self._free.release()
        finally:
            with self._lock:
                self._here -= 1

    @property
    def presenti(self) -> int:
        """How many are inside or wait."""
        return self._here

    def ritorno(self) -> int:
        """Return the seconds in which those who are here should be done."""
        return min(_LONGEST, max(1, math.ceil(self.media * self._here / self._places)))
