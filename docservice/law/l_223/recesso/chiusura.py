"""Dismissals for the closure of a seat with very many employees: L223-28, of letters and of the last notice.

Prior notice of 02/01/2024, no plan signed: a dismissal of 29/06/2024, the hundred-and-seventy-ninth day, is void.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.figures import figura
from docservice.law.finding import errore, nota
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.recesso.termini import CHI, presso
from docservice.law.misura import in_date
from docservice.law.voce import Esiti, regola

_FONTE: Final = Fonte("L. 30 dicembre 2021, n. 234", "art. 1 c. 224-227 e 235; D.L. 23 settembre 2022, n. 144, art. 37")


def _dovuta(caso: Documento) -> bool:
    told: Mapping[str, Any] = caso.dati.get("chiusura", {})
    least = [caso.figura(name) for name in ("dipendenti_chiusura", "licenziamenti_chiusura")]
    if not told.get("definitiva") or told.get("squilibrio") or least[0] is None or least[1] is None:
        return False
    large: bool = told["media_dipendenti_anno"] >= least[0].decimale
    return large and bool(told["licenziamenti"] >= least[1].decimale)


@regola("L223-28", _FONTE, per=CHI, se=_dovuta)
def non_prima_del_piano(caso: Documento) -> Esiti:
    """Nella chiusura di una sede si licenzia dopo i giorni dalla comunicazione preventiva, o la firma del piano."""
    told: Mapping[str, Any] = caso.dati["chiusura"]
    signed: date | None = told.get("piano", {}).get("sottoscritto_il")
    prior = told.get("comunicazione_preventiva")
    if prior is None:
        yield errore(
            "/chiusura",
            "I licenziamenti vengono dalla chiusura di una sede, e la comunicazione preventiva non è indicata: senza,"
            " sono nulli.",
            "Va indicata la comunicazione preventiva; se non c’è stata, va fatta prima di licenziare.",
        )
    else:
        yield from _troppo_presto(caso, prior["data"], signed)
    more = figura("comune.aumento_recesso_piano", caso.giorno)
    if signed is None:
        raised = f": il contributo di recesso è aumentato del {more.decimale}%, non contato qui" if more.noto else ""
        yield nota("/chiusura", f"La sottoscrizione del piano non è indicata. Se manca, costa di più{raised}.")


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
