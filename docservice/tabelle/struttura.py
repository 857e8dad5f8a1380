"""What the shape of a table says before its cells are read: another header below, headers down a column, short rows.

    trasposta([("Cognome", "Neri"), ("Nome", "Ada"), ("CF", "…")], forma(tipo)) -> True

A column that is missing may be one that has another name: `forse("Ore settimanali", ["Note", "Ore contratto"])` is
"Ore contratto".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Final

from docservice.campi.caratteri import semplice
from docservice.tabelle.colonne import Colonna, Forma, Testata, nomi, riconosci
from docservice.tabelle.foglio import Cella, lettera, vuota
from docservice.tabelle.testi.nomi import MAX_NOME, chiave, conosciute, corta

_LOOKED: Final = 6
"""Cells, from the first, of which a header has one whose name is known as it is."""
_FEW: Final = 2
"""Names of columns that are in no row by accident."""
_DOWN: Final = 3
"""Names of columns that are not one under the other by accident."""
_LIKE: Final = 1 / 2
"""Of the words of the shorter of two names, the part that they share when they may be one."""
_LETTERS: Final = 4
_GENERAL: Final = frozenset({"data", "codi", "nume"})
"""How the words begin that two names share by accident."""
_SHORT: Final = 2
"""Letters of the words that say nothing of a column, at most."""

_ALIKE: Final = 0.75
"""How much a name is like another of which it is a slip: two letters of seven changed places, one of five is lost."""
_NAMED, _NAMES = 40, 6
"""Characters of a header that a message repeats, and headers."""
_WORKED: Final = "ore_lavorate_settimanali"
_TAKEN: Final = frozenset(
    (
        *("cig", "cigs", "cigo", "cds", "ridotte", "riduzione", "perse", "tolte", "sospese", "sospensione"),
        *("solidarieta", "meno", "ridotta", "sospesa", "perdute"),
    )
)
"""Words of hours that nobody works."""
_OTHER_HOURS: Final = {
    **dict.fromkeys(("mensili", "mensile", "mese"), "del mese"),
    **dict.fromkeys(("annue", "annuali", "annuale", "annuo", "anno"), "dell’anno"),
    **dict.fromkeys(("giornaliere", "giornaliero", "giorno", "die"), "del giorno"),
    **dict.fromkeys(("minuti", "min"), "in minuti"),
}
"""Words of hours that are not of a week."""

_AFFIANCATE: Final = (
    "Nel foglio ci sono due tabelle affiancate ({}–{} e {}–{}): le righe della seconda vanno copiate sotto quelle della"
    " prima, ciascuna nella sua colonna."
)
_SCONOSCIUTA: Final = "La riga {riga} sembra l’intestazione, ma i nomi delle colonne non si riconoscono: {nomi}"
TRASPOSTA: Final = (
    "I nomi delle colonne sono nella prima colonna, uno per riga: devono stare nella prima riga, uno per colonna. In"
    " Excel: si copia la tabella, poi Incolla speciale, Trasponi."
)
ALTRA_INTESTAZIONE: Final = (
    "Alla riga {riga} c’è un’altra intestazione, con altre colonne o in un altro ordine: ciò che segue non si può"
    " leggere come ciò che precede. Va inviato a parte, oppure vanno messe le colonne nello stesso ordine."
)
CORTA: Final = (
    "La riga ha meno celle dell’intestazione: forse ne manca una in mezzo, e quelle che seguono sono slittate, o il"
    " file è tronco. Va controllata."
)


def altra_intestazione(riga: Sequence[Cella], testata: Testata, of: Forma) -> bool | None:
    """Say whether a row is another header; None when it is no header, False when it is the same, or a part of it."""
    names = nomi(of)
    # most rows are known by their first cells that are none: it is asked of each of a hundred thousand
    words = (cell for cell in riga if isinstance(cell, str) and cell and len(cell) <= MAX_NOME)
    if not any(corta(word) in names for word in islice(words, _LOOKED)):
        return None
    filled = [place for place, cell in enumerate(riga) if not vuota(cell)]
    found = riconosci(riga, of)
    if conosciute(riga, names) < _FEW or 2 * len(found) < len(filled):
        return None
    return any(_key(riga, place, of) != _key(testata.celle, place, of) for place in filled)


def _key(cells: Sequence[Cella], place: int, of: Forma) -> object:
    """Return what a header's cell means, or else says."""
    cell = cells[place] if place < len(cells) else None
    column = riconosci([cell], of).get(0)
    return semplice(str(cell)) if column is None else column


