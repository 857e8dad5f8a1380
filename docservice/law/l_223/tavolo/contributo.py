"""What the dismissals of an agreement cost at most: the contribution of 36 months, on the last day agreed.

Six confirmed, to 31/12/2024, with the CIGS: 3.814,03 euro each, 22.884,18 in all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato
from docservice.law.citation import Fonte
from docservice.law.figures import figura
from docservice.law.finding import Rilievo, nota
from docservice.law.generale.contributo_recesso import conto
from docservice.law.italiano import giorno, in_formula
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.tavolo.accordo import licenzia, ultimo_recesso
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import ACCORDO
from docservice.law.voce import annota, cifra

_FONTE: Final = Fonte("L. 28 giugno 2012, n. 92", "art. 2 c. 31-35")


def _dovuto(caso: Documento) -> bool:
    return "contributo" in caso.dati and licenzia(caso)


def _conto(caso: Documento) -> Conto | None:
    """Return the account of a worker with all the months that count; None where the figures of that day are unknown."""
    last = ultimo_recesso(caso)
    if last is None:
        return None
    most = figura("comune.mesi_massimi_recesso", last)
    asked = {
        "data_cessazione": last,
        "mesi_anzianita": int(most.decimale) if most.noto else 1,
        "cigs": caso.dati["contributo"]["cigs"],
        "accordo": True,
        "data_apertura_procedura": caso.procedura["data_apertura"],
    }
    try:
        return conto(asked)
    except DominioErrato:
        return None


def _passi(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    svolto = _conto(caso)
    if svolto is None:
        return
    step = next(one for one in svolto.passaggi if one["descrizione"] == "Contributo")
    each, heads = Decimal(cifre["contributo_massimo_lavoratore"]), caso.dati["numero_confermato"]
    yield Passaggio(
        "contributo_massimo_lavoratore", "Contributo di recesso di un lavoratore, al massimo", step["formula"]
    )
    yield Passaggio(
        "contributo_massimo_totale", "Contributo di recesso di tutti, al massimo", f"{in_formula(each)} × {heads}"
    )


@cifra(
    "contributo_massimo_lavoratore", "contributo_massimo_totale", fonte=_FONTE, per=ACCORDO, passi=_passi, se=_dovuto
)
def massimo(caso: Documento) -> dict[str, str]:
    """Return the most that is due for a worker, and for all those confirmed."""
    svolto = _conto(caso)
    if svolto is None:
        return {}
    each = Decimal(svolto.risultati["contributo"])
    return {
        "contributo_massimo_lavoratore": str(each),
        "contributo_massimo_totale": str(each * caso.dati["numero_confermato"]),
    }


@annota("S-TICKET", _FONTE, per=ACCORDO, se=_dovuto)
def letture(caso: Documento) -> Iterator[Rilievo]:
    """Tell what the estimate rests on, and the other readings of the contribution."""
    svolto, last = _conto(caso), ultimo_recesso(caso)
    if last is None:
        return
    if svolto is None:
        yield nota("/contributo", f"Il contributo di recesso di chi cessa il {giorno(last)} non si conosce ancora.")
        return
    yield nota(
        "/contributo",
        f"Il contributo di recesso è quello di chi ha almeno 36 mesi di anzianità e cessa il {giorno(last)}: con un"
        " preavviso lavorato la cessazione, e il massimale, sono di dopo. Senza accordo si paga tre volte.",
    )
    yield from (nota("/contributo", told) for told in svolto.note)
