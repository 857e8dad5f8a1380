"""How the figures of a solidarity contract are found (`contratto`, `orari`), step by step.

orario_medio(380 hours of contract for ten workers) -> orario_medio_contratto: 380 ÷ 10 = 38
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any

from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.generale import passaggi_orari
from docservice.law.generale.orari import somma
from docservice.law.italiano import con_articolo, con_punto, con_virgola, numero, percento
from docservice.law.passaggio import ADDENDI, Passaggio, letto, somma_di

Cifre = Mapping[str, Any]


def ore(caso: Documento, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell the steps of the hours."""
    average, own = (
        None if caso.derogata(code) else caso.figura(name)
        for code, name in (("CDS-1", "riduzione_media_cds"), ("CDS-2", "riduzione_individuale_cds"))
    )
    most = con_articolo(f" e la riduzione non supera il {percento(own.decimale)}") if own else ""
    return passaggi_orari.passi(
        caso.righe,
        cifre,
        letto(average) if average else "",
        f"entro il limite se le ore lavorate non superano quelle di contratto{most}",
    )


def limite_individuale(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell where the most that each worker's cut may be comes from."""
    what = "Limite della riduzione di ciascuno, in percento"
    yield Passaggio("limite_individuale", what, letto(caso.vigente("riduzione_individuale_cds")))


def orario_medio(caso: Documento, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell the average week."""
    total = somma(caso.righe)
    due, lost, heads = numero(total.lavorabili), passaggi_orari.esatte(total.perse), numero(total.teste)
    shown = (con_virgola(Decimal(cifre[f"orario_medio_{name}"])) for name in ("contratto", "mantenuto"))
    yield Passaggio("orario_medio_contratto", "Ore di contratto a testa, la settimana", f"{due} ÷ {heads}")
    yield Passaggio("orario_medio_mantenuto", "Ore lavorate a testa, la settimana", f"({due} − {lost}) ÷ {heads}")
    yield Passaggio("orario_medio_ridotto", "Ore non lavorate a testa, la settimana", " − ".join(shown))


def nel_periodo(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell the cut over the whole period of the first of those whose hours change."""
    days = caso.periodo.giorni if caso.periodo else 0
    for row in islice((row for row in caso.righe if row.cambi), ADDENDI):
        worked = [(row.giorni_soliti, row.lavorate), *((own.giorni, hours) for own, hours in row.cambi)]
        due = f"{numero(days)} × {numero(row.contratto)}"
        terms = somma_di([f"{numero(count)} × {numero(hours)}" for count, hours in worked if count])
        yield Passaggio(
            "riduzione_nel_periodo",
            f"Riduzione della riga al posto {row.indice + 1} della lista, in percento: giorni × ore la settimana",
            f"({due} − ({terms})) ÷ ({due}) × 100",
            con_punto(row.taglio),
        )
