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
    due = serve(_entro(caso), "giorno del primo recesso non indicato, o prima della legge")
    last, first = due.data or date.max, caso.primo_recesso or date.max
    if caso.giorno <= last:
        return
    when = "va mandata insieme ai recessi" if last == first else f"va mandata entro il {giorno(last)}"
    yield avviso(
        "/data",
        f"La comunicazione è del {giorno(caso.giorno)}: il primo recesso è del {giorno(first)}, e {when}.",
        "Va mandata subito: il termine è perentorio e unico per tutti, e il ritardo può viziare ogni licenziamento.",
        in_date(caso.giorno, last),
    )


@scadenza("S-C9", _COMMA_9, per=FINALE | RECESSO)
def termine_della_comunicazione(caso: Documento) -> Iterator[Scadenza]:
    """Count from the first letter; of a letter alone nobody knows whether it is the first."""
    due = _entro(caso)
    if due is not None:
        yield due.con_nota("Se questa lettera è la prima inviata.") if caso.di(RECESSO) else due
