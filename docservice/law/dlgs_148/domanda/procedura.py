"""A procedure of the decree: which it is, the days known of it, and how a term of it is counted.

    termine("S148-CIGO", "Termine della domanda", date(2023, 6, 1), "giorni_domanda_cigo").data -> date(2023, 6, 16)

A term of N days from a day ends on that day + N. Where it ends on a Saturday, a Sunday or a national holiday it has
the next working day too, as `data_utile` (reading of the service).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni, giorno_utile
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.causali import CRISI_COMPLESSA, NORMA_SPECIALE
from docservice.law.dlgs_148.generale.deroghe import derogata, liberi
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.finding import Scadenza

PROCEDURE: Final = ("cigo", "cigs", "cds", "fis", "fondo", "cigd")
CIGO, CIGS, CDS, FIS, FONDO, CIGD = PROCEDURE
ORDINARIE: Final = (CIGO, FIS, FONDO)
"""Those whose consultation is that of art. 14."""


@dataclass(frozen=True, slots=True)
class Procedura:
    """A procedure: which, how many employees, and the days known of it; `dal` and `al` are those of the treatment.

    `consultazione` says whether the consultation is due, `norma` is the special act of the cause `norma_speciale`,
    `verifiche` how many months apart the parties meet.
    """

    tipo: str
    dipendenti: int | None
    dal: date | None = None
    al: date | None = None
    data: date | None = None
    comunicazione: date | None = None
    richiesta_esame: date | None = None
    chiusura: date | None = None
    domanda: date | None = None
    evento: date | None = None
    consultazione: bool = True
    concessione: date | None = None
    causale: str | None = None
    norma: Mapping[str, Any] = field(default_factory=dict)
    verifiche: int | None = None
    eone: bool = False
    ore_ridotte: Decimal | None = None
    pagamento_diretto: bool = False

    @property
    def straordinaria(self) -> bool:
        """Whether it is a CIGS, the solidarity contract included."""
        return self.tipo in (CIGS, CDS)

    @property
    def firmata(self) -> date | None:
        """The day from which the application's days run, for a CIGS: the end of the consultation, or the signature."""
        return self.data if self.tipo == CDS else self.chiusura

    @property
    def complessa(self) -> bool:
        """Whether it is that of an area of complex crisis, which has a procedure of its own."""
        return self.causale == CRISI_COMPLESSA

    @property
    def speciale(self) -> bool:
        """Whether an act of its own grants it."""
        return self.causale == NORMA_SPECIALE

    def derogata(self, codice: str) -> bool:
        """Say whether the term of a code is of an article of which the treatment is free."""
        return derogata(codice, liberi(self.causale, self.norma))


class SenzaLegge(FiguraIgnota):
    """A day of the procedure for which the law of one of its terms is not known, or not in force."""

    def __init__(self, why: FiguraIgnota, giorno: date) -> None:
        super().__init__(str(why))
        self.giorno = giorno


def letta(nome: str, day: date) -> Valore:
    """Return a figure on a day, in force or not. Raises SenzaLegge."""
    try:
        return figura(f"dlgs_148.{nome}", day)
    except FiguraIgnota as unknown:
        raise SenzaLegge(unknown, day) from None


def in_vigore(nome: str, day: date) -> Valore:
    """Return a figure that is in force on a day. Raises SenzaLegge."""
    known = letta(nome, day)
    if not known.noto:
        raise SenzaLegge(known.ignota(), day)
    return known


def dopo(day: date, days: Valore) -> date:
    """Return the day that comes so many days later."""
    return aggiungi_giorni(day, int(days.decimale))


def termine(codice: str, descrizione: str, da: date, nome: str, nota: str | None = None) -> Scadenza:
    """Return the term of the days that a figure gives, from a day."""
    days = in_vigore(nome, da)
    return fino_a(codice, descrizione, dopo(da, days), days.fonte, nota)


def fino_a(codice: str, descrizione: str, day: date, fonte: Fonte, nota: str | None = None) -> Scadenza:
    """Return a term that ends on a day."""
    useful = giorno_utile(day)
    return Scadenza(codice, descrizione, day, fonte, None if useful == day else useful, nota)