def trasposta(righe: Sequence[Sequence[Cella]], of: Forma, lette: int = 0) -> bool:
    """Say whether the names of the columns are one under the other in the first column."""
    names = nomi(of)
    down = {key for cells in righe if cells and (key := chiave(cells[0], names)) is not None}
    return len(down) >= _DOWN and len(down) > lette


def forse(titolo: str, ignorate: Iterable[str]) -> str | None:
    """Return the header that may be a column of another name, None when none looks like it."""
    wanted = _words(titolo)
    scores: dict[str, float] = {}
    for name in ignorate:
        words = _words(name)
        if words and (shared := words & wanted) and (shared - _GENERAL or words <= wanted):
            scores[name] = len(shared) / min(len(words), len(wanted))
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _LIKE else _slip(titolo, ignorate)


def _slip(titolo: str, ignorate: Iterable[str]) -> str | None:
    """Return the header that is a name with a letter or two out of their places."""
    plain = {semplice(name): name for name in ignorate}
    found = get_close_matches(semplice(titolo), plain, 1, _ALIKE)
    return plain[found[0]] if found else None


def suggerita(column: Colonna, ignorate: Sequence[str], offerte: set[str]) -> str:
    """Return what is told of the header that may be a missing column; `offerte` are those offered to another."""
    like = forse(column.titolo, [name for name in ignorate if name not in offerte])
    if like is None:
        return ""
    offerte.add(like)
    name = like[:_NAMED]
    if column.campo.unita == "ore" and (of := ore_di(like)) is not None:
        return f" «{name}» non è letta, e sembra dire le ore {of}: vanno calcolate quelle della settimana."
    if column.passi[-1] == _WORKED:
        if ore_tolte(like):
            return f" «{name}» non è letta, e sembra dire le ore tolte: qui vanno quelle che restano da lavorare."
        beware = " Attenzione: qui vanno le ore che restano da lavorare, non quelle tolte."
    else:
        beware = ""
    return f" Forse è «{name}», che non è letta: se lo è, va chiamata «{column.titolo}».{beware}"


def ore_di(testata: str) -> str | None:
    """Return of what the hours under a header are, when not of a week: "del mese" of «Ore mensili»."""
    return next((of for word in semplice(testata).split() for stem, of in _OTHER_HOURS.items() if word == stem), None)


def ore_tolte(testata: str) -> bool:
    """Say whether the words of a header are those of hours that nobody works."""
    return not _TAKEN.isdisjoint(semplice(testata).split())


def affiancate(posti: Iterable[Sequence[int]], testata: Sequence[Cella]) -> str | None:
    """Return what is told of two tables side by side, by the places of each column; None if there are none."""
    pairs = [some for some in posti if len(some) == 2]  # noqa: PLR2004 - once in each
    if len(pairs) < _DOWN or (second := min(after for _, after in pairs)) <= max(before for before, _ in pairs):
        return None
    filled = [place for place, cell in enumerate(testata) if not vuota(cell)]
    first = [place for place in filled if place < second]
    ends = (first[0], first[-1], second, filled[-1])
    return _AFFIANCATE.format(*map(lettera, ends))


def sconosciuta(riga: int, testata: Sequence[Cella], colonne: Sequence[Colonna]) -> str | None:
    """Return what is told of a row that looks like a header whose names are not known; None if it does not."""
    said = [cell for cell in testata if not vuota(cell)]
    names = [cell for cell in said if isinstance(cell, str) and not any(map(str.isdigit, cell))]
    if len(names) < _DOWN or len(names) < len(said):
        return None
    titles = [column.titolo for column in colonne]
    told = []
    for name in names[:_NAMES]:
        like = _slip(name, titles)
        told.append(f"«{name.strip()[:_NAMED]}»" + (f" (forse {like})" if like else ""))
    return _SCONOSCIUTA.format(riga=riga, nomi=", ".join(told) + (", …" if len(names) > _NAMES else "."))


def _words(name: str) -> set[str]:
    """Return the words of a name by their first letters: they are often cut short."""
    return {word[:_LETTERS] for word in semplice(name).split() if len(word) > _SHORT}
