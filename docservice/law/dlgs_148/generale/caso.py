"""A document of the decree as its rules see it: what they ask of its data and of the figures of its day.

Documento(frozenset({CIGO, ESAME, CONSULTAZIONE}), {"causale": {"tipo": "meteo"}, …}).eone -> True
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from docservice.law.caso import Caso
from docservice.law.dlgs_148.generale import causali
from docservice.law.dlgs_148.generale.deroghe import derogata, liberi
from docservice.law.dlgs_148.generale.eone import non_evitabile
from docservice.law.dlgs_148.generale.finestra import in_vigore_dal
from docservice.law.dlgs_148.strumenti.datore import Datore, del_documento
from docservice.law.figures import FiguraIgnota, Valore, figura, figura_nota, tutte
from docservice.law.finding import serve
from docservice.law.generale.elenco import Elenco
from docservice.law.generale.orari import righe
from docservice.law.tratti import SOLIDARIETA, Tratti

FIGURA_IGNOTA = "valore di legge non noto per il periodo"


def con_orari(dati: Mapping[str, Any]) -> str:
    """Return the list that gives the hours: the workers if each gives his own, else the groups."""
    workers = dati.get("lavoratori", [])
    return "gruppi" if "gruppi" in dati and not (workers and _tutti_gli_orari(workers)) else "lavoratori"


def _tutti_gli_orari(rows: Sequence[Mapping[str, Any]]) -> bool:
    return all("ore_settimanali" in one and "ore_lavorate_settimanali" in one for one in rows)


class Documento(Caso):
    """A document of the decree. `righe` are its hours, where it lays out those of a solidarity contract."""

    regime: ClassVar[str] = "dlgs-148"

    def __init__(self, tratti: Tratti, dati: Mapping[str, Any], elenco: Elenco | None = None) -> None:
        super().__init__(tratti, dati, elenco)
        shared = self.di(SOLIDARIETA) or self.causale == causali.SOLIDARIETA
        with_hours = con_orari(dati) if shared else "lavoratori"
        rows = dati.get(with_hours, []) if shared else []
        self.righe = righe({with_hours: rows}, self.periodo) if _tutti_gli_orari(rows) else []
        self.percorso_orari = f"/{with_hours}"
        self.ignote: dict[str, tuple[date, FiguraIgnota]] = {}
        """What was asked of the law and is not known of its day: by figure, the day and why (D148-1 tells them)."""

    def figura(self, nome: str, giorno: date | None = None) -> Valore | None:
        """Return a figure of the regime at the document's date, or on another day.

        None where it is not known, or not in force (D148-1 says which are missing).
        """
        day = giorno or self.giorno
        try:
            found = figura(f"dlgs_148.{nome}", day)
        except FiguraIgnota as unknown:
            self.ignote.setdefault(nome, (day, unknown))
            return None
        if found.stato == "non_noto":
            self.ignote.setdefault(nome, (day, found.ignota()))
        return found if found.noto else None

    def vigente(self, nome: str, giorno: date | None = None) -> Valore:
        """Return a figure that is in force, for what is said only while it is (`vige=`). Raises FiguraIgnota."""
        return figura_nota(f"dlgs_148.{nome}", giorno or self.giorno)

    def serve_figura(self, nome: str) -> Valore:
        """Return a figure on the first day of the treatment, which a rule cannot do without (`finding.serve`)."""
        return serve(self.figura(nome, self.dal), f"{FIGURA_IGNOTA}: {tutte()[f'dlgs_148.{nome}'].nome}")

    @cached_property
    def dal(self) -> date:
        """The first day of the treatment, or the document's own where it has no period.

        Seniority and who may benefit are those of that day.
        """
        day: date = self.dati.get("periodo", {}).get("dal", self.giorno)
        return day

    @property
    def causale(self) -> str | None:
        """The kind of the cause."""
        found: str | None = self.dati.get("causale", {}).get("tipo")
        return found

    @property
    def liberi(self) -> frozenset[int]:
        """The articles of the decree of which the treatment asked for is free, by its cause."""
        return liberi(self.causale, self.dati.get("norma", {}))

    def derogata(self, codice: str) -> bool:
        """Say whether what a code stands for is of articles of which the treatment is free."""
        return derogata(codice, self.liberi)

    @cached_property
    def _prima_del_decreto(self) -> bool:
        return self.di(SOLIDARIETA) and self.giorno < in_vigore_dal()

    def tace(self, codice: str) -> str | None:
        """Return why a contract signed under an older law is judged by D148-1 alone."""
        return "contratto firmato sotto la legge di prima" if self._prima_del_decreto and codice != "D148-1" else None

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

    @cached_property
    def chi(self) -> Datore:
        """The employer as it asks for the treatment, on its first day: what rules know of sector, size and age."""
        return del_documento(self.datore, self.dal)

    @property
    def settore(self) -> str | None:
        """The employer's sector."""
        return self.chi.inquadramento

    @property
    def edile(self) -> bool:
        """Whether the sector is building or stone."""
        return self.chi.edile

    @property
    def organico(self) -> int | None:
        """The staff of the unit."""
        found: int | None = self.datore.get("organico", {}).get("totale")
        return found

    @property
    def dipendenti(self) -> int | None:
        """The employees of the firm; those of the unit where the firm's are not given."""
        return self.organico if self.chi.dipendenti_azienda is None else self.chi.dipendenti_azienda
