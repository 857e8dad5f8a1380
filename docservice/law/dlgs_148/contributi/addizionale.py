"""The additional contribution of those who use the wage integration (D.Lgs. 148/2015, artt. 5 and 29 c. 8).

    10 weeks of CIGO in 2020, none before, 10000 euro of lost pay -> 9% = {"contributo": "900.00", …}

It is a share of the pay of the hours not worked, by bands of the weeks had in the mobile five years; the pay is shared
among the bands by weeks. The sum is rounded once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.calendar import aggiungi_giorni, aggiungi_mesi
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.figures import Valore, figura, figura_nota
from docservice.law.italiano import arrotonda, con_punto, con_virgola, giorno, in_formula

INTERE: Final = ("dlgs_148.addizionale_prima", "dlgs_148.addizionale_seconda", "dlgs_148.addizionale_terza")
RIDOTTE: Final = ("dlgs_148.addizionale_prima_ridotta", "dlgs_148.addizionale_seconda_ridotta", INTERE[2])
"""The rates of the three bands, and those for employers that had no treatment for two years."""
_CON_EVENTI: Final = frozenset({"CIGO", "FIS"})
PIATTE: Final = {"FIS": "dlgs_148.addizionale_fis", "CIGD": "dlgs_148.addizionale_cigd"}
"""The instruments whose contribution has one rate, whatever the weeks."""


@dataclass(frozen=True, slots=True)
class Fascia:
    """Weeks after `dopo`, up to `fino` (None: all the others), and what they pay."""

    dopo: Decimal
    fino: Decimal | None
    aliquota: Valore


@calcolo("contributo-addizionale", titolo="Contributo addizionale")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Il contributo addizionale sulla retribuzione persa, per fasce di settimane nel quinquennio mobile.

    `data_domanda` date, `strumento` str, `settimane_precedenti` Decimal; `settimane` and `retribuzione_persa` Decimal,
    or `periodi` of them in order of time; optional `eone` bool, `ultimo_periodo_al` date, `dipendenti` int.
    """
    periodi = _periodi(dati)
    svolto = Conto()
    with figure_del("/data_domanda", "Va indicata una data in cui questo contributo è in vigore."):
        figura(INTERE[0], dati["data_domanda"])
    if dati.get("eone"):
        svolto.passo("Contributo", "evento oggettivamente non evitabile: non è dovuto", "0,00")
        svolto.cita(decreto("art. 13 c. 3"))
        svolto.risultati = {"fasce": [], "contributo": "0.00", "ridotto": False}
        return svolto
    with figure_del("/data_domanda", "Va indicata una data in cui questo contributo è in vigore."):
        reduced = _ridotto(dati)
        bands = list(_fasce(dati["strumento"], dati["data_domanda"], ridotto=reduced))
    total = Fraction(0)
    told = []
    before = Fraction(dati["settimane_precedenti"])
    after = before + sum(weeks for weeks, _ in periodi)
    for band in bands:
        weeks, pay = _nella_fascia(periodi, before, band)
        if not weeks:
            continue
        due = pay * Fraction(band.aliquota.decimale) / 100
        total += due
        svolto.passo(
            f"Settimane {_limiti(band)}",
            f"{con_virgola(weeks)} settimane, {in_formula(arrotonda(pay))} × {band.aliquota.decimale}%",
            in_formula(arrotonda(due)),
        )
        svolto.cita(band.aliquota)
        told.append(
            {
                "dal_settimana": str(floor(max(before, Fraction(band.dopo))) + 1),
                "al_settimana": str(ceil(after if band.fino is None else min(after, Fraction(band.fino)))),
                "settimane": con_punto(weeks),
                "aliquota": str(band.aliquota.decimale),
                "imponibile": str(arrotonda(pay)),
                "importo": str(arrotonda(due)),
            }
        )
    svolto.passo("Contributo", "somma delle fasce, arrotondata una volta al centesimo", in_formula(arrotonda(total)))
    svolto.risultati = {"fasce": told, "contributo": str(arrotonda(total)), "ridotto": reduced}
    _annota(svolto, dati, reduced=reduced)
    return svolto


