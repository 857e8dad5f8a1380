"""A step of the working of a document's figures: which figure, what is worked out, the formula in numbers, the result.

    Passaggio("settimane", "Settimane del periodo", "14 ÷ 7", "2").as_dict()
        -> {"cifra": "settimane", "descrizione": "Settimane del periodo", "formula": "14 ÷ 7", "valore": "2"}

How a figure is found is told beside it (`passi=` of `voce.cifra`), and only to who asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from docservice.law.italiano import giorni, giorno, in_formula

if TYPE_CHECKING:
    from docservice.law.calendar import Periodo
    from docservice.law.valore import Valore

ADDENDI: Final = 20
"""Terms of a sum, or things alike, that are shown one by one."""


@dataclass(frozen=True, slots=True)
class Passaggio:
    """A step; without a `valore` of its own, what comes of it is the figure itself."""

    cifra: str
    descrizione: str
    formula: str
    valore: str = ""

    def di(self, cifre: Mapping[str, Any]) -> Passaggio:
        """Return the step with what came of it."""
        return self if self.valore else replace(self, valore=_detto(cifre[self.cifra]))

    def as_dict(self) -> dict[str, str]:
        """Return the step as it travels."""
        told = {"cifra": self.cifra, "descrizione": self.descrizione}
        return {**told, "formula": self.formula, "valore": self.valore}


Passi = Callable[[Any, Mapping[str, Any]], Iterable[Passaggio]]
"""What tells the steps, of a case and of the figures found."""


def somma_di(addendi: Sequence[str]) -> str:
    """Write a sum: "2 × 40 + 8 × 36"; of a long one, how it begins."""
    more = f" + altri {len(addendi) - ADDENDI} addendi" if len(addendi) > ADDENDI else ""
    return " + ".join(islice(addendi, ADDENDI)) + more


def letto(valore: Valore) -> str:
    """Write where a figure comes from that is read, not worked out."""
    return f"valore di legge «{valore.nome}», {giorni(valore.dal, valore.al)}"


def compresi(periodo: Periodo) -> str:
    """Write the days of a period: "dal 01/06/2023 al 14/06/2023, compresi"."""
    return f"dal {giorno(periodo.dal)} al {giorno(periodo.al)}, compresi"


def mesi_di(periodo: Periodo) -> str:
    """Write what the months of a period are counted on, and how many exactly where they are not whole."""
    exact = in_formula(periodo.mesi)
    return compresi(periodo) if exact.isdigit() else f"{compresi(periodo)}: {exact}"


def _detto(valore: Any) -> str:
    if isinstance(valore, bool):
        return "sì" if valore else "no"
    return ", ".join(map(str, valore)) if isinstance(valore, list) else str(valore)
