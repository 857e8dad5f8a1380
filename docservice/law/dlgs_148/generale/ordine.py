"""The rule on days out of order, in the documents of the decree (`law.generale.ordine`).

A report to which a document of the month after is annexed: D148-DATE says so at /allegati/0/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import MERCATO
from docservice.law.dlgs_148.generale.ipotesi import RINVIATO
from docservice.law.generale.coppie import LAVORATORI, LETTERA, Ordine, non_dopo, non_prima
from docservice.law.generale.ordine import FONTE, fuori_ordine
from docservice.law.tratti import (
    ACCORDO,
    CIGS,
    CONSULTAZIONE,
    CONVOCAZIONE,
    ELENCO,
    ESAME,
    PROGRAMMA,
    RELAZIONE,
    TABELLA,
)
from docservice.law.voce import Esiti, regola


def _ordinaria(caso: Documento) -> bool:
    return not caso.eone


def _non_di_mercato(caso: Documento) -> bool:
    # of the others, CIGO-9 says when the activity must have begun
    return caso.causale not in MERCATO


def _costituita(caso: Documento) -> bool:
    # of a firm that does not say when it was founded, RT-3 looks at the beginning of its activity
    return "data_costituzione" in caso.datore and _non_di_mercato(caso)


def _maltempo(caso: Documento) -> bool:
    return caso.causale == "meteo"


def _senza_chiusura(caso: Documento) -> bool:
    # a consultation that closes with the record is what CIGO-6 looks at
    return caso.eone or "data_chiusura_consultazione" in caso.dati


def _chiude(caso: Documento) -> bool:
    # of a record that adjourns, and of what tells the day by itself, it is not that of the document
    return "data_chiusura_consultazione" not in caso.dati and caso.dati.get("esito") != RINVIATO


ORDINE: Final = Ordine(
    (CONVOCAZIONE, LETTERA),
    (ELENCO, (*LAVORATORI, non_dopo("/accordo/data", "/data"), non_prima("/data_domanda", "/accordo/data"))),
    (ACCORDO | ESAME | TABELLA, (*LAVORATORI, non_dopo("/lavoratori/*/periodi_precedenti/*/dal", "/periodo/al"))),
    (ACCORDO | ESAME, (non_dopo("/data", "/periodo/al"),)),
    (
        ACCORDO | CONSULTAZIONE,
        (
            non_dopo("/periodi_precedenti/*/dal", "/periodo/al"),
            non_dopo("/datore_lavoro/data_costituzione", "/periodo/dal"),
            non_dopo("/datore_lavoro/data_inizio_attivita", "/periodo/dal", se=_non_di_mercato),
        ),
    ),
    (
        ACCORDO,
        (
            non_dopo("/premesse/licenziamento_collettivo/data", "/data"),
            non_dopo("/ipotesi/data", "/data"),
        ),
    ),
    (
        CONSULTAZIONE,
        (
            non_dopo("/data_evento", "/periodo/dal"),
            non_prima("/data_richiesta_esame", "/comunicazione/data", se=_ordinaria),
            non_prima("/data_chiusura_consultazione", "/data_richiesta_esame", se=_ordinaria),
            non_prima("/data_domanda", "/comunicazione/data"),
        ),
    ),
    (ESAME, (non_dopo("/comunicazione/data", "/data", se=_senza_chiusura),)),
    (
        CIGS & PROGRAMMA,
        (
            non_dopo("/programma/dal", "/programma/al"),
            non_dopo("/evento_improvviso/data", "/data"),
            non_dopo("/premesse/nota_richiesta/data", "/premesse/nota_convocazione/data"),
            non_dopo("/premesse/nota_convocazione/data", "/data"),
            non_dopo(
                "/transizione_occupazionale/programma_precedente/dal",
                "/transizione_occupazionale/programma_precedente/al",
            ),
            non_prima("/data_domanda", "/data_chiusura_consultazione"),
            non_prima("/data_domanda", "/data", se=_chiude),
        ),
    ),
    (
        ACCORDO & PROGRAMMA,
        (
            non_dopo("/comunicazione/data", "/data"),
            non_prima("/data_richiesta_esame", "/comunicazione/data"),
            non_prima("/data_chiusura_consultazione", "/data_richiesta_esame"),
        ),
    ),
    (
        ESAME & PROGRAMMA,
        (
            non_prima("/richiesta/data", "/comunicazione/data"),
            non_prima("/convocazione/data", "/richiesta/data"),
            non_dopo("/convocazione/data", "/data"),
            non_prima("/data_chiusura_consultazione", "/richiesta/data"),
            non_dopo("/accordo/data", "/data"),
            non_prima("/rinvio/data", "/data"),
        ),
    ),
    (
        RELAZIONE,
        (
            non_dopo("/dichiarante/data_nascita", "/data"),
            non_dopo("/datore_lavoro/data_inizio_attivita", "/periodo/dal", se=_costituita),
            non_dopo("/allegati/*/data", "/data"),
            non_dopo("/data_inizio_contrazione", "/data"),
            non_prima("/fatti/date/*", "/periodo/dal", se=_maltempo),
            non_dopo("/fatti/date/*", "/periodo/al", se=_maltempo),
            *(
                non_dopo(f"/fatti/{name}", "/data")
                for name in ("data_evento", "data_inizio_lavori", "data_ordine", "date/*", "ordinanza/data")
            ),
        ),
    ),
)
"""Which days come before which, in which documents; what other rules say is not among them."""


@regola("D148-DATE", FONTE)
def ordine_dei_fatti(caso: Documento) -> Esiti:
    """Le date del documento seguono l’ordine in cui i fatti accadono."""
    yield from fuori_ordine(caso.dati, ORDINE.di(caso), caso.giorno)
