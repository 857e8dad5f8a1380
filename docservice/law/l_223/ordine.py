"""The rule on days out of order, in the documents of a collective dismissal (`law.generale.ordine`).

A letter of 06/05/2024 protocolled the day after: L223-DATE says so at /protocollo/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.generale.coppie import LETTERA, Ordine, non_dopo, non_prima
from docservice.law.generale.nomi_dei_giorni import NASCITA
from docservice.law.generale.ordine import FONTE, fuori_ordine
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.tavolo.accordo import licenzia
from docservice.law.tratti import (
    ACCORDO,
    APERTURA,
    CONVOCAZIONE,
    ESITO,
    FINALE,
    GRADUATORIA,
    INCONTRO,
    MANCATO_ACCORDO,
    NON_OPPOSIZIONE,
    RECESSO,
    SCHEDA_AZIENDA,
    SCHEDA_LAVORATORE,
)
from docservice.law.voce import Esiti, regola

_PREVENTIVA: Final = "/chiusura/comunicazione_preventiva/data"
_A_CIASCUNO: Final = (
    non_prima("/destinatari/*/ricevuta_il", "/data"),
    non_prima("/destinatari/*/ricevuta_il", "/destinatari/*/inviata_il"),
)
_APERTURA, _ESITO, _VERBALE = "/procedura/data_apertura", "/conclusione/data", "/data_verbale"
_UNO = "/lavoratore"
_PERSONA = non_prima(f"{_UNO}/data_assunzione", f"{_UNO}/{NASCITA}")
_SCHEDA = non_prima(_VERBALE, "/data_apertura")
_RICEVUTA, _AUTORITA = "/procedura/ricevuta_il", "/procedura/ricevuta_autorita_il"


def _sindacale(caso: Documento) -> bool:
    return bool(caso.conclusione and caso.conclusione["fase"] == "sindacale")


_PROCEDURA = (
    non_prima(_RICEVUTA, _APERTURA),
    non_prima(_ESITO, _APERTURA),
    non_dopo(_RICEVUTA, _ESITO),
    non_prima(_AUTORITA, _ESITO, se=_sindacale),
    non_dopo(_AUTORITA, _ESITO, se=lambda caso: not _sindacale(caso)),
)
"""What holds of a procedure that has ended."""

ORDINE: Final = Ordine(
    (CONVOCAZIONE, LETTERA),
    (
        FINALE,
        (
            *_PROCEDURA,
            non_dopo(_ESITO, "/data"),
            non_dopo("/lavoratori/*/data_assunzione", "/lavoratori/*/data_recesso"),
            non_prima("/lavoratori/*/data_assunzione", "/lavoratori/*/data_nascita"),
            non_dopo("/graduatoria/lavoratori/*/data_assunzione", "/graduatoria/data"),
        ),
    ),
    (GRADUATORIA, (non_dopo("/lavoratori/*/data_assunzione", "/data"), non_dopo(_APERTURA, "/data"))),
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
            non_prima("/procedura/ricevuta_il", _APERTURA),
            non_prima("/data_esito", _APERTURA),
            non_dopo("/data_esito", "/data", perche=": la comunicazione direbbe un esito che ancora non c’è"),
        ),
    ),
    (
        INCONTRO | ACCORDO | MANCATO_ACCORDO,
        (
            non_dopo("/procedura/data_apertura", "/data"),
            non_prima("/procedura/ricevuta_il", "/procedura/data_apertura"),
            non_dopo("/procedura/ricevuta_il", "/data"),
            non_prima("/procedura/richiesta_esame/data", "/procedura/data_apertura"),
            non_dopo("/procedura/richiesta_esame/data", "/data"),
            non_prima("/procedura/ricevuta_autorita_il", "/procedura/ricevuta_il"),
        ),
    ),
    (INCONTRO, (non_prima("/rinvio/data", "/data"),)),
    (
        ACCORDO | MANCATO_ACCORDO,
        (
            non_dopo("/procedura/ricevuta_autorita_il", "/data", se=lambda caso: caso.dati["fase"] == "amministrativa"),
            non_prima("/incontri_precedenti/*", "/procedura/data_apertura"),
            non_dopo("/incontri_precedenti/*", "/data"),
        ),
    ),
    (
        ACCORDO,
        (
            non_dopo("/ipotesi/data", "/data"),
            non_prima(
                "/dichiarazioni_entro",
                "/data",
                licenzia,
                perche=": nessuno farebbe più in tempo a dichiarare che non si oppone",
                rimedio="Va fissato un giorno dopo l’accordo; se le dichiarazioni ci sono già, il giorno va tolto e va"
                " indicato quante sono.",
            ),
            non_dopo("/dichiarazioni_entro", "/termine_licenziamenti"),
            non_dopo("/dichiarazioni_entro", "/finestra/al", se=lambda caso: "termine_licenziamenti" not in caso.dati),
            non_prima("/finestra/dal", "/data"),
            non_prima("/numero_residuo/entro", "/data"),
            non_dopo("/incentivi/righe/*/uscita_dal", "/incentivi/righe/*/uscita_entro"),
        ),
    ),
    (
        RECESSO,
        (
            _PERSONA,
            *_PROCEDURA,
            non_dopo(f"{_UNO}/data_assunzione", "/data"),
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
            non_dopo(_VERBALE, "/data"),
            non_dopo(f"{_UNO}/data_recesso", "/data"),
        ),
    ),
)
"""Which days come before which, in which documents; what other rules say is not among them."""


@regola("L223-DATE", FONTE)
def ordine_dei_fatti(caso: Documento) -> Esiti:
    """Le date del documento seguono l’ordine in cui i fatti accadono."""
    yield from fuori_ordine(caso.dati, ORDINE.di(caso), caso.giorno)
