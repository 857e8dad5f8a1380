"""What the employer of a document may ask for, in the place of what it has no right to.

altrove(a notice of CIGO of a shop, in 2023) -> "Si può chiedere l’assegno del FIS."
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from typing import Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import SOLIDARIETA
from docservice.law.dlgs_148.strumenti.datore import Datore
from docservice.law.dlgs_148.strumenti.ostacoli import STRUMENTI
from docservice.law.figures import FiguraIgnota

_IN_PAROLE: Final = {
    "CIGO": "la CIGO",
    "CIGS": "la CIGS",
    "CDS": "il contratto di solidarietà",
    "FIS": "l’assegno del FIS",
    "FONDO": "l’assegno del fondo bilaterale",
    "CDS_B": "il contratto di solidarietà della L. 236/1993",
    "CIGD": "la CIG in deroga",
}
_SPETTA, _FORSE = "Si può chiedere", "Forse spetta"
_SECONDO_I_DATI: Final = "Secondo i dati che mancano può spettare"
_SOGLIE: Final = (
    *("dipendenti_cigs", "dipendenti_cigs_commercio"),
    *("dipendenti_fis", "dipendenti_fis_solidarieta", "dipendenti_fis_straordinarie", "dipendenti_fis_piccoli"),
)
"""The figures of the employees by which the law tells employers apart."""


def altrove(caso: Documento, tranne: Collection[str] = ()) -> str:
    """Return it in a sentence or two; what is not told of the employer may be anything.

    `tranne` are the instruments that the document is told not to have.
    """
    told: dict[str, list[str]] = {_SPETTA: [], _FORSE: [], _SECONDO_I_DATI: []}
    for one in (one for one in STRUMENTI if one.nome not in tranne):
        try:
            found = [one.ostacolo(chi, caso.causale or SOLIDARIETA, caso.dati.get("norma", {})) for chi in _tutti(caso)]
        except FiguraIgnota:
            continue
        barred = [lacking is not None and not lacking.incerto for lacking in found]
        if not all(barred):
            told[_SECONDO_I_DATI if any(barred) else _FORSE if any(found) else _SPETTA].append(_IN_PAROLE[one.nome])
    listed = " ".join(f"{how} {' o '.join(what)}." for how, what in told.items() if what)
    return listed or "Per questa causale non spetta un altro strumento."


def _tutti(caso: Documento) -> list[Datore]:
    """Return the employer with each value that may be of what it does not tell."""
    chi = caso.chi
    sizes = _taglie(chi) if chi.media is None else [chi.media]
    clients = (True, False) if chi.committente_cigs is None else (chi.committente_cigs,)
    return [
        replace(chi, media=size, committente_cigs=client, committente_cigo=bool(chi.committente_cigo))
        for size in sizes
        for client in clients
    ]


def _taglie(chi: Datore) -> list[Decimal]:
    """Return an employee more than each size that the law names that day, from the least employer on."""
    bounds = {Decimal(0)}
    for name in _SOGLIE:
        try:
            found = chi.figura(name)
        except FiguraIgnota:
            continue
        if found.noto:
            bounds.add(found.decimale)
    return [bound + 1 for bound in sorted(bounds)]
