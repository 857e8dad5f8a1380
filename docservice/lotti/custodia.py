"""What the engine does for its store: who died gives back, what is past its time goes, faults are told.

`care.senti(Guasto.PIENO, now)` writes one line of the log; `care.senti(None, later)` another, and a note on the lotti.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path

from docservice.lotti.operaio import ATTESA, MASSIMA
from docservice.processi.log import LOG
from docservice.store import lotti, prestiti
from docservice.store.base import Magazzino
from docservice.store.guasti import Guasto, MagazzinoGuasto
from docservice.store.pulizia import da_ripulire, ripulisci, scarta_scaduti, spazza
from docservice.store.riserva import prepara
from docservice.store.salute import aspetta, integro, salute, tradotto

_DEAD, _CLEAN, _SWEEP = 2.0, 5.0, 3600.0
"""Seconds between looks at who died, tries to blank what was deleted, sweeps of what is past its time."""

_QUIET = 1.0
"""Seconds for which a store that works again must go on so, before it is told."""


class Custodia:
    """The care of a store, of one thread; a store that fails is let be for a while, longer each time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.guasto: Guasto | None = None
        self.attesa = ATTESA
        self._since = 0.0
        self._stops: list[tuple[float, float, Guasto]] = []
        self._store: Magazzino | None = None
        self._due = {"dead": 0.0, "clean": 0.0, "sweep": 0.0, "again": 0.0, "look": 0.0}
        self._ended: tuple[float, float] | None = None  # when it ended, and until when it may not have
        self._broken = False  # whether it was seen from outside, too, since it was let be
        self._counts = True
        self._own = False  # whether it was found here that the store fails, where nobody may be at work to find it

    def pronta(self) -> bool:
        """Return whether the store is there and whole, so that work may begin; what was left undone is set right."""
        try:
            self._opened()
            if not integro(self.folder):
                self._failed(Guasto.CORROTTO)
                return False
            prepara(self.folder)
            self._care(subito=True)
        except MagazzinoGuasto as error:
            if error.parte in (Guasto.OCCUPATO, Guasto.PIENO):  # the workers will wait for it
                return True
            self._failed(error.parte)
            return False
        self.senti(None, time.time())
        return True

    def senti(self, parte: Guasto | None, now: float) -> None:
        """Hear what a process found of the store; each change is one line of the log, once it is sure to be over."""
        if parte is None:
            if self.guasto is not None and self._ended is None:
                self._ended = now, time.monotonic() + _QUIET
            return
        if parte is not self.guasto:
            self._over(now)
            LOG.msg("magazzino guasto", parte=parte)
            self.guasto, self._since = parte, now
            if parte is Guasto.PIENO:
                self._due["sweep"] = 0.0  # what is past its time makes room
        self._ended = None

    def _over(self, now: float) -> None:
        """Note when the work stood still, if it did."""
        if self.guasto is not None:
            self._stops.append((self._since, self._ended[0] if self._ended else now, self.guasto))

    def _settle(self) -> None:
        """Tell that all works again, if it has for a while."""
        if self._ended is not None and time.monotonic() > self._ended[1]:
            LOG.msg("magazzino di nuovo a posto", secondi=round(max(self._ended[0] - self._since, 0.0)))
            self._over(self._ended[0])
            self.guasto, self._ended = None, None

    def morto(self, *, fermato: bool) -> None:
        """Hear that a process died, of itself or because it was told to stop."""
        self._counts = not fermato

    def cura(self, *, subito: bool = False) -> None:
        """Do what is due; `subito`, somebody has just died."""
        self._settle()
        if time.monotonic() < self._due["again"] and not self._works_again():
            return
        try:
            self._care(subito=subito)
            self.attesa, self._broken = ATTESA, False
        except MagazzinoGuasto as error:
            # busy for those who are at work too, who tell it better
            if error.parte is Guasto.OCCUPATO or self.guasto is not None:
                self._later()
            else:
                self._failed(error.parte)

    def _works_again(self) -> bool:
        """Return whether a store that was let be for a while was seen not to work, and now does."""
        now = time.monotonic()
        if now < self._due["look"]:
            return False
        self._due["look"] = now + _DEAD
        broken = salute(self.folder) is not None
        over = self._broken and not broken
        self._broken = broken
        return over

    def aspetta(self, stop: threading.Event) -> None:
        """Wait as long as it is worth before the store is looked at again."""
        aspetta(self.folder, self.attesa, stop)

    def rendi_di_chi_e_fermato(self, *, attesa: float) -> None:
        """Give back what those had in hand who were stopped on purpose."""
        try:
            prestiti.libera_spariti(self._opened(), conta=False, attesa=attesa)
        except MagazzinoGuasto as error:  # whoever comes next does it
            LOG.msg("magazzino guasto", parte=error.parte)

    def chiudi(self) -> None:
        """Leave the store."""
        if self._store is not None:
            self._store.close()

    def _care(self, *, subito: bool) -> None:
        with tradotto(self.folder):
            self._do(self._opened(), time.monotonic(), subito=subito)

    def _do(self, store: Magazzino, now: float, *, subito: bool) -> None:
        if subito or now > self._due["dead"]:
            prestiti.libera_spariti(store, conta=self._counts)
            self._counts = True
            self._due["dead"] = now + _DEAD
        if self._stops and self.guasto is None:
            for stop in self._stops:
                lotti.annota_fermata(store, *stop)
            self._stops = []
        if subito or now > self._due["sweep"]:  # who dies leaves a pack half made
            spazza(store)
            self._due["sweep"] = now + _SWEEP
        elif now > self._due["clean"]:
            if da_ripulire(store):
                scarta_scaduti(store)
                ripulisci(store)
            if self.guasto is None:
                prepara(self.folder)
            self._due["clean"] = now + _CLEAN
        if self.guasto is not None and self._own and salute(self.folder) is None:
            self._own = False
            self.senti(None, time.time())

    def _failed(self, parte: Guasto) -> None:
        self._own = True
        self.senti(parte, time.time())
        self._later()

    def _later(self) -> None:
        self._due["again"] = time.monotonic() + self.attesa
        self.attesa = min(2 * self.attesa, MASSIMA)

    def _opened(self) -> Magazzino:
        if self._store is None:
            self._store = Magazzino(self.folder)
        return self._store
