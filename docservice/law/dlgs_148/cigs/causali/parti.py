"""The parts that an agreement, or a record, must state: what is told of one that is missing, and how much it weighs.

    manca(an agreement, "/criteri_scelta", "con quali criteri si scelgono i lavoratori")
        -> Rilievo(errore, "/criteri_scelta", "L’accordo non dice con quali criteri si scelgono i lavoratori.")

A record that only adjourns states nothing yet; one without an agreement, what was examined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.ipotesi import RINVIATO, SENZA_ACCORDO
from docservice.law.finding import Rilievo, avviso, errore
from docservice.law.tratti import ACCORDO, COMUNICAZIONE


def vuoto(valore: Any) -> bool:
    """Say whether nothing is told: no value, a blank text, an empty list."""
    return valore is None or (isinstance(valore, str) and not valore.strip()) or valore in ([], {})


def rinviato(caso: Documento) -> bool:
    """Say whether the record only adjourns."""
    return caso.dati.get("esito") == RINVIATO


def chi_dice(caso: Documento) -> str:
    """Return what the document is called by who speaks of what it says."""
    return "L’accordo" if caso.di(ACCORDO) else "La comunicazione" if caso.di(COMUNICAZIONE) else "Il verbale"


def manca(caso: Documento, percorso: str, che_cosa: str, *, dubbio: bool = False) -> Iterator[Rilievo]:
    """Yield that a part is not stated: a doubt where it is asked less plainly, or there is no agreement."""
    if rinviato(caso):
        return
    weighs = avviso if dubbio or caso.dati.get("esito") in SENZA_ACCORDO else errore
    yield weighs(percorso, f"{chi_dice(caso)} non dice {che_cosa}.", "La parte va aggiunta.")


def mancano(caso: Documento, blocco: str, che_cosa: Mapping[str, str], *, dubbio: bool = False) -> Iterator[Rilievo]:
    """Yield each part of a block that is not stated, by its name: what it must say."""
    told: Mapping[str, Any] = caso.dati.get(blocco, {})
    for name, what in che_cosa.items():
        if vuoto(told.get(name)):
            yield from manca(caso, f"/{blocco}/{name}", what, dubbio=dubbio)
