"""What the dismissals of an agreement cost at most: the contribution of 36 months, on the last day agreed.

Six confirmed, to 31/12/2024, with the CIGS: 3.814,03 euro each, 22.884,18 in all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.figures import FiguraIgnota
from docservice.law.finding import Rilievo, nota
from docservice.law.generale.contributo_recesso import formula, ticket
from docservice.law.generale.letture_recesso import Ticket, note
from docservice.law.italiano import giorno, in_formula
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.tavolo.accordo import licenzia, ultimo_recesso
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import ACCORDO
from docservice.law.voce import annota, cifra

_FONTE: Final = Fonte("L. 28 giugno 2012, n. 92", "art. 2 c. 31-35")
_MOLTI: Final = 1200
"""Months of service over any that count."""
_CIASCUNO: Final = "Contributo di recesso di un lavoratore, al massimo"
_TUTTI: Final = "Contributo di recesso di tutti, al massimo"


def _dovuto(caso: Documento) -> bool:
    return "contributo" in caso.dati and licenzia(caso)


def _ticket(caso: Documento) -> Ticket | None:
    """Return what is due for a worker with all the months that count; None where it is not known for that day."""
    last = ultimo_recesso(caso)
    try:
        return (
            None
            if last is None
            else ticket(
                {
                    "data_cessazione": last,
                    "mesi_anzianita": _MOLTI,
                    "cigs": caso.dati["contributo"]["cigs"],
                    "accordo": True,
                    "data_apertura_procedura": caso.procedura["data_apertura"],
                }
            )
        )
    except FiguraIgnota:
        return None


def _passi(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    del cifre
    each, heads = _ticket(caso), caso.dati["numero_confermato"]
    if each is not None:
        yield Passaggio("contributo_massimo_lavoratore", _CIASCUNO, f"{formula(each)}, al centesimo")
        yield Passaggio("contributo_massimo_totale", _TUTTI, f"{in_formula(each.contributo)} × {heads}")


@cifra(
    "contributo_massimo_lavoratore", "contributo_massimo_totale", fonte=_FONTE, per=ACCORDO, passi=_passi, se=_dovuto
)
def massimo(caso: Documento) -> dict[str, str]:
    """Return the most that is due for a worker, and for all those confirmed."""
    each = _ticket(caso)
    if each is None:
        return {}
    total = each.contributo * caso.dati["numero_confermato"]
    return {"contributo_massimo_lavoratore": str(each.contributo), "contributo_massimo_totale": str(total)}


@annota("S-TICKET", _FONTE, per=ACCORDO, se=_dovuto)
def letture(caso: Documento) -> Iterator[Rilievo]:
    """Tell what the estimate rests on, and the other readings of the contribution."""
    each, last = _ticket(caso), ultimo_recesso(caso)
    if last is None:
        return
    if each is None:
        yield nota("/contributo", f"Il contributo di recesso di chi cessa il {giorno(last)} non si conosce ancora.")
        return
    yield nota(
        "/contributo",
        f"La stima del contributo di recesso conta per ciascuno {each.mesi} mesi di anzianità, il massimo, e la"
        f" cessazione il {giorno(last)}: con un preavviso lavorato la cessazione è dopo, e può cambiare il massimale.",
    )
    yield from (nota("/contributo", told) for told in note(each))
