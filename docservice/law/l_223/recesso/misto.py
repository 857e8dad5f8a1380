"""The last notice where some are chosen by the agreed criterion, and others perhaps by the statutory ones: L223-35.

Three chosen by the agreed criterion, two statements received: L223-35 at /criterio/dichiarazioni_ricevute.
"""

from __future__ import annotations

from typing import Final

from docservice.law.finding import avviso
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.recesso.criterio import MISTO
from docservice.law.misura import in_persone
from docservice.law.tratti import FINALE
from docservice.law.voce import Esiti, regola

_COMMA_9: Final = legge("art. 4 c. 9")
_PESI: Final = ("carichi_famiglia", "anzianita", "esigenze")


def _misto(caso: Documento) -> bool:
    return MISTO in (caso.criterio.get("tipo"), caso.dati.get("forma"))


def _per_adesione(caso: Documento) -> bool:
    """Say whether all are chosen among those who declared, and it is told how many these are."""
    agreed = caso.criterio.get("concordato", {})
    only = caso.criterio.get("tipo") == "concordato" and agreed.get("specie") == "non_opposizione"
    return only and "dichiarazioni_ricevute" in caso.criterio


@regola("L223-35", _COMMA_9, per=FINALE, se=lambda caso: _misto(caso) or _per_adesione(caso))
def ciascuno_per_la_sua_via(caso: Documento) -> Esiti:
    """Con il criterio misto si dicono i pesi dei tre e la via di ognuno; i licenziati per adesione hanno aderito."""
    if _misto(caso):
        yield from _del_misto(caso)
    found = sum(one.via == "concordato" or (one.via is None and not _misto(caso)) for one in caso.recessi)
    declared = caso.criterio.get("dichiarazioni_ricevute")
    if declared is not None and found > declared:
        yield avviso(
            "/criterio/dichiarazioni_ricevute",
            f"I licenziati con il criterio concordato sono {found}, le dichiarazioni ricevute {declared}.",
            "Vanno controllati il numero delle dichiarazioni e il criterio di ciascun licenziato.",
            in_persone(found, declared),
        )


def _del_misto(caso: Documento) -> Esiti:
    """Look at the weights for the posts left, and at the way of each."""
    weights = caso.criterio.get("legale", {})
    if missing := [name for name in _PESI if name not in weights]:
        yield avviso(
            f"/criterio/legale/{missing[0]}" if weights else "/criterio/legale",
            "Per i posti che restano dopo il criterio concordato non è detto quanto pesano i tre criteri di legge.",
            "Va indicato il peso di carichi di famiglia, anzianità ed esigenze.",
        )
    for one in caso.recessi:
        if one.via is None:
            yield avviso(
                f"{one.percorso}/via",
                "Non è detto con quale dei due criteri il lavoratore è stato scelto.",
                "Va indicato: criterio concordato, oppure criteri di legge.",
            )
