"""What is doubted of the rows of a table that can all be read: columns that look written in another way, names twice.

`dubbi(rows, columns, virgole=False)` yields `("TAB-ORE-E-MINUTI", "Nella colonna D …", None, 3)` of hours as "20.30".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from docservice.campi.fields import Decimale, Giorno, Intero, Testo
from docservice.law.italiano import con_virgola
from docservice.tabelle.colonne import Colonna
from docservice.tabelle.foglio import Cella, Riga, lettera, vuota
from docservice.tabelle.testi.nomi import VUOTI
from docservice.tabelle.testi.persone import PERSONE

_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}", re.ASCII)
_HOURS: Final = re.compile(r"\d{1,3}\.([0-5]\d)", re.ASCII)
_HUNDREDTHS: Final = frozenset({"00", "25", "50"})
"""What is after the point of hours that are counted in quarters."""
_SMALL: Final = re.compile(r"\d{1,2}(?:\.\d+)?", re.ASCII)
_QUOTES: Final = frozenset("'‘’")
_FEW: Final = 3
"""Days from which a column looks written in a way."""
_MONTHS: Final = 12
_ORE: Final = "ore_settimanali"
_SLID: Final = 2
"""Columns that slide together, at most: of a row with more of them empty, it is the row that is not whole."""
_A_DAY: Final = 10
"""Hours of contract that are more likely of a day than of a week, when everybody has them."""
_REPARTO: Final = "reparto"
_CENTURY: Final = 36_500
"""Days that nobody has worked; a sheet counts those since 1900 by as many."""

Dubbio = tuple[str, str, int | None, int]
"""Code, message, number of the row (None: of the whole column), place."""


def dubbi(righe: Sequence[Riga], colonne: Mapping[int, Colonna], *, virgole: bool) -> Iterator[Dubbio]:
    """Yield what is doubted of the cells of a table; `virgole` says that its cells are parted by commas."""
    yield from _slid(righe, colonne)
    for place, column in colonne.items():
        cells = [(row.numero, row.celle[place]) for row in righe if place < len(row.celle)]
        yield from _of_the_column(place, column, cells, virgole=virgole)
        if column.passi[-1] == _REPARTO and (empty := _under_one(righe, place)):
            message = (
                f"Reparto è vuoto in {empty} righe sotto una riga che lo ha: se è lo stesso, va ripetuto in ciascuna;"
                " vuoto, vale come nessun reparto."
            )
            yield "TAB-REPARTI", message, None, place
        match column.campo:
            case Intero() if column.campo.unita == "giorni":
                for number, cell in cells:
                    if (count := _count(cell)) is not None and count >= _CENTURY:
                        message = f"{count} giorni sono più di cento anni: forse è una data, che il foglio conta così."
                        yield "TAB-GIORNI", message, number, place
            case Testo() if column.passi[-1] not in PERSONE:
                for number, cell in cells:
                    if isinstance(cell, str) and cell[:1] in _QUOTES and _opened(cell):
                        message = "Il testo comincia con un apostrofo: se l’ha messo il foglio, va tolto."
                        yield "TAB-APOSTROFO", message, number, place


def _of_the_column(
    place: int, column: Colonna, cells: Sequence[tuple[int, Cella]], *, virgole: bool
) -> Iterator[Dubbio]:
    """Yield what is doubted of how a whole column is written."""
    match column.campo:
        case Giorno() if virgole and (day := _english(cells)):
            message = (
                f"Nella colonna {lettera(place)} le date cominciano tutte con lo stesso numero ({day}), come quando"
                " il mese è scritto prima del giorno: se è così vanno riscritte nella forma gg/mm/aaaa."
            )
            yield "TAB-MESE-GIORNO", message, None, place
        case Decimale() if column.campo.unita == "ore" and (hours := _sixtieths(cells)):
            message = (
                f"Nella colonna {lettera(place)} le ore sembrano scritte con i minuti dopo il punto ({hours}): si"
                " leggono in ore e decimali. Se sono minuti, vanno divisi per 60: mezz’ora è 0,5."
            )
            yield "TAB-ORE-E-MINUTI", message, None, place
        case Decimale() if column.passi[-1] == _ORE and (most := _of_a_day(cells)) is not None:
            message = (
                f"Nella colonna {lettera(place)} nessuno ha più di {most} ore la settimana: sono forse quelle di un"
                " giorno. Se è così vanno scritte quelle della settimana, anche nelle altre colonne di ore."
            )
            yield "TAB-ORE-DEL-GIORNO", message, None, place


def _english(cells: Iterable[tuple[int, Cella]]) -> str | None:
    """Return a day of those that all begin with the same number, some of one figure, and go on with others."""
    days = [match for _, cell in cells if isinstance(cell, str) and (match := _DAY.fullmatch(cell.strip(VUOTI)))]
    firsts, seconds = {int(day[1]) for day in days}, {int(day[2]) for day in days}
    padded = all(len(day[1]) + len(day[2]) == 4 for day in days)  # noqa: PLR2004 - two figures each
    if len(days) < _FEW or padded or len(firsts) != 1 or len(seconds) == 1 or max(seconds) > _MONTHS:
        return None
    return days[0][0]


def _sixtieths(cells: Iterable[tuple[int, Cella]]) -> str | None:
    """Return hours of those that most rows write with two figures under sixty after a point, if no row has more."""
    texts = [cell.strip(VUOTI) for _, cell in cells if isinstance(cell, str) and "." in cell]
    found = [match for text in texts if (match := _HOURS.fullmatch(text))]
    if len(found) < len(texts) or 2 * len(found) <= sum(cell is not None for _, cell in cells):
        return None
    return next((match[0] for match in found if match[1] not in _HUNDREDTHS), None)


def _of_a_day(cells: Sequence[tuple[int, Cella]]) -> str | None:
    """Return the most hours of the cells if all may be those of a day, None if some are more, or they are few."""
    texts = {str(cell).strip(VUOTI).replace(",", ".") for _, cell in cells if not vuota(cell)}
    if len(cells) < _FEW or not texts or not all(map(_SMALL.fullmatch, texts)):
        return None
    most = max(map(Decimal, texts))
    return con_virgola(most) if most <= _A_DAY else None


def _slid(righe: Sequence[Riga], colonne: Mapping[int, Colonna]) -> Iterator[Dubbio]:
    """Yield the columns, one or two, that all rows must have, and that the first row alone has not, or the last."""
    if len(righe) <= _FEW:
        return
    for edge, others, where, way in (
        (-1, righe[:-1], "nell’ultima riga", "in su"),
        (0, righe[1:], "nella prima", "in giù"),
    ):
        needed = [place for place, column in colonne.items() if column.obbligatoria and not _has(righe[edge], place)]
        if {colonne[place].passi[-1] for place in needed} >= PERSONE:  # a row that is nobody's: a count, a signature
            continue
        if 0 < len(needed) <= _SLID and all(_has(row, place) for row in others for place in needed):
            for place in needed:
                message = (
                    f"Nella colonna {lettera(place)} il dato manca solo {where}: la colonna è forse slittata di una"
                    f" riga {way}, e ciascuno ha il dato di un altro. Va controllata tutta."
                )
                yield "TAB-SLITTATA", message, None, place


def _has(row: Riga, place: int) -> bool:
    return place < len(row.celle) and not vuota(row.celle[place])


def _under_one(righe: Sequence[Riga], place: int) -> int:
    """Return how many cells are empty under one that is not, in blocks whose first row alone is filled; 0 if not so."""
    filled = [_has(row, place) for row in righe]
    empty = filled.count(False)
    return empty if filled and filled[0] and empty >= _FEW and empty >= filled.count(True) else 0


def _count(cell: Cella) -> int | None:
    if isinstance(cell, bool) or not isinstance(cell, int | Decimal | str):
        return None
    text = cell.strip(VUOTI).replace(".", "") if isinstance(cell, str) else str(cell)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004 - a number


def _opened(text: str) -> bool:
    return text[1:2].isalpha() and not any(sign in text[1:] for sign in _QUOTES)
