"""The deadlines of a procedure of the decree (artt. 7, 14, 15, 24, 25, 30, 31), from the days that are known of it.

    scadenze(Procedura("cigo", 80, dal=date(2023, 6, 1))) -> [Scadenza("S148-CIGO", …, date(2023, 6, 16), …)]

How a term is counted is told in `domanda.procedura`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from docservice.law.calendar import aggiungi_giorni, aggiungi_mesi, fine_mese_n
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.domanda.procedura import (
    CDS,
    CIGD,
    CIGO,
    CIGS,
    FIS,
    FONDO,
    ORDINARIE,
    Procedura,
    SenzaLegge,
    dopo,
    fino_a,
    letta,
    termine,
)
from docservice.law.dlgs_148.domanda.termine import assegno_di_solidarieta, termini_domanda
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.strumenti.datore import consultazione_breve
from docservice.law.figures import FiguraIgnota
from docservice.law.finding import Scadenza

_PERIODO: Final = {
    CIGO: (decreto("art. 15 c. 1"), "della CIGO"),
    CIGS: (decreto("art. 25 c. 1"), "della CIGS"),
    CDS: (decreto("art. 25 c. 1"), "del contratto di solidarietà"),
    FIS: (decreto("art. 30 c. 2"), "dell’assegno del FIS"),
    FONDO: (decreto("art. 30 c. 2"), "dell’assegno del fondo bilaterale"),
    CIGD: (Fonte("Slide sul D.Lgs. 148/2015 del 2016", "cassa integrazione in deroga"), "della CIG in deroga"),
}
"""Where the days of each treatment come from, and what it is called."""
_VERIFICHE: Final = Fonte("Accordo sindacale", "verifiche periodiche")
_ORDINARI: Final = frozenset({"S148-CIGO", "S148-FIS"})
"""The terms after which a treatment begins later, from the week before."""


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
    sent, asked = di.comunicazione, di.richiesta_esame
    if di.tipo in ORDINARIE:
        if di.consultazione and not di.derogata("S148-CONS"):
            yield from _ordinaria(di, sent, asked)
    elif di.tipo == CIGS and not di.derogata("S148-RICH"):
        yield from _straordinaria(di, sent, asked)


def _ordinaria(di: Procedura, sent: date | None, asked: date | None) -> Iterator[Scadenza]:
    if di.eone:
        day = sent or asked
        least = letta("ore_settimanali_eone", day).decimale if day else None
        over = least is not None and di.ore_ridotte is not None and di.ore_ridotte > least
        if sent and over:
            yield termine("S148-EONE-RICH", "Termine per chiedere l’esame congiunto", sent, "giorni_richiesta_eone")
        if asked and over:
            yield termine("S148-EONE-ESAME", "Si conclude l’esame congiunto", asked, "giorni_esame_eone")
    elif sent and di.dipendenti is not None:
        name = _breve(di.dipendenti, sent, "giorni_consultazione", "giorni_consultazione_breve")
        yield termine("S148-CONS", "Si conclude la consultazione sindacale", sent, name)


def _straordinaria(di: Procedura, sent: date | None, asked: date | None) -> Iterator[Scadenza]:
    if sent:
        lombardy = letta("piattaforma_esame_lombardia", sent)
        where = f"Si presenta {lombardy.testo}." if lombardy.noto else None
        yield termine("S148-RICH", "Termine per chiedere l’esame congiunto", sent, "giorni_richiesta_cigs", where)
    if asked and di.dipendenti is not None:
        name = _breve(di.dipendenti, asked, "giorni_esame_cigs", "giorni_esame_cigs_breve")
        yield termine("S148-CIGS-CONS", "Si conclude l’esame congiunto", asked, name)


def _domanda(di: Procedura) -> Iterator[Scadenza]:
    """Yield the term of the application, and what follows when it comes later."""
    for term in termini_domanda(di):
        yield term
        late = di.domanda is not None and di.domanda > (term.data_utile or term.data or date.max)
        if late and di.domanda and term.codice == "S148-CIGS":
            days = letta("giorni_cigs_tardiva", di.domanda)
            first = dopo(di.domanda, days)
            told = "Domanda tardiva: la CIGS decorre da questo giorno"
            yield Scadenza("S148-TARDI", told, first, days.fonte)
        elif late and di.domanda and term.codice in _ORDINARI and not assegno_di_solidarieta(di):
            weeks = letta("settimane_domanda_tardiva", di.domanda)
            monday = di.domanda - timedelta(days=di.domanda.weekday(), weeks=int(weeks.decimale))
            told = "Domanda tardiva: il trattamento non decorre prima di questo giorno"
            yield Scadenza("S148-TARDI", told, monday, weeks.fonte)


def _inizio(di: Procedura) -> Iterator[Scadenza]:
    """Yield the day against which the treatment starts."""
    applied = di.domanda
    # where no term of art. 25 is there for the application, the start is not its own either
    if applied and di.straordinaria and not di.derogata("S148-INIZIO") and letta("giorni_domanda_cigs", applied).noto:
        days, side = letta("giorni_inizio_cigs", applied), letta("verso_inizio_cigs", applied)
        if days.noto:
            after = side.testo == "dopo"
            told = "La CIGS non comincia prima di questo giorno" if after else "La CIGS comincia entro questo giorno"
            yield Scadenza("S148-INIZIO", told, dopo(applied, days), side.fonte)
    if applied and di.data and assegno_di_solidarieta(di):
        days = letta("giorni_inizio_assegno_solidarieta", di.data)
        told = "La riduzione dell’orario comincia entro questo giorno"
        yield Scadenza("S148-INIZIO", told, dopo(applied, days), days.fonte)


def _pagamenti(di: Procedura) -> Iterator[Scadenza]:
    if di.al is None:
        return
    end = fine_mese_n(di.al.replace(day=1), 1)
    if not di.pagamento_diretto:
        months = letta("mesi_conguaglio", di.al)
        last = max(aggiungi_mesi(day, int(months.decimale)) for day in (end, di.concessione or end))
        yield fino_a("S148-CONG", "Termine del conguaglio delle somme anticipate", last, months.fonte)
        return
    months, days = letta("mesi_dati_pagamento", di.dal or di.al), letta("giorni_dati_pagamento", di.dal or di.al)
    if months.noto:
        last = fine_mese_n(di.al.replace(day=1), 1 + int(months.decimale))
        if di.concessione:
            last = max(last, dopo(di.concessione, days))
        yield fino_a("S148-PAG", "Termine dei dati per il pagamento diretto", last, months.fonte)


def _periodo(di: Procedura) -> Iterator[Scadenza]:
    if di.al is None:
        return
    if di.straordinaria:
        yield from _verifiche(di, di.al)
    if di.straordinaria and not di.derogata("S148-ISP"):
        months = letta("mesi_ispezioni_cigs", di.al)
        first = aggiungi_mesi(di.al, -int(months.decimale))
        yield Scadenza("S148-ISP", "Da questo giorno possono cominciare le verifiche ispettive", first, months.fonte)
    source, name = _PERIODO[di.tipo]
    yield Scadenza("S148-FINE", f"Ultimo giorno {name}", di.al, source)
    yield Scadenza("S148-RIPRESA", f"Ripresa del lavoro dopo la fine {name}", aggiungi_giorni(di.al, 1), source)


def _verifiche(di: Procedura, last: date) -> Iterator[Scadenza]:
    """Yield the days on which the parties meet, as they agreed."""
    if not di.verifiche or di.dal is None:
        return
    times = 1
    while (day := aggiungi_mesi(di.dal, di.verifiche * times)) <= last:
        yield Scadenza("S148-VER", "Verifica periodica fra le parti", day, _VERIFICHE)
        times += 1


def _breve(dipendenti: int, day: date, usual: str, shorter: str) -> str:
    """Return the name of the figure that concerns the employer, by its size."""
    try:
        return shorter if consultazione_breve(dipendenti, day) else usual
    except FiguraIgnota as unknown:
        raise SenzaLegge(unknown, day) from None
