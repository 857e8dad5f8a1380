"""How the figures of the CIGO's documents are found (`procedura`, `relazione`, `relazione_tavole`), step by step.

settimane(three weeks used before) -> settimane_residue: 52 − 3 = 49
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from docservice.law.dlgs_148.cigo.durata import biennio_mobile, giorni_usati, settimana
from docservice.law.dlgs_148.cigo.indicatori import DEBITI, FLUSSI, INDEBITAMENTO, anni, debiti, fondazione, valori
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.figures import Valore
from docservice.law.italiano import con_punto, con_virgola, giorno, in_formula, numero
from docservice.law.passaggio import Passaggio, compresi, somma_di

Cifre = Mapping[str, Any]


def ripresa(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell the day on which work resumes."""
    if caso.periodo:
        yield Passaggio("ripresa", "Ripresa del lavoro", f"il giorno dopo il {giorno(caso.periodo.al)}")


def settimane(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell the weeks used in the mobile two years and those left."""
    yield from del_biennio(caso, "CIGO", caso.figura("settimane_cigo_biennio", caso.dal))


def del_biennio(caso: Documento, what: str, most: Valore | None) -> Iterator[Passaggio]:
    """Tell the weeks of a treatment used in the mobile two years, and those left of its most."""
    window = biennio_mobile(caso)
    if window is None or most is None:
        return
    days = [in_formula(taken) for taken in giorni_usati(caso, window) if taken]
    yield Passaggio(
        "settimane_usate",
        f"Settimane di {what} già usate nel biennio mobile, {compresi(window)}: giorni usati ÷ giorni della settimana",
        f"{_fra_parentesi(somma_di(days))} ÷ {settimana(caso)}" if days else "nessun giorno usato",
    )
    used = Fraction(sum(giorni_usati(caso, window), Fraction(0)), settimana(caso))
    yield Passaggio(
        "settimane_residue",
        "Settimane che restano nel biennio, prima di questa richiesta",
        f"{most.decimale} − {con_virgola(used)}" + (", cioè nessuna" if used > most.decimale else ""),
    )


def _fra_parentesi(sum_: str) -> str:
    return f"({sum_})" if "+" in sum_ else sum_


def allegati(caso: Documento, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell what each missing document is."""
    del caso
    for one in cifre["allegati_mancanti"]:
        yield Passaggio(
            "allegati_mancanti",
            f"Da allegare: {one['motivo']}",
            "richiesto per questa causale, e non è fra gli allegati",
            one["tipo"],
        )
    if not cifre["allegati_mancanti"]:
        yield Passaggio("allegati_mancanti", "Da allegare", "gli allegati richiesti ci sono tutti", "nessuno")


def indicatori(caso: Documento, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell the years asked for, the debts of each period, the trend."""
    last, whole = anni(caso)[-1], caso.figura("anni_indicatori", caso.dal)
    since = f"da {last} − {whole.decimale}, o da quando c’è l’impresa ({fondazione(caso).year})," if whole else "nel"
    yield Passaggio("anni_richiesti", "Anni per cui servono gli indicatori", f"{since} al {last}")
    for one in valori(caso):
        total = debiti(one)
        if total is not None:
            when = f"{one['anno']}" + (f", trimestre {one['trimestre']}" if "trimestre" in one else "")
            terms = [f"{numero(one[name])} ({what})" for name, what in DEBITI.items() if name in one]
            yield Passaggio("indebitamento", f"Indebitamento del {when}", somma_di(terms), con_punto(total))
    if not cifre["indebitamento"]:
        yield Passaggio("indebitamento", "Indebitamento", "nessun debito è indicato", "nessuno")
    for row in cifre["andamento"]:
        yield Passaggio("andamento", *_andamento(row))
    if not cifre["andamento"]:
        yield Passaggio("andamento", "Andamento degli indicatori", "mancano due anni interi da confrontare", "nessuno")


def _andamento(row: Mapping[str, Any]) -> tuple[str, str, str]:
    before, after = Decimal(row["prima"]), Decimal(row["dopo"])
    sign = "<" if after < before else ">" if after > before else "="
    worse = "peggiora se cresce" if row["indicatore"] == INDEBITAMENTO else "peggiora se cala"
    named = FLUSSI.get(row["indicatore"], "l’indebitamento")
    what = f"Come cambia {named} fra il primo e l’ultimo anno intero: {worse}"
    return what, f"{numero(after)} {sign} {numero(before)}", "peggiora" if row["peggiora"] else "non peggiora"
