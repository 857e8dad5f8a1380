"""The periods left out of a limit of duration (`fuori_computo`): which, on which days, out of which articles.

    contano({"tipo": "CIGO", "fuori_computo": "covid"}, Periodo(1 December 2021, 31 January 2022), None, ARTICOLO_12)
    -> [Periodo(1 January 2022, 31 January 2022)]: December was of the COVID, and does not count

One table (`motivi`) serves every count: the mobile two years (art. 12), the mobile five years (art. 4), the months of a
cause (art. 22). A period whose facts are not those of the table counts whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from docservice.law.calendar import Periodo, unisci
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.computo.motivi import MOTIVI, Riga, contrari
from docservice.law.dlgs_148.generale.finestra import parte
from docservice.law.figures import tutte


@dataclass(frozen=True, slots=True)
class Parte:
    """Days of a period that the law treats alike: the articles they are left out of; None where it is not known."""

    giorni: Periodo
    esclusa_da: frozenset[int] | None
    fonte: Fonte | None = None


def parti(riga: Riga, period: Periodo, settore: str | None) -> list[Parte]:
    """Split a period into the days that the law treats alike, in order of time."""
    why = MOTIVI.get(riga.get("fuori_computo", ""))
    if why is None or any(contrari(riga, settore)):
        return [Parte(period, frozenset())]
    if why.figura is None:
        return [Parte(period, frozenset(riga["in_deroga"]))]
    found = []
    values = tutte()[f"dlgs_148.{why.figura}"].valori
    for value in values:
        # what comes before the decree is not counted anyway
        first = date.min if value is values[0] else value.dal
        inside = parte(period, Periodo(first, value.al or date.max))
        if inside is None:
            continue
        out = frozenset(map(int, value.elenco)) if value.noto else frozenset[int]()
        found.append(Parte(inside, None if value.stato == "non_noto" else out, value.fonte))
    after = parte(period, Periodo(values[-1].al + timedelta(days=1), date.max)) if values[-1].al else None
    return [*found, *([Parte(after, None, values[-1].fonte)] if after else [])]


def contano(riga: Riga, period: Periodo, settore: str | None, articolo: int, *, incerti: bool = False) -> list[Periodo]:
    """Return the days of a period that count for an article; with `incerti` those of which it is not known, too."""
    return unisci(
        one.giorni
        for one in parti(riga, period, settore)
        if (incerti if one.esclusa_da is None else articolo not in one.esclusa_da)
    )


def senza_date(riga: Riga, settore: str | None, articolo: int) -> bool:
    """Say whether a period given without its days counts for an article: its reason is taken as it is told."""
    why = MOTIVI.get(riga.get("fuori_computo", ""))
    if why is None or any(contrari(riga, settore)):
        return True
    if why.figura is None:
        return articolo not in riga["in_deroga"]
    known = next(one for one in tutte()[f"dlgs_148.{why.figura}"].valori if one.noto)
    return str(articolo) not in known.elenco


def fonti(riga: Riga, period: Periodo | None, settore: str | None) -> list[Fonte]:
    """Return the acts that leave days of a period out, each once; those of any day where it has none."""
    why = MOTIVI.get(riga.get("fuori_computo", ""))
    if why is None or why.figura is None or any(contrari(riga, settore)):
        return []
    if period is None:
        return [one.fonte for one in tutte()[f"dlgs_148.{why.figura}"].valori if one.noto][:1]
    return [one.fonte for one in parti(riga, period, settore) if one.esclusa_da and one.fonte]
