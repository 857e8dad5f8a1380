"""Draft, vote of the workers, ratification: the order in which an agreement comes about.

A draft of 1 June, ratified on 31 May: D148-12 says so at /ratifica/data.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any, Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.finding import avviso
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_persone
from docservice.law.tratti import ACCORDO, COMUNICAZIONE, ESAME
from docservice.law.voce import Esiti, regola

CON_ACCORDO: Final = frozenset({"positivo", "accordo"})
SENZA_ACCORDO: Final = frozenset({"negativo", "senza_accordo", "assenza_parti"})
RINVIATO: Final = "rinviato"
"""How an examination may end; it may be adjourned."""
_ITER: Final = (
    ("ipotesi", "data", ("L’ipotesi di accordo", "dell’ipotesi di accordo")),
    ("consultazione_lavoratori", "dal", ("Il voto dei lavoratori", "del voto dei lavoratori")),
    ("ratifica", "data", ("La ratifica", "della ratifica")),
)


def _con_iter(caso: Documento) -> bool:
    told = (*(name for name, _, _ in _ITER), "rinvio")
    return any(name in caso.dati for name in told) or bool(caso.dati.get("gia_convenuto")) or _rinvia(caso)


@regola("D148-12", guida("verbali di accordo e di esame congiunto"), per=ESAME | ACCORDO | COMUNICAZIONE, se=_con_iter)
def ipotesi_voto_ratifica(caso: Documento) -> Esiti:
    """Ipotesi di accordo, voto che la approva e ratifica sono in quest’ordine; l’esito dell’esame è quello detto."""
    told = [(f"/{name}/{when}", what, caso.dati.get(name, {}).get(when)) for name, when, what in _ITER]
    dated: list[tuple[str, tuple[str, str], date]] = [one for one in told if one[2] is not None]
    for (_, before, first), (path, after, then) in pairwise(dated):
        if then < first:
            yield avviso(
                path,
                f"{after[0]} è del {giorno(then)}, prima {before[1]} ({giorno(first)}).",
                "Va corretta una delle due date.",
                in_date(then, first),
            )
    if caso.dati.get("gia_convenuto") and "data" not in caso.dati.get("ipotesi", {}):
        yield avviso(
            "/ipotesi/data",
            "Il programma è indicato come già convenuto, ma non è detto in che giorno.",
            "Va indicata la data dell’ipotesi di accordo.",
        )
    yield from _voto(caso.dati.get("consultazione_lavoratori", {}))
    yield from _senza_accordo(caso)
    yield from _esito(caso)
    against = caso.dati.get("consultazione_lavoratori", {}).get("esito") == "contrario"
    if against and (caso.di(ACCORDO) or caso.dati.get("esito") in CON_ACCORDO):
        yield avviso(
            "/consultazione_lavoratori/esito",
            "I lavoratori hanno votato contro l’ipotesi, e l’accordo è firmato lo stesso.",
            "Va corretto l’esito del voto, oppure va detto fra le dichiarazioni perché si firma.",
        )


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


def _voto(vote: Mapping[str, Any]) -> Esiti:
    """Warn of a vote whose days, heads and outcome do not go together."""
    first, last, heads, pro = (vote.get(name) for name in ("dal", "al", "votanti", "favorevoli"))
    if first and last and last < first:
        yield avviso(
            "/consultazione_lavoratori/al",
            f"Il voto dei lavoratori finisce il {giorno(last)}, prima di cominciare ({giorno(first)}).",
            "Va corretta una delle due date.",
            in_date(last, first),
        )
    if heads is None or pro is None:
        return
    if pro > heads:
        yield avviso(
            "/consultazione_lavoratori/favorevoli",
            f"I favorevoli ({pro}) sono più dei votanti ({heads}).",
            "Va corretto uno dei due numeri.",
            in_persone(pro, heads),
        )
    elif vote.get("esito") == "favorevole" and pro * 2 <= heads:
        yield avviso(
            "/consultazione_lavoratori/esito",
            f"Il voto è indicato favorevole, ma a favore sono {pro} su {heads}: non è la maggioranza.",
            "Va corretto l’esito, oppure uno dei due numeri.",
            in_persone(pro, heads // 2 + 1),
        )
    elif vote.get("esito") == "contrario" and pro * 2 > heads:
        yield avviso(
            "/consultazione_lavoratori/esito",
            f"Il voto è indicato contrario, ma a favore sono {pro} su {heads}: è la maggioranza.",
            "Va corretto l’esito, oppure uno dei due numeri.",
            in_persone(pro, heads // 2),
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
