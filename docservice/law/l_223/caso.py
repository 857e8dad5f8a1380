"""A document of a collective dismissal as its rules see it.

caso(frozenset({CONVOCAZIONE}), {"data": date(2024, 5, 6), …}).figura("giorni_fase_amministrativa").decimale -> 30
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.caso import Caso
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.finding import Scadenza
from docservice.law.l_223.graduatoria.classifica import Confronto
from docservice.law.l_223.termini import segnata
from docservice.law.tratti import APERTURA, ESITO, FINALE, GRADUATORIA, RECESSO, Tratti

FASI: Final = {"sindacale": "giorni_fase_sindacale", "amministrativa": "giorni_fase_amministrativa"}
"""The two phases, and the figure that tells how long each lasts."""
_LAVORATORI: Final = ("rsa_rsu", "sindacato")
_AUTORITA: Final = ("regione", "provincia", "ministero")
"""Whom the notices are for."""


def caso(tratti: Tratti, dati: Mapping[str, Any]) -> Documento:
    """Return a document as the rules see it."""
    return Documento(tratti, dati)


@dataclass(frozen=True, slots=True)
class Recesso:
    """One dismissal: where the document tells of it, its day, the worker's data and how the criterion fell on him."""

    percorso: str
    data: date
    lavoratore: Mapping[str, Any]
    cessazione: date | None
    via: str | None


class Documento(Caso):
    """A document of the regime."""

    regime: ClassVar[str] = "l-223"

    def figura(self, nome: str, giorno: date | None = None) -> Valore | None:
        """Return a figure of the regime at the document's date, or on another day; None where there is none."""
        try:
            found = figura(f"l_223.{nome}", giorno or self.giorno)
        except FiguraIgnota:
            return None
        return found if found.noto else None

    def scadenza(self, una: Scadenza) -> Scadenza:
        """Return a deadline with what is to be known of its day: no term is put off, a holiday is told."""
        return segnata(una)

    @cached_property
    def procedura(self) -> Mapping[str, Any]:
        """The procedure that the document quotes, empty where it quotes none."""
        told: Mapping[str, Any] = self.dati.get("procedura", {})
        return told

    @cached_property
    def conclusione(self) -> Mapping[str, Any]:
        """How the procedure ended, empty where it is not told."""
        told: Mapping[str, Any] = self.dati.get("conclusione", {})
        return told

    @cached_property
    def criterio(self) -> Mapping[str, Any]:
        """The criterion of choice, empty where it is not told."""
        told: Mapping[str, Any] = self.dati.get("criterio", {})
        return told

    @cached_property
    def apertura(self) -> date | None:
        """The day of the opening notice: that of the document itself where it is the opening."""
        if self.di(APERTURA):
            return self.giorno
        return self.procedura.get("data_apertura") or self.dati.get("data_apertura")

    @cached_property
    def esuberi(self) -> int | None:
        """Heads in excess, as the opening says: those that decide how long the phases last."""
        return self.dati.get("esuberi_totale") or self.procedura.get("numero_esuberi")

    @cached_property
    def ridotti(self) -> bool | None:
        """Say whether the phases are halved; None where the excess, or the day, is not known."""
        few = self.figura("lavoratori_termini_ridotti", self.apertura)
        return None if self.esuberi is None or few is None else self.esuberi < few.decimale

    def giorni_fase(self, fase: str) -> int | None:
        """Return how many days a phase lasts: a half, rounded up, with few workers."""
        known = self.figura(FASI[fase], self.apertura)
        if known is None or self.ridotti is None:
            return None
        days = int(known.decimale)
        return -(-days // 2) if self.ridotti else days

    def _ricevimenti(self, *tipi: str) -> list[date | None]:
        return [one.get("ricevuta_il") for one in self.dati["destinatari"] if one["tipo"] in tipi]

    @cached_property
    def ricevimenti(self) -> Sequence[date]:
        """The days on which unions and representatives received the opening, as far as they are told."""
        if self.di(APERTURA):
            return [one for one in self._ricevimenti(*_LAVORATORI) if one]
        return [self.procedura["ricevuta_il"]] if "ricevuta_il" in self.procedura else []

    @cached_property
    def non_tutti(self) -> bool:
        """Say whether of some of those to whom the opening goes it is not told when they received it."""
        return self.di(APERTURA) and None in self._ricevimenti(*_LAVORATORI)

    def ricevuta(self, fase: str) -> date | None:
        """Return the day from which a phase runs: the last receipt of the opening, the authority's of the outcome."""
        if fase == "sindacale":
            return max(self.ricevimenti, default=None)
        told: date | None = self.procedura.get("ricevuta_autorita_il")
        if told is None and self.di(ESITO):
            return min((one for one in self._ricevimenti(*_AUTORITA) if one), default=None)
        return told

    def di_legge(self, fase: str) -> date | None:
        """Return the last day of a phase by law; None until who is to receive has received."""
        from_day, days = self.ricevuta(fase), self.giorni_fase(fase)
        return None if from_day is None or days is None else aggiungi_giorni(from_day, days)

    def concordato(self, fase: str) -> date | None:
        """Return the day to which the parties agreed to prolong a phase; None if they did not."""
        told = [one["fino_al"] for one in self.procedura.get("proroga_termini", []) if one["fase"] == fase]
        return max(told, default=None)

    def termine(self, fase: str) -> date | None:
        """Return the last day of a phase: the law's, or the agreed one, which puts it off and never sooner."""
        return max(filter(None, (self.concordato(fase), self.di_legge(fase))), default=None)

    def tutti(self, quanti: int) -> bool:
        """Say whether so many dismissals leave nobody: the firm ceases, and all of its staff goes."""
        staff = self.procedura.get("organico_complessivo")
        return self.procedura.get("fattispecie") == "cessazione" and staff is not None and quanti >= staff

    @cached_property
    def recessi(self) -> Sequence[Recesso]:
        """The dismissals that the document tells of: those of the list, or that of the letter."""
        if self.di(FINALE):
            return [
                Recesso(path, one["data_recesso"], one, one.get("data_cessazione"), one.get("via"))
                for path, one in self.con_percorso()
            ]
        if self.di(RECESSO):
            applied = self.dati.get("criterio_applicato", {})
            worker = self.dati["lavoratore"]
            return [Recesso("", self.giorno, worker, self.dati.get("data_cessazione"), applied.get("via"))]
        return []

    @cached_property
    def primo_recesso(self) -> date | None:
        """The day of the first dismissal sent."""
        return min((one.data for one in self.recessi), default=None)

    @cached_property
    def confronto(self) -> Confronto | None:
        """All who were compared by the statutory criteria; None where the document does not list them."""
        if self.di(GRADUATORIA):
            return Confronto(self.dati)
        return Confronto(self.dati["graduatoria"], "/graduatoria") if "graduatoria" in self.dati else None
