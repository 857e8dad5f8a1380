"""Surname and first name under one header: in two columns they are read, in one they are to be split.

«Cognome e nome» over "Neri" and "Ada" is read as two columns; «Nominativo» over them is so if the codes say which is
which, else who sent it is asked. In a workbook the header is merged over the two, in a CSV the second has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from docservice.campi.caratteri import semplice
from docservice.law.generale.corrispondenza import Esito, esito
from docservice.modelli.persone import CODICE, SOGGETTO
from docservice.tabelle.colonne import Colonna, Forma, Testata
from docservice.tabelle.foglio import Cella, Riga, lettera, vuota
from docservice.tabelle.testi.nomi import corta
from docservice.tabelle.testi.persone import sembra_nome

_TOGETHER: Final = frozenset(
    corta(name)
    for name in (
        *("nominativo", "nominativi", "cognome e nome", "nome e cognome", "cognome nome", "nome cognome"),
        *("dipendente", "lavoratore", "lavoratrice", "nome completo"),
    )
)
"""Headers under which surname and name are together."""
_SPLIT: Final = (
    "La colonna «{header}» dice insieme cognome e nome: servono due colonne, Cognome e Nome. In Excel: inserita una"
    " colonna vuota a destra, si seleziona questa, poi Dati, Testo in colonne, Delimitato, Spazio; i cognomi e i nomi"
    " di più parole (De Luca) vanno controllati a mano."
)
_READ: Final = "Sotto «{header}» ci sono due colonne: {cognome} è letta come Cognome, {nome} come Nome."
_WHICH: Final = (
    "Sotto «{header}» ci sono due colonne, {prima} e {seconda}, e non si capisce quale sia il cognome: va scritta"
    " un’intestazione per ciascuna, Cognome e Nome."
)


def da_dividere(testata: Iterable[Cella]) -> str | None:
    """Return what is told of a header of one column for both, None if there is none."""
    header = next((cell for cell in testata if isinstance(cell, str) and corta(cell) in _TOGETHER), None)
    return None if header is None else _SPLIT.format(header=header)


def diviso(testata: Testata, righe: Sequence[Riga], of: Forma) -> tuple[Testata, str, bool]:
    """Return a header with a column for each of the two, where they are under one; what is told, whether it is a fault.

    `righe` are those below it.
    """
    surname, name, code = (_column(of, last) for last in ("cognome", "nome", CODICE))
    at = [n for n, cell in enumerate(testata.celle) if isinstance(cell, str) and corta(cell) in _TOGETHER]
    if surname is None or name is None or len(at) != 1 or {surname, name} & set(testata.colonne.values()):
        return testata, "", False
    first, second = at[0], at[0] + 1
    pairs = [row for row in righe if sembra_nome(_cell(row, first)) and sembra_nome(_cell(row, second))]
    some = sum(not vuota(_cell(row, first)) or not vuota(_cell(row, second)) for row in righe)
    if not _blank(testata, second) or 2 * len(pairs) <= some or _goes_on(testata, righe, second + 1):
        return testata, "", False
    codes = next((n for n, column in testata.colonne.items() if column is code), None)
    header = str(testata.celle[first]).strip()
    before = _before(header, pairs, first, codes)
    told = {"header": header, "prima": lettera(first), "seconda": lettera(second)}
    columns = (name, surname) if before is False else (surname, name)
    cells = [*testata.celle, None][: max(len(testata.celle), second + 1)]
    cells[first], cells[second] = (column.titolo for column in columns)
    found = {**testata.colonne, first: columns[0], second: columns[1]}
    head = replace(testata, celle=tuple(cells), colonne=dict(sorted(found.items())))
    if before is None:
        return head, _WHICH.format(**told), True
    one, other = (first, second) if before else (second, first)
    return head, _READ.format(header=header, cognome=lettera(one), nome=lettera(other)), False


def _before(header: str, pairs: Sequence[Riga], first: int, codes: int | None) -> bool | None:
    """Say whether the surname comes first, by the words of the header and by the codes; None if it is not clear."""
    words = semplice(header).split()
    told = words.index("cognome") < words.index("nome") if {"cognome", "nome"} <= set(words) else None
    found = Counter(
        esito(str(_cell(row, first)), str(_cell(row, first + 1)), str(_cell(row, codes)))
        for row in (pairs if codes is not None else ())
    )
    straight, swapped = found[Esito.CONCORDE], found[Esito.SCAMBIATI]
    shown = None if straight == swapped else straight > swapped
    return told if shown is None or told == shown else shown if told is None else None


def _column(of: Forma, last: str) -> Colonna | None:
    wanted = (last,) if of.elenco else (SOGGETTO, last)
    return next((column for column in of.colonne if column.passi == wanted), None)


def _cell(row: Riga, place: int | None) -> Any:
    return row.celle[place] if place is not None and place < len(row.celle) else None


def _blank(testata: Testata, place: int) -> bool:
    return place >= len(testata.celle) or vuota(testata.celle[place])


def _goes_on(testata: Testata, righe: Sequence[Riga], place: int) -> bool:
    """Say whether there is a third column under no header: a second name, most likely."""
    return _blank(testata, place) and any(sembra_nome(_cell(row, place)) for row in righe)
