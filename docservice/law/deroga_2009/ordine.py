"""The rule on days out of order, in the documents of the CIG in deroga (`generale.ordine`).

A decree dated before the application that it decides: AQ-DATE says so at /domanda/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.deroga_2009.caso import PROCEDURA, Documento
from docservice.law.deroga_2009.fonti import quadro, vademecum
from docservice.law.finding import avviso
from docservice.law.generale.ordine import (
    FONTE,
    LAVORATORI,
    NASCITA,
    Ordine,
    fuori_ordine,
    non_dopo,
    non_prima,
)
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import (
    ACCORDO,
    AUTODICHIARAZIONE,
    COMUNICAZIONE,
    DECRETO,
    DID,
    DOMANDA,
    ELENCO,
    ESAME,
    MANCATO_ACCORDO,
    TABELLA,
)
from docservice.law.voce import Esiti, regola

_DATATI_ALTROVE: Final = ACCORDO | TABELLA
"""Those of whose day AQ-G1 speaks."""
_RILASCIO: Final = "/firma/documento_identita/rilasciato_il"
_RILASCI: Final = "/lavoratori/*/documento_identita/rilasciato_il"


def _esauriti(caso: Documento) -> bool:
    return caso.datore.get("sottotipologia") == "2.1"


ORDINE: Final = Ordine(
    (ACCORDO | DECRETO | DOMANDA | ELENCO | TABELLA, LAVORATORI),
    (ACCORDO | DECRETO | DOMANDA | ELENCO, (non_dopo("/lavoratori/*/data_did", "/data"),)),
    (DECRETO | DOMANDA | TABELLA, (non_dopo("/lavoratori/*/periodi_precedenti/*/dal", "/periodo/dal"),)),
    (ELENCO, (non_dopo("/lavoratori/*/periodi_precedenti/*/dal", "/data"),)),
    (PROCEDURA, (non_dopo("/datore_lavoro/strumenti_ordinari/*/fino_al", "/periodo/dal", se=_esauriti),)),
    (
        ACCORDO,
        (
            non_prima("/data_domanda", "/data"),
            non_dopo("/data_domanda", "/periodo/al"),
            non_dopo("/modalita/riferimento/data", "/data"),
            non_prima("/modalita/riferimento/al", "/modalita/riferimento/dal"),
        ),
    ),
    (COMUNICAZIONE | MANCATO_ACCORDO, (non_dopo("/data", "/periodo/dal"),)),
    (COMUNICAZIONE, (non_prima("/data_ricevimento_comunicazione", "/data"),)),
    (MANCATO_ACCORDO, (non_dopo("/riunione/data", "/data"), non_dopo("/convocazioni/*/data", "/riunione/data"))),
    (
        DOMANDA,
        (
            non_dopo("/data", "/periodo/al"),
            non_dopo("/data_accordo", "/data"),
            non_dopo("/data_accordo", "/periodo/dal"),
            non_dopo("/firmatario/data_nascita", "/data"),
            non_dopo(_RILASCIO, "/data"),
            non_prima(_RILASCIO, "/firmatario/data_nascita"),
        ),
    ),
    (DECRETO | ESAME, (non_dopo("/domanda/data", "/data"), non_dopo("/domanda/data", "/periodo/al"))),
    (
        DECRETO,
        (
            non_dopo("/validazione/data", "/data"),
            non_prima("/validazione/data", "/domanda/data"),
            non_dopo("/decreto_ministeriale/data", "/data"),
        ),
    ),
    (ESAME, (non_prima("/data_convocazione", "/domanda/data"), non_dopo("/data_convocazione", "/data"))),
    (ELENCO, (non_dopo("/accordo/data", "/data"), non_prima("/data_domanda", "/accordo/data"))),
    (DID, tuple(non_prima(one, f"/lavoratore/{NASCITA}") for one in ("/data", "/lavoratore/data_sospensione"))),
    (
        AUTODICHIARAZIONE,
        (
            non_dopo(_RILASCI, "/data"),
            *(non_prima(one, f"/lavoratori/*/{NASCITA}") for one in (_RILASCI, "/lavoratori/*/data_did")),
        ),
    ),
)
"""Which days come before which, in which documents; what other rules say is not among them."""


@regola("AQ-DATE", FONTE)
def ordine_dei_fatti(caso: Documento) -> Esiti:
    """Le date del documento seguono l’ordine in cui i fatti accadono, e cadono nei giorni della CIG in deroga."""
    begins, ends = caso.validita
    # who was of age to work in the days of the framework had their century told by them
    yield from fuori_ordine(caso.dati, ORDINE.di(caso), ends)
    if caso.di(_DATATI_ALTROVE) or begins <= caso.giorno <= ends:
        return
    first = caso.figura("inizio_computo_durata").giorno
    if caso.giorno < first and not caso.di(DOMANDA | DECRETO):
        yield avviso(
            "/data",
            f"Il documento è del {giorno(caso.giorno)}: la CIG in deroga si conta dal {giorno(first)}.",
            "Va controllata la data.",
            in_date(caso.giorno, first),
            fonte=vademecum("2.3"),
        )
    elif caso.giorno > ends and not caso.di(DECRETO | ESAME):
        yield avviso(
            "/data",
            f"Il documento è del {giorno(caso.giorno)}: l’Accordo Quadro vale fino al {giorno(ends)}.",
            "Va controllata la data.",
            in_date(caso.giorno, ends),
            fonte=quadro("punto 20"),
        )
