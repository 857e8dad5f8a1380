"""The calculators: found by walking the packages of the law, run by name.

    esegui("settimane-periodo", {"dal": date(2023, 6, 1), "al": date(2023, 6, 14)})
        -> {"risultati": {"giorni": "14", "settimane": "2", …}, "passaggi": […], "fonti": […], "note": […]}

A calculator takes data already read and typed (date, Decimal, int, str, bool), checks what only the law can check, and
returns a `Conto`: results, working, sources, notes. What it asks and answers, as it travels, is told where the
documents are: a calculator there has the id of one here.

    esegui("settimane-periodo", {"dal": date(2023, 6, 5), "al": date(2023, 9, 3)})["risultati"]["giorni"] -> "91"
"""

from __future__ import annotations

import importlib
import pkgutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import docservice.law
from docservice.law.figures import FiguraIgnota, Valore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from docservice.law.citation import Fonte
    from docservice.law.finding import Rilievo

_registro: Final[dict[str, Calcolo]] = {}


class DominioErrato(ValueError):  # noqa: N818 - it is what happens, in the words of the field
    """Data that no calculation can be made of; `errori` holds all of them as (JSON pointer, message in Italian)."""

    def __init__(self, errori: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{percorso}: {messaggio}" for percorso, messaggio in errori))
        self.errori = errori


@contextmanager
def figure_del(percorso: str, rimedio: str) -> Iterator[None]:
    """Say at the datum that picks the figures, with the remedy, that one of them is not known for it."""
    try:
        yield
    except FiguraIgnota as ignota:
        raise DominioErrato([(percorso, f"{ignota} {rimedio}")]) from ignota


@dataclass(slots=True)
class Conto:
    """An account as it is drawn up: the results, each step, the sources (each once), the notes, perhaps findings.

    Results are strings, booleans, or lists of objects made of these and of whole numbers.
    """

    risultati: dict[str, Any] = field(default_factory=dict)
    passaggi: list[dict[str, str]] = field(default_factory=list)
    fonti: list[Fonte] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    rilievi: list[Rilievo] | None = None

    def passo(self, descrizione: str, formula: str, valore: str) -> None:
        """Write a step down."""
        self.passaggi.append({"descrizione": descrizione, "formula": formula, "valore": valore})

    def cita(self, *fonti: Fonte | Valore) -> None:
        """Name sources, or the sources of figures; a figure's own note becomes a note of the account."""
        for citata in fonti:
            fonte = citata.fonte if isinstance(citata, Valore) else citata
            if fonte not in self.fonti:
                self.fonti.append(fonte)
            if isinstance(citata, Valore) and citata.nota and citata.nota not in self.note:
                self.note.append(citata.nota)

    def as_dict(self) -> dict[str, Any]:
        """Return the account as it travels."""
        fonti = [fonte.as_dict() for fonte in self.fonti]
        told = {"risultati": self.risultati, "passaggi": self.passaggi, "fonti": fonti, "note": self.note}
        return told if self.rilievi is None else {**told, "rilievi": [one.as_dict() for one in self.rilievi]}


@dataclass(frozen=True, slots=True)
class Calcolo:
    """A calculator: its id, as it is in the URL, its title in Italian, what draws its account up.

    `ha_scadenze` says that its results are deadlines, which a calendar may take; `ha_rilievi` that it judges the data
    too, as the rules on a document do.
    """

    id: str
    titolo: str
    conto: Callable[[Mapping[str, Any]], Conto]
    ha_scadenze: bool = False
    ha_rilievi: bool = False


def calcolo(
    id_calcolo: str, *, titolo: str, ha_scadenze: bool = False, ha_rilievi: bool = False
) -> Callable[[Callable[[Mapping[str, Any]], Conto]], Callable[[Mapping[str, Any]], Conto]]:
    """Register a function as a calculator. Raises ValueError when the name is taken."""

    def registra(conto: Callable[[Mapping[str, Any]], Conto]) -> Callable[[Mapping[str, Any]], Conto]:
        if id_calcolo in _registro:
            raise ValueError(f"{id_calcolo}: two calculators of one name")
        _registro[id_calcolo] = Calcolo(id_calcolo, titolo, conto, ha_scadenze, ha_rilievi)
        return conto

    return registra


@cache
def catalogo() -> Mapping[str, Calcolo]:
    """Return every calculator by name, in order of name."""
    for modulo in pkgutil.walk_packages(docservice.law.__path__, f"{docservice.law.__name__}."):
        importlib.import_module(modulo.name)
    return dict(sorted(_registro.items()))


def esegui(id_calcolo: str, dati: Mapping[str, Any]) -> dict[str, Any]:
    """Run a calculator and return `{"risultati", "passaggi", "fonti", "note"}`.

    Raises KeyError when there is none of that name, DominioErrato when the data are outside its domain.
    """
    return catalogo()[id_calcolo].conto(dati).as_dict()
