"""Hours that are of no week, and columns that are not read and say of the hours something else than those read.

Of 130 hours of contract `oltre_la_settimana` says that they are perhaps of a month. Beside 40 hours and 16 worked, a
column «Ore residue» that says 24 has what is worked, and the one read what is taken away: `ore_accanto` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NamedTuple

from docservice.campi.caratteri import semplice
from docservice.law.italiano import con_virgola
from docservice.tabelle.foglio import Cella, Riga, vuota
from docservice.tabelle.struttura import ore_di, ore_tolte

CODICE: Final = "TAB-ORE"
CONTRATTO, LAVORATE = "ore_settimanali", "ore_lavorate_settimanali"
_MOST: Final = 60
"""Hours of contract that hardly anybody has in a week."""
_NAMED: Final = 5
_NEAR: Final = Decimal("0.01")
_NEAR_SHARE: Final = Decimal(1)
"""How far two numbers, or two shares that may have been rounded, are the same."""
_WHOLE: Final = 100
_REMAIN: Final = frozenset(("residue", "residuo", "restanti", "rimanenti", "effettive", "lavorabili"))
_REDUCED: Final = frozenset(("ridotte", "ridotta", "solidarieta", "cds"))
_PART_TIME: Final = frozenset(("part time", "parttime", "pt", "parziale"))
_OF_OTHERS: Final = frozenset(("ferie", "permessi", "rol", "straordinari", "straordinarie", "malattia", "banca"))
"""Words of hours that are not those of the reduction."""
_NUMBER: Final = re.compile(r"(\d{1,4}(?:[.,]\d+)?)\s*(?:h|ore|%)?", re.ASCII | re.IGNORECASE)

_TOO_MANY: Final = (
    "{ore} ore di contratto la settimana sono più di {most}: sono forse quelle del mese, o di due settimane, o in"
    " minuti. Vanno scritte quelle di una settimana (173 al mese sono 40), anche nelle ore lavorate."
)
_SWAPPED: Final = (
    "Non è letta, e con le ore lavorate dà quelle di contratto ({righe}): sembra che sotto «Ore lavorate settimanali»"
    " ci siano le ore tolte. Lì vanno quelle che restano da lavorare."
)
_AGAINST: Final = (
    "Non è letta, e dice «{valore}» ({righe}), che non si accorda con le ore lette: le ore lavorate devono essere"
    " quelle che restano, tolta la riduzione."
)
_FULL: Final = (
    "Non è letta, e dice «{valore}» ({righe}), ma le ore di contratto sono quelle del tempo pieno: vanno scritte quelle"
    " del tempo parziale."
)

Righe = Sequence[tuple[int, Mapping[str, Any]]]


class _Beside(NamedTuple):
    """What a column that is not read says in a row, beside the hours that are read there."""

    riga: int
    cella: str
    valore: Decimal
    contratto: Decimal
    lavorate: Decimal

    @property
    def riduzione(self) -> Decimal:
        """The share taken away."""
        return (self.contratto - self.lavorate) / self.contratto * _WHOLE


def oltre_la_settimana(persone: Righe) -> Iterator[tuple[int, str, str]]:
    """Yield number, member and message of the rows whose hours of contract are perhaps those of a month."""
    for number, person in persone:
        hours = _number(person.get(CONTRATTO))
        if hours is not None and hours > _MOST:
            yield number, CONTRATTO, _TOO_MANY.format(ore=con_virgola(hours), most=_MOST)


def ore_accanto(
    testata: Sequence[Cella], lette: Mapping[int, Any], righe: Sequence[Riga], persone: Righe
) -> Iterator[tuple[str, int]]:
    """Yield message and place of the columns that are not read and contradict the hours of their rows."""
    hours = {number: (_number(one.get(CONTRATTO)), _number(one.get(LAVORATE))) for number, one in persone}
    for place, cell in enumerate(testata):
        if place in lette or not isinstance(cell, str) or (told := _of(cell)) is None:
            continue
        found = list(_beside(righe, place, hours))
        if found and (message := told(found)) is not None:
            yield message, place


def _of(header: str) -> Callable[[Sequence[_Beside]], str | None] | None:
    """Return what finds what is told of a column of hours, or of a share of them, by its header."""
    name = semplice(header)
    words = set(name.split())
    if words & _OF_OTHERS or ore_di(header) is not None:
        return None
    share = "%" in header or "percentuale" in words
    if any(f" {one} " in f" {name} " for one in _PART_TIME):
        return _part_time if share else None
    if share:
        return _share if words & {"riduzione", "ridotta", "solidarieta"} else None
    if not words & {"ore", "orario", "h"}:
        return None
    if words & _REDUCED:
        return _reduced
    return _taken if ore_tolte(header) else _left if words & _REMAIN else None


def _taken(rows: Sequence[_Beside]) -> str | None:
    return _against(rows, [one for one in rows if abs(one.valore + one.lavorate - one.contratto) > _NEAR])


def _reduced(rows: Sequence[_Beside]) -> str | None:
    """Return what is told of hours that may be those taken away as well as those worked."""
    return None if all(abs(one.valore - one.lavorate) <= _NEAR for one in rows) else _taken(rows)


def _left(rows: Sequence[_Beside]) -> str | None:
    wrong = [one for one in rows if abs(one.valore - one.lavorate) > _NEAR]
    if wrong and all(abs(one.valore + one.lavorate - one.contratto) <= _NEAR for one in rows):
        return _SWAPPED.format(righe=_named(wrong))
    return _against(rows, wrong)


def _share(rows: Sequence[_Beside]) -> str | None:
    some = [one._replace(valore=one.valore * _WHOLE) if one.valore <= 1 else one for one in rows]
    return _against(some, [one for one in some if abs(one.valore - one.riduzione) > _NEAR_SHARE], Decimal(_WHOLE))


def _part_time(rows: Sequence[_Beside]) -> str | None:
    some = [one._replace(valore=one.valore * _WHOLE) if one.valore <= 1 else one for one in rows]
    full = max(one.contratto for one in some)
    wrong = [one for one in some if 0 < one.valore < _WHOLE and one.contratto == full]
    # where nobody works full time, that the hours are those is not known
    if not wrong or all(0 < one.valore < _WHOLE for one in some):
        return None
    return _FULL.format(valore=wrong[0].cella, righe=_named(wrong))


def _against(rows: Sequence[_Beside], wrong: Sequence[_Beside], most: Decimal | None = None) -> str | None:
    """Return what is told of rows that contradict a column; one with more than the most there can be is of others.

    The most are the hours of contract, unless it is told.
    """
    if not wrong or any(one.valore > (most or one.contratto) for one in rows):
        return None
    return _AGAINST.format(valore=wrong[0].cella, righe=_named(wrong))


def _beside(
    righe: Sequence[Riga], place: int, hours: Mapping[int, tuple[Decimal | None, Decimal | None]]
) -> Iterator[_Beside]:
    for row in righe:
        cell = row.celle[place] if place < len(row.celle) else None
        due, worked = hours.get(row.numero, (None, None))
        if due and worked is not None and not vuota(cell) and (value := _number(cell)) is not None:
            yield _Beside(row.numero, str(cell).strip(), value, due, worked)


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        match = _NUMBER.fullmatch(str(value).strip())
        found = Decimal(match[1].replace(",", ".")) if match else Decimal("NaN")
    return found if found.is_finite() else None


def _named(rows: Sequence[_Beside]) -> str:
    shown = ", ".join(str(one.riga) for one in rows[:_NAMED]) + ", …" * (len(rows) > _NAMED)
    return f"rig{'a' if len(rows) == 1 else 'he'} {shown}"
