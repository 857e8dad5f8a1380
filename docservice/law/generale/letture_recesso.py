"""How the contribution due when a job ends has been read: what other sources give, beside what is followed.

    2018, 36 months, 82%, no agreement: followed 9.699,54 on the ceiling; the old practice gave 8.916,12 on the pay

Followed: `rate × ceiling × months / 12` at full precision, rounded once. Many round the amount of a year first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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

    def arrotondato_sull_anno(self, base: Decimal | None = None) -> Decimal:
        """Return what is due on a base, the ceiling if none is given, where the amount of a year is rounded first."""
        year = arrotonda(Fraction(self.aliquota.decimale) / 100 * Fraction(base or self.massimale.decimale))
        return self._volte(arrotonda(Fraction(year) * self.mesi / MESI_ANNO))

    def con(self, aliquota: Valore) -> Decimal:
        """Return what would be due at another rate."""
        return self._volte(importo(aliquota.decimale, self.massimale.decimale, self.mesi))

    @property
    def primo(self) -> Ticket:
        """The one that tells what is the same of all, where more are told together."""
        return self

    def _volte(self, due: Decimal) -> Decimal:
        return due if self.volte is None else due * self.volte.decimale


@dataclass(frozen=True, slots=True)
class Somma:
    """The contributions of some workers whose jobs end in one year, to be told together; the first stands for all."""

    parti: Sequence[Ticket]

    @property
    def primo(self) -> Ticket:
        """The one that tells what is the same of all."""
        return self.parti[0]

    @property
    def contributo(self) -> Decimal:
        """What is due for all."""
        return sum((one.contributo for one in self.parti), Decimal())

    def arrotondato_sull_anno(self, base: Decimal | None = None) -> Decimal:
        """Return what is due for all on a base, where the amount of a year is rounded first."""
        return sum((one.arrotondato_sull_anno(base) for one in self.parti), Decimal())

    def con(self, aliquota: Valore) -> Decimal:
        """Return what would be due for all at another rate."""
        return sum((one.con(aliquota) for one in self.parti), Decimal())


def importo(aliquota: Decimal, massimale: Decimal, mesi: int) -> Decimal:
    """Return what is due for a worker, rounded once."""
    return arrotonda(Fraction(aliquota) / 100 * Fraction(massimale) * mesi / MESI_ANNO)


def note(di: Ticket | Somma) -> Iterator[str]:
    """Tell the other readings, each with its amount, and what else is to be known."""
    one = di.primo
    yield from _della_base(di)
    yield from _dell_arrotondamento(di)
    yield from _dell_aliquota(di)
    if one.collettivo and one.dati["cigs"] and not figura("comune.moltiplicatore_senza_accordo", one.giorno).noto:
        yield (
            "Nei licenziamenti collettivi fino al 2016, chi era soggetto alla CIGS pagava invece il contributo"
            " d’ingresso alla mobilità."
        )
    if "data_assunzione" in one.dati:
        yield "Contano i mesi di calendario, non i mesi dall’assunzione (circolare INPS n. 44/2013)."


def del_piano(di: Ticket) -> Iterator[str]:
    """Tell how much more is due for the closure of a seat whose plan is not signed."""
    more = figura("comune.aumento_recesso_piano", di.giorno)
    if di.collettivo and more.noto:
        yield (
            "Se i licenziamenti vengono dalla chiusura di una sede (L. 234/2021, art. 1 c. 224-235) e il suo piano non"
            f" è sottoscritto, il contributo è aumentato del {more.decimale}%: qui l’aumento non è contato."
        )


def _della_base(di: Ticket | Somma) -> Iterator[str]:
    day = di.primo.giorno
    disputed = figura("comune.base_recesso_chiarita", day)
    if day <= disputed.giorno:
        pay = figura("comune.retribuzione_riferimento_naspi", day).decimale
        yield (
            "La base è il massimale (circolare INPS n. 137/2021). Prima si usava la retribuzione di riferimento,"
            f" {in_formula(pay)} euro, arrotondando l’importo dell’anno: il contributo era"
            f" {in_formula(di.arrotondato_sull_anno(pay))} euro."
        )


def _dell_arrotondamento(di: Ticket | Somma) -> Iterator[str]:
    other = di.arrotondato_sull_anno()
    if other != di.contributo:
        yield (
            f"Molte pubblicazioni arrotondano prima l’importo di un anno, e danno {in_formula(other)} euro invece di"
            f" {in_formula(di.contributo)}: qui si arrotonda una volta, come la guida del maggio 2024."
        )


def _dell_aliquota(di: Ticket | Somma) -> Iterator[str]:
    one = di.primo
    double = figura("comune.aliquota_recesso_cigs", one.dati.get("data_recesso", one.giorno))
    if not (one.collettivo and double.noto):
        return
    single, spared = (
        figura(f"comune.{name}", one.giorno) for name in ("aliquota_recesso", "recesso_procedure_escluse")
    )
    opened = one.dati.get("data_apertura_procedura")
    if opened is not None and opened <= spared.giorno:
        if one.dati["cigs"]:
            yield (
                f"La procedura si è aperta entro il {giorno(spared.giorno)}: resta l’aliquota del"
                f" {one.aliquota.decimale}%."
            )
        return
    size = figura("comune.recesso_cigs_datori_fis", one.giorno)
    if size.noto:
        yield (
            f"Dal {size.dal.year} versano la CIGS anche i datori del FIS oltre {size.decimale} dipendenti, e per loro"
            f" l’aliquota è {double.decimale}% (L. 205/2017, art. 1 c. 137; circolare INPS n. 76/2022):"
            f" {in_formula(di.con(double))} euro. La guida del maggio 2024 dà {single.decimale}% a chi versa il FIS e"
            f" al commercio fino a 50 dipendenti: {in_formula(di.con(single))} euro. Decide il dato cigs."
        )
