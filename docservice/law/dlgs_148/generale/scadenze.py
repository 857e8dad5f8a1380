"""The deadlines that follow from a document: those of its procedure (`termini`), each with its own code.

scadenze(a notice of 01/06/2023 of a firm of eighty) -> S148-CONS, the consultation closes, 26/06/2023; …
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from docservice.law.dlgs_148.cigo.consultazione import dovuta
from docservice.law.dlgs_148.cigs.causali.parti import rinviato
from docservice.law.dlgs_148.cigs.procedura import chiusura, richiesta
from docservice.law.dlgs_148.domanda.procedura import CDS, CIGD, CIGO, CIGS, FIS, FONDO, Procedura
from docservice.law.dlgs_148.generale import termini
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.ipotesi import SENZA_ACCORDO
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI
from docservice.law.finding import Scadenza
from docservice.law.tratti import ACCORDO, CONSULTAZIONE, ESAME, PROGRAMMA, SOLIDARIETA, Tratto
from docservice.law.tratti import CIGD as IN_DEROGA
from docservice.law.tratti import CIGS as DELLA_CIGS
from docservice.law.voce import scadenza

_TIPI: Final = {Tratto.CIGO: CIGO, Tratto.FIS: FIS, Tratto.FONDO: FONDO}
"""The procedure of each ordinary treatment."""


@scadenza("S148", decreto("artt. 7, 14, 15 e 30"), "Le scadenze del trattamento ordinario", per=ORDINARI)
def del_trattamento_ordinario(caso: Documento) -> list[Scadenza]:
    """Count from the notice, the period, the application; from the record, what a special act counts from it."""
    firma = caso.dati.get("data") if caso.di(ESAME | ACCORDO) else None
    tipo = next(one for trait, one in _TIPI.items() if caso.di(trait))
    return termini.scadenze(_procedura(caso, tipo, firma, consultazione=dovuta(caso)), note=True)


@scadenza("S148", decreto("artt. 7 e 25"), "Le scadenze del contratto di solidarietà", per=ACCORDO & SOLIDARIETA)
def del_contratto(caso: Documento) -> list[Scadenza]:
    """Count from the signature, the period, the application."""
    return termini.scadenze(_procedura(caso, CDS, caso.dati.get("data")), note=True)


@scadenza("S148", decreto("art. 7"), "Le scadenze della CIG in deroga", per=ACCORDO & IN_DEROGA)
def della_cigd(caso: Documento) -> list[Scadenza]:
    """Count from the period, the application, the signature."""
    return termini.scadenze(_procedura(caso, CIGD, caso.dati.get("data")), note=True)


@scadenza("S148", decreto("artt. 7, 24 e 25"), "Le scadenze della CIGS", per=DELLA_CIGS & (CONSULTAZIONE | PROGRAMMA))
def della_cigs(caso: Documento) -> list[Scadenza]:
    """Count from the notice, the examination asked for and closed, the period, the application."""
    signed = caso.di(PROGRAMMA) and not rinviato(caso) and caso.dati.get("esito") not in SENZA_ACCORDO
    di = _procedura(caso, CIGS, caso.dati.get("data") if signed else None)
    return termini.scadenze(replace(di, richiesta_esame=richiesta(caso)[0], chiusura=chiusura(caso)[0]), note=True)


def _procedura(caso: Documento, tipo: str, firma: date | None = None, *, consultazione: bool = True) -> Procedura:
    dati = caso.dati
    return Procedura(
        tipo=tipo,
        dipendenti=caso.dipendenti,
        dal=caso.periodo.dal if caso.periodo else None,
        al=caso.periodo.al if caso.periodo else None,
        data=firma,
        comunicazione=dati.get("comunicazione", {}).get("data"),
        richiesta_esame=dati.get("data_richiesta_esame"),
        chiusura=dati.get("data_chiusura_consultazione"),
        domanda=dati.get("data_domanda"),
        # the guide counts from the start of the suspension: it stands for an event whose day is not told
        evento=caso.evento or caso.dal,
        consultazione=consultazione,
        causale=caso.causale,
        norma=dati.get("norma", {}),
        verifiche=dati.get("verifiche_periodiche_mesi"),
        eone=caso.eone,
        ore_ridotte=dati.get("ore_settimanali_ridotte"),
        pagamento_diretto=bool(dati.get("pagamento_diretto_inps")),
    )
