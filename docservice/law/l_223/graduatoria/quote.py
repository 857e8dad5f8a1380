"""The two quotas of art. 5 c. 2 L. 223/1991 and of L. 68/1999: women among the dismissed, protected among those left.

    9 employed, 3 women; 3 dismissed, 2 women -> 2 × 9 = 18 > 3 × 3 = 9: too many
    60 employees: 7% is 4,2, the reserve is 4

Shares are compared in whole numbers, never divided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any, Final

from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.finding import NonVerificabile
from docservice.law.italiano import arrotonda, giorno
from docservice.law.l_223.nomi import chiave

_META: Final = Fraction(1, 2)
_FASCE: Final = (
    *("base_minima_riserva", "base_di_due_riserva"),
    *("base_oltre_cui_percentuale_riserva", "percentuale_riserva"),
)
"""The figures by which the reserve is counted."""


@dataclass(frozen=True, slots=True)
class Donne:
    """Employed and dismissed in some tasks, and how many of each are women."""

    occupati: int
    donne: int
    licenziati: int
    donne_licenziate: int

    @property
    def entro_limite(self) -> bool:
        """Say whether the share of women among the dismissed is not over that among the employed."""
        return self.donne_licenziate * self.occupati <= self.donne * self.licenziati

    @property
    def al_massimo(self) -> int:
        """How many women may be among so many dismissed."""
        return self.donne * self.licenziati // self.occupati if self.occupati else 0

    def as_dict(self) -> dict[str, Any]:
        """Return the quota as it travels; shares are for show."""
        return {
            "occupati": self.occupati,
            "donne": self.donne,
            "licenziati": self.licenziati,
            "donne_licenziate": self.donne_licenziate,
            "percentuale_occupate": str(quota(self.donne, self.occupati)),
            "percentuale_licenziate": str(quota(self.donne_licenziate, self.licenziati)),
            "entro_limite": self.entro_limite,
        }


def quota(parte: int, tutto: int) -> Decimal:
    """Return a share in points, two decimals half-up; none of nobody."""
    return arrotonda(Fraction(parte * 100, tutto) if tutto else Fraction(0))


def donne(manodopera: Iterable[Mapping[str, Any]], licenziati: Sequence[Mapping[str, Any]]) -> dict[str, Donne]:
    """Return the women of each task, by `chiave`; raise `NonVerificabile` where a dismissed worker lacks a datum."""
    employed: dict[str, list[int]] = {}
    for row in manodopera:
        # a task that is there twice is a fault, and counts once
        employed.setdefault(chiave(row["mansione"]), [row["occupati"], row["donne"]])
    gone: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    strange = sum(chiave(one.get("mansione", "")) not in employed for one in licenziati)
    if strange:
        raise NonVerificabile(f"mansione che non è fra quelle della manodopera, per {strange} dei licenziati")
    unsaid = sum("sesso" not in one for one in licenziati)
    if unsaid:
        raise NonVerificabile(f"sesso non indicato per {unsaid} dei licenziati")
    for one in licenziati:
        gone[chiave(one["mansione"])][0] += 1
        gone[chiave(one["mansione"])][1] += one["sesso"] == "F"
    return {name: Donne(*told, *gone[name]) for name, told in employed.items()}


def insieme(parti: Iterable[Donne]) -> Donne:
    """Return the tasks taken together."""
    some = list(parti)
    sums = ("occupati", "donne", "licenziati", "donne_licenziate")
    return Donne(*(sum(getattr(one, name) for one in some) for name in sums))


@dataclass(frozen=True, slots=True)
class Riserva:
    """The reserve, how many fill it, and how many of them are dismissed; `valori` are the figures it is read by."""

    quota: int
    occupati: int
    licenziati: int
    valori: tuple[Valore, ...] = ()

    @property
    def rimanenti(self) -> int:
        """Those left after the dismissals."""
        return self.occupati - self.licenziati

    @property
    def entro_limite(self) -> bool:
        """Say whether none of them is dismissed, or those left cover the reserve."""
        return not self.licenziati or self.rimanenti >= self.quota

    def as_dict(self) -> dict[str, Any]:
        """Return the reserve as it travels."""
        left = max(0, self.rimanenti)
        return {"quota_riserva": self.quota, "rimanenti": left, "entro_limite": self.entro_limite}


def riserva(dati: Mapping[str, Any], licenziati: int, al: date) -> Riserva:
    """Return the reserve, as told or by the employees on a day; raise `NonVerificabile` before the law of 1999."""
    heads = dati["occupati_protetti"]
    if "quota_riserva" in dati:
        return Riserva(dati["quota_riserva"], heads, licenziati)
    try:
        values = tuple(figura(f"l_223.{name}", al) for name in _FASCE)
    except FiguraIgnota:
        raise NonVerificabile(f"quota di riserva non indicata, e al {giorno(al)} non ancora quella del 1999") from None
    least, two, many, percent = (one.decimale for one in values)
    base = dati["base_computo"]
    if base > many:
        exact = Fraction(base) * Fraction(percent) / 100
        return Riserva(ceil(exact - _META), heads, licenziati, values)
    return Riserva((base >= least) + (base >= two), heads, licenziati, values)
