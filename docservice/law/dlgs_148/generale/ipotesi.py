"""Draft, vote of the workers, ratification: the order in which an agreement comes about.

A draft of 1 June, ratified on 31 May: D148-12 says so at /ratifica/data.
"""

from __future__ import annotations

from typing import Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.finding import avviso
from docservice.law.generale.intesa import con_iter, contro, in_ordine, voto
from docservice.law.tratti import ACCORDO, COMUNICAZIONE, ESAME
from docservice.law.voce import Esiti, regola

CON_ACCORDO: Final = frozenset({"positivo", "accordo"})
SENZA_ACCORDO: Final = frozenset({"negativo", "senza_accordo", "assenza_parti"})
RINVIATO: Final = "rinviato"
"""How an examination may end; it may be adjourned."""


def _con_iter(caso: Documento) -> bool:
    told = con_iter(caso.dati) or "rinvio" in caso.dati
    return told or bool(caso.dati.get("gia_convenuto")) or _rinvia(caso)


@regola("D148-12", guida("verbali di accordo e di esame congiunto"), per=ESAME | ACCORDO | COMUNICAZIONE, se=_con_iter)
def ipotesi_voto_ratifica(caso: Documento) -> Esiti:
    """Ipotesi di accordo, voto che la approva e ratifica sono in quest’ordine; l’esito dell’esame è quello detto."""
    yield from in_ordine(caso.dati)
    if caso.dati.get("gia_convenuto") and "data" not in caso.dati.get("ipotesi", {}):
        yield avviso(
            "/ipotesi/data",
            "Il programma è indicato come già convenuto, ma non è detto in che giorno.",
            "Va indicata la data dell’ipotesi di accordo.",
        )
    yield from voto(caso.dati)
    yield from _senza_accordo(caso)
    yield from _esito(caso)
    if caso.di(ACCORDO) or caso.dati.get("esito") in CON_ACCORDO:
        yield from contro(caso.dati)


def _rinvia(caso: Documento) -> bool:
    return caso.dati.get("esito") == RINVIATO


def _esito(caso: Documento) -> Esiti:
    """Warn of a record whose outcome is not what it says of the agreement, or of the next meeting."""
    # of one that ends with or without an agreement, CIGS-20 says so
    ends = caso.dati.get("esito")
    if _rinvia(caso) and caso.dati.get("accordo", {}).get("esiste"):
        yield avviso(
            "/accordo/esiste",
            "È detto che le parti si sono accordate, e l’esame è rinviato.",
            "Va corretto l’esito dell’esame, oppure va detto che l’accordo non c’è.",
        )
    if _rinvia(caso) and "data" not in caso.dati.get("rinvio", {}):
        yield avviso(
            "/rinvio/data",
            "L’esame è rinviato, e non è detto a che giorno.",
            "Va indicato quando le parti si rivedono.",
        )
    elif ends is not None and not _rinvia(caso) and "rinvio" in caso.dati:
        yield avviso(
            "/rinvio",
            "È detto quando le parti si rivedono, e l’esame non è rinviato.",
            "Va corretto l’esito dell’esame, oppure va tolto il rinvio.",
        )


def _senza_accordo(caso: Documento) -> Esiti:
    """Warn of a record without an agreement, of a draft that was approved."""
    if caso.dati.get("esito") not in SENZA_ACCORDO:
        return
    if "ratifica" in caso.dati:
        told = ("/ratifica", "L’esame si è chiuso senza accordo, e l’ipotesi risulta ratificata.")
    elif caso.dati.get("consultazione_lavoratori", {}).get("esito") == "favorevole":
        told = ("/consultazione_lavoratori/esito", "L’esame si è chiuso senza accordo, e il voto risulta favorevole.")
    else:
        return
    yield avviso(*told, "Va corretto l’esito dell’esame, oppure va tolto ciò che riguarda l’accordo.")
