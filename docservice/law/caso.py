"""A document as the law sees it: its traits and data, and what every regime asks of them.

A regime extends it: `Caso(frozenset({DID}), {"data": date(2009, 7, 1), …}).giorno` is the first of July.
Optional data not given are None, or empty.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from docservice.law.calendar import Periodo
from docservice.law.figures import Valore
from docservice.law.finding import Scadenza
from docservice.law.generale.elenco import Elenco, Lavoratore
from docservice.law.generale.giorno import giorno_di
from docservice.law.tratti import Per, Rinvio, Tratti, Tratto, per


def detti(valore: Any) -> Any:
    """Return data without the texts that are blank: they say nothing. What holds none of them is returned as it is."""
    return _senza_vuoti(valore) if _con_vuoti(valore) else valore


def _con_vuoti(valore: Any) -> bool:
    """Say whether some text of a block is blank: they are very rarely, and the workers may be very many."""
    if isinstance(valore, list):
        return any(map(_con_vuoti, valore))
    if not isinstance(valore, dict):
        return False
    for one in valore.values():
        kind = type(one)
        if kind is str:
            if not one or one.isspace():
                return True
        elif (kind is dict or kind is list) and _con_vuoti(one):
            return True
    return False


def _senza_vuoti(valore: Any) -> Any:
    if isinstance(valore, list):
        return [_senza_vuoti(one) for one in valore]
    if not isinstance(valore, dict):
        return valore
    return {name: _senza_vuoti(one) for name, one in valore.items() if not isinstance(one, str) or one.strip()}


class Caso(ABC):
    """A document under one regime. Periods that run backwards are None, or left out: another rule speaks of them."""

    regime: ClassVar[str]

    def __init__(self, tratti: Tratti, dati: Mapping[str, Any], elenco: Elenco | None = None) -> None:
        """Keep traits and loaded data; `elenco` is the list of another view of the same data, gone through already."""
        self.tratti = tratti
        self.dati: Mapping[str, Any] = detti(dati)
        self.giorno: date = giorno_di(self.dati)
        self.elenco = elenco or Elenco(self.dati.get("lavoratori", []))

    def di(self, chi: Per | Tratto) -> bool:
        """Say whether the document has a trait, or is one of some."""
        return per(chi).di(self.tratti)

    @abstractmethod
    def figura(self, nome: str, giorno: date | None = None) -> Valore | None:
        """Return a figure of the regime at the document's date, or on another day; None where there is none."""

    def derogata(self, codice: str) -> bool:
        """Say whether the cause, or a special act, takes away for this document what a code stands for."""
        del codice
        return False

    def tace(self, codice: str) -> str | None:
        """Return why the rule, or the note, of a code cannot judge this document at all; None where it can."""
        del codice
        return None

    def rinvio(self, tratti: Tratti) -> Rinvio:
        """Return a reference to another document of the regime, by its traits."""
        return Rinvio(self.regime, tratti)

    def scadenza(self, una: Scadenza) -> Scadenza:
        """Return a deadline as the regime tells it."""
        return una

    @cached_property
    def datore(self) -> Mapping[str, Any]:
        """The employer, empty where there is none."""
        told: Mapping[str, Any] = self.dati.get("datore_lavoro", {})
        return told

    @property
    def lavoratori(self) -> Sequence[Lavoratore]:
        """The listed workers."""
        return self.elenco.lavoratori

    def con_percorso(self) -> Sequence[tuple[str, Lavoratore]]:
        """Return each listed worker with its JSON pointer."""
        return self.elenco.con_percorso

    @cached_property
    def periodo(self) -> Periodo | None:
        """The period asked for; None when it is not given, or runs backwards."""
        told = self.dati.get("periodo")
        return Periodo(told["dal"], told["al"]) if told and told["dal"] <= told["al"] else None

    @cached_property
    def precedenti(self) -> dict[int, Periodo]:
        """The earlier periods of the unit that run forwards, by their place in the list."""
        listed = self.dati.get("periodi_precedenti", [])
        return {place: Periodo(one["dal"], one["al"]) for place, one in enumerate(listed) if one["dal"] <= one["al"]}
