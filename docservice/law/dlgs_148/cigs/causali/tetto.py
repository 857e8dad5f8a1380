"""What is told of a treatment with more months than its cause has, or that begins before there was any such cause.

oltre(caso, 12 + 1/31 months, 12, "I mesi di CIGS") -> Rilievo(errore, "/periodo/al", "I mesi di CIGS sono 12,03: …")
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.figures import tutte
from docservice.law.finding import Rilievo, errore
from docservice.law.italiano import arrotonda_oltre, con_virgola, giorno
from docservice.law.misura import in_date, in_mesi


def oltre(caso: Documento, mesi: Fraction, massimo: Decimal, che_cosa: str, fonte: Fonte) -> Iterator[Rilievo]:
    """Yield that some months are too many."""
    if caso.periodo and mesi > massimo:
        yield errore(
            "/periodo/al",
            f"{che_cosa} sono {con_virgola(arrotonda_oltre(mesi, massimo))}: il massimo è {con_virgola(massimo)}.",
            "Va accorciato il periodo.",
            in_mesi(mesi, massimo),
            fonte=fonte,
        )


def prima_della_legge(caso: Documento, figura: str, che_cosa: str, percorso: str = "/periodo/dal") -> Iterator[Rilievo]:
    """Yield that a treatment begins before the first day of its figure: the law did not have it yet."""
    first = next(one for one in tutte()[f"dlgs_148.{figura}"].valori if one.noto)
    if caso.dal < first.dal:
        yield errore(
            percorso,
            f"Il periodo comincia il {giorno(caso.dal)}: {che_cosa} dal {giorno(first.dal)}.",
            "Va corretto il periodo, oppure la causale.",
            in_date(caso.dal, first.dal),
            fonte=first.fonte,
        )
