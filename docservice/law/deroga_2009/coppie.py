"""Which days come before which, in the documents of the CIG in deroga; what other rules say is not among them.

A DID: its day, and that of the suspension, do not come before the birth of who signs it.
"""

from __future__ import annotations

from typing import Final

from docservice.law.deroga_2009.caso import PROCEDURA, Documento
from docservice.law.generale.coppie import LAVORATORI, LETTERA, Ordine, non_dopo, non_prima
from docservice.law.generale.nomi_dei_giorni import NASCITA
from docservice.law.tratti import (
    ACCORDO,
    AUTODICHIARAZIONE,
    COMUNICAZIONE,
    CONVOCAZIONE,
    DECRETO,
    DID,
    DOMANDA,
    ELENCO,
    ESAME,
    MANCATO_ACCORDO,
    TABELLA,
)

_RILASCIO: Final = "/firma/documento_identita/rilasciato_il"
_RILASCI: Final = "/lavoratori/*/documento_identita/rilasciato_il"


def _esauriti(caso: Documento) -> bool:
    return caso.datore.get("sottotipologia") == "2.1"


ORDINE: Final = Ordine(
    (CONVOCAZIONE, LETTERA),
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
            non_dopo("/data_motivi_ostativi", "/data"),
            non_prima("/data_motivi_ostativi", "/domanda/data"),
        ),
    ),
    (ESAME, (non_prima("/data_convocazione", "/domanda/data"), non_dopo("/data_convocazione", "/data"))),
    (ELENCO, (non_dopo("/accordo/data", "/data"), non_prima("/data_domanda", "/accordo/data"))),
    (DID, tuple(non_prima(one, f"/lavoratore/{NASCITA}") for one in ("/data", "/lavoratore/data_sospensione"))),
    (
        AUTODICHIARAZIONE,
        (
            non_dopo(_RILASCI, "/data"),
            non_prima(_RILASCI, f"/lavoratori/*/{NASCITA}"),
        ),
    ),
)
