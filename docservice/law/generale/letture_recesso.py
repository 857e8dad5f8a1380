"""How the contribution due when a job ends has been read: what other sources give, beside what is followed.

    2018, 36 months, 82%, no agreement: followed 9.699,54 on the ceiling; the old practice gave 8.916,12 on the pay

Followed: `rate × ceiling × months / 12` at full precision, rounded once. Many round the amount of a year first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.figures import Valore, figura
from docservice.law.italiano import arrotonda, giorno, in_formula

MESI_ANNO: Final = 12


@dataclass(frozen=True, slots=True)
class Ticket:
    """A contribution: its data and what it was found with; `volte` multiplies it, where there is no agreement."""

    dati: Mapping[str, Any]
    massimale: Valore
    aliquota: Valore
    mesi: int
    volte: Valore | None

    @property
    def giorno(self) -> date:
        """The day the job ends."""
        day: date = self.dati["data_cessazione"]
        return day

    @property
    def collettivo(self) -> bool:
        """Whether it is part of a collective dismissal."""
        return bool(self.dati.get("collettivo", True))

    @property
    def contributo(self) -> Decimal:
        """What is due, as it is followed."""
        return self._volte(importo(self.aliquota.decimale, self.massimale.decimale, self.mesi))

    def arrotondato_sull_anno(self, base: Decimal) -> Decimal:
        """Return what is due on a base, where the amount of a year is rounded first."""
        year = arrotonda(Fraction(self.aliquota.decimale) / 100 * Fraction(base))
        return self._volte(arrotonda(Fraction(year) * self.mesi / MESI_ANNO))

    def con(self, aliquota: Valore) -> Decimal:
        """Return what would be due at another rate."""
        return self._volte(importo(aliquota.decimale, self.massimale.decimale, self.mesi))

    def _volte(self, due: Decimal) -> Decimal:
        return due if self.volte is None else due * self.volte.decimale


def importo(aliquota: Decimal, massimale: Decimal, mesi: int) -> Decimal:
    """Return what is due for a worker, rounded once."""
    return arrotonda(Fraction(aliquota) / 100 * Fraction(massimale) * mesi / MESI_ANNO)


def note(di: Ticket) -> Iterator[str]:
    """Tell the other readings, each with its amount, and what else is to be known."""
    yield from _della_base(di)
    yield from _dell_arrotondamento(di)
    yield from _dell_aliquota(di)
    if di.collettivo and di.dati["cigs"] and not figura("comune.moltiplicatore_senza_accordo", di.giorno).noto:
        yield (
            "Nei licenziamenti collettivi fino al 2016, chi era soggetto alla CIGS pagava invece il contributo"
            " d’ingresso alla mobilità."
        )
    if "data_assunzione" in di.dati:
        yield "Contano i mesi di calendario, non i mesi dall’assunzione (circolare INPS n. 44/2013)."


def _della_base(di: Ticket) -> Iterator[str]:
    disputed = figura("comune.base_recesso_chiarita", di.giorno)
    if di.giorno <= disputed.giorno:
        pay = figura("comune.retribuzione_riferimento_naspi", di.giorno).decimale
        yield (
            "La base è il massimale (circolare INPS n. 137/2021). Prima si usava la retribuzione di riferimento,"
            f" {in_formula(pay)} euro, arrotondando l’importo dell’anno: il contributo era"
            f" {in_formula(di.arrotondato_sull_anno(pay))} euro."
        )


def _dell_arrotondamento(di: Ticket) -> Iterator[str]:
    other = di.arrotondato_sull_anno(di.massimale.decimale)
    if other != di.contributo:
        yield (
            f"Molte pubblicazioni arrotondano prima l’importo di un anno, e danno {in_formula(other)} euro invece di"
            f" {in_formula(di.contributo)}: qui si arrotonda una volta, come la guida del maggio 2024."
        )


def _dell_aliquota(di: Ticket) -> Iterator[str]:
    double = figura("comune.aliquota_recesso_cigs", di.giorno)
    if not (di.collettivo and double.noto):
        return
    single, spared = (figura(f"comune.{name}", di.giorno) for name in ("aliquota_recesso", "recesso_procedure_escluse"))
    opened = di.dati.get("data_apertura_procedura")
    if opened is not None and opened <= spared.giorno:
        if di.dati["cigs"]:
            yield (
                f"La procedura si è aperta entro il {giorno(spared.giorno)}: resta l’aliquota del"
                f" {di.aliquota.decimale}%."
            )
        return
    size = figura("comune.recesso_cigs_datori_fis", di.giorno)
    if size.noto:
        yield (
            f"Dal {size.dal.year} versano la CIGS anche i datori del FIS oltre {size.decimale} dipendenti, e per loro"
            f" l’aliquota è {double.decimale}% (L. 205/2017, art. 1 c. 137; circolare INPS n. 76/2022):"
            f" {in_formula(di.con(double))} euro. La guida del maggio 2024 dà {single.decimale}% a chi versa il FIS:"
            f" {in_formula(di.con(single))} euro. Decide il dato cigs."
        )
