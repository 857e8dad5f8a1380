"""How long a CIGS lasts: the months of its cause and of the five years, the time between two crises (artt. 4, 22).

A reorganisation of 24 months and a day: CIGS-1 says at /periodo/al that the most are 24.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from docservice.law.calendar import Periodo, aggiungi_giorni, fine_mese_n
from docservice.law.dlgs_148.cigs.avuti import causa, mesi_in_conto
from docservice.law.dlgs_148.cigs.computo import computi, finestra_della_cigs
from docservice.law.dlgs_148.cigs.oltre import come_si_conta, dove, oltre_il_quinquennio
from docservice.law.dlgs_148.computo.fuori import contano
from docservice.law.dlgs_148.computo.insieme import CIGS as UNA_CIGS
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_22
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CRISI, NOMI, RIORGANIZZAZIONE, TRANSIZIONE
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.unita import precedenti_della, unita
from docservice.law.dlgs_148.strumenti.durata import DELLE_CAUSALI
from docservice.law.figures import Valore
from docservice.law.finding import NonVerificabile, Rilievo, errore, nota
from docservice.law.italiano import arrotonda_oltre, con_virgola, giorno
from docservice.law.misura import in_date, in_mesi
from docservice.law.tratti import CIGS, CONSULTAZIONE, PROGRAMMA
from docservice.law.voce import Esiti, regola

_RIORGANIZZAZIONI: Final = frozenset({RIORGANIZZAZIONE, TRANSIZIONE})
"""One cause: a transition is a reorganisation of its kind."""
_DEI_PROGRAMMI: Final = _RIORGANIZZAZIONI | frozenset(CRISI)
"""The causes whose length is that of art. 22; the others have a rule of their own."""


def massimo_della_causale(caso: Documento) -> Valore | None:
    """Return the months of a cause of art. 22 on the first day of the treatment; None of others, or where not known."""
    if caso.causale not in _DEI_PROGRAMMI or ARTICOLO_22 in caso.liberi:
        return None
    return caso.figura(DELLE_CAUSALI[caso.causale][0], caso.dal)


@regola("CIGS-1", decreto("artt. 4 e 22 c. 1 e 2"), per=CIGS & (CONSULTAZIONE | PROGRAMMA))
def durata(caso: Documento) -> Esiti:
    """Il trattamento resta entro i mesi della sua causale e, con gli altri del quinquennio, entro quelli dell’unità."""
    most = massimo_della_causale(caso)
    if most is None and ARTICOLO_22 not in caso.liberi:
        yield NonVerificabile("mesi della causale non noti per il periodo")
    if caso.periodo is None:
        return
    counted = {one.unita: one for one in computi(caso)}
    for unit in unita(caso):
        over = _oltre_la_causale(caso, unit, most) if most else None
        own = counted.get(unit)
        if over:
            yield over
        elif own and own.computati > own.regole.limite.decimale:
            yield oltre_il_quinquennio(caso, own)
        else:
            yield from _dubbi(caso, unit, most)
    if not counted:
        yield NonVerificabile("settore non indicato, o periodo di cui il servizio non ha i valori di legge")
    if "periodi_precedenti" not in caso.dati:
        yield NonVerificabile("periodi precedenti dell’unità non indicati")
    yield from come_si_conta(caso)


def della_causale(caso: Documento, unit: str | None, causali: frozenset[str | None] = frozenset()) -> Fraction:
    """Return the months asked for and, of a reorganisation, those already had in the five years for the same cause.

    With `causali` those had for other causes too.
    """
    years = caso.figura("anni_quinquennio", caso.dal)
    if caso.periodo is None or years is None:
        return Fraction(0)
    if caso.causale not in _RIORGANIZZAZIONI:
        return caso.periodo.mesi
    window = finestra_della_cigs(caso.periodo, years)
    return caso.periodo.mesi + mesi_in_conto(caso, unit, window, _RIORGANIZZAZIONI | causali)


def _oltre_la_causale(caso: Documento, unit: str | None, most: Valore) -> Rilievo | None:
    months = della_causale(caso, unit)
    if months <= most.decimale:
        return None
    where, whose = dove(caso, unit)
    had = "con quelli già avuti nel quinquennio mobile " if caso.periodo and months > caso.periodo.mesi else ""
    return errore(
        where,
        f"I mesi di CIGS per {NOMI[caso.causale or '']} {whose}{had}sono"
        f" {_in_mesi(months, most.decimale)}: il massimo è {most.decimale}.",
        "Va accorciato il periodo, oppure va corretta la causale.",
        in_mesi(months, most.decimale),
        fonte=most.fonte,
    )


def _in_mesi(months: Fraction, most: Decimal) -> str:
    return con_virgola(arrotonda_oltre(months, most))


def _dubbi(caso: Documento, unit: str | None, most: Valore | None) -> Esiti:
    """Yield what cannot be said, where it alone breaks a limit: causes not told, days of which the law is not known."""
    if most and della_causale(caso, unit, frozenset({None})) > most.decimale:
        yield NonVerificabile("di alcuni periodi precedenti di CIGS non è indicata la causale")
    for doubt in computi(caso, incerti=True):
        if doubt.unita == unit and doubt.computati > doubt.regole.limite.decimale:
            yield NonVerificabile("di alcuni periodi non è noto se la legge li lasci fuori dal computo")


@regola(
    "CIGS-5",
    decreto("art. 22 c. 2"),
    per=CIGS & (CONSULTAZIONE | PROGRAMMA),
    se=lambda caso: caso.causale in CRISI,
)
def dopo_un_altra_crisi(caso: Documento) -> Esiti:
    """Dopo un trattamento per crisi, uno nuovo comincia quando sono passati i due terzi della durata del precedente."""
    if "periodi_precedenti" not in caso.dati:
        raise NonVerificabile("periodi precedenti dell’unità non indicati")
    share = Fraction(caso.serve_figura("intervallo_crisi").testo)
    if caso.periodo is None:
        return
    for unit in unita(caso):
        where, whose = dove(caso, unit)
        for had, kind in _trattamenti(caso, unit):
            first = prima_nuova_crisi(had, share)
            if caso.dal >= first:
                continue
            if kind is None:
                yield NonVerificabile("di alcuni periodi precedenti di CIGS non è indicata la causale")
                continue
            yield errore(
                "/periodo/dal" if unit is None else where,
                f"Il trattamento {whose}comincia il {giorno(caso.dal)}: dopo la crisi finita il {giorno(had.al)}"
                f" uno nuovo può cominciare dal {giorno(first)}.",
                "Va spostato l’inizio del periodo, oppure vanno corretti i periodi precedenti.",
                in_date(caso.dal, first),
            )
            if all(had != one for one in caso.precedenti.values()):
                yield nota(
                    "/periodi_precedenti",
                    f"I periodi di crisi che si seguono senza intervallo, dal {giorno(had.dal)} al {giorno(had.al)},"
                    " sono contati come uno solo (lettura del servizio).",
                )


def _trattamenti(caso: Documento, unit: str | None) -> Iterator[tuple[Periodo, str | None]]:
    """Yield the earlier crises of a unit, those that adjoin as one, and the CIGS whose cause is not told."""
    crises: list[Periodo] = []
    for place, row in precedenti_della(caso, unit):
        had = caso.precedenti[place]
        if row["tipo"] != UNA_CIGS or had.al >= caso.dal or not contano(row, had, caso.settore, ARTICOLO_22):
            continue
        if (kind := causa(row)) is None:
            yield had, None
        elif kind in CRISI:
            crises.append(had)
    joined: list[Periodo] = []
    for one in sorted(crises, key=lambda period: period.dal):
        if joined and one.dal == aggiungi_giorni(joined[-1].al, 1):
            joined[-1] = Periodo(joined[-1].dal, one.al)
        else:
            joined.append(one)
    yield from ((one, CRISI[0]) for one in joined)


def prima_nuova_crisi(avuta: Periodo, parte: Fraction) -> date:
    """Return the first day of a new crisis: after a part of the length of the one before, in months if it is whole."""
    months = avuta.mesi * parte
    after = aggiungi_giorni(avuta.al, 1)
    if avuta.mesi.denominator == 1 and months.denominator == 1:
        return aggiungi_giorni(fine_mese_n(after, int(months)), 1)
    return aggiungi_giorni(after, ceil(avuta.giorni * parte))
