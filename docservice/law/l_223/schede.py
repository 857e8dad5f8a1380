"""The sheets that go with the final notice: the company's «A» (L223-25), the worker's «B».

Fourteen employees and no average: L223-25 asks for it at /organico_medio_semestre.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from docservice.law.calendar import anni_interi
from docservice.law.citation import Fonte
from docservice.law.finding import avviso, errore, serve
from docservice.law.l_223.caso import Documento
from docservice.law.misura import in_persone
from docservice.law.tratti import SCHEDA_AZIENDA, SCHEDA_LAVORATORE
from docservice.law.voce import Esiti, parole, regola

_FINALE: Final = Fonte("L. 23 luglio 1991, n. 223", "art. 4 c. 9")
_CADUTE: Final = {
    "art_3_c3": ("causale_art_3_c3", "art. 3 c. 3 della L. 223/1991"),
    "art_4_l_236_1993": ("causale_art_4_l_236_1993", "art. 4 della L. 236/1993"),
}
"""Boxes of the form whose law may have ended: the figure that says when, the article."""


@regola("L223-25", _FINALE, per=SCHEDA_AZIENDA)
def scheda_aziendale(caso: Documento) -> Esiti:
    """La scheda aziendale dice la media del semestre se l’organico è piccolo, e una causale di legge in vigore."""
    few, heads = (
        serve(caso.figura("organico_con_media"), "nessun limite noto a quella data"),
        caso.dati["organico_totale"],
    )
    if heads < few.decimale and "organico_medio_semestre" not in caso.dati:
        yield errore(
            "/organico_medio_semestre",
            f"L’organico è di {heads}, sotto {few.decimale}: la scheda vuole anche la media del semestre precedente.",
            "Va indicata la media.",
            in_persone(heads, few.decimale),
        )
    for place, box in enumerate(caso.dati["causali"]):
        name, article = _CADUTE.get(box, ("", ""))
        if name and caso.figura(name, caso.apertura) is None:
            yield avviso(
                f"/causali/{place}",
                f"La casella è quella dell’{article}, che all’apertura della procedura non era in vigore.",
                "Va barrata la causale della procedura.",
            )


@parole("eta", _FINALE, per=SCHEDA_LAVORATORE)
def eta_del_lavoratore(caso: Documento) -> dict[str, Any]:
    """Return the age on the day of the dismissal, if the day of birth is told."""
    worker = caso.dati["lavoratore"]
    born: date | None = worker.get("data_nascita")
    return {"eta_al_recesso": anni_interi(born, worker["data_recesso"]) if born else ""}
