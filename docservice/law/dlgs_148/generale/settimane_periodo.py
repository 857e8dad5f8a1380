"""Days and weeks of a period, and the day on which work goes on (D.Lgs. 148/2015, art. 12).

from 01/06/2023 to 14/06/2023 -> {"giorni": "14", "settimane": "2", "ripresa": "2023-06-15"}
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from docservice.law.calculator import Conto, DominioErrato, calcolo
from docservice.law.calendar import Periodo, aggiungi_giorni
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.figures import ultimo
from docservice.law.italiano import con_punto, con_virgola, giorno

GIORNI_SETTIMANA = 7


@calcolo("settimane-periodo", titolo="Giorni e settimane di un periodo, e ripresa del lavoro")
def conto(dati: Mapping[str, Any]) -> Conto:
    """I giorni del periodo, estremi compresi; le settimane sono i giorni diviso sette.

    `dal` and `al` dates.
    """
    periodo = periodo_di(dati)
    svolto = Conto()
    again = aggiungi_giorni(periodo.al, 1)
    weeks = Fraction(periodo.giorni, GIORNI_SETTIMANA)
    svolto.passo("Giorni", f"dal {giorno(periodo.dal)} al {giorno(periodo.al)}, compresi", str(periodo.giorni))
    svolto.passo("Settimane", f"{periodo.giorni} / {GIORNI_SETTIMANA}", con_virgola(weeks))
    svolto.passo("Ripresa del lavoro", "il giorno dopo l’ultimo", giorno(again))
    most = ultimo("dlgs_148.settimane_cigo_consecutive")
    days = int(most.decimale) * GIORNI_SETTIMANA
    inside, rest = ("entro", "") if periodo.giorni <= days else ("oltre", " Il resto si chiede con una proroga.")
    svolto.cita(decreto("art. 12 c. 1"))
    svolto.note.append(
        f"Per la CIGO il periodo è {inside} le {most.decimale} settimane consecutive di una richiesta ({days} giorni)."
        f"{rest} Le settimane si contano dal primo giorno, anche se non è un lunedì."
    )
    svolto.risultati |= {"giorni": str(periodo.giorni), "settimane": con_punto(weeks), "ripresa": again.isoformat()}
    return svolto


def periodo_di(dati: Mapping[str, Any]) -> Periodo:
    """Return the period of the data; raise DominioErrato when it runs backwards."""
    if dati["al"] < dati["dal"]:
        raise DominioErrato([("/al", "L’ultimo giorno precede il primo: vanno corrette le date.")])
    return Periodo(dati["dal"], dati["al"])
