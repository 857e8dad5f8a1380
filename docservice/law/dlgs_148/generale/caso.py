"""The typed view of a document's data that every rule of the regime reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

from docservice.law.calendar import Periodo
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.eone import non_evitabile
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.generale.elenco import Elenco
from docservice.law.generale.giorno import giorno_di
from docservice.law.generale.orari import righe
from docservice.law.generale.settori import EDILI

COMUNICAZIONE, ESAME, RELAZIONE = "comunicazione-cigo", "esame-congiunto-cigo", "relazione-tecnica"
CONTRATTO, TABELLA = "accordo-cds", "tabella-solidarieta"
CIGO: Final = (COMUNICAZIONE, ESAME)
"""The papers of the CIGO procedure."""
CDS: Final = (CONTRATTO, TABELLA)
"""Those that lay out a solidarity contract's hours."""


def decreto(punto: str) -> Fonte:
    """Cite an article of the decree."""
    return Fonte("D.Lgs. 14 settembre 2015, n. 148", punto)


def guida(punto: str) -> Fonte:
    """Cite the guide of 2024."""
    return Fonte("Guida agli ammortizzatori sociali del maggio 2024", punto)


def con_orari(dati: Mapping[str, Any]) -> str:
    """Return the list that gives the hours: the workers if each tells his own, else the groups."""
    workers = dati.get("lavoratori", [])
    own = all("ore_settimanali" in one and "ore_lavorate_settimanali" in one for one in workers)
    return "gruppi" if "gruppi" in dati and not (workers and own) else "lavoratori"


class Caso:
    """A document as the rules see it. Optional data not given are None or empty."""

    def __init__(self, modello: str, dati: Mapping[str, Any]) -> None:
        self.modello = modello
        self.dati = dati
        self.giorno = giorno_di(dati)
        self.datore: Mapping[str, Any] = dati["datore_lavoro"]
        self.elenco_lavoratori = Elenco(dati.get("lavoratori", []))
        with_hours = con_orari(dati) if modello in CDS else "lavoratori"
        self.righe = righe({with_hours: dati.get(with_hours, [])}) if modello in CDS else []
        self.elenco = f"/{with_hours}"

    def figura(self, nome: str, giorno: date | None = None) -> Valore | None:
        """Return a figure of the regime at the document's date, or on another day.

        None where it is not known, or not in force (D148-1 says which are missing).
        """
        try:
            found = figura(f"dlgs_148.{nome}", giorno or self.giorno)
        except FiguraIgnota:
            return None
        return found if found.noto else None

    def con_percorso(self) -> Sequence[tuple[str, Mapping[str, Any]]]:
        """Return each listed worker with its JSON pointer."""
        return self.elenco_lavoratori.con_percorso

    @cached_property
    def dal(self) -> date:
        """The first day of the treatment: seniority and who may benefit are those of that day."""
        day: date = self.dati["periodo"]["dal"]
        return day

    @cached_property
    def periodo(self) -> Periodo | None:
        """The days asked for; None when they run backwards (D148-2 says so)."""
        first, last = self.dati["periodo"]["dal"], self.dati["periodo"]["al"]
        return Periodo(first, last) if first <= last else None

    @cached_property
    def precedenti(self) -> dict[int, Periodo]:
        """The earlier periods of the unit that run forwards, by their place in the list."""
        listed = self.dati.get("periodi_precedenti", [])
        return {place: Periodo(one["dal"], one["al"]) for place, one in enumerate(listed) if one["dal"] <= one["al"]}

    @property
    def causale(self) -> str | None:
        """The kind of the cause."""
        found: str | None = self.dati.get("causale", {}).get("tipo")
        return found

    @property
    def fatti(self) -> Mapping[str, Any]:
        """The facts of a technical report."""
        found: Mapping[str, Any] = self.dati.get("fatti", {})
        return found

    @property
    def eone(self) -> bool:
        """Whether the cause is an event that cannot be avoided."""
        event = dict(self.dati.get("evento") or self.fatti.get("evento") or {})
        if "programmata" in self.fatti:
            event["programmata"] = self.fatti["programmata"]
        return non_evitabile(self.causale, event, self.evento or self.dal)

    @property
    def evento(self) -> date | None:
        """The day of the event; the first of its days, of the weather."""
        found: date | None = self.dati.get("data_evento") or self.fatti.get("data_evento")
        return found or min(self.fatti.get("date") or [None])

    @property
    def settore(self) -> str | None:
        """The employer's sector."""
        found: str | None = self.datore.get("settore")
        return found

    @property
    def edile(self) -> bool:
        """Whether the sector is building or stone."""
        return self.settore in EDILI

    @property
    def organico(self) -> int | None:
        """The staff of the unit."""
        found: int | None = self.datore.get("organico", {}).get("totale")
        return found

    @property
    def dipendenti(self) -> int | None:
        """The employees of the firm; those of the unit where the firm's are not told."""
        found: int | None = self.datore.get("dipendenti_azienda", self.organico)
        return found
