"""Events that nobody can avoid (EONE): which causes are such (D.Lgs. 148/2015, art. 12 c. 4; INPS mess. 1548/2017).

non_evitabile("meteo", {}, date(2023, 6, 1)) -> True
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from docservice.law.figures import FiguraIgnota, figura

NOMI_EVENTI: Final = {
    "incendio": "incendio",
    "alluvione": "alluvione",
    "sisma": "sisma",
    "crollo": "crollo",
    "energia_elettrica": "mancanza di energia elettrica",
    "impraticabilita_locali": "impraticabilità dei locali",
    "ordine_autorita": "ordine di una pubblica autorità",
}
EVENTI: Final = tuple(NOMI_EVENTI)
"""What may have happened, of the cause `eventi_esterni`, and what each is called."""
ENERGIA, ORDINANZA = "energia_elettrica", "ordine_autorita"
GUASTO: Final = "guasto_macchinari"


def non_evitabile(causale: str | None, evento: Mapping[str, Any], giorno: date) -> bool:
    """Say whether a cause is an event that cannot be avoided, on a day.

    `evento` holds `tipo`, one of `EVENTI`, and `programmata` bool, of a power cut. An event whose kind is not given is
    read as one of those that cannot be avoided.
    """
    if causale == "meteo":
        return True
    if causale == "eventi_esterni":
        kind = evento.get("tipo")
        # an order that leaves the premises fit for use, and a planned power cut, could be foreseen
        return kind != ORDINANZA and not (kind == ENERGIA and evento.get("programmata"))
    if causale == GUASTO:
        try:
            return figura("dlgs_148.guasto_non_evitabile", giorno).noto
        except FiguraIgnota:
            return False
    return False
