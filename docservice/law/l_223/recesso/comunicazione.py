"""By when the last notice of the procedure is sent: L223-10, S-C9.

First letter of 28/06/2024, notice of 06/07/2024: L223-10, since the seventh day is the fifth of July.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.finding import Scadenza, avviso, serve
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.recesso.termini import presso
from docservice.law.misura import in_date
from docservice.law.tratti import FINALE, RECESSO
from docservice.law.voce import Esiti, regola, scadenza

_COMMA_9: Final = legge("art. 4 c. 9")


def _entro(caso: Documento) -> Scadenza | None:
    """Return the last day of the notice, from the first letter."""
    first = caso.primo_recesso
    days = caso.figura("giorni_comunicazione_finale", first) if first else None
    if first is None or days is None:
        return None
    told = "Termine della comunicazione finale"
    return Scadenza("S-C9", told, aggiungi_giorni(first, int(days.decimale)), days.fonte)


@regola("L223-10", _COMMA_9, per=FINALE)
def entro_sette_giorni(caso: Documento) -> Esiti:
    """La comunicazione è una per tutti, entro sette giorni dal primo recesso; fino al 17/07/2012, contestuale."""
    yield from _non_ancora(caso)
    due = serve(_entro(caso), "giorno del primo recesso non indicato, o prima della legge")
    last, first = due.data or date.max, caso.primo_recesso or date.max
    if caso.giorno <= last:
        return
    when = "va mandata insieme ai recessi" if last == first else f"va mandata entro il {giorno(last)}"
    yield avviso(
        "/data",
        f"La comunicazione è del {giorno(caso.giorno)}: il primo recesso è del {giorno(first)}, e {when}.",
        "Il ritardo non si sana, e può viziare ogni licenziamento, perché il termine è unico per tutti: va mandata"
        " subito, e con chi assiste l’impresa va valutato se revocare i recessi e intimarli di nuovo.",
        in_date(caso.giorno, last),
    )


def _non_ancora(caso: Documento) -> Esiti:
    """Yield a finding on each dismissal that the notice tells of, and that is sent only after it."""
    for one in caso.recessi:
        if one.data > caso.giorno:
            yield avviso(
                presso(one, "data_recesso"),
                f"Il recesso è del {giorno(one.data)}, dopo la comunicazione del {giorno(caso.giorno)}, che lo dà per"
                " intimato.",
                "Va corretta la data sbagliata; se sono giuste, va valutato se intimare i recessi insieme: la"
                " comunicazione è una per tutti, e i suoi giorni corrono dal primo.",
                in_date(one.data, caso.giorno),
            )


@scadenza("S-C9", _COMMA_9, per=FINALE | RECESSO)
def termine_della_comunicazione(caso: Documento) -> Iterator[Scadenza]:
    """Count from the first letter; of a letter alone nobody knows whether it is the first."""
    due = _entro(caso)
    if due is not None:
        yield due.con_nota("Se questa lettera è la prima inviata.") if caso.di(RECESSO) else due
