"""The rule on days out of order, in the documents of a collective dismissal (`law.generale.ordine`).

A letter of 06/05/2024 protocolled the day after: L223-DATE says so at /protocollo/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.generale.coppie import LETTERA, Ordine, non_dopo, non_prima
from docservice.law.generale.ordine import FONTE, fuori_ordine
from docservice.law.l_223.caso import Documento
from docservice.law.tratti import APERTURA, CONVOCAZIONE, ESITO, FINALE
from docservice.law.voce import Esiti, regola

_RECESSO: Final = "/lavoratori/*/data_recesso"
_PREVENTIVA: Final = "/chiusura/comunicazione_preventiva/data"
_A_CIASCUNO: Final = (
    non_prima("/destinatari/*/ricevuta_il", "/data"),
    non_prima("/destinatari/*/ricevuta_il", "/destinatari/*/inviata_il"),
)

ORDINE: Final = Ordine(
    (CONVOCAZIONE, LETTERA),
    (
        FINALE,
        (
            non_prima("/procedura/ricevuta_il", "/procedura/data_apertura"),
            non_prima("/conclusione/data", "/procedura/data_apertura"),
            non_dopo("/conclusione/data", "/data"),
            non_dopo(_RECESSO, "/data"),
            non_dopo("/lavoratori/*/data_assunzione", _RECESSO),
            non_prima("/lavoratori/*/data_assunzione", "/lavoratori/*/data_nascita"),
            non_prima("/finestra/al", "/finestra/dal"),
        ),
    ),
    (
        APERTURA,
        (
            *_A_CIASCUNO,
            non_dopo("/cigs/data_domanda", "/data"),
            non_prima("/cigs/al", "/cigs/dal"),
            non_dopo("/licenziamenti_collegati/*/data", "/data"),
            non_dopo(_PREVENTIVA, "/data"),
            non_prima("/chiusura/piano/presentato_il", _PREVENTIVA),
            non_prima("/chiusura/piano/sottoscritto_il", "/chiusura/piano/presentato_il"),
            non_prima("/ammortizzatori_precedenti/*/al", "/ammortizzatori_precedenti/*/dal"),
        ),
    ),
    (
        ESITO,
        (
            *_A_CIASCUNO,
            non_prima("/procedura/ricevuta_il", "/procedura/data_apertura"),
            non_prima("/data_esito", "/procedura/data_apertura"),
            non_dopo("/data_esito", "/data"),
        ),
    ),
)
"""Which days come before which, in which documents; what other rules say is not among them."""


@regola("L223-DATE", FONTE)
def ordine_dei_fatti(caso: Documento) -> Esiti:
    """Le date del documento seguono l’ordine in cui i fatti accadono."""
    yield from fuori_ordine(caso.dati, ORDINE.di(caso), caso.giorno)
