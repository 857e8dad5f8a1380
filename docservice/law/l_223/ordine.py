"""The rule on days out of order, in the documents of a collective dismissal (`law.generale.ordine`).

A letter of 06/05/2024 protocolled the day after: L223-DATE says so at /protocollo/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.generale.coppie import LETTERA, Ordine, non_dopo, non_prima
from docservice.law.generale.ordine import FONTE, fuori_ordine
from docservice.law.l_223.caso import Documento
from docservice.law.tratti import CONVOCAZIONE, FINALE
from docservice.law.voce import Esiti, regola

_RECESSO: Final = "/lavoratori/*/data_recesso"

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
)
"""Which days come before which, in which documents; what other rules say is not among them."""


@regola("L223-DATE", FONTE)
def ordine_dei_fatti(caso: Documento) -> Esiti:
    """Le date del documento seguono l’ordine in cui i fatti accadono."""
    yield from fuori_ordine(caso.dati, ORDINE.di(caso), caso.giorno)
