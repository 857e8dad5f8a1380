"""Columns that are not read and say something of their rows: another name, another firm, somebody who left.

Of a column "Stato" with "Cessato" in rows 3 and 5 `non_lette` yields what is told, and its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.campi.caratteri import semplice
from docservice.tabelle.foglio import Cella, Riga, vuota

_SECOND: Final = frozenset(
    ("secondo nome", "secondo cognome", "altri nomi", "2 nome", "2 cognome", "altro nome", "altro cognome")
)
_FIRM: Final = frozenset(("azienda", "ditta", "datore", "datore di lavoro", "impresa", "societa", "ragione sociale"))
_STATE: Final = frozenset(("stato", "stato rapporto", "stato dipendente", "situazione"))
_TO_ADD: Final = frozenset(("da includere", "includere", "includi", "incluso", "inclusa", "da inviare"))
_GONE: Final = ("cessat", "dimess", "licenziat", "pensionat", "deceduto", "deceduta")
_NO: Final = frozenset(("no", "n", "escluso", "esclusa", "false", "falso"))
_NAMED: Final = 5

_NAMES: Final = "Non è letta, e ha valori ({righe}): se sono parte del nome vanno scritti nella colonna del nome, dopo."
_OTHERS: Final = (
    "Non è letta, e dice «{valore}» ({righe}), mentre il documento è di «{ditta}»: le righe di un altro datore vanno"
    " tolte, e inviate a parte."
)
_LEFT: Final = (
    "Non è letta, e dice «{valore}» ({righe}): le righe si leggono tutte, quelle che non servono vanno tolte."
)


def non_lette(
    testata: Sequence[Cella], lette: Mapping[int, Any], righe: Sequence[Riga], condivisi: Mapping[str, Any]
) -> Iterator[tuple[str, int]]:
    """Yield message and place of the columns that are not read and whose cells say something.

    `condivisi` is what rows share: the firm is looked for there.
    """
    firm = condivisi.get("datore_lavoro")
    called = firm.get("denominazione") if isinstance(firm, Mapping) else None
    ditta = called if isinstance(called, str) else ""
    for place, cell in enumerate(testata):
        if place in lette or not isinstance(cell, str):
            continue
        name = semplice(cell)
        if name in _SECOND:
            if told := _rows(righe, place, bool):
                yield _NAMES.format(righe=told[1]), place
        elif name in _FIRM and ditta:
            if told := _rows(righe, place, lambda word: not _alike(word, semplice(ditta))):
                yield _OTHERS.format(valore=told[0], righe=told[1], ditta=ditta), place
        elif name in _STATE:
            if told := _rows(righe, place, lambda word: word.startswith(_GONE)):
                yield _LEFT.format(valore=told[0], righe=told[1]), place
        elif name in _TO_ADD and (told := _rows(righe, place, lambda word: word in _NO)):
            yield _LEFT.format(valore=told[0], righe=told[1]), place


def _rows(righe: Sequence[Riga], place: int, says: Any) -> tuple[str, str] | None:
    """Return the first cell of a column that says something, and the rows that do."""
    found = [
        (row.numero, str(row.celle[place]))
        for row in righe
        if place < len(row.celle) and not vuota(row.celle[place]) and says(semplice(str(row.celle[place])))
    ]
    if not found:
        return None
    shown = ", ".join(str(number) for number, _ in found[:_NAMED]) + ", …" * (len(found) > _NAMED)
    return found[0][1].strip()[:40], f"rig{'a' if len(found) == 1 else 'he'} {shown}"


def _alike(one: str, other: str) -> bool:
    """Say whether two names of a firm may be one: a word of theirs, beside its kind, is the same."""
    return not one or not {word for word in one.split() if len(word) > 3}.isdisjoint(other.split()) or one in other  # noqa: PLR2004 - srl, spa, snc
