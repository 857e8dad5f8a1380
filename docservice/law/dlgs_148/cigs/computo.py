"""The months of a treatment and of the periods before it, unit by unit, in the mobile five years.

    computi(a contract of twelve months, twenty-four had) -> [Computo(mesi_cds=36, computati=24, residui_cds=0)]

The treatment asked for is a solidarity contract, or another CIGS. A period left out of art. 22 is not among the months
of a contract, one left out of art. 4 costs nothing; days of two treatments, of different workers, are counted once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from docservice.law.calendar import Periodo, fine_mese_n
from docservice.law.dlgs_148.cigs.periodi import mesi_di
from docservice.law.dlgs_148.cigs.quinquennio import Regole, regole
from docservice.law.dlgs_148.computo.distinti import accanto_al_richiesto, codici, codici_richiesti
from docservice.law.dlgs_148.computo.fuori import contano
from docservice.law.dlgs_148.computo.insieme import CDS, CIGS, Trattato, in_comune
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_4, ARTICOLO_22
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.finestra import finestra, parte
from docservice.law.dlgs_148.generale.unita import precedenti_della, unita
from docservice.law.figures import FiguraIgnota, Valore
from docservice.law.tratti import SOLIDARIETA


@dataclass(frozen=True, slots=True)
class Computo:
    """The months of a unit in the mobile five years that end with the treatment, its own included.

    `mesi_cds` are those of solidarity, `costati` those of them that are counted with the `altri`; `in_comune` those
    counted once.
    """

    regole: Regole
    unita: str | None
    mesi_cds: Fraction
    costati: Fraction
    altri: Fraction
    in_comune: Fraction

    @property
    def computati(self) -> Fraction:
        """The months as they count, those of solidarity at half where they do."""
        return self.altri + self.regole.costo(self.costati)

    @property
    def mesi_residui(self) -> Fraction:
        """The months left of the limit."""
        return max(Fraction(self.regole.limite.decimale) - self.computati, Fraction(0))

    @property
    def residui_cds(self) -> tuple[Fraction, Fraction]:
        """The months of solidarity that still fit: at half, and whole."""
        return self.regole.residui_cds(self.mesi_residui, self.costati, self.mesi_cds)


def computi(caso: Documento, *, incerti: bool = False) -> list[Computo]:
    """Count the months, unit by unit; none where the period runs backwards, or sector or figures are not known.

    With `incerti` the days of which it is not known whether they are left out are counted too.
    """
    years = caso.figura("anni_quinquennio", caso.dal)
    if caso.periodo is None or caso.settore is None or years is None:
        return []
    try:
        how = regole(caso.settore, caso.dal)
    except FiguraIgnota:
        return []
    window = finestra_della_cigs(caso.periodo, years)
    return [_computo(caso, how, unit, window, incerti=incerti) for unit in unita(caso)]


def finestra_della_cigs(periodo: Periodo, anni: Valore) -> Periodo:
    """Return the window of an extraordinary treatment: it ends with its month (circular of the Ministry 17/2017)."""
    return finestra(fine_mese_n(periodo.al.replace(day=1), 1), anni)


def piu_alto(caso: Documento) -> Computo | None:
    """Return the count of the unit nearest to the limit, if any."""
    return max(computi(caso), key=lambda one: (one.computati, one.mesi_cds), default=None)


def _computo(caso: Documento, how: Regole, unit: str | None, window: Periodo, *, incerti: bool) -> Computo:
    def giorni(told: Mapping[str, Any], period: Periodo, articolo: int) -> list[Periodo]:
        inside = parte(period, window)
        return contano(told, inside, caso.settore, articolo, incerti=incerti) if inside else []

    asked = CDS if caso.di(SOLIDARIETA) else CIGS
    own = caso.periodo.mesi if caso.periodo else Fraction(0)
    months = own if asked == CDS and ARTICOLO_22 not in caso.liberi else Fraction(0)
    counted = []
    # they may be very many
    names = codici_richiesti(caso) if accanto_al_richiesto(caso) else None
    if caso.periodo and ARTICOLO_4 not in caso.liberi:
        counted.append(Trattato(asked, (caso.periodo,), own, names))
    for place, told in precedenti_della(caso, unit):
        period = caso.precedenti[place]
        if told["tipo"] in ("CIGO", CIGS, CDS):
            counted.append(_trattato(caso, told, period, giorni(told, period, ARTICOLO_4)))
        if told["tipo"] == CDS:
            months += somma(giorni(told, period, ARTICOLO_22))
    once = in_comune(counted)
    return Computo(
        regole=how,
        unita=unit,
        mesi_cds=months,
        costati=sum((one.mesi for one in counted if one.tipo == CDS), -once[True]),
        altri=sum((one.mesi for one in counted if one.tipo != CDS), -once[False]),
        in_comune=once[True] + once[False],
    )


def somma(days: Iterable[Periodo]) -> Fraction:
    """Return the months of some days."""
    return sum((one.mesi for one in days), Fraction(0))


def _trattato(caso: Documento, told: Mapping[str, Any], period: Periodo, days: list[Periodo]) -> Trattato:
    """Return an earlier period with the months it counts for; a CIGO given in weeks, unless cut, by its weeks."""
    year = caso.figura("settimane_di_un_anno", caso.dal)
    in_weeks = told["tipo"] == "CIGO" and "settimane" in told and days == [period]
    months = mesi_di(told["settimane"], year) if in_weeks and year else somma(days)
    return Trattato(told["tipo"], tuple(days), months, codici(told))
