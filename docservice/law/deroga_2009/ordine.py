"""The rule on days out of order, or out of those of the framework, in the documents of the CIG in deroga.

A decree dated before the application that it decides: AQ-DATE says so at /domanda/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.deroga_2009.caso import Documento
from docservice.law.deroga_2009.coppie import ORDINE
from docservice.law.deroga_2009.fonti import quadro, vademecum
from docservice.law.finding import avviso
from docservice.law.generale.ordine import FONTE, fuori_ordine
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import ACCORDO, DECRETO, DOMANDA, ESAME, TABELLA
from docservice.law.voce import Esiti, regola

_DATATI_ALTROVE: Final = ACCORDO | TABELLA
"""Those of whose day AQ-G1 speaks."""


@regola("AQ-DATE", FONTE)
def ordine_dei_fatti(caso: Documento) -> Esiti:
    """Le date del documento seguono l’ordine in cui i fatti accadono, e cadono nei giorni della CIG in deroga."""
    begins, ends = caso.validita
    # who was of age to work in the days of the framework had their century told by them
    yield from fuori_ordine(caso.dati, ORDINE.di(caso), ends)
    if caso.di(_DATATI_ALTROVE) or begins <= caso.giorno <= ends:
        return
    first = caso.figura("inizio_computo_durata").giorno
    if caso.giorno < first and not caso.di(DOMANDA | DECRETO):
        yield avviso(
            "/data",
            f"Il documento è del {giorno(caso.giorno)}: la CIG in deroga si conta dal {giorno(first)}.",
            "Va controllata la data.",
            in_date(caso.giorno, first),
            fonte=vademecum("2.3"),
        )
    elif caso.giorno > ends and not caso.di(DECRETO | ESAME):
        yield avviso(
            "/data",
            f"Il documento è del {giorno(caso.giorno)}: l’Accordo Quadro vale fino al {giorno(ends)}.",
            "Va controllata la data.",
            in_date(caso.giorno, ends),
            fonte=quadro("punto 20"),
        )
