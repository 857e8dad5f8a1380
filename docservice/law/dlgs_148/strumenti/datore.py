"""What an employer has a right to on a day, by sector, size and fund, whatever the cause (D.Lgs. 148/2015).

Datore(date(2023, 6, 1), "commercio", Decimal(5)).ha_cigo -> False
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.figures import Valore, figura
from docservice.law.generale.settori import EDILI

COMMERCIO: Final = frozenset({"commercio", "viaggi_turismo"})
TUTTI: Final = "tutti"
FONDI: Final = {"6l": "fondo_6l", "8v": "fondo_8v", "0s": "fondo_0s", "1z": "fondo_1z", "6p": "fondo_6p"}
"""The figures of the funds whose size is known, by their code."""


@dataclass(frozen=True, slots=True)
class Datore:
    """An employer on a day: sector, average employees, bilateral fund (its code), what its clients use.

    `esauriti` says that the instruments it has are used up.
    """

    giorno: date
    settore: str
    dipendenti: Decimal
    fondo: str | None = None
    committente_cigo: bool = False
    committente_cigs: bool = False
    esauriti: bool = False

    def figura(self, nome: str, giorno: date | None = None) -> Valore:
        """Return a figure of the regime on the employer's day, or on another. Raises FiguraIgnota."""
        return figura(f"dlgs_148.{nome}", giorno or self.giorno)

    @property
    def ha_cigo(self) -> bool:
        """Whether the sector has the CIGO."""
        return self.settore in self.figura("settori_cigo").elenco

    @property
    def edile(self) -> bool:
        """Whether the sector is building or stone."""
        return self.settore in EDILI

    @property
    def senza_dimensione(self) -> bool:
        """Whether the sector has the CIGS whatever the size."""
        return self.settore in self.figura("settori_cigs_senza_dimensione").elenco

    def ha_cigs(self, giorno: date | None = None) -> bool:
        """Say whether the employer has the CIGS, and with it the solidarity contract, that day or another."""
        return self.senza_cigs(giorno) is None

    def senza_cigs(self, giorno: date | None = None) -> str | None:
        """Return why the employer has no CIGS, None where it has one."""
        day = giorno or self.giorno
        if self.settore in self.figura("settori_cigs_senza_dimensione", day).elenco:
            return None
        sectors = self.figura("settori_cigs", day).elenco
        least = self._soglia(day)
        if TUTTI not in sectors and self.settore not in sectors:
            return "il settore non è fra quelli con la CIGS"
        if TUTTI in sectors and self.fondo and not self.ha_cigo:
            return "il settore ha un fondo bilaterale"
        if self.dipendenti <= least:
            return f"i dipendenti in media non sono più di {least}"
        if TUTTI not in sectors and not self._committente():
            return "manca il ricorso del committente al trattamento"
        return None

    @property
    def dimensione_fondo(self) -> Decimal | None:
        """How many employees must be passed for the fund to work; None when it is not known."""
        known = FONDI.get((self.fondo or "").casefold())
        return self.figura(known).decimale if known else None

    @property
    def nel_fondo(self) -> bool:
        """Whether a bilateral fund covers the employer."""
        least = self.dimensione_fondo
        return self.fondo is not None and (least is None or self.dipendenti > least)

    def _soglia(self, day: date) -> Decimal:
        name = "dipendenti_cigs_commercio" if self.settore in COMMERCIO else "dipendenti_cigs"
        return self.figura(name, day).decimale

    def _committente(self) -> bool:
        """Say whether the clients' own treatments allow it, where the law asks: contractors of canteens, cleaning."""
        if self.settore == "mensa_ristorazione":
            return self.committente_cigo or self.committente_cigs
        return self.settore != "pulizia" or self.committente_cigs


def datore(dati: Mapping[str, Any]) -> Datore:
    """Return the employer of a calculator's data."""
    return Datore(
        dati["data"],
        dati["settore"],
        dati["dipendenti_medi"],
        dati.get("fondo_bilaterale", "").strip() or None,
        bool(dati.get("committente_cigo")),
        bool(dati.get("committente_cigs")),
        bool(dati.get("strumenti_esauriti")),
    )
