"""Cells beyond the last column of the header: in a CSV most likely a text with the delimiter in it, which shifts a row.

Of a header of three columns and a row of five, `oltre` gives the row; where most rows have as many it is only noted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docservice.tabelle.difetti import Difetti
from docservice.tabelle.foglio import Riga, vuota

_NAMED: Final = 5
_WIDE: Final = (
    "La riga ha più celle dell’intestazione: forse un testo contiene il segno che separa le celle, e quelle che seguono"
    " sono slittate. Quel testo va messo fra virgolette doppie."
)


def oltre(righe: Sequence[Riga], larga: int, tipo: str, difetti: Difetti, note: list[str]) -> None:
    """Note the rows with cells under no header, `larga` columns wide; a few of a CSV are faults."""
    wide = [row.numero for row in righe if any(not vuota(cell) for cell in row.celle[larga:])]
    if wide and tipo == "csv" and 2 * len(wide) <= len(righe):
        for number in wide:
            difetti.segna("TAB-RIGA", _WIDE, number)
    elif wide:
        shown = ", ".join(map(str, wide[:_NAMED]))
        note.append(f"Celle oltre l’ultima colonna dell’intestazione, non lette: righe {shown}.")
