"""The deadlines of a procedure of the decree (artt. 7, 14, 15, 24, 25, 30, 31), from the days that are known of it.

    scadenze(Procedura("cigo", 80, dal=date(2023, 6, 1))) -> [Scadenza("S148-CIGO", …, date(2023, 6, 16), …)]

A term of N days from a day ends on that day + N. Where it ends on a Saturday, a Sunday or a national holiday it has
the next working day too, as `data_utile` (reading of the service).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from docservice.law.calendar import aggiungi_giorni, aggiungi_mesi, fine_mese_n, giorno_utile
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.causali import SOLIDARIETA
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti.datore import consultazione_breve
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.finding import Scadenza
from docservice.law.italiano import con_articolo, giorno

PROCEDURE: Final = ("cigo", "cigs", "cds", "fis", "cigd")
CIGO, CIGS, CDS, FIS, CIGD = PROCEDURE
_PERIODO: Final = {
    CIGO: (decreto("art. 15 c. 1"), "della CIGO"),
    CIGS: (decreto("art. 25 c. 1"), "della CIGS"),
    CDS: (decreto("art. 25 c. 1"), "del contratto di solidarietà"),
    FIS: (decreto("art. 30 c. 2"), "dell’assegno del FIS"),
    CIGD: (Fonte("Slide sul D.Lgs. 148/2015 del 2016", "cassa integrazione in deroga"), "della CIG in deroga"),
}
"""Where the days of each treatment come from, and what it is called."""


@dataclass(frozen=True, slots=True)
class Procedura:
    """A procedure: which, how many employees, and the days known of it; `dal` and `al` are those of the treatment.

    `consultazione` says whether the consultation is due.
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
        return self.data if self.tipo == CDS or self.causale == "cessazione" else self.chiusura


def scadenze(di: Procedura, *, note: bool = False) -> list[Scadenza]:
    """Return the deadlines whose day is known, in order of time. Raises FiguraIgnota for days without that law.

    With `note` only those whose figures are all known: of a document, some rule says what is wrong with its days.
    """
    found: list[Scadenza] = []
    for part in (_consultazione, _domanda, _inizio, _pagamenti, _periodo):
        try:
            found += part(di)
        except FiguraIgnota:
            if not note:
                raise
    return sorted(found, key=lambda one: (one.data or date.max, one.codice))


def _consultazione(di: Procedura) -> Iterator[Scadenza]:
    if not di.consultazione:
        return
    sent, asked = di.comunicazione, di.richiesta_esame
    if di.tipo in (CIGO, FIS) and di.eone:
        day = sent or asked
        least = _letta("ore_settimanali_eone", day).decimale if day else None
        over = least is not None and di.ore_ridotte is not None and di.ore_ridotte > least
        if sent and over:
            yield _giorni("S148-EONE-RICH", "Termine per chiedere l’esame congiunto", sent, "giorni_richiesta_eone")
        if asked and over:
            yield _giorni("S148-EONE-ESAME", "Si conclude l’esame congiunto", asked, "giorni_esame_eone")
    elif di.tipo in (CIGO, FIS) and sent and di.dipendenti is not None:
        name = _breve(di.dipendenti, sent, "giorni_consultazione", "giorni_consultazione_breve")
        yield _giorni("S148-CONS", "Si conclude la consultazione sindacale", sent, name)
    if di.tipo == CIGS and sent:
        yield _giorni("S148-RICH", "Termine per chiedere l’esame congiunto", sent, "giorni_richiesta_cigs")
    if di.tipo == CIGS and asked and di.dipendenti is not None:
        name = _breve(di.dipendenti, asked, "giorni_esame_cigs", "giorni_esame_cigs_breve")
        yield _giorni("S148-CIGS-CONS", "Si conclude l’esame congiunto", asked, name)


def _domanda(di: Procedura) -> Iterator[Scadenza]:
    """Yield the term of the application, and what follows when it comes later."""
    for term in _termine_domanda(di):
        yield term
        late = di.domanda is not None and di.domanda > (term.data_utile or term.data or date.max)
        if late and di.domanda and di.straordinaria:
            days = _letta("giorni_cigs_tardiva", di.domanda)
            first = _dopo(di.domanda, days)
            told = "Domanda tardiva: la CIGS decorre da questo giorno"
            yield Scadenza("S148-TARDI", told, first, days.fonte)
        elif late and di.domanda and di.tipo in (CIGO, FIS) and not _assegno_di_solidarieta(di):
            weeks = _letta("settimane_domanda_tardiva", di.domanda)
            monday = di.domanda - timedelta(days=di.domanda.weekday(), weeks=int(weeks.decimale))
            told = "Domanda tardiva: il trattamento non decorre prima di questo giorno"
            yield Scadenza("S148-TARDI", told, monday, weeks.fonte)


