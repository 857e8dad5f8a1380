"""What the technical report shows of its indicators: the figures of the answer, the columns of the tables in print.

`andamento` → `[{"indicatore": "fatturato", "prima": "900000", "dopo": "700000", "peggiora": True}]`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from docservice.law import italiano
from docservice.law.dlgs_148.cigo import passaggi
from docservice.law.dlgs_148.cigo.indicatori import (
    Valore,
    andamento,
    anni,
    debiti,
    in_corso,
    mesi,
    per_trimestri,
    valori,
)
from docservice.law.dlgs_148.cigo.prove import dm
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.italiano import con_punto
from docservice.law.tratti import STRAORDINARIA, TECNICA
from docservice.law.voce import cifra, parole


@cifra(
    *("anni_richiesti", "indebitamento", "andamento"),
    fonte=dm("modello di relazione, indicatori"),
    per=TECNICA,
    passi=passaggi.indicatori,
)
def cifre_degli_indicatori(caso: Documento) -> dict[str, Any]:
    """Return the years asked for, the debts of each period, the trend."""
    debts = [(one, total) for one in valori(caso) if (total := debiti(one)) is not None]
    return {
        "anni_richiesti": [str(year) for year in anni(caso)],
        "indebitamento": [
            {
                "anno": str(one["anno"]),
                **({"trimestre": str(one["trimestre"])} if "trimestre" in one else {}),
                "totale": con_punto(total),
            }
            for one, total in debts
        ],
        "andamento": [
            {"indicatore": name, "prima": con_punto(one.prima), "dopo": con_punto(one.dopo), "peggiora": one.peggiora}
            for name, one in andamento(caso).items()
        ],
    }


def _con_indicatori(caso: Documento) -> bool:
    return "indicatori" in caso.dati


@parole("indicatori", dm("modello di relazione, indicatori"), per=TECNICA | STRAORDINARIA, se=_con_indicatori)
def tavole(caso: Documento) -> dict[str, Any]:
    """Return the columns of the tables, in order of time, a table for each year when they are quarters."""
    order = sorted(range(len(valori(caso))), key=lambda place: _periodo(valori(caso)[place]))
    columns = [_colonna(caso, place) for place in order]
    if not per_trimestri(caso):
        return {"tavole": [columns] if columns else [], "colonne": columns}
    years = sorted({one["anno"] for one in valori(caso)})
    split = [[column for column in columns if column["anno"] == str(year)] for year in years]
    return {"tavole": split, "colonne": columns}


def _periodo(one: Valore) -> tuple[int, int]:
    return one["anno"], one.get("trimestre", 0)


def _colonna(caso: Documento, place: int) -> dict[str, Any]:
    one = valori(caso)[place]
    result = one.get("risultato_impresa")
    total = debiti(one)
    quarter = {"trimestre": str(one["trimestre"])} if "trimestre" in one else {"trimestre": ""}
    return {
        "indice": place,
        "anno": str(one["anno"]),
        **quarter,
        "in_corso": in_corso(caso, one),
        "mesi": _mesi(caso, one),
        "risultato": "" if result is None else _segno(result),
        **({} if total is None else {"debiti": total}),
    }


def _mesi(caso: Documento, one: Valore) -> str:
    """Return the months that a period not over covers, empty if it is not told: the day of the report says nothing."""
    last, may = one.get("ultimo_mese", 0), mesi(caso, one)
    return italiano.mesi(may.start, last) if in_corso(caso, one) and last in may else ""


def _segno(result: Decimal) -> str:
    if not result:
        return "pareggio"
    return "utile" if result > 0 else "perdita"
