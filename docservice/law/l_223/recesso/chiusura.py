"""Dismissals for the closure of a seat with very many employees: L223-28, of letters and of the last notice.

Prior notice of 02/01/2024, no plan signed: a dismissal of 29/06/2024, the hundred-and-seventy-ninth day, is void.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.figures import FiguraIgnota, figura
from docservice.law.finding import errore, nota
from docservice.law.italiano import giorno
from docservice.law.l_223.apertura.annuncio import dovuta, preventiva, sottoscritto
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import chiusure
from docservice.law.l_223.recesso.termini import CHI, presso
from docservice.law.misura import in_date
from docservice.law.voce import Esiti, regola

_FONTE: Final = chiusure("art. 1 c. 224-227 e 235; D.L. 23 settembre 2022, n. 144, art. 37")


@regola("L223-28", _FONTE, per=CHI, se=dovuta)
def non_prima_del_piano(caso: Documento) -> Esiti:
    """Nella chiusura di una sede si licenzia dopo i giorni dalla comunicazione preventiva, o la firma del piano."""
    signed, prior = sottoscritto(caso), preventiva(caso)
    if prior is None:
        yield errore(
            "/chiusura",
            "I licenziamenti vengono dalla chiusura di una sede, e la comunicazione preventiva non è indicata: senza,"
            " sono nulli.",
            "Va indicata la comunicazione preventiva; se non c’è stata, va fatta prima di licenziare.",
        )
    else:
        yield from _troppo_presto(caso, prior, signed)
    if signed is None:
        yield nota(
            "/chiusura",
            f"La firma del piano non è indicata: se manca, il contributo di recesso è aumentato{_di_quanto(caso)}.",
        )


def _di_quanto(caso: Documento) -> str:
    try:
        more = figura("comune.aumento_recesso_piano", caso.giorno)
    except FiguraIgnota:
        return ""
    return f" del {more.decimale}%, che qui non è contato" if more.noto else ""


def _troppo_presto(caso: Documento, comunicata: date, firmato: date | None) -> Esiti:
    for one in caso.recessi:
        days = caso.figura("giorni_recessi_chiusura", one.data)
        if days is None:
            continue
        free = aggiungi_giorni(comunicata, int(days.decimale))
        first = free if firmato is None else min(free, firmato)
        if one.data < first:
            why = f"{days.decimale} giorni dalla comunicazione preventiva del {giorno(comunicata)}"
            if firmato is not None:
                why += f", o la firma del piano ({giorno(firmato)})"
            yield errore(
                presso(one, "data_recesso"),
                f"Il recesso è del {giorno(one.data)}: prima del {giorno(first)} è nullo, perché devono passare {why}.",
                "Il recesso va intimato di nuovo da quel giorno; oppure va corretta una delle date.",
                in_date(one.data, first),
            )