def _termine_domanda(di: Procedura) -> Iterator[Scadenza]:
    first = di.dal
    if di.tipo == CIGO and di.eone and di.evento:
        months = _letta("mesi_domanda_eone", di.evento)
        if months.noto:
            last = fine_mese_n(di.evento.replace(day=1), 1 + int(months.decimale))
            yield _termine("S148-CIGO", "Termine della domanda di CIGO, evento non evitabile", last, months.fonte)
            return
    if di.tipo == CIGO and first:
        yield _giorni("S148-CIGO", "Termine della domanda di CIGO", first, "giorni_domanda_cigo")
    if di.straordinaria and di.firmata and _letta("giorni_domanda_cigs", di.firmata).noto:
        what = "Termine della domanda di CIGS, con l’elenco nominativo dei lavoratori"
        yield _giorni("S148-CIGS", what, di.firmata, "giorni_domanda_cigs")
    if _assegno_di_solidarieta(di) and di.data:
        what = "Termine della domanda di assegno di solidarietà"
        yield _giorni("S148-FIS", what, di.data, "giorni_domanda_assegno_solidarieta")
        return
    if di.tipo == FIS and first:
        early = aggiungi_giorni(first, -int(_in_vigore("giorni_anticipo_fis", first).decimale))
        what = con_articolo(f"Termine della domanda al FIS, che non può precedere il {giorno(early)}")
        yield _giorni("S148-FIS", what, first, "giorni_domanda_fis")
    if di.tipo == CIGD and first:
        what = "Termine perentorio della domanda di CIG in deroga, all’INPS e alla Regione"
        yield _giorni("S148-CIGD", what, first, "giorni_domanda_cigd")


def _inizio(di: Procedura) -> Iterator[Scadenza]:
    """Yield the day against which the treatment starts."""
    applied = di.domanda
    if applied and di.straordinaria:
        days, side = _letta("giorni_inizio_cigs", applied), _letta("verso_inizio_cigs", applied)
        if days.noto:
            after = side.testo == "dopo"
            told = "La CIGS non comincia prima di questo giorno" if after else "La CIGS comincia entro questo giorno"
            yield Scadenza("S148-INIZIO", told, _dopo(applied, days), side.fonte)
    if applied and di.data and _assegno_di_solidarieta(di):
        days = _letta("giorni_inizio_assegno_solidarieta", di.data)
        told = "La riduzione dell’orario comincia entro questo giorno"
        yield Scadenza("S148-INIZIO", told, _dopo(applied, days), days.fonte)


def _assegno_di_solidarieta(di: Procedura) -> bool:
    """Say whether it is the solidarity cheque of the FIS, while there was one: the agreement's day says it."""
    if di.tipo != FIS or di.causale != SOLIDARIETA or di.data is None:
        return False
    return _letta("giorni_domanda_assegno_solidarieta", di.data).noto


def _pagamenti(di: Procedura) -> Iterator[Scadenza]:
    if di.al is None:
        return
    end = fine_mese_n(di.al.replace(day=1), 1)
    if not di.pagamento_diretto:
        months = _letta("mesi_conguaglio", di.al)
        last = max(aggiungi_mesi(day, int(months.decimale)) for day in (end, di.concessione or end))
        yield _termine("S148-CONG", "Termine del conguaglio delle somme anticipate", last, months.fonte)
        return
    months, days = _letta("mesi_dati_pagamento", di.dal or di.al), _letta("giorni_dati_pagamento", di.dal or di.al)
    if months.noto:
        last = fine_mese_n(di.al.replace(day=1), 1 + int(months.decimale))
        if di.concessione:
            last = max(last, _dopo(di.concessione, days))
        yield _termine("S148-PAG", "Termine dei dati per il pagamento diretto", last, months.fonte)


def _periodo(di: Procedura) -> Iterator[Scadenza]:
    if di.al is None:
        return
    if di.straordinaria:
        months = _letta("mesi_ispezioni_cigs", di.al)
        first = aggiungi_mesi(di.al, -int(months.decimale))
        yield Scadenza("S148-ISP", "Da questo giorno possono cominciare le verifiche ispettive", first, months.fonte)
    source, name = _PERIODO[di.tipo]
    yield Scadenza("S148-FINE", f"Ultimo giorno {name}", di.al, source)
    yield Scadenza("S148-RIPRESA", f"Ripresa del lavoro dopo la fine {name}", aggiungi_giorni(di.al, 1), source)


def _giorni(codice: str, descrizione: str, da: date, nome: str) -> Scadenza:
    days = _in_vigore(nome, da)
    return _termine(codice, descrizione, _dopo(da, days), days.fonte)


class SenzaLegge(FiguraIgnota):
    """A day of the procedure for which the law of one of its terms is not known, or not in force."""

    def __init__(self, why: FiguraIgnota, giorno: date) -> None:
        super().__init__(str(why))
        self.giorno = giorno


def _termine(codice: str, descrizione: str, day: date, fonte: Fonte) -> Scadenza:
    useful = giorno_utile(day)
    return Scadenza(codice, descrizione, day, fonte, None if useful == day else useful)


def _dopo(day: date, days: Valore) -> date:
    return aggiungi_giorni(day, int(days.decimale))


def _breve(dipendenti: int, day: date, usual: str, shorter: str) -> str:
    """Return the name of the figure that concerns the employer, by its size."""
    try:
        return shorter if consultazione_breve(dipendenti, day) else usual
    except FiguraIgnota as unknown:
        raise SenzaLegge(unknown, day) from None


def _in_vigore(nome: str, day: date) -> Valore:
    known = _letta(nome, day)
    if not known.noto:
        raise SenzaLegge(known.ignota(), day)
    return known


def _letta(nome: str, day: date) -> Valore:
    try:
        return figura(f"dlgs_148.{nome}", day)
    except FiguraIgnota as unknown:
        raise SenzaLegge(unknown, day) from None
