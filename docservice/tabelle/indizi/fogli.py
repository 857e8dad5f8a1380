"""Sheets of a workbook that are not read, and hold people: whoever sent them may think that all are.

Of «Luglio» with the header of the sheet that is read, and three people, `altri_fogli` tells that it is not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docservice.tabelle.foglio import Altro

CODICE: Final = "TAB-FOGLI"
_NAMED: Final = 5
_OTHERS: Final = (
    "Ci sono altri fogli che non sono letti: {quali}. Se servono, le loro righe vanno copiate sotto quelle del foglio"
    " letto, ciascun dato nella sua colonna; oppure ogni foglio va inviato a parte, con le intestazioni di questo."
)


def altri_fogli(altri: Sequence[Altro]) -> str | None:
    """Return what is told of the other sheets, None if there is none."""
    told = []
    for name, people, same in altri[:_NAMED]:
        count = "una persona" if people == 1 else f"{people} persone" * bool(people)
        sides = ["le stesse colonne", count] if same else [count, "altre intestazioni"]
        told.append(f"«{name}» ({', '.join(filter(None, sides))})")
    shown = ", ".join(told) + f" e altri {len(altri) - _NAMED}" * (len(altri) > _NAMED)
    return _OTHERS.format(quali=shown) if told else None
