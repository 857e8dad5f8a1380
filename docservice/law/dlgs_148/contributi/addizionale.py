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
from docservice.law.dlgs_148.contributi.aliquota_ridotta import note, ridotta
from docservice.law.dlgs_148.contributi.esenzioni import esente
from docservice.law.figures import Valore, figura, figura_nota
from docservice.law.italiano import arrotonda, con_punto, con_virgola, in_formula

INTERE: Final = ("dlgs_148.addizionale_prima", "dlgs_148.addizionale_seconda", "dlgs_148.addizionale_terza")
RIDOTTE: Final = ("dlgs_148.addizionale_prima_ridotta", "dlgs_148.addizionale_seconda_ridotta", INTERE[2])
"""The rates of the three bands, and those for employers that had no treatment for two years."""
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
    or `periodi` of them in order of time; optional `eone` and `licenziamento_collettivo` bool, `causale` str, `norma`,
    `ultimo_periodo_al` and `aliquota_ridotta_dal` dates, `dipendenti` int.
    """
    if dati["strumento"] == "FONDO":
        own = "L’aliquota è quella che il fondo bilaterale stabilisce, qui non nota: va chiesta al fondo o all’INPS."
        raise DominioErrato([("/strumento", own)])
    periodi = _periodi(dati)
    by_bands = dati["strumento"] not in PIATTE
    svolto = Conto()
    with figure_del("/data_domanda", "Va indicata una data in cui il contributo del D.Lgs. 148/2015 è in vigore."):
        figura(INTERE[0], dati["data_domanda"])
        spared = esente(dati)
        if spared is not None:
            svolto.passo("Contributo", spared.perche, "0,00")
            svolto.cita(spared.fonte)
            if spared.nota:
                svolto.note.append(spared.nota)
            svolto.risultati = {"fasce": [], "contributo": "0.00", "ridotto": False}
            return svolto
        why = ridotta(dati, a_fasce=by_bands)
        bands = list(_fasce(dati["strumento"], dati["data_domanda"], ridotto=why is not None))
    total = Fraction(0)
    told: list[dict[str, str]] = []
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
    svolto.risultati = {"fasce": told, "contributo": str(arrotonda(total)), "ridotto": why is not None}
    svolto.risultati |= {"motivo_ridotto": why} if why else {}
    svolto.note += note(dati, why, a_fasce=by_bands)
    _annota(svolto, dati)
    return svolto


def _periodi(dati: Mapping[str, Any]) -> list[tuple[Fraction, Fraction]]:
    """Return weeks and pay of each period, in order. Raises DominioErrato."""
    single = {"settimane", "retribuzione_persa"} & dati.keys()
    if ("periodi" in dati) == bool(single) or len(single) == 1:
        raise DominioErrato(
            [("/settimane", "Vanno indicate le settimane e la retribuzione persa, oppure i periodi con entrambe.")]
        )
    rows = dati.get("periodi", [dati])
    return [(Fraction(row["settimane"]), Fraction(row["retribuzione_persa"])) for row in rows]


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


def _annota(svolto: Conto, dati: Mapping[str, Any]) -> None:
    if dati["strumento"] == "CDS":
        svolto.note.append(
            "Le settimane di contratto di solidarietà contano intere nelle fasce (lettura del servizio)."
        )
    if dati["strumento"] == "FIS":
        svolto.note += _dei_piccoli(dati)


def _dei_piccoli(dati: Mapping[str, Any]) -> Iterator[str]:
    """Tell the two readings of the cut for the small employers of the FIS, each with its rates."""
    small, cut, own, whole, less = (
        figura(f"dlgs_148.{name}", dati["data_domanda"])
        for name in (
            "dipendenti_fis_piccoli",
            "riduzione_fis_piccoli",
            "addizionale_fis",
            "ordinario_fis_fino_a_5",
            "ordinario_fis_fino_a_5_ridotto",
        )
    )
    if cut.noto and dati.get("dipendenti", small.decimale) <= small.decimale:
        other = con_virgola(Fraction(own.decimale) * (100 - Fraction(cut.decimale)) / 100)
        yield (
            f"Per i datori fino a {small.decimale} dipendenti senza domande da 24 mesi la riduzione del {cut.decimale}%"
            f" è letta dall’INPS sul contributo ordinario, dal {in_formula(whole.decimale)}% al"
            f" {in_formula(less.decimale)}% (circolare n. 5/2025); la guida del 2024 la legge su questo addizionale,"
            f" dal {own.decimale}% al {other}%. Qui si segue l’INPS, e le due non si sommano."
        )
