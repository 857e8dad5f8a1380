"""When the additional contribution is not due at all: events nobody can avoid, complex crisis, an act that says so.

esente({"causale": "crisi_complessa", "data_domanda": date(2025, 6, 1), …}) -> why, and its source
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from docservice.law.calculator import DominioErrato
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.causali import CRISI_COMPLESSA, NORMA_SPECIALE
from docservice.law.dlgs_148.generale.deroghe import fonte
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.figures import Valore, figura

_CON_EVENTI: Final = frozenset({"CIGO", "FIS"})
_STRAORDINARIE: Final = frozenset({"CIGS", "CDS"})


@dataclass(frozen=True, slots=True)
class Esenzione:
    """Why nothing is due, where it is written, what else is to be known."""

    perche: str
    fonte: Fonte | Valore
    nota: str | None = None


def esente(dati: Mapping[str, Any]) -> Esenzione | None:
    """Return why nothing is due, if so; raise DominioErrato, or FiguraIgnota for a day of which it is not known."""
    _verifica(dati)
    if dati.get("eone"):
        return Esenzione("evento oggettivamente non evitabile: non è dovuto", decreto("art. 13 c. 3"))
    act = dati.get("norma", {})
    if act.get("addizionale") is False:
        source = fonte(act)
        told = f"Che il contributo non sia dovuto lo dicono i dati ({source.atto}, {source.punto}): non è verificato."
        return Esenzione("l’atto che concede il trattamento lo esclude", source, told)
    # a collective dismissal during the treatment takes the exemption away, whatever it is on that day
    if dati.get("causale") == CRISI_COMPLESSA and not dati.get("licenziamento_collettivo"):
        known = figura("dlgs_148.addizionale_crisi_complessa", dati["data_domanda"])
        if known.stato == "non_noto":
            raise known.ignota()
        return Esenzione("area di crisi industriale complessa: non è dovuto", known) if known.noto else None
    return None


def _verifica(dati: Mapping[str, Any]) -> None:
    cause = dati.get("causale")
    errori = []
    if dati.get("eone") and dati["strumento"] not in _CON_EVENTI:
        told = "Gli eventi oggettivamente non evitabili sono della CIGO e del FIS: va tolta l’indicazione."
        errori.append(("/eone", told))
    if cause == CRISI_COMPLESSA and dati["strumento"] not in _STRAORDINARIE:
        told = "L’area di crisi industriale complessa è una causale della CIGS: va corretto lo strumento o la causale."
        errori.append(("/causale", told))
    if "norma" in dati and cause not in (None, NORMA_SPECIALE):
        told = "La norma si indica con la causale «norma speciale»: va corretta la causale, oppure va tolta la norma."
        errori.append(("/norma", told))
    if errori:
        raise DominioErrato(errori)
