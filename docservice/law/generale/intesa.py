"""Draft, vote of the workers, ratification: how an agreement comes about, and who is there without signing.

A draft of 1 June, ratified on 31 May: `in_ordine` says so at /ratifica/data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, Final

from docservice.law.finding import NonVerificabile, Rilievo, avviso, nota
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_persone

ITER: Final = (
    ("ipotesi", "data", ("L’ipotesi di accordo", "dell’ipotesi di accordo")),
    ("consultazione_lavoratori", "dal", ("Il voto dei lavoratori", "del voto dei lavoratori")),
    ("ratifica", "data", ("La ratifica", "della ratifica")),
)
"""The steps, in order: the block, its day, its name at the head of a sentence and after «prima»."""


def con_iter(dati: Mapping[str, Any]) -> bool:
    """Say whether some step is told."""
    return any(name in dati for name, _, _ in ITER)


def in_ordine(dati: Mapping[str, Any]) -> Iterator[Rilievo]:
    """Warn of a step that comes before the one that it follows."""
    told = [(f"/{name}/{when}", what, dati.get(name, {}).get(when)) for name, when, what in ITER]
    dated: list[tuple[str, tuple[str, str], date]] = [one for one in told if one[2] is not None]
    for (_, before, first), (path, after, then) in pairwise(dated):
        if then < first:
            yield avviso(
                path,
                f"{after[0]} è del {giorno(then)}, prima {before[1]} ({giorno(first)}).",
                "Va corretta una delle due date.",
                in_date(then, first),
            )


def voto(dati: Mapping[str, Any]) -> Iterator[Rilievo]:
    """Warn of a vote whose days, heads and outcome do not go together."""
    vote = dati.get("consultazione_lavoratori", {})
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


def contro(dati: Mapping[str, Any]) -> Iterator[Rilievo]:
    """Warn of an agreement that is signed after the workers voted against it."""
    if dati.get("consultazione_lavoratori", {}).get("esito") == "contrario":
        yield avviso(
            "/consultazione_lavoratori/esito",
            "I lavoratori hanno votato contro l’ipotesi, e l’accordo è firmato lo stesso.",
            "Va corretto l’esito del voto, oppure va detto fra le dichiarazioni perché si firma.",
        )


def presenti_senza_firma(dati: Mapping[str, Any]) -> Iterator[Rilievo | NonVerificabile]:
    """Tell who is there for the workers and does not sign."""
    there = [(f"/organizzazioni_sindacali/{place}", one) for place, one in enumerate(dati["organizzazioni_sindacali"])]
    if "rappresentanza_aziendale" in dati:
        there.append(("/rappresentanza_aziendale", dati["rappresentanza_aziendale"]))
    if not there:
        yield NonVerificabile("nessun sindacato, né RSU o RSA, fra i presenti")
    for path, one in there:
        if one.get("firmataria") is False:
            yield nota(
                f"{path}/firmataria",
                "È presente e non firma: il testo lo dice fra i presenti, con la sua dichiarazione, senza la riga"
                " della firma.",
            )
    if there and all(one.get("firmataria") is False for _, one in there):
        yield avviso(
            "/organizzazioni_sindacali",
            "Per i lavoratori non firma nessuno di quelli che sono presenti.",
            "Va indicato chi firma per i lavoratori.",
        )


def del_giorno(dati: Mapping[str, Any]) -> Iterator[Rilievo]:
    """Tell from which day the terms of an agreement that was ratified run."""
    if "ratifica" in dati:
        yield nota(
            "/ratifica",
            f"I termini corrono dal giorno dell’accordo, {giorno(dati['data'])}: i giorni dell’ipotesi e della ratifica"
            " sono scritti accanto.",
        )
