"""How the figures of a table of hours are found (`orari.cifre`), step by step, the same in every regime.

ten workers, from 40 hours to 20 -> riduzione_media_percentuale: 200 ÷ 400 × 100 = 50
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from docservice.law.generale.orari import Orario, Ore, Riga, reparti, somma
from docservice.law.italiano import arrotonda_oltre, con_punto, in_formula, numero
from docservice.law.passaggio import ADDENDI, Passaggio, somma_di


def passi(rows: Sequence[Riga], cifre: Mapping[str, Any], limite: str, esito: str) -> Iterator[Passaggio]:
    """Tell the steps; `limite` is where the limit of the average comes from, `esito` when a row is inside its own."""
    heads: dict[Orario, int] = defaultdict(int)
    for row in rows:
        heads[row.orario] += row.teste
    yield Passaggio(
        "lavoratori", "Lavoratori, orario per orario", somma_di([numero(count) for count in heads.values()])
    )
    yield Passaggio(
        "ore_lavorabili",
        "Ore lavorabili la settimana",
        somma_di([f"{numero(count)} × {numero(hours.contratto)}" for hours, count in heads.items()]),
    )
    yield Passaggio(
        "ore_non_lavorate",
        "Ore non lavorate la settimana",
        somma_di([f"{numero(count)} × {_perse(hours)}" for hours, count in heads.items()]),
    )
    total = somma(rows)
    yield Passaggio(
        "riduzione_media_percentuale", "Riduzione media, in percento", _taglio(total.perse, total.lavorabili)
    )
    if "limite_medio" in cifre:
        yield Passaggio("limite_medio", "Limite della riduzione media, in percento", limite)
        yield Passaggio("entro_limite", "La riduzione media è entro il limite", _confronto(total.taglio, cifre))
    for own in reparti(rows)[:ADDENDI]:
        yield Passaggio(
            "gruppi",
            f"Riduzione media del reparto {own.nome}" if own.nome else "Riduzione media di chi è senza reparto",
            _taglio(own.somma.perse, own.somma.lavorabili),
            con_punto(own.somma.taglio),
        )
    for hours in list(heads)[:ADDENDI]:
        yield Passaggio(
            "righe",
            f"Riduzione di chi ha {numero(hours.contratto)} ore e ne lavora {numero(hours.lavorate)}"
            f"{' in media' if isinstance(hours.lavorate, Fraction) else ''}, in percento",
            f"{_perse(hours)} ÷ {numero(hours.contratto)} × 100",
            hours.percentuale,
        )
    found = Counter(row["esito"] for row in cifre["righe"])
    told = ", ".join(f"{name} {count}" for name, count in sorted(found.items()))
    yield Passaggio("righe", "Righe per esito", esito, told)


def esatte(hours: Ore) -> str:
    """Write hours exactly: a mean as a fraction, "(8 + 2/61)"."""
    told = in_formula(hours) if isinstance(hours, Fraction) else numero(hours)
    return f"({told})" if "/" in told else told


def _perse(hours: Orario) -> str:
    return f"({numero(hours.contratto)} − {esatte(hours.lavorate)})"


def _taglio(lost: Ore, due: Ore) -> str:
    return f"{esatte(lost)} ÷ {numero(due)} × 100"


def _confronto(cut: Fraction, cifre: Mapping[str, Any]) -> str:
    most = Fraction(cifre["limite_medio"])
    return (
        f"{numero(cut)} ≤ {numero(most)}" if cut <= most else f"{numero(arrotonda_oltre(cut, most))} > {numero(most)}"
    )
