"""What an employer has a right to on a day, by sector, size, age and fund, whatever the cause (D.Lgs. 148/2015).

Datore(date(2023, 6, 1), "commercio", Decimal(5)).ha_cigo -> False

The calculator and the rules judge by this one module. Two sizes are told apart: `media`, the firm's average of the six
months before, decides the instruments; `dipendenti_azienda`, its employees today, how long the unions are consulted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.dlgs_148.strumenti.fondi import FSBA, soglia
from docservice.law.dlgs_148.strumenti.ostacolo import COMMITTENTE, FONDO, MEDIA, SETTORE, Ostacolo
from docservice.law.figures import Valore, figura
from docservice.law.finding import serve
from docservice.law.generale.settori import EDILI

COMMERCIO: Final = frozenset({"commercio", "viaggi_turismo"})
TUTTI: Final = "tutti"
ALTRO, ARTIGIANATO, EDILIZIA, MENSA, PULIZIA = "altro", "artigianato", "edilizia", "mensa_ristorazione", "pulizia"


@dataclass(frozen=True, slots=True)
class Datore:
    """An employer on a day; what is not known of it is None.

    `fondo` is the code of its bilateral fund, `esauriti` says that the instruments it has are used up. To read the
    `settore` or the `dipendenti` of one that does not tell them raises NonVerificabile.
    """

    giorno: date
    inquadramento: str | None = None
    media: Decimal | None = None
    fondo: str | None = None
    committente_cigo: bool | None = None
    committente_cigs: bool | None = None
    esauriti: bool = False
    dipendenti_azienda: int | None = None
    inizio_attivita: date | None = None
    costituzione: date | None = None

    @property
    def settore(self) -> str:
        """The sector."""
        return serve(self.inquadramento, "settore non indicato")

    @property
    def dipendenti(self) -> Decimal:
        """The employees on average in the six months before."""
        return serve(self.media, "media dei dipendenti nel semestre non indicata")

    @property
    def nascita(self) -> date | None:
        """The day on which the firm was founded, or else began to produce."""
        return self.costituzione or self.inizio_attivita

    def figura(self, nome: str, giorno: date | None = None) -> Valore:
        """Return a figure of the regime on the employer's day, or on another. Raises FiguraIgnota."""
        return figura(f"dlgs_148.{nome}", giorno or self.giorno)

    @property
    def ha_cigo(self) -> bool:
        """Whether the sector surely has the CIGO."""
        return self.senza_cigo() is None

    def senza_cigo(self) -> Ostacolo | None:
        """Return why the employer has no CIGO, None where it has one."""
        if self.settore in self.figura("settori_cigo").elenco:
            return None
        if self.settore == ALTRO:
            return Ostacolo("l’art. 10 elenca anche attività che qui non sono distinte", SETTORE, incerto=True)
        if self.settore == ARTIGIANATO:
            own = "il settore non ha la CIGO: edilizia e lapideo, anche artigiani, sono settori a sé"
            return Ostacolo(own, SETTORE)
        return Ostacolo("il settore non ha la CIGO", SETTORE)

    @property
    def edile(self) -> bool:
        """Whether the sector is building or stone."""
        return self.inquadramento in EDILI

    @property
    def con_cantieri(self) -> bool:
        """Whether the sector works on building sites."""
        return self.inquadramento == EDILIZIA

    @property
    def senza_dimensione(self) -> bool:
        """Whether the sector has the CIGS whatever the size."""
        return self.settore in self.figura("settori_cigs_senza_dimensione").elenco

    def ha_cigs(self, giorno: date | None = None) -> bool:
        """Say whether the employer surely has the CIGS, and with it the solidarity contract, that day or another."""
        return self.senza_cigs(giorno) is None

    def senza_cigs(self, giorno: date | None = None) -> Ostacolo | None:
        """Return why the employer has no CIGS, None where it has one."""
        day = giorno or self.giorno
        if self.settore in self.figura("settori_cigs_senza_dimensione", day).elenco:
            return None
        sectors = self.figura("settori_cigs", day).elenco
        if TUTTI not in sectors and self.settore not in sectors:
            return Ostacolo("l’art. 20 elenca anche settori che qui non sono distinti", SETTORE, incerto=True)
        least = self._soglia(day)
        if self.dipendenti <= least:
            return Ostacolo(f"i dipendenti in media non sono più di {least}", MEDIA, least)
        return self._coperto_dal_fondo() if TUTTI in sectors else self._senza_committente()

    @property
    def mensa_in_cigo(self) -> bool:
        """Whether it is a canteen whose client has the CIGO alone, while the law asks something of the client."""
        asked = self.inquadramento == MENSA and TUTTI not in self.figura("settori_cigs").elenco
        return asked and bool(self.committente_cigo) and not self.committente_cigs

    @property
    def piccolo(self) -> bool:
        """Whether the FIS lasts less, for so few."""
        return self.dipendenti <= self.figura("dipendenti_fis_piccoli").decimale

    @property
    def fondo_presunto(self) -> bool:
        """Whether the fund is not told, but artisans have one as a rule."""
        return self.fondo is None and self.inquadramento == ARTIGIANATO

    @property
    def soglia_fondo(self) -> Valore | None:
        """How many employees must be passed for the fund to work; None without a fund, or of one that is not known."""
        code = FSBA if self.fondo_presunto else self.fondo
        return soglia(code, self.giorno) if code else None

    @property
    def fondo_ignoto(self) -> bool:
        """Whether there is a fund of which the size is not known: it is taken as working."""
        size = self.soglia_fondo
        return self.ha_fondo and (size is None or not size.noto)

    @property
    def fondo_non_letto(self) -> bool:
        """Whether the size of its fund is a figure that nobody has read for that day: no error rests on it."""
        size = self.soglia_fondo
        return size is not None and size.stato == "non_noto"

    @property
    def ha_fondo(self) -> bool:
        """Whether there is a fund on that day, whatever the size from which it works."""
        size = self.soglia_fondo
        return (self.fondo is not None or self.fondo_presunto) and (size is None or size.stato != "non_previsto")

    @property
    def nel_fondo(self) -> bool:
        """Whether a bilateral fund covers the employer."""
        size = self.soglia_fondo
        if not self.ha_fondo or size is None or not size.noto:
            return self.ha_fondo
        return self.dipendenti > size.decimale and self.dipendenti >= 1

    def _soglia(self, day: date) -> Decimal:
        name = "dipendenti_cigs_commercio" if self.settore in COMMERCIO else "dipendenti_cigs"
        return self.figura(name, day).decimale

    def _coperto_dal_fondo(self) -> Ostacolo | None:
        """Return that the fund leaves no place to the CIGS, unless the sector has the CIGO."""
        ordinary = self.senza_cigo()
        if ordinary is None or not self.nel_fondo:
            return None
        if self.fondo_presunto:
            return Ostacolo("l’artigianato ha di regola il fondo FSBA, che esclude la CIGS", FONDO, incerto=True)
        why = "il settore ha un fondo bilaterale"
        if ordinary.incerto:
            return Ostacolo(f"{why}, e la CIGS soltanto se ha anche la CIGO", FONDO, incerto=True)
        return Ostacolo(why, FONDO)

    def _senza_committente(self) -> Ostacolo | None:
        """Return that the clients' own treatments are missing, which the law asks of canteens and cleaning."""
        asked = {MENSA: (self.committente_cigo, self.committente_cigs), PULIZIA: (self.committente_cigs,)}
        told = asked.get(self.settore, (True,))
        if any(told):
            return None
        if None in told:
            return Ostacolo("ricorso del committente alla CIGO o alla CIGS non indicato", COMMITTENTE, incerto=True)
        return Ostacolo("manca il ricorso del committente al trattamento", COMMITTENTE)


def consultazione_breve(dipendenti: int, giorno: date) -> bool:
    """Say whether a firm has so few employees that the unions are consulted for fewer days."""
    return dipendenti <= figura("dlgs_148.dipendenti_consultazione_breve", giorno).decimale


def del_calcolo(dati: Mapping[str, Any]) -> Datore:
    """Return the employer of a calculator's data: what is not said is not there, save of its client."""
    return Datore(
        dati["data"],
        dati["settore"],
        dati["dipendenti_medi"],
        dati.get("fondo_bilaterale") or None,
        dati.get("committente_cigo"),
        dati.get("committente_cigs"),
        bool(dati.get("strumenti_esauriti")),
    )


def del_documento(dati: Mapping[str, Any], giorno: date) -> Datore:
    """Return the employer of a document: what is not said is not known."""
    return Datore(
        giorno,
        dati.get("settore"),
        dati.get("media_dipendenti_semestre"),
        dati.get("fondo_bilaterale") or None,
        dati.get("committente_cigo"),
        dati.get("committente_cigs"),
        dipendenti_azienda=dati.get("dipendenti_azienda"),
        inizio_attivita=dati.get("data_inizio_attivita"),
        costituzione=dati.get("data_costituzione"),
    )
