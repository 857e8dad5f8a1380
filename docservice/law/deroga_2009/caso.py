"""A document of the regime as its rules see it: what they ask of its data and of the figures of its day.

caso(frozenset({ACCORDO, SCHEMA_A}), {"periodo": {…}, …}).mesi_prima_concessione -> Fraction(4)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, ClassVar, Final

from docservice.law.calendar import Periodo, fine_dopo
from docservice.law.caso import Caso
from docservice.law.deroga_2009.monte_ore import FIRMA, prima_concessione
from docservice.law.figures import Valore, figura
from docservice.law.generale.elenco import Elenco
from docservice.law.generale.orari import righe
from docservice.law.tratti import (
    ACCORDO,
    AUTODICHIARAZIONE,
    COMUNICAZIONE,
    DECRETO,
    DOMANDA,
    ELENCO,
    ESAME,
    MANCATO_ACCORDO,
    NON_STANDARD,
    SCHEMA_A,
    SCHEMA_B,
    SCHEMA_C,
    TABELLA,
    Per,
    Tratti,
    Tratto,
)

STANDARD: Final[Mapping[Tratto, str]] = {SCHEMA_A: "A", SCHEMA_B: "B", SCHEMA_C: "C"}
"""Schemas of Allegato B that have hours and a first grant of their own."""

PROCEDURA: Final[Per] = COMUNICAZIONE | MANCATO_ACCORDO | ESAME | DOMANDA | DECRETO
"""The documents of a request before or after its agreement, if there is one."""

UNA_VOLTA: Final[Per] = ELENCO | AUTODICHIARAZIONE | TABELLA
"""The lists of workers: each is in them once (AQ-ELE2). No source says so of others: there it is a doubt (AQ-G26)."""

DA_ESAMINARE = ("non_standard", "mancato_accordo", "mancata_presentazione")
"""What an application may follow: with these, the joint examination comes first."""


def orario(riga: Mapping[str, Any]) -> tuple[Any, Any]:
    """Return weekly hours, worked and contractual, None where not given."""
    return riga.get("ore_lavorate_settimanali"), riga.get("ore_settimanali")


def caso(tratti: Tratti, dati: Mapping[str, Any]) -> Documento:
    """Return a document as the rules see it."""
    if ACCORDO in tratti:
        return Accordo(tratti, dati)
    if TABELLA in tratti:
        return Tabella(tratti, dati)
    return Richiesta(tratti, dati) if PROCEDURA.di(tratti) else Documento(tratti, dati)


class Documento(Caso):
    """A document of the regime."""

    regime: ClassVar[str] = "deroga-2009"

    def figura(self, nome: str, giorno: date | None = None) -> Valore:
        """Return a figure of the regime at the agreement's date (or `giorno`), or at the nearest of the framework."""
        first, last = self.validita
        return figura(f"deroga_2009.{nome}", min(max(giorno or self.giorno, first), last))

    @cached_property
    def validita(self) -> tuple[date, date]:
        """The first day of the framework, and the last."""
        # the two days are figures too, and cannot be asked for at a day they have yet to tell
        return (
            figura("deroga_2009.validita_dal", FIRMA).giorno,
            figura("deroga_2009.validita_al", FIRMA).giorno,
        )

    @property
    def percorso_orari(self) -> str:
        """The JSON pointer of the list of those who have hours."""
        return "/lavoratori"

    def con_orari(self) -> Sequence[tuple[str, Mapping[str, Any]]]:
        """Return who has hours, each with its JSON pointer."""
        return self.con_percorso()

    @cached_property
    def teste_per_orario(self) -> Mapping[tuple[Any, Any], int]:
        """Heads by weekly hours worked and contractual, None where not given: very many people share few hours."""
        heads: dict[tuple[Any, Any], int] = defaultdict(int)
        for _, row in self.con_orari():
            heads[orario(row)] += row.get("lavoratori", 1)
        return heads

    @property
    def media_dichiarata(self) -> tuple[str, Decimal | None]:
        """The average cut declared, in percent, with its JSON pointer."""
        told = self.dati.get("modalita", {}).get("riduzione_media_percentuale")
        return "/modalita/riduzione_media_percentuale", told


class Tabella(Documento):
    """A solidarity table as the rules see it: workers, or groups with the same hours."""

    def __init__(self, tratti: Tratti, dati: Mapping[str, Any], elenco: Elenco | None = None) -> None:
        super().__init__(tratti, dati, elenco)
        self.righe = righe(dati)

    @property
    def percorso_orari(self) -> str:
        """The JSON pointer of the list of those who have hours."""
        return "/gruppi" if "gruppi" in self.dati else super().percorso_orari

    def con_orari(self) -> Sequence[tuple[str, Mapping[str, Any]]]:
        """Return who has hours, each with its JSON pointer."""
        groups = self.dati.get("gruppi", [])
        return [(f"/gruppi/{index}", group) for index, group in enumerate(groups)] or super().con_orari()

    @property
    def media_dichiarata(self) -> tuple[str, Decimal | None]:
        """The average cut declared, in percent, with its JSON pointer."""
        told = self.dati.get("tabella", {}).get("riduzione_media_percentuale")
        return "/tabella/riduzione_media_percentuale", told


