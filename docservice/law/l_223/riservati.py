"""What of a worker only the quotas need: told for them alone, and never printed (L223-11).

A list that tells `sesso` and no `manodopera`: L223-11 notes at /lavoratori that the datum serves no rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from docservice.law.finding import nota
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.tratti import FINALE, GRADUATORIA
from docservice.law.voce import Esiti, annota

_SERVE_A: Final = {
    "sesso": ("manodopera", "il sesso", "la quota delle donne (L223-6)"),
    "categoria_protetta": ("collocamento_mirato", "la categoria protetta", "la quota di riserva (L223-7)"),
}


def _elenchi(caso: Documento) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield where workers are listed: the list of the document, that of the ranking in it."""
    yield "", caso.dati
    if "graduatoria" in caso.dati:
        yield "/graduatoria", caso.dati["graduatoria"]


@annota("L223-11", legge("art. 5 c. 2"), per=FINALE | GRADUATORIA)
def riservati(caso: Documento) -> Esiti:
    """Sesso e categoria protetta servono alle sole quote: non si stampano, ma restano nei dati del documento."""
    for place, told in _elenchi(caso):
        workers = told.get("lavoratori", [])
        for name, (quota, what, why) in _SERVE_A.items():
            if not any(name in one for one in workers):
                continue
            if quota in told or quota in caso.dati:
                yield nota(
                    f"{place}/lavoratori",
                    f"Per {why} si indica {what} dei lavoratori: il documento non lo stampa, ma resta nei dati uniti al"
                    " file, dove chi lo riceve può leggerlo.",
                )
            else:
                yield nota(
                    f"{place}/lavoratori",
                    f"Si indica {what} dei lavoratori, che serve soltanto per {why} e qui non serve a nulla: si può"
                    " togliere.",
                )
