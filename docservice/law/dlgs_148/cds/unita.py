"""A solidarity contract of several units: each has workers of its own, and limits of its own (artt. 4 and 22).

Two units, workers of one alone: CDS-14 warns at /datore_lavoro/unita_coinvolte/1 that the other has none.
"""

from __future__ import annotations

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.unita import unita
from docservice.law.finding import NonVerificabile, avviso, nota
from docservice.law.tratti import ACCORDO, SOLIDARIETA
from docservice.law.voce import Esiti, regola


def _diverse(caso: Documento) -> bool:
    return len(unita(caso)) > 1


@regola("CDS-14", decreto("artt. 4 c. 1 e 22"), per=ACCORDO & SOLIDARIETA, se=_diverse)
def righe_di_ogni_unita(caso: Documento) -> Esiti:
    """Se le unità sono più d’una, di ciascuna sono indicati gli orari, e i limiti di durata sono i suoi."""
    rows = caso.dati[caso.percorso_orari.removeprefix("/")]
    if any("unita" not in one for one in caso.dati.get("periodi_precedenti", [])):
        yield nota(
            "/periodi_precedenti",
            "I periodi precedenti che non dicono di quale unità sono contano per ciascuna.",
        )
    if not all("unita" in row for row in rows):
        yield NonVerificabile("di alcuni lavoratori, o gruppi, non è indicata l’unità")
        return
    named = {row["unita"] for row in rows}
    for place, one in enumerate(caso.datore["unita_coinvolte"]):
        if "denominazione" in one and one["denominazione"] not in named:
            yield avviso(
                f"/datore_lavoro/unita_coinvolte/{place}",
                "L’unità è fra quelle coinvolte, ma nessun lavoratore e nessun gruppo del contratto è suo.",
                "Vanno indicati gli orari dei suoi lavoratori, oppure l’unità va tolta.",
            )
