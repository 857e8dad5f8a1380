"""What is told of a cell that should hold a number, and holds something else: what it says, and how that is written.

`non_numero("20h30", Decimale(unita="ore"))` → "«20h30» sono ore e minuti: va scritto 20,5."
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from docservice.campi.fields import Decimale, Intero
from docservice.law.italiano import con_virgola

NUMERO: Final = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
"""How a number is written, once it has been read."""
_CLOCK: Final = re.compile(
    r"(\d{1,3})\s*(?:h|ore|ora|')\s*([0-5]?\d)\s*(?:m|min|minuti|')?\.?", re.ASCII | re.IGNORECASE
)
_PERCENT: Final = re.compile(r"\d+(?:[.,]\d+)?\s*%", re.ASCII)
_YEARS: Final = re.compile(r"(\d{1,2})\s*anni", re.ASCII | re.IGNORECASE)
_DASHES: Final = frozenset("-–—−_/")
_SHOWN: Final = 40
_MONTHS: Final = 12


def non_numero(testo: str, campo: Intero | Decimale) -> str:
    """Return what is told of a text that is no number, remedy included."""
    text = testo.strip()
    said = f"«{text[:_SHOWN]}{'…' * (len(text) > _SHOWN)}»"
    if campo.unita == "ore" and (clock := _CLOCK.fullmatch(text)):
        hours = Decimal(clock[1]) + round(Decimal(clock[2]) / 60, 2)
        return f"{said} sono ore e minuti: va scritto {con_virgola(hours)}."
    if text and _DASHES.issuperset(text):
        return f"{said} non è un numero: se è zero va scritto 0, se il dato non c’è va svuotata la cella."
    if _PERCENT.fullmatch(text):
        kind = f" di {campo.unita}" if campo.unita else ""
        return f"{said} è una percentuale, e qui serve un numero{kind}: va scritto quanto fa."
    if campo.unita == "mesi" and (years := _YEARS.fullmatch(text)):
        return f"{said}: qui servono mesi, cioè {int(years[1]) * _MONTHS}."
    if isinstance(campo, Intero):
        return f"Serve un numero intero, scritto in cifre, e qui c’è {said}."
    return f"Serve un numero, per esempio 37,5, e qui c’è {said}."
