"""The figures of a CIGS: its months, those of the mobile five years, the most that its cause has.

cifre(12 months of reorganisation after 3 of CIGO) -> {"mesi": "12", "mesi_computati": "15", "mesi_residui": "9", …}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from docservice.law.dlgs_148.cigs import passaggi
from docservice.law.dlgs_148.cigs.computo import finestra_della_cigs, piu_alto
from docservice.law.dlgs_148.cigs.durata import massimo_della_causale
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.italiano import con_punto
from docservice.law.passaggio import Passaggio, letto
from docservice.law.tratti import ACCORDO, CIGS, CONSULTAZIONE, PROGRAMMA, SOLIDARIETA
from docservice.law.voce import cifra, parole

_PER = CIGS & (ACCORDO | CONSULTAZIONE | PROGRAMMA)
"""The contracts too."""


@cifra("mesi", fonte=decreto("art. 22"), per=_PER, passi=passaggi.mesi)
def mesi(caso: Documento) -> str | None:
    """Return the months of the treatment."""
    return con_punto(caso.periodo.mesi) if caso.periodo else None


@cifra(
    *("mesi_cds", "mesi_computati", "limite_mesi", "mesi_residui", "mesi_residui_cds", "finestra_dal", "finestra_al"),
    fonte=decreto("artt. 4 e 22 c. 5"),
    per=_PER,
    passi=passaggi.quinquennio,
    se=lambda caso: "periodi_precedenti" in caso.dati,
)
def mesi_del_quinquennio(caso: Documento) -> dict[str, str]:
    """Return the months of the mobile five years, where the earlier periods are given: of the unit with most."""
    counted, years = piu_alto(caso), caso.figura("anni_quinquennio", caso.dal)
    if counted is None or caso.periodo is None or years is None:
        return {}
    window = finestra_della_cigs(caso.periodo, years)
    of_contract = caso.di(SOLIDARIETA)
    return {
        **({"mesi_cds": con_punto(counted.mesi_cds)} if of_contract else {}),
        "mesi_computati": con_punto(counted.computati),
        "limite_mesi": str(counted.regole.limite.decimale),
        **({} if of_contract else {"mesi_residui": con_punto(counted.mesi_residui)}),
        **({"mesi_residui_cds": con_punto(sum(counted.residui_cds, Fraction(0)))} if of_contract else {}),
        "finestra_dal": window.dal.isoformat(),
        "finestra_al": window.al.isoformat(),
    }


def _passi_del_massimo(caso: Documento, _: Mapping[str, Any]) -> Iterator[Passaggio]:
    most = massimo_della_causale(caso)
    if most:
        yield Passaggio("durata_massima_mesi", "Mesi al massimo, per la causale", letto(most))


@cifra(
    "durata_massima_mesi",
    fonte=decreto("art. 22 c. 1 e 2"),
    per=CIGS & (CONSULTAZIONE | PROGRAMMA),
    passi=_passi_del_massimo,
)
def durata_massima(caso: Documento) -> str | None:
    """Return the most months of a cause of art. 22."""
    most = massimo_della_causale(caso)
    return con_punto(most.decimale) if most else None


@parole("mesi", decreto("art. 22"), per=_PER)
def mesi_in_parole(caso: Documento) -> dict[str, Any]:
    """Return the months, as a text prints them."""
    months = mesi(caso)
    return {} if months is None else {"mesi": Decimal(months)}
