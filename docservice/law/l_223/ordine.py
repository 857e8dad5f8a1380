"""The rule on days out of order, in the documents of a collective dismissal (`law.generale.ordine`).

A letter of 06/05/2024 protocolled the day after: L223-DATE says so at /protocollo/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.generale.coppie import LETTERA, Ordine, non_dopo, non_prima
from docservice.law.generale.nomi_dei_giorni import NASCITA
from docservice.law.generale.ordine import FONTE, fuori_ordine
from docservice.law.l_223.caso import Documento
from docservice.law.tratti import CONVOCAZIONE, NON_OPPOSIZIONE, RECESSO, SCHEDA_AZIENDA, SCHEDA_LAVORATORE
from docservice.law.voce import Esiti, regola

_APERTURA, _ESITO, _VERBALE = "/procedura/data_apertura", "/conclusione/data", "/data_verbale"
_UNO = "/lavoratore"
_PERSONA = non_prima(f"{_UNO}/data_assunzione", f"{_UNO}/{NASCITA}")
_SCHEDA = non_prima(_VERBALE, "/data_apertura")

ORDINE: Final = Ordine(
    (CONVOCAZIONE, LETTERA),
    (
        RECESSO,
        (
            _PERSONA,
            non_dopo(f"{_UNO}/data_assunzione", "/data"),
            non_prima(_ESITO, _APERTURA),
            non_prima("/condizioni/accordo_del", _APERTURA),
            non_dopo("/condizioni/accordo_del", "/data"),
        ),
    ),
    (NON_OPPOSIZIONE, (non_prima("/accordo/data", _APERTURA), non_prima("/ricevuta_il", "/data"))),
    (SCHEDA_AZIENDA, (_SCHEDA, non_dopo(_VERBALE, "/data"))),
    (
        SCHEDA_LAVORATORE,
        (
            _SCHEDA,
            _PERSONA,
            non_prima(f"{_UNO}/data_assunzione", f"{_UNO}/data_nascita"),
            non_dopo(f"{_UNO}/data_assunzione", f"{_UNO}/data_recesso"),
            non_prima(f"{_UNO}/data_recesso", "/data_apertura"),
            non_prima(f"{_UNO}/data_cessazione", f"{_UNO}/data_recesso"),
        ),
    ),
)
"""Which days come before which, in which documents; what other rules say is not among them."""


@regola("L223-DATE", FONTE)
def ordine_dei_fatti(caso: Documento) -> Esiti:
    """Le date del documento seguono l’ordine in cui i fatti accadono."""
    yield from fuori_ordine(caso.dati, ORDINE.di(caso), caso.giorno)
