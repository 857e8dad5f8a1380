"""Draft, vote of the workers, ratification: the order in which an agreement comes about.

A draft of 1 June, ratified on 31 May: D148-12 says so at /ratifica/data.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.finding import avviso
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import ACCORDO, ESAME
from docservice.law.voce import Esiti, regola

_ITER: Final = (
    ("ipotesi", "data", ("L’ipotesi di accordo", "dell’ipotesi di accordo")),
    ("consultazione_lavoratori", "dal", ("Il voto dei lavoratori", "del voto dei lavoratori")),
    ("ratifica", "data", ("La ratifica", "della ratifica")),
)


def _con_iter(caso: Documento) -> bool:
    return any(name in caso.dati for name, _, _ in _ITER)


@regola("D148-12", guida("verbali di accordo e di esame congiunto"), per=ESAME | ACCORDO, se=_con_iter)
def ipotesi_voto_ratifica(caso: Documento) -> Esiti:
    """L’ipotesi di accordo viene prima del voto dei lavoratori, e il voto, che la approva, prima della ratifica."""
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
    against = caso.dati.get("consultazione_lavoratori", {}).get("esito") == "contrario"
    if against and (caso.di(ACCORDO) or caso.dati.get("esito") == "positivo"):
        yield avviso(
            "/consultazione_lavoratori/esito",
            "I lavoratori hanno votato contro l’ipotesi, e l’accordo è firmato lo stesso.",
            "Va corretto l’esito del voto, oppure va detto fra le dichiarazioni perché si firma.",
        )