class Richiesta(Documento):
    """A document about a request of CIG as the rules see it: its employer, its period."""

    @cached_property
    def chiesto(self) -> Periodo:
        """The period asked for, where a rule has made sure that there is one."""
        if self.periodo is None:
            raise ValueError("periodo rovesciato")
        return self.periodo

    @cached_property
    def mesi(self) -> Fraction:
        """Months asked for, exactly."""
        return self.chiesto.mesi

    @cached_property
    def tipologia(self) -> str:
        """The employer's type: "1", or the sub-type of 2 ("2.1", "2.2", "2.3").

        Only D may leave the sub-type out: it is for apprentices of firms in CIGO or CIGS, which is 2.2.
        """
        return "1" if self.datore["tipologia"] == 1 else self.datore.get("sottotipologia", "2.2")

    @cached_property
    def competenza(self) -> str | None:
        """Who deals with the application: `regionale` or `provinciale`; None where the employer's type is not given."""
        provincia = self.datore["unita_produttiva"]["provincia"]
        if (
            any(unit["provincia"] != provincia for unit in self.dati.get("altre_unita", []))
            or self.dati.get("causale", {}).get("tipo") == "procedura_concorsuale"
            or self.dati.get("interesse_regionale")
        ):
            return "regionale"
        if "tipologia" not in self.datore:
            return None
        return "provinciale" if self.tipologia == "1" else "regionale"

    @property
    def regionale(self) -> bool:
        """Whether the application is dealt with by the Region (All. A 3.1)."""
        return self.competenza == "regionale"

    @cached_property
    def mesi_dell_esame(self) -> Fraction:
        """Months that the joint examination covers: half the request, all of it up to four months (All. A 2.1.3)."""
        if self.mesi <= self.figura("mesi_concessi_per_intero").decimale:
            return self.mesi
        return self.mesi * Fraction(self.figura("quota_non_standard").decimale)

    def ultimo_giorno(self, months: Fraction) -> date:
        """Return the last day of so many of the months asked for."""
        return self.chiesto.al if months == self.mesi else fine_dopo(self.chiesto.dal, months)


class Accordo(Richiesta):
    """An agreement as the rules see it."""

    def __init__(self, tratti: Tratti, dati: Mapping[str, Any], elenco: Elenco | None = None) -> None:
        super().__init__(tratti, dati, elenco)
        self.massimo: int = dati["numero_massimo_dipendenti"]
        self.modalita: Mapping[str, Any] = dati.get("modalita", {})

    @cached_property
    def durata_massima(self) -> Valore:
        """The longest total duration for this employer, in months (punto 9)."""
        if self.tipologia == "1":
            return self.figura("durata_massima")
        if self.tipologia == "2.2":
            return self.figura("durata_tipologia_2_2")
        return self.figura("durata_piano_esuberi" if self.datore.get("piano_esuberi") else "durata_tipologia_2")

    @cached_property
    def schema(self) -> str | None:
        """The letter of the schema, of those that have hours and a first grant of their own."""
        return next((letter for trait, letter in STANDARD.items() if self.di(trait)), None)

    @cached_property
    def mesi_prima_concessione(self) -> Fraction:
        """Months of the first grant: those of the schema; half the request for a free agreement; all of it for D."""
        if self.schema is not None:
            return prima_concessione(self.schema, self.mesi)
        return self.mesi_dell_esame if self.di(NON_STANDARD) else self.mesi

    @cached_property
    def scadenza_prima_concessione(self) -> date:
        """Last day of the first grant."""
        return self.ultimo_giorno(self.mesi_prima_concessione)

    @cached_property
    def somministrati(self) -> int:
        """Listed agency workers, who are outside the headcount."""
        return sum(1 for w in self.lavoratori if w.get("contratto") == "somministrazione")

    @cached_property
    def inizio_computo(self) -> date:
        """The first day that counts among the earlier periods."""
        return self.figura("inizio_computo_durata").giorno

    def periodi_precedenti(self, raw: Sequence[Mapping[str, Any]]) -> list[Periodo]:
        """Return earlier periods as far as they count: from the first day of the computation on (VM 2.3).

        Those that run backwards are left out: AQ-G15 speaks of them.
        """
        first = self.inizio_computo
        return [Periodo(max(p["dal"], first), p["al"]) for p in raw if p["al"] >= max(first, p["dal"])]

    def primo_giorno_di_cig(self, raw: Sequence[Mapping[str, Any]]) -> date | None:
        """Return the first day of CIG that counts among earlier periods; it opens the window of twelve months."""
        counted = self.periodi_precedenti([p for p in raw if p.get("istituto", "CIG") == "CIG"])
        return min((p.dal for p in counted), default=None)

    @cached_property
    def riferimento(self) -> Mapping[str, Any]:
        """The other workers' treatment that an agreement D follows."""
        told: Mapping[str, Any] = self.modalita.get("riferimento", {})
        return told


def con_periodo(caso: Documento) -> bool:
    """Say whether it has a period that runs forwards."""
    return caso.periodo is not None


def serve_periodo(caso: Richiesta) -> str | None:
    """Ask for a period that runs forwards."""
    if caso.periodo:
        return None
    return "il periodo richiesto " + ("finisce prima di cominciare" if "periodo" in caso.dati else "non è indicato")


def serve_lavoratori(caso: Documento) -> str | None:
    """Ask for listed workers."""
    return None if caso.lavoratori else "nessun lavoratore elencato"


def serve_periodo_e_lavoratori(caso: Accordo) -> str | None:
    """Ask for both."""
    return serve_periodo(caso) or serve_lavoratori(caso)


def serve_periodi_precedenti(caso: Accordo) -> str | None:
    """Ask for a good period and for earlier ones, of the unit or of a worker."""
    given = caso.dati.get("periodi_precedenti") or caso.elenco.con_periodi
    return serve_periodo(caso) or (None if given else "nessun periodo precedente indicato")


def serve_orari(caso: Documento) -> str | None:
    """Ask for rows that may have hours."""
    return None if caso.con_orari() else "nessun lavoratore elencato"
