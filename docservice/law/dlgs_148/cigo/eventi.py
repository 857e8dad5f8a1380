"""The rule on the events that nobody can avoid (`eone`): how the service reads them.

A power cut that was planned: D148-EONE says at /evento/programmata that this cause does not cover it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.eone import ENERGIA, GUASTO
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI
from docservice.law.finding import Rilievo, avviso, nota
from docservice.law.tratti import TECNICA
from docservice.law.voce import regola


def _di_eventi(caso: Documento) -> bool:
    return caso.causale in ("eventi_esterni", GUASTO)


@regola("D148-EONE", guida("eventi oggettivamente non evitabili"), per=ORDINARI, se=_di_eventi)
def non_evitabili(caso: Documento) -> Iterator[Rilievo]:
    """L’evento è fra quelli che la legge considera non evitabili."""
    if caso.causale == GUASTO:
        known = caso.figura("guasto_non_evitabile", caso.evento or caso.dal)
        if known is not None and known.nota:
            yield nota("/causale/tipo", known.nota, fonte=known.fonte)
        return
    event = caso.dati.get("evento") or caso.fatti.get("evento") or {}
    if not caso.di(TECNICA) and "tipo" not in event:
        yield nota(
            "/evento",
            "Non è detto che cosa è accaduto: l’evento è letto come uno di quelli che non si possono evitare (lettura"
            " del servizio).",
        )
    elif not caso.di(TECNICA) and event["tipo"] == ENERGIA and event.get("programmata"):
        yield avviso(
            "/evento/programmata",
            "L’interruzione dell’energia era programmata: non è imprevista né imprevedibile, e la"
            " causale non la copre.",
            "Va corretto il dato, oppure va indicata un’altra causale.",
        )
