"""Figures of every verdict of a treatment: its length, and whether its cause is an event that nobody can avoid.

cifre(a notice for 14 days of bad weather) -> {"giorni": "14", "settimane": "2", "evento_non_evitabile": True, …}
"""

from __future__ import annotations

from fractions import Fraction

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.italiano import con_punto
from docservice.law.tratti import CIGO, CIGS
from docservice.law.voce import cifra


@cifra("giorni", "settimane", fonte=decreto("art. 12"), per=CIGO | CIGS)
def lunghezza(caso: Documento) -> dict[str, str]:
    """Return the days of the period, and its weeks."""
    if caso.periodo is None:
        return {}
    return {
        "giorni": str(caso.periodo.giorni),
        "settimane": con_punto(Fraction(caso.periodo.giorni, GIORNI_SETTIMANA)),
    }


@cifra("evento_non_evitabile", fonte=decreto("art. 12 c. 4"), per=CIGO)
def evento_non_evitabile(caso: Documento) -> bool:
    """Return whether the cause is an event that nobody can avoid."""
    return caso.eone
