"""A calculator in hand, and the deadlines of it, or of a document, as a calendar.

calcola("monte-ore", {"accordo": "A", "addetti": 10, "mesi_richiesti": "12"})["risultati"]["monte_ore"] -> "6920"
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from docservice.formati.lettura import DatiIlleggibili, Errore, canonico, chiamato, leggi
from docservice.law.calculator import DominioErrato, esegui
from docservice.modelli.calcolatori.catalogo import Calcolatore, calcolatori
from docservice.service.testo import testo


class ConScadenze(Protocol):
    """What deadlines come of: a document in hand, or a calculator."""

    @property
    def dati(self) -> Mapping[str, Any]:
        """The loaded data."""

    @property
    def scadenze(self) -> Sequence[Mapping[str, Any]]:
        """The deadlines, as they travel."""


@dataclass(frozen=True)
class Quesito:
    """A calculator in hand: what it is asked, loaded. It answers once."""

    tipo: Calcolatore
    dati: Mapping[str, Any]

    @cached_property
    def risposta(self) -> dict[str, Any]:
        """Its results, with working, sources and notes; raise `DatiIlleggibili` for data out of its domain."""
        try:
            told = esegui(self.tipo.id, self.dati)
        except DominioErrato as error:
            faults = [Errore(path, message) for path, message in error.errori]
            raise DatiIlleggibili(faults, self.tipo.domanda()) from None
        if "rilievi" in told:
            told["rilievi"] = [_nominato(one, self.tipo) for one in told["rilievi"]]
        return {**told, "risultati": self.tipo.completa(told["risultati"])}

    @property
    def scadenze(self) -> Sequence[Mapping[str, Any]]:
        """The deadlines that it answers with, as they travel; only those of the law's `ha_scadenze` have them."""
        found: Sequence[Mapping[str, Any]] = self.risposta["risultati"]["scadenze"]
        return found


def _nominato(rilievo: dict[str, Any], tipo: Calcolatore) -> dict[str, Any]:
    """Return a finding with what a person calls its datum, where that has a name."""
    name = chiamato(tipo.domanda, rilievo["percorso"])
    return {**rilievo, "campo": name} if name else rilievo


def quesito(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> Quesito:
    """Read what a calculator is asked; raise `KeyError` or `DatiIlleggibili`."""
    tipo = calcolatori()[slug]
    return Quesito(tipo, leggi(tipo.domanda, grezzo, difetti))


def calcola(slug: str, grezzo: Any, difetti: Collection[Errore] = ()) -> dict[str, Any]:
    """Run a calculator; raise as `quesito` and `Quesito.risposta` do."""
    return quesito(slug, grezzo, difetti).risposta


def agenda(di: ConScadenze) -> bytes:
    """Return the deadlines of a document or of a calculator as an iCalendar."""
    from docservice.render.agenda import write  # noqa: PLC0415 - few ask for a calendar

    owner = di.dati.get("datore_lavoro", {}).get("denominazione", "")
    return write(di.scadenze, data=testo(canonico(di.dati)), impresa=owner)
