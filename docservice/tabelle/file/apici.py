"""Texts of a CSV between single quotes, as some programs write them: 'Neri';'Ada';40 is read as Neri, Ada, 40.

`fra_apici([["Cognome"], ["'Neri'"]])` is True of the first rows of a file; a row with some texts so, and some not, is
told once, of the whole file: who wrote it can do better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from docservice.tabelle.foglio import TabellaIllegibile
from docservice.tabelle.testi.nomi import VUOTI

NOTA: Final = "I testi del file sono fra apici ('): si leggono senza."
_BETWEEN: Final = re.compile(r"'.*'", re.DOTALL)
_LETTER: Final = re.compile(r"[^\W\d_]")
_FEW: Final = 2
"""Texts between quotes that are no accident."""
_SOME: Final = (
    "Nel file molti testi sono fra apici (') e altri no, come alla riga {riga}: va esportato di nuovo con le virgolette"
    ' doppie (") attorno ai testi, oppure salvato in XLSX.'
)


def fra_apici(righe: Iterable[Sequence[str]]) -> bool:
    """Say whether most texts of some rows are between single quotes, from the first row that has some."""
    texts = inside = 0
    for row in righe:
        said = [cell for cell in row if _LETTER.search(cell)]
        here = sum(_is_between(cell) for cell in said)
        if here or inside:
            texts, inside = texts + len(said), inside + here
    return inside >= _FEW and 2 * inside > texts


def senza_apici(celle: Sequence[str], riga: int, *, prima: bool) -> list[str]:
    """Return the cells of a row without quotes; raise `TabellaIllegibile`.

    `prima` says that no row above has any: this one may have none either, as a header.
    """
    inside = [_is_between(cell) for cell in celle]
    if any(_LETTER.search(cell) and not here for cell, here in zip(celle, inside, strict=True)):
        if prima and not any(inside):
            return list(celle)
        raise TabellaIllegibile(_SOME.format(riga=riga))
    bare = (cell.strip(VUOTI)[1:-1].replace("''", "'") for cell in celle)
    return [one if here else cell for cell, here, one in zip(celle, inside, bare, strict=True)]


def _is_between(cell: str) -> bool:
    text = cell.strip(VUOTI)
    return len(text) > 1 and _BETWEEN.fullmatch(text) is not None
