"""The earlier treatments of a unit by their cause, however the authorisation calls it.

causa({"tipo": "CIGS", "causale": "Crisi aziendale"}) -> "crisi"
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.cigs.computo import somma
from docservice.law.dlgs_148.computo.fuori import contano
from docservice.law.dlgs_148.computo.insieme import CIGS
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_22
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CESSAZIONE, NOMI, STRAORDINARIE
from docservice.law.dlgs_148.generale.finestra import parte
from docservice.law.dlgs_148.generale.unita import precedenti_della

_DETTE: Final = {
    **{one.casefold(): name for name in STRAORDINARIE for one in (name, NOMI[name])},
    "ristrutturazione aziendale": "riorganizzazione",
}
_INIZI: Final = {"riorganizz": "riorganizzazione", "crisi aziendal": "crisi", "cessazion": CESSAZIONE}
"""How a cause begins, where an authorisation writes more of it."""


def causa(riga: Mapping[str, Any]) -> str | None:
    """Return the cause of an earlier CIGS; None where it is not told, or not understood."""
    told = " ".join(riga.get("causale", "").casefold().split())
    if told in _DETTE:
        return _DETTE[told]
    return next((name for begins, name in _INIZI.items() if told.startswith(begins)), None)


def mesi_avuti(caso: Documento, unita: str | None, causale: str, motivo: str) -> Fraction:
    """Return the months of a cause that a unit had, those flagged as out of the limits for it included."""
    rows = [(place, row) for place, row in precedenti_della(caso, unita) if row["tipo"] == CIGS]
    own = [place for place, row in rows if row.get("fuori_computo") == motivo or causa(row) == causale]
    return somma(caso.precedenti[place] for place in own)


def mesi_in_conto(caso: Documento, unita: str | None, window: Periodo, causali: frozenset[str | None]) -> Fraction:
    """Return the months of some causes that a unit had in a window, those left out of art. 22 not among them."""
    found = Fraction(0)
    for place, row in precedenti_della(caso, unita):
        inside = parte(caso.precedenti[place], window)
        if inside and row["tipo"] == CIGS and causa(row) in causali:
            found += somma(contano(row, inside, caso.settore, ARTICOLO_22))
    return found
