"""The act by which each cause of the CIGS is granted, as texts cite it: whole the first time, then short.

    citazione(a crisis) -> Citazione("art. 21, comma 1, lettera b)", "del decreto legislativo 14 settembre 2015, …")

A cessation changed its law on a day; an extension cites what it extends; a special act is the one that the data tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.dlgs_148.cigs.causali.atti import atto
from docservice.law.dlgs_148.cigs.causali.cessazione import massimo
from docservice.law.dlgs_148.cigs.causali.parti import rinviato
from docservice.law.dlgs_148.cigs.procedura import chiusura
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import (
    CESSAZIONE,
    CRISI,
    CRISI_COMPLESSA,
    NOMI,
    PROROGA_22BIS,
    RIORGANIZZAZIONE,
    SOLIDARIETA,
    TRANSIZIONE,
    TRANSIZIONE_OCCUPAZIONALE,
)
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.tratti import ACCORDO, CIGS, CONSULTAZIONE, PROGRAMMA
from docservice.law.tratti import SOLIDARIETA as SOLIDALE
from docservice.law.voce import parole

DECRETO: Final = ("del decreto legislativo 14 settembre 2015, n. 148", "del D.Lgs. n. 148/2015")
ARTICOLI: Final = {
    RIORGANIZZAZIONE: "art. 21, comma 1, lettera a)",
    TRANSIZIONE: "art. 21, comma 1, lettera a)",
    **dict.fromkeys(CRISI, "art. 21, comma 1, lettera b)"),
    SOLIDARIETA: "art. 21, comma 1, lettera c)",
    TRANSIZIONE_OCCUPAZIONALE: "art. 22-ter",
    PROROGA_22BIS: "art. 22-bis",
    CRISI_COMPLESSA: "art. 44, comma 11-bis",
}
"""The article of the decree of each cause that has one."""


@dataclass(frozen=True, slots=True)
class Citazione:
    """An article and its act: whole, and as it is cited from then on."""

    articolo: str
    atto: str = DECRETO[0]
    atto_breve: str = DECRETO[1]


def citazione(caso: Documento) -> Citazione | None:
    """Return the law of the cause; None of a special act, which the data tell."""
    if caso.causale == CESSAZIONE:
        return _della_cessazione(caso)
    article = ARTICOLI.get(caso.causale or "")
    return Citazione(article) if article else None


def _della_cessazione(caso: Documento) -> Citazione:
    found = massimo(caso)
    name = found.figura.rpartition(".")[2] if found else "durata_cessazione"
    if name == "durata_cessazione_per_crisi":
        return Citazione(ARTICOLI[CRISI[0]])
    if name != "durata_cessazione":
        return Citazione("art. 21, comma 4")
    return Citazione("art. 44", f"del {atto('decreto_cessazione', caso.giorno)}", "del D.L. n. 109/2018")


@parole("causa", decreto("art. 21"), per=CIGS & (CONSULTAZIONE | PROGRAMMA))
def parole_della_causa(caso: Documento) -> dict[str, Any]:
    """Return what the cause is called and its law; of an extension, the article of what it extends too."""
    found = citazione(caso)
    extended = caso.dati.get("proroga", {}).get("causale") if caso.causale == PROROGA_22BIS else None
    return {
        "causale_in_parole": NOMI[caso.causale or ""],
        "articolo_causale": found.articolo if found else "",
        "atto_causale": found.atto if found else "",
        "atto_causale_breve": found.atto_breve if found else "",
        "articolo_prorogato": ARTICOLI.get(extended or "", ""),
    }


@parole("criteri", decreto("art. 21 c. 5"), per=ACCORDO & SOLIDALE, vige="criteri_cds")
# the decree of 2009 is of the contracts alone: of a programme only the one that came after it is cited
@parole("criteri", decreto("art. 21"), per=CIGS & PROGRAMMA, vige="criteri_cds", prima_di="criteri_deroghe_cds")
def criteri(caso: Documento) -> dict[str, Any]:
    """Return the decree with the criteria of the CIGS, the solidarity contract included."""
    return {"criteri": caso.vigente("criteri_cds").testo}


def _finita(caso: Documento) -> date | None:
    return chiusura(caso)[0]


def _con_termine(caso: Documento) -> bool:
    return not caso.derogata("S148-CIGS") and (caso.di(SOLIDALE) or _finita(caso) is not None)


@parole(
    "domanda",
    decreto("art. 25 c. 1"),
    per=ACCORDO & SOLIDALE | CIGS & PROGRAMMA,
    vige="giorni_domanda_cigs",
    il=_finita,
    se=_con_termine,
)
def termine_della_domanda(caso: Documento) -> dict[str, Any]:
    """Return the term of the application."""
    ended = (None if caso.di(SOLIDALE) else _finita(caso)) or caso.giorno
    days = caso.vigente("giorni_domanda_cigs", ended).decimale
    return {"giorni_domanda": days, "termine_domanda": aggiungi_giorni(ended, int(days))}


@parole(
    "domanda_crisi_complessa",
    decreto("art. 44 c. 11-bis"),
    per=CIGS & PROGRAMMA,
    vige="giorni_domanda_crisi_complessa",
    il=lambda caso: caso.dal,
    se=lambda caso: caso.causale == CRISI_COMPLESSA and not rinviato(caso),
)
def termine_della_crisi_complessa(caso: Documento) -> dict[str, Any]:
    """Return the term of the application in an area of complex crisis."""
    days = caso.vigente("giorni_domanda_crisi_complessa", caso.dal).decimale
    return {"giorni_domanda": days, "termine_domanda": aggiungi_giorni(caso.giorno, int(days))}
