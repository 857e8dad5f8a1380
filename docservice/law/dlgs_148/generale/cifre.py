"""Figures of every verdict of a treatment: its length, and whether its cause is an event that nobody can avoid.

cifre(a notice for 14 days of bad weather) -> {"giorni": "14", "settimane": "2", "evento_non_evitabile": True, …}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import NOMI
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI
from docservice.law.italiano import con_punto
from docservice.law.passaggio import Passaggio, compresi
from docservice.law.tratti import CIGD, CIGS
from docservice.law.voce import cifra


def passi_della_lunghezza(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    """Tell the days of the period, and its weeks."""
    if caso.periodo:
        yield Passaggio("giorni", "Giorni del periodo", compresi(caso.periodo))
        yield Passaggio("settimane", "Settimane del periodo", f"{cifre['giorni']} ÷ {GIORNI_SETTIMANA}")


def passi_dell_evento(caso: Documento, _: Mapping[str, Any]) -> Iterator[Passaggio]:
    """Tell of which cause it is said that nobody can avoid it, or not."""
    what = f"causale «{NOMI[caso.causale]}»" if caso.causale else "senza causale"
    which = "è" if caso.eone else "non è"
    formula = f"{what}: {which} un evento oggettivamente non evitabile"
    yield Passaggio("evento_non_evitabile", "L’evento non si poteva evitare", formula)


@cifra("giorni", "settimane", fonte=decreto("art. 12"), per=CIGD | ORDINARI | CIGS, passi=passi_della_lunghezza)
def lunghezza(caso: Documento) -> dict[str, str]:
    """Return the days of the period, and its weeks."""
    if caso.periodo is None:
        return {}
    return {
        "giorni": str(caso.periodo.giorni),
        "settimane": con_punto(Fraction(caso.periodo.giorni, GIORNI_SETTIMANA)),
    }


@cifra("evento_non_evitabile", fonte=decreto("art. 12 c. 4"), per=ORDINARI, passi=passi_dell_evento)
def evento_non_evitabile(caso: Documento) -> bool:
    """Return whether the cause is an event that nobody can avoid."""
    return caso.eone
