"""Whom one dismisses, and with which notice: L223-20, L223-27.

A job that ends on the day of the letter, no indemnity told: L223-27 at /lavoratori/0/data_cessazione.
"""

from __future__ import annotations

from typing import Final

from docservice.law.finding import avviso, nota
from docservice.law.generale.elenco import senza
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento, Recesso
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.recesso.termini import CHI, presso
from docservice.law.misura import in_date, in_giorni
from docservice.law.voce import Esiti, regola

_COMMA_9: Final = legge("art. 4 c. 9")
_DIRIGENTI: Final = legge("art. 24 c. 1-quinquies")


@regola("L223-20", _DIRIGENTI, per=CHI)
def non_dirigenti(caso: Documento) -> Esiti:
    """I licenziati della procedura sono operai, impiegati e quadri: i dirigenti hanno un esame a parte."""
    for one in caso.recessi:
        if one.lavoratore.get("qualifica") == "dirigente":
            yield avviso(
                presso(one, "qualifica"),
                "Il lavoratore è un dirigente: per i dirigenti l’esame congiunto è un altro, con le loro associazioni.",
                "Va verificato che l’esame con le associazioni dei dirigenti ci sia stato, o va corretta la qualifica.",
            )
        if one.lavoratore.get("qualifica") == "apprendista":
            yield avviso(
                presso(one, "qualifica"),
                "Il lavoratore è un apprendista: la procedura è per operai, impiegati e quadri.",
                "Va indicata la categoria a cui appartiene, o verificato che il recesso sia di questa procedura.",
            )
    silent = sum("qualifica" not in one.lavoratore for one in caso.recessi)
    if silent:
        yield senza("qualifica non indicata", silent, "licenziati")


@regola("L223-27", _COMMA_9, per=CHI)
def con_il_preavviso(caso: Documento) -> Esiti:
    """Il rapporto cessa dopo il recesso, con il preavviso, oppure ne è pagata l’indennità."""
    told = caso.dati.get("preavviso", {})
    if told and not told["lavorato"] and not told["indennita_sostitutiva"]:
        yield avviso(
            "/preavviso",
            "Il preavviso non è lavorato e non è pagato.",
            "Va indicato che è lavorato, o che ne spetta l’indennità sostitutiva.",
        )
    silent = sum(one.cessazione is None for one in caso.recessi)
    if silent:
        yield senza("data di cessazione non indicata", silent, "licenziati")
    for one in caso.recessi:
        if one.cessazione is None:
            continue
        if one.cessazione > one.data:
            yield from _lavorato(caso, one, (one.cessazione - one.data).days)
            continue
        before = one.cessazione < one.data
        if before or not _pagato(caso, one):
            yield avviso(
                presso(one, "data_cessazione"),
                f"Il rapporto cessa il {giorno(one.cessazione)}, prima del recesso ({giorno(one.data)})."
                if before
                else f"Il rapporto cessa il giorno del recesso ({giorno(one.data)}), e l’indennità di preavviso non è"
                " indicata.",
                "Va corretta una delle due date."
                if before
                else "Va indicata l’indennità sostitutiva, oppure l’ultimo giorno di preavviso lavorato.",
                in_date(one.cessazione, one.data),
            )


def _lavorato(caso: Documento, recesso: Recesso, days: int) -> Esiti:
    notice = caso.dati.get("preavviso", {})
    asked = notice.get("giorni")
    if not asked or not notice["lavorato"]:
        return
    if days < asked and not _pagato(caso, recesso):
        yield avviso(
            presso(recesso, "data_cessazione"),
            f"Dal recesso ({giorno(recesso.data)}) all’ultimo giorno i giorni sono {days}, e il preavviso, tutto"
            f" lavorato, è di {asked}.",
            "Va corretto l’ultimo giorno, o indicata l’indennità per i giorni che mancano; il contratto collettivo può"
            " contare il preavviso da metà o da fine mese, e allora l’ultimo giorno è ancora più in là.",
            in_giorni(days, asked),
        )
    elif days >= asked and _pagato(caso, recesso):
        yield nota(
            "/preavviso/indennita_sostitutiva",
            f"Il preavviso è di {asked} giorni, e fino all’ultimo ce ne sono {days}: l’indennità spetta solo se il"
            " contratto collettivo lo conta da metà o da fine mese.",
        )


def _pagato(caso: Documento, recesso: Recesso) -> bool:
    notice = caso.dati.get("preavviso", {})
    return bool(recesso.lavoratore.get("indennita_preavviso") or notice.get("indennita_sostitutiva"))
