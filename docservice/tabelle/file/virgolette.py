r"""Quotes that open and close by accident: two marks of "ditto" in two rows make one cell of what is between them.

Of the lines `Ferri;…;"` and `Galli;…;"` a reader makes one row, whose last cell holds the whole of the second: nobody
meant it, and Galli would be on a paper nowhere. `inghiotte("\nGalli;Marta;GLL…;", ";", 4)` is True; of a note on two
lines it is False.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from docservice.law.generale.codice_fiscale import valido
from docservice.tabelle.foglio import TabellaIllegibile
from docservice.tabelle.testi.nomi import VUOTI

_PERSONA: Final = 16
"""Characters of the code of a person."""
_FEW: Final = 2
"""Signs in a row by which it is known as one, at least."""
_SWALLOWED: Final = (
    "La cella aperta con le virgolette alla riga {prima} contiene anche {altre}: le virgolette di quella riga vanno"
    " chiuse nella stessa cella, o tolte; se stavano per «come sopra», al loro posto va ripetuto il valore."
)


def inghiotte(cella: str, separatore: str, segni: int) -> bool:
    """Say whether a cell of many lines holds rows; `segni` is how many signs part the cells of one."""
    signs = cella.count(separatore)
    if segni < _FEW or signs < segni:
        return False
    lines = cella.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if signs == segni * (len(lines) - 1) and f"{separatore} " not in cella:
        return True
    pieces = (piece.strip(VUOTI).upper() for line in lines for piece in line.split(separatore))
    return any(len(piece) == _PERSONA and valido(piece) for piece in pieces)


def controlla(lunghe: Mapping[int, tuple[int, Sequence[str]]], separatore: str, segni: int) -> None:
    """Raise `TabellaIllegibile` for the first row that holds others; `lunghe` are last line and cells, by the first."""
    for first, (last, cells) in lunghe.items():
        if any(inghiotte(cell, separatore, segni) for cell in cells):
            others = f"la riga {last}" if last == first + 1 else f"le righe da {first + 1} a {last}"
            raise TabellaIllegibile(_SWALLOWED.format(prima=first, altre=others))
