"""The rule on days out of order, in the documents of a collective dismissal (`law.generale.ordine`).

A letter of 06/05/2024 protocolled the day after: L223-DATE says so at /protocollo/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.generale.coppie import LETTERA, Ordine, non_dopo
from docservice.law.generale.ordine import FONTE, fuori_ordine
from docservice.law.l_223.caso import Documento
from docservice.law.tratti import CONVOCAZIONE, FINALE, GRADUATORIA
from docservice.law.voce import Esiti, regola

_CONFRONTATI: Final = (
    non_dopo("/lavoratori/*/data_assunzione", "/data"),
    non_dopo("/procedura/data_apertura", "/data"),
)
_GRADUATORIA: Final = (non_dopo("/graduatoria/lavoratori/*/data_assunzione", "/graduatoria/data"),)

ORDINE: Final = Ordine((CONVOCAZIONE, LETTERA), (GRADUATORIA, _CONFRONTATI), (FINALE, _GRADUATORIA))
"""Which days come before which, in which documents; what other rules say is not among them."""


@regola("L223-DATE", FONTE)
def ordine_dei_fatti(caso: Documento) -> Esiti:
    """Le date del documento seguono l’ordine in cui i fatti accadono."""
    yield from fuori_ordine(caso.dati, ORDINE.di(caso), caso.giorno)
