"""How the figures of a solidarity contract are found (`contratto`, `orari`), step by step.

orario_medio(380 hours of contract for ten workers) -> orario_medio_contratto: 380 ÷ 10 = 38
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Any

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.cds.durata import computo
from docservice.law.dlgs_148.cds.orari_variati import tagli
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.generale import passaggi_orari
from docservice.law.generale.orari import somma
from docservice.law.italiano import con_articolo, con_punto, con_virgola, in_formula, numero, percento
from docservice.law.passaggio import ADDENDI, Passaggio, letto, mesi_di, somma_di

Cifre = Mapping[str, Any]


def ore(caso: Documento, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell the steps of the hours."""
    average, own = caso.figura("riduzione_media_cds"), caso.figura("riduzione_individuale_cds")
    most = con_articolo(f" e la riduzione non supera il {percento(own.decimale)}") if own else ""
    return passaggi_orari.passi(
        caso.righe,
        cifre,
        letto(average) if average else "",
        f"entro_limite se le ore lavorate non superano quelle di contratto{most}",
    )


def limite_individuale(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell where the most that each worker's cut may be comes from."""
    what = "Limite della riduzione di ciascuno, in percento"
    yield Passaggio("limite_individuale", what, letto(caso.vigente("riduzione_individuale_cds")))


def orario_medio(caso: Documento, cifre: Cifre) -> Iterator[Passaggio]:
    """Tell the average week."""
    total = somma(caso.righe)
    due, lost, heads = numero(total.lavorabili), numero(total.perse), numero(total.teste)
    shown = (con_virgola(Decimal(cifre[f"orario_medio_{name}"])) for name in ("contratto", "mantenuto"))
    yield Passaggio("orario_medio_contratto", "Ore di contratto a testa, la settimana", f"{due} ÷ {heads}")
    yield Passaggio("orario_medio_mantenuto", "Ore lavorate a testa, la settimana", f"({due} − {lost}) ÷ {heads}")
    yield Passaggio("orario_medio_ridotto", "Ore non lavorate a testa, la settimana", " − ".join(shown))


def mesi(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell the months of the contract."""
    if caso.periodo:
        yield Passaggio("mesi", "Mesi del contratto", mesi_di(caso.periodo))


def nel_periodo(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell the cut over the whole period of the first of those whose hours change."""
    days = caso.periodo.giorni if caso.periodo else 0
    for place, cut in islice(tagli(caso).items(), ADDENDI):
        worker = caso.elenco.lavoratori[place]
        other = [(Periodo(one["dal"], one["al"]).giorni, one["ore_lavorate_settimanali"]) for one in worker["orari"]]
        usual = days - sum(count for count, _ in other)
        worked = [(usual, worker["ore_lavorate_settimanali"]), *other]
        due = f"{numero(days)} × {numero(worker['ore_settimanali'])}"
        terms = somma_di([f"{numero(count)} × {numero(hours)}" for count, hours in worked if count])
        yield Passaggio(
            "riduzione_nel_periodo",
            f"Riduzione del lavoratore al posto {place + 1} della lista, in percento: giorni × ore la settimana",
            f"({due} − ({terms})) ÷ ({due}) × 100",
            con_punto(cut),
        )


def quinquennio(caso: Documento, _: Cifre) -> Iterator[Passaggio]:
    """Tell the months of the mobile five years."""
    counted = computo(caso)
    if counted is None or caso.periodo is None:
        return
    how, own = counted.regole, caso.periodo.mesi
    before = counted.mesi_cds - own
    yield Passaggio(
        "mesi_cds",
        "Mesi di solidarietà nel quinquennio mobile: di questo contratto e dei periodi precedenti",
        f"{in_formula(own)} + {in_formula(before)}",
    )
    halved = min(counted.mesi_cds, Fraction(how.a_meta.decimale)) if how.a_meta else Fraction(0)
    terms = [_detti(counted.altri, ""), _detti(halved, " ÷ 2"), _detti(counted.mesi_cds - halved, "")]
    yield Passaggio(
        "mesi_computati",
        "Mesi computati: altri trattamenti, più la solidarietà"
        + (f", per metà i primi {how.a_meta.decimale}" if how.a_meta else " per intero"),
        somma_di([one for one in terms if one] or ["0"]),
    )
    yield Passaggio("limite_mesi", "Mesi al massimo nel quinquennio mobile", letto(how.limite))
    left = max(Fraction(how.limite.decimale) - counted.computati, Fraction(0))
    cheap, whole = how.residui_cds(left, counted.mesi_cds)
    yield Passaggio(
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
