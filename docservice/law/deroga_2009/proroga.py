"""The hours of an agreement B that are left after its first grant (Accordo Quadro, Allegato B, schema B).

6920 hours granted, 5000 used -> {"ore_residue": "1920"}
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from docservice.law.calculator import Conto, DominioErrato, calcolo
from docservice.law.deroga_2009.fonti import quadro
from docservice.law.italiano import con_punto, in_formula, numero


@calcolo("proroga-accordo-b", titolo="Ore residue per la proroga di un accordo B")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Le ore concesse e non consumate, utilizzabili oltre i sei mesi con la procedura semplificata.

    `monte_ore_concesso` and `ore_consumate` Decimal, hours of CIG.
    """
    granted: Decimal = dati["monte_ore_concesso"]
    used: Decimal = dati["ore_consumate"]
    if used > granted:
        message = (
            f"Le ore consumate ({numero(used)}) sono più di quelle concesse ({numero(granted)}): va corretto un numero."
        )
        raise DominioErrato([("/ore_consumate", message)])
    svolto = Conto()
    left = con_punto(granted - used)
    svolto.passo("Ore residue", f"{in_formula(granted)} − {in_formula(used)}", left)
    svolto.cita(quadro("All. B, schema B"))
    svolto.note.append("Le ore residue si possono usare entro la durata massima complessiva del trattamento.")
    svolto.risultati["ore_residue"] = left
    return svolto