def _periodi(dati: Mapping[str, Any]) -> list[tuple[Fraction, Fraction]]:
    """Return weeks and pay of each period, in order. Raises DominioErrato."""
    if dati.get("eone") and dati["strumento"] not in _CON_EVENTI:
        told = "Gli eventi oggettivamente non evitabili sono della CIGO e del FIS: va tolta l’indicazione."
        raise DominioErrato([("/eone", told)])
    single = {"settimane", "retribuzione_persa"} & dati.keys()
    if ("periodi" in dati) == bool(single) or len(single) == 1:
        raise DominioErrato(
            [("/settimane", "Vanno indicate le settimane e la retribuzione persa, oppure i periodi con entrambe.")]
        )
    rows = dati.get("periodi", [dati])
    return [(Fraction(row["settimane"]), Fraction(row["retribuzione_persa"])) for row in rows]


def _ridotto(dati: Mapping[str, Any]) -> bool:
    """Say whether the employer has had no wage integration for as long as the law asks."""
    months = figura("dlgs_148.mesi_senza_trattamenti", dati["data_domanda"])
    if not months.noto or dati["strumento"] in PIATTE:
        return False
    last = dati.get("ultimo_periodo_al")
    if last is None and dati["settimane_precedenti"]:
        told = (
            "Vi sono settimane precedenti: va indicato l’ultimo giorno dell’ultimo trattamento, che decide l’aliquota."
        )
        raise DominioErrato([("/ultimo_periodo_al", told)])
    return last is None or aggiungi_mesi(aggiungi_giorni(last, 1), int(months.decimale)) <= dati["data_domanda"]


def _fasce(strumento: str, day: date, *, ridotto: bool) -> Iterator[Fascia]:
    """Yield the bands in force. Raises FiguraIgnota."""
    if strumento in PIATTE:
        yield Fascia(Decimal(0), None, figura_nota(PIATTE[strumento], day))
        return
    first, second = (
        figura(f"dlgs_148.{name}", day).decimale for name in ("settimane_prima_fascia", "settimane_seconda_fascia")
    )
    limits = (Decimal(0), first, second, None)
    for place, name in enumerate(RIDOTTE if ridotto else INTERE):
        yield Fascia(limits[place] or Decimal(0), limits[place + 1], figura(name, day))


def _nella_fascia(
    periodi: Sequence[tuple[Fraction, Fraction]], before: Fraction, band: Fascia
) -> tuple[Fraction, Fraction]:
    """Return the weeks that fall in a band, and their pay."""
    weeks = pay = Fraction(0)
    start = before
    for long, lost in periodi:
        end = start + long
        last = end if band.fino is None else min(end, Fraction(band.fino))
        inside = max(last - max(start, Fraction(band.dopo)), Fraction(0))
        weeks += inside
        pay += lost * inside / long
        start = end
    return weeks, pay


def _limiti(band: Fascia) -> str:
    if band.fino is None:
        return f"oltre la {band.dopo}ª" if band.dopo else "tutte"
    return f"fino alla {band.fino}ª" if not band.dopo else f"dopo la {band.dopo}ª, fino alla {band.fino}ª"


def _annota(svolto: Conto, dati: Mapping[str, Any], *, reduced: bool) -> None:
    if dati["strumento"] == "CDS":
        svolto.note.append(
            "Le settimane di contratto di solidarietà contano intere nelle fasce (lettura del servizio)."
        )
    if reduced and "ultimo_periodo_al" not in dati:
        svolto.note.append(
            "L’ultimo giorno dell’ultimo trattamento non è indicato: si considera che il datore non ne abbia mai avuti,"
            " e l’aliquota è ridotta (lettura del servizio). Se ne ha avuti, va indicato"
            " l’ultimo giorno dell’ultimo (ultimo_periodo_al)."
        )
    elif reduced:
        svolto.note.append(f"Aliquota ridotta: l’ultimo trattamento è finito il {giorno(dati['ultimo_periodo_al'])}.")
    if dati["strumento"] == "FIS":
        small = figura("dlgs_148.dipendenti_fis_piccoli", dati["data_domanda"]).decimale
        cut = figura("dlgs_148.riduzione_fis_piccoli", dati["data_domanda"])
        if cut.noto and dati.get("dipendenti", small) <= small:
            svolto.note.append(
                f"Per i datori fino a {small} dipendenti senza domande da 24 mesi la riduzione del {cut.decimale}% è"
                " letta dall’INPS sul contributo ordinario (circolare n. 5/2025); la guida del 2024 la legge su questo"
                " addizionale, che scenderebbe al 2,4%. Qui si segue l’INPS, e le due non si sommano."
            )
