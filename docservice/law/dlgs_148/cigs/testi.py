"""What the papers of the CIGS print that is not in their data: terms of the examination, shares, tables, names.

Thirty-five workers kept of forty: {"recuperati": 35, "recupero_quota": Decimal("87.5")}.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.dlgs_148.cigo.relazione_tavole import tavole
from docservice.law.dlgs_148.cigs.causali.atti import atto
from docservice.law.dlgs_148.cigs.causali.cessazione import massimo_fuori_dai_limiti
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import (
    CESSAZIONE,
    CRISI_COMPLESSA,
    NORMA_SPECIALE,
    TRANSIZIONE_OCCUPAZIONALE,
)
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.generale.numeri import voci_degli_investimenti
from docservice.law.dlgs_148.generale.unita import fasce
from docservice.law.dlgs_148.strumenti.datore import consultazione_breve
from docservice.law.italiano import con_punto
from docservice.law.tratti import ACCORDO, CIGS, COMUNICAZIONE, CONSULTAZIONE, PROGRAMMA
from docservice.law.voce import parole

_ARTICOLO_24: Final = 24
_RECUPERATI: Final = ("rientro", "altre_unita", "gestione_non_traumatica")
_CON_INDICATORI: Final = ("crisi", NORMA_SPECIALE)
_FUORI_DAI_LIMITI: Final = {
    TRANSIZIONE_OCCUPAZIONALE: "durata_transizione_occupazionale",
    CRISI_COMPLESSA: "durata_crisi_complessa",
}
"""The months of the causes that are out of artt. 4 and 22; those of a cessation are of its own matter."""


@parole("trattamento", decreto("artt. 22-24"), per=CIGS & (PROGRAMMA | COMUNICAZIONE))
def parole_del_trattamento(caso: Documento) -> dict[str, Any]:
    """Return whether the consultation of art. 24 is of it, and the most months of a cause out of the limits."""
    lent: dict[str, Any] = {"consultazione_dovuta": _ARTICOLO_24 not in caso.liberi}
    most = _mesi_fuori_dai_limiti(caso)
    if most is not None:
        lent["mesi_fuori_limiti"] = most
    return lent


def _mesi_fuori_dai_limiti(caso: Documento) -> Decimal | None:
    if caso.causale == CESSAZIONE:
        return massimo_fuori_dai_limiti(caso)
    name = _FUORI_DAI_LIMITI.get(caso.causale or "")
    found = caso.figura(name, caso.dal) if name else None
    return found.decimale if found else None


@parole("atti", decreto("artt. 21-24"), per=CIGS & PROGRAMMA | ACCORDO | CONSULTAZIONE)
def nomi_del_giorno(caso: Documento) -> dict[str, Any]:
    """Return how the Ministry of enterprises is called, and the decree of the further months cited, on its day."""
    return {name: atto(name, caso.giorno) for name in ("ministero_imprese", "decreto_ulteriori_mesi")}


@parole("esame", decreto("art. 24 c. 2 e 5"), per=CIGS & COMUNICAZIONE)
def termini_dell_esame(caso: Documento) -> dict[str, Any]:
    """Return the days to ask for the examination, those to end it, the last of these where it is asked for here."""
    day = caso.giorno
    ask = caso.figura("giorni_richiesta_cigs", day)
    lent: dict[str, Any] = {"giorni_richiesta": ask.decimale if ask else None}
    if caso.dipendenti is None or ask is None:
        return lent
    short = consultazione_breve(caso.dipendenti, day)
    days = caso.figura("giorni_esame_cigs_breve" if short else "giorni_esame_cigs", day)
    if days:
        lent["giorni_esame"] = days.decimale
        if caso.dati["richiesta_esame"]:
            lent["fine_esame"] = aggiungi_giorni(day, int(days.decimale))
    return lent


@parole("quote", decreto("artt. 21 e 22 c. 4"), per=CIGS & PROGRAMMA)
def quote(caso: Documento) -> dict[str, Any]:
    """Return the workers kept and their share, that of the hours suspended, in percent; the years of the staff."""
    # a year is no number: it has no dot among its thousands
    lent: dict[str, Any] = {"anni_organico": [str(one["anno"]) for one in caso.dati.get("organico_biennio", ())]}
    kept: Mapping[str, int] = caso.dati.get("programma", {}).get("recupero", {})
    if kept.get("coinvolti") and any(name in kept for name in _RECUPERATI):
        heads = sum(kept.get(name, 0) for name in _RECUPERATI)
        lent |= {"recuperati": Decimal(heads), "recupero_quota": _quota(heads, kept["coinvolti"])}
    hours = caso.dati.get("ore", {})
    spent = caso.dati.get("programma", {}).get("investimenti", {})
    listed = voci_degli_investimenti(spent)
    if listed is not None and listed == spent.get("importo_totale"):
        lent["totale_investimenti"] = listed
    if hours.get("lavorabili") and "sospese" in hours:
        lent["ore_quota"] = _quota(hours["sospese"], hours["lavorabili"])
    return lent


def _quota(parte: Decimal | int, tutto: Decimal | int) -> Decimal:
    return Decimal(con_punto(Fraction(parte) * 100 / Fraction(tutto)))


def _con_indicatori(caso: Documento) -> bool:
    return caso.causale in _CON_INDICATORI and "indicatori" in caso.dati


@parole("indicatori", guida("CIGS per crisi aziendale"), per=CIGS & PROGRAMMA, se=_con_indicatori)
def tavole_degli_indicatori(caso: Documento) -> dict[str, Any]:
    """Return the columns of the tables of the indicators, in order of time."""
    return tavole(caso)


@parole("fasce", decreto("art. 25 c. 1"), per=CIGS & PROGRAMMA)
def fasce_dei_nomi(caso: Documento) -> dict[str, Any]:
    """Return the workers listed by unit and department."""
    return {"fasce_elenco": [{"indici": places} for places in fasce(caso.lavoratori)]}
