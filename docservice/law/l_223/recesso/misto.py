"""The last notice where the agreed criterion comes first, and the statutory ones for the posts left: L223-35.

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


@regola("L223-35", _COMMA_9, per=FINALE, se=_misto)
def ciascuno_per_la_sua_via(caso: Documento) -> Esiti:
    """Con il criterio misto si dicono i pesi dei tre criteri e la via di ogni licenziato, nei limiti delle adesioni."""
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
    declared, chosen = caso.criterio.get("dichiarazioni_ricevute"), sum(one.via == "concordato" for one in caso.recessi)
    if declared is not None and chosen > declared:
        yield avviso(
            "/criterio/dichiarazioni_ricevute",
            f"I licenziati con il criterio concordato sono {chosen}, le dichiarazioni ricevute {declared}.",
            "Vanno controllati il numero delle dichiarazioni e il criterio di ciascun licenziato.",
            in_persone(chosen, declared),
        )
