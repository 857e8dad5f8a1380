"""Columns that have no name and hold something: nobody reads them, and who sent them may think that somebody does.

Of `Cognome`, `Nome`, an empty header and `Codice fiscale`, over "Neri", "Ada", "Maria" and a code, the third column is
told as a fault: it is most likely a name that would be lost. The rows' own numbers, which programs write so, are not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from docservice.tabelle.colonne import Colonna
from docservice.tabelle.foglio import Cella, Riga, lettera, vuota
from docservice.tabelle.testi.nomi import VUOTI
from docservice.tabelle.testi.persone import PERSONE, sembra_nome

CODICE: Final = "TAB-COLONNA-SENZA-NOME"
_UNREAD: Final = (
    "La colonna {colonna} non ha nome, e ha valori in {quante}: non è letta. Se serve, va scritto il nome nella sua"
    " intestazione."
)
_NAME: Final = (
    "La colonna {colonna} non ha nome, segue «{prima}» e ha valori in {quante} (per esempio «{valore}»), che non si"
    " leggerebbero: se sono parte del nome vanno uniti a quella colonna, se no va scritta l’intestazione, o tolta la"
    " colonna."
)
_SHOWN: Final = 40


def senza_nome(
    testata: Sequence[Cella], colonne: Mapping[int, Colonna], righe: Sequence[Riga], nascoste: Collection[int] = ()
) -> Iterator[tuple[bool, str, int]]:
    """Yield whether it is a fault, message and place of each column without a name whose rows hold something.

    `nascoste` are the places of the columns that are left out.
    """
    wide = max((len(row.celle) for row in righe), default=0)
    blank = [n for n in range(wide) if n not in nascoste and (n >= len(testata) or vuota(testata[n]))]
    for place in blank:
        cells = [row.celle[place] for row in righe if place < len(row.celle) and not vuota(row.celle[place])]
        if not cells or _numbers(cells):
            continue
        told = {"colonna": lettera(place), "quante": f"{len(cells)} righe" if len(cells) > 1 else "una riga"}
        before = next((n for n in range(min(place, len(testata)) - 1, -1, -1) if not vuota(testata[n])), None)
        column = None if before is None else colonne.get(before)
        name = next((str(cell) for cell in cells if sembra_nome(cell)), None)
        if column is not None and column.passi[-1] in PERSONE and place < len(testata) and name is not None:
            yield True, _NAME.format(prima=column.titolo, valore=name[:_SHOWN], **told), place
        else:
            yield False, _UNREAD.format(**told), place


def _numbers(cells: Sequence[Cella]) -> bool:
    """Say whether cells are the numbers of their rows."""
    texts = [str(cell).strip(VUOTI).rstrip(".") for cell in cells]
    if not all(text.isascii() and text.isdigit() for text in texts):
        return False
    return all(int(after) - int(before) == 1 for before, after in pairwise(texts))
