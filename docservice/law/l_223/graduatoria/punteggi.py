"""The points of a worker under the three statutory criteria (L. 223/1991, art. 5 c. 1).

    hired on 01/03/2010, two dependants, needs that decide, one point each, on 31/05/2024
        -> 14 years: 2 + 14 = 16, and as many for the needs: 32

How much a dependant, a year, a need weigh is told by who chooses: the law only wants the three together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.calendar import anni_interi
from docservice.law.italiano import numero

RADDOPPIO, PUNTI = "raddoppio", "punti"
"""How the needs weigh."""
DETERMINANTI: Final = "determinanti"
_PARI: Final = Decimal(1)
"""What needs that do not decide are worth, where those that decide are worth the sum of the other two."""


@dataclass(frozen=True, slots=True)
class Riga:
    """A worker who is compared: the place in the list, the points."""

    indice: int
    id: str
    anni: int
    familiari: int
    assunzione: date
    carichi: Decimal
    anzianita: Decimal
    esigenze: Decimal
    totale: Decimal
    licenziato: bool


def riga(indice: int, lavoratore: Mapping[str, Any], criteri: Mapping[str, Any], al: date) -> Riga:
    """Return the points of a worker on a day."""
    hired, dependants = lavoratore["data_assunzione"], lavoratore["familiari_a_carico"]
    years = anni_interi(hired, al)
    family, seniority = dependants * criteri["carichi_famiglia"], years * criteri["anzianita"]
    base = family + seniority
    if criteri["esigenze"] != RADDOPPIO:
        needs = lavoratore.get("punti_esigenze", Decimal())
    else:
        needs = base if lavoratore["esigenze"] == DETERMINANTI else _PARI
    dismissed = lavoratore.get("licenziato", False)
    return Riga(indice, lavoratore["id"], years, dependants, hired, family, seniority, needs, base + needs, dismissed)


def formula(one: Riga, criteri: Mapping[str, Any]) -> str:
    """Write how the points of a worker are found: "2 × 1 + 14 × 1 + 16"."""
    family, seniority = (numero(criteri[name]) for name in ("carichi_famiglia", "anzianita"))
    return f"{one.familiari} × {family} + {one.anni} × {seniority} + {numero(one.esigenze)}"
