"""The economic and financial indicators of the technical report: years asked for, debts, how they change.

anni(a report of a period of June 2023, of a firm founded in 2000) -> [2021, 2022, 2023]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.finding import serve

Valore = Mapping[str, Any]

FLUSSI: Final = {
    "fatturato": "il fatturato",
    "risultato_operativo": "il risultato operativo",
    "risultato_impresa": "il risultato d’impresa",
}
"""The amounts of a period, which add up over its quarters; the debts are those at its end."""
DEBITI: Final = {
    "banche": "banche",
    "istituti_finanziari": "istituti finanziari",
    "societa_controllante": "società controllante",
    "altro": "altro",
    "fornitori": "fornitori",
}
INDEBITAMENTO: Final = "indebitamento"


@dataclass(frozen=True, slots=True)
class Variazione:
    """How an indicator changes from the first to the last of the whole years asked for."""

    prima: Decimal
    dopo: Decimal
    peggiora: bool


def fondazione(caso: Documento) -> date:
    """Return the day on which the firm was founded, or else began to produce."""
    return serve(caso.chi.nascita, "data di inizio dell’attività non indicata")


def anni(caso: Documento) -> list[int]:
    """Return the years asked for, from that of the foundation on; the last is that of the period."""
    last = caso.dal.year
    whole = caso.figura("anni_indicatori", caso.dal)
    first = last - int(whole.decimale) if whole else last
    return list(range(min(max(first, fondazione(caso).year), last), last + 1))


def per_trimestri(caso: Documento) -> bool:
    """Say whether the indicators are given by quarter."""
    return bool(caso.dati["indicatori"]["periodicita"] == "trimestrale")


def valori(caso: Documento) -> list[Valore]:
    """Return the indicators given, a period each."""
    told: list[Valore] = caso.dati["indicatori"]["valori"]
    return told


def in_corso(caso: Documento, valore: Valore) -> bool:
    """Say whether a period is of a year that is not over: that of the period asked for, if it is not told."""
    return bool(valore.get("in_corso", valore["anno"] == caso.dal.year))


def mesi(caso: Documento, valore: Valore) -> range:
    """Return the months that a period may cover: those of its year or quarter, from that of the foundation on."""
    quarter, born = valore.get("trimestre"), caso.chi.nascita
    first, last = (3 * quarter - 2, 3 * quarter) if quarter else (1, 12)
    return range(max(first, born.month) if born and born.year == valore["anno"] else first, last + 1)


def debiti(valore: Valore) -> Decimal | None:
    """Return the sum of the debts of a period; None when none is given."""
    told = [valore[name] for name in DEBITI if name in valore]
    return sum(told, Decimal(0)) if told else None


def ripetuti(periods: Sequence[Valore]) -> bool:
    """Say whether a year is told more than once: it has a quarter twice, or stands beside other rows of its own."""
    quarters = [one.get("trimestre") for one in periods]
    return len(set(quarters)) < len(quarters) or (None in quarters and len(quarters) > 1)


def andamento(caso: Documento) -> dict[str, Variazione]:
    """Return how the indicators change from the first to the last whole year; empty when there are not two."""
    asked = anni(caso)[:-1]
    if len(asked) < 2 or fondazione(caso) > date(asked[0], 1, 1):  # noqa: PLR2004 - a trend takes two
        return {}
    before, after = ([one for one in valori(caso) if one["anno"] == year] for year in (asked[0], asked[-1]))
    if ripetuti(before) or ripetuti(after):
        return {}
    found = {}
    for name in FLUSSI:
        was, now = _somma(before, name), _somma(after, name)
        if was is not None and now is not None:
            found[name] = Variazione(was, now, now < was)
    was, now = _finali(before), _finali(after)
    if was is not None and now is not None:
        found[INDEBITAMENTO] = Variazione(was, now, now > was)
    return found


def _somma(periods: Sequence[Valore], name: str) -> Decimal | None:
    told = [one[name] for one in periods if name in one]
    return sum(told, Decimal(0)) if told and len(told) == len(periods) else None


def _finali(periods: Sequence[Valore]) -> Decimal | None:
    return debiti(max(periods, key=lambda one: one.get("trimestre", 0))) if periods else None
