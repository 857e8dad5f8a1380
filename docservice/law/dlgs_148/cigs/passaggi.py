"""How the months of a CIGS, or of a solidarity contract, are found (`cifre`), step by step.

quinquennio(12 months after 3 of CIGO) -> mesi_computati: 15, of 24
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from docservice.law.dlgs_148.cigs.computo import Computo, piu_alto
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_22
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.finestra import in_vigore_dal
from docservice.law.italiano import con_virgola, giorno, in_formula
from docservice.law.passaggio import Passaggio, letto, mesi_di, somma_di
from docservice.law.tratti import SOLIDARIETA

Cifre = Mapping[str, Any]


def mesi(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell the months of the treatment."""
    if caso.periodo:
        what = "Mesi del contratto" if caso.di(SOLIDARIETA) else "Mesi del trattamento"
        yield Passaggio("mesi", what, mesi_di(caso.periodo))


def quinquennio(caso: Documento, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell the months of the mobile five years; of several units, those of the one nearest to the limit."""
    counted = piu_alto(caso)
    if counted is None or caso.periodo is None:
        return
    how = counted.regole
    whose = f" dell’unità «{counted.unita}»" if counted.unita else ""
    if caso.di(SOLIDARIETA):
        yield _di_solidarieta(caso, counted, whose)
    halved = min(counted.costati, Fraction(how.a_meta.decimale)) if how.a_meta else Fraction(0)
    terms = [_detti(counted.altri, ""), _detti(halved, " ÷ 2"), _detti(counted.costati - halved, "")]
    yield Passaggio(
        "mesi_computati",
        f"Mesi computati{'' if caso.di(SOLIDARIETA) else whose}: altri trattamenti, più la solidarietà"
        + (f", per metà i primi {how.a_meta.decimale}" if how.a_meta else " per intero")
        + (", i giorni di due trattamenti una volta" if counted.in_comune else ""),
        somma_di([one for one in terms if one] or ["0"]),
    )
    yield Passaggio("limite_mesi", "Mesi al massimo nel quinquennio mobile", letto(how.limite))
    if caso.di(SOLIDARIETA):
        yield _residui_di_solidarieta(counted)
    else:
        left = f"{how.limite.decimale} − {con_virgola(counted.computati)}, non meno di zero"
        yield Passaggio("mesi_residui", "Mesi che restano nel quinquennio mobile", left)
    last = giorno(date.fromisoformat(cifre["finestra_al"]))
    back = f"cinque anni a ritroso dal {last}, non prima del {giorno(in_vigore_dal())}"
    yield Passaggio("finestra_dal", "Primo giorno del quinquennio mobile", back)
    yield Passaggio(
        "finestra_al", "Ultimo giorno del quinquennio mobile", f"fine del mese del {giorno(caso.periodo.al)}"
    )


def _di_solidarieta(caso: Documento, counted: Computo, whose: str) -> Passaggio:
    own = caso.periodo.mesi if caso.periodo and ARTICOLO_22 not in caso.liberi else Fraction(0)
    return Passaggio(
        "mesi_cds",
        f"Mesi di solidarietà{whose} nel quinquennio mobile: di questo contratto e dei periodi precedenti",
        f"{in_formula(own)} + {in_formula(counted.mesi_cds - own)}",
    )


def _residui_di_solidarieta(counted: Computo) -> Passaggio:
    how, left = counted.regole, counted.mesi_residui
    cheap, whole = counted.residui_cds
    return Passaggio(
        "mesi_residui_cds",
        f"Mesi di solidarietà che restano, {how.massimo_cds.decimale} in tutto: quelli che stanno in"
        f" {how.limite.decimale} − {con_virgola(counted.computati)} = {con_virgola(left)} mesi",
        f"{con_virgola(cheap)} computati per metà + {con_virgola(whole)} per intero",
    )


def _detti(months: Fraction, halved: str) -> str:
    if not months:
        return ""
    said = in_formula(months)
    return f"({said}){halved}" if "+" in said else f"{said}{halved}"
