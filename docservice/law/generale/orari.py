"""Weekly hours by contract and worked, of workers or of groups: rows, sums, cuts, the same in every regime.

    somma(righe({"gruppi": [{"lavoratori": 2, "ore_settimanali": 40, "ore_lavorate_settimanali": 30}]}))
        -> Somma(teste=2, lavorabili=80, perse=20), whose taglio is 25

`Σ n·(c − w) / Σ n·c × 100`: heads n, contractual weekly hours c, hours worked w. Shares are exact, and shown half-up
with two decimals. Rows may be very many: each is gone through once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from docservice.law.finding import Rilievo
from docservice.law.italiano import con_punto

T = TypeVar("T")

ENTRO, OLTRE, FUORI = "entro_limite", "oltre_limite", "fuori_banda"
"""Outcomes of a row."""
CIFRE = (
    *("lavoratori", "ore_lavorabili", "ore_non_lavorate", "riduzione_media_percentuale"),
    *("limite_medio", "entro_limite", "gruppi", "righe"),
)
"""The figures of a table of hours, by name (`calcoli`)."""


class Orario:
    """Weekly hours, contractual and worked. Very many rows share few of them: what follows from them is found once."""

    def __init__(self, contratto: Decimal, lavorate: Decimal) -> None:
        self.contratto, self.lavorate = contratto, lavorate
        self.perse = contratto - lavorate

    @cached_property
    def taglio(self) -> Fraction:
        """The cut, in percent of the contractual hours."""
        return _percento(self.perse, self.contratto)

    @cached_property
    def percentuale(self) -> str:
        """The cut as it is shown."""
        return con_punto(self.taglio)


class Riga(NamedTuple):
    """Heads with the same hours: weekly, contractual and worked, as they were written.

    It is the one of that `indice` in the list `elenco` of the data.
    """

    elenco: str
    indice: int
    reparto: str | None
    teste: int
    contratto: Decimal
    lavorate: Decimal
    orario: Orario

    @property
    def percorso(self) -> str:
        """Its JSON pointer."""
        return f"/{self.elenco}/{self.indice}"

    @property
    def perse(self) -> Decimal:
        """The hours not worked, of each head."""
        return self.orario.perse

    @property
    def taglio(self) -> Fraction:
        """The cut, in percent of the contractual hours."""
        return self.orario.taglio


@dataclass(frozen=True, slots=True)
class Somma:
    """What rows add up to."""

    teste: int
    lavorabili: Decimal
    perse: Decimal

    @property
    def taglio(self) -> Fraction:
        """The average cut, in percent."""
        return _percento(self.perse, self.lavorabili)


@dataclass(frozen=True, slots=True)
class Reparto:
    """The rows of a department: its name, if any, their places, what they add up to."""

    nome: str | None
    indici: list[int]
    somma: Somma

    def as_dict(self) -> dict[str, str]:
        """Return the sums as they travel."""
        named = {} if self.nome is None else {"reparto": self.nome}
        return {
            **named,
            "lavoratori": str(self.somma.teste),
            "ore_lavorabili": con_punto(self.somma.lavorabili),
            "ore_non_lavorate": con_punto(self.somma.perse),
            "percentuale": con_punto(self.somma.taglio),
        }


def righe(dati: Mapping[str, Any]) -> list[Riga]:
    """Return the rows of `gruppi` and of `lavoratori`."""
    known: dict[tuple[Decimal, Decimal], Orario] = {}
    found = []
    for name in ("gruppi", "lavoratori"):
        for index, raw in enumerate(dati.get(name, [])):
            hours = raw["ore_settimanali"], raw["ore_lavorate_settimanali"]
            shared = known.get(hours) or known.setdefault(hours, Orario(*hours))
            found.append(Riga(name, index, raw.get("reparto"), raw.get("lavoratori", 1), *hours, shared))
    return found


def di_ciascuna(rows: Sequence[Riga], trova: Callable[[Orario], T]) -> list[T]:
    """Return for each row what is to be found of its hours."""
    found = {hours: trova(hours) for hours in {row.orario for row in rows}}
    return [found[row.orario] for row in rows]


def dove(
    rows: Sequence[Riga], prova: Callable[[Orario], bool], detto: Callable[[Orario], Rilievo]
) -> Iterator[Rilievo]:
    """Yield a finding for each row whose hours pass a test."""
    told = di_ciascuna(rows, lambda hours: detto(hours) if prova(hours) else None)
    return (found.presso(row.percorso) for row, found in zip(rows, told, strict=True) if found)


def somma(rows: Iterable[Riga]) -> Somma:
    """Add the rows up."""
    heads: dict[Orario, int] = defaultdict(int)
    for row in rows:
        heads[row.orario] += row.teste
    return Somma(
        sum(heads.values()),
        sum((count * hours.contratto for hours, count in heads.items()), Decimal(0)),
        sum((count * hours.perse for hours, count in heads.items()), Decimal(0)),
    )


def reparti(rows: Sequence[Riga]) -> list[Reparto]:
    """Return the departments in order of appearance."""
    found: dict[str | None, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        found[row.reparto].append(index)
    return [Reparto(name, places, somma(rows[place] for place in places)) for name, places in found.items()]


def cifre(rows: Sequence[Riga], esiti: Sequence[str], limite: Decimal | None) -> dict[str, Any]:
    """Return the figures of a table of hours as they travel: sums, departments, the outcome of each row."""
    total = somma(rows)
    told: dict[str, Any] = {
        "lavoratori": str(total.teste),
        "ore_lavorabili": con_punto(total.lavorabili),
        "ore_non_lavorate": con_punto(total.perse),
        "riduzione_media_percentuale": con_punto(total.taglio),
    }
    if limite is not None:
        told |= {"limite_medio": con_punto(limite), "entro_limite": total.taglio <= limite}
    told["gruppi"] = [own.as_dict() for own in reparti(rows)]
    told["righe"] = [
        {"indice": index, "percentuale": row.orario.percentuale, "esito": esito}
        for index, (row, esito) in enumerate(zip(rows, esiti, strict=True))
    ]
    return told


def per_il_testo(rows: Sequence[Riga], esiti: Sequence[str], limite: Decimal | None) -> dict[str, Any]:
    """Return what the text of a table of hours prints besides its data."""
    total = somma(rows)
    shown = di_ciascuna(rows, lambda hours: (_numero(con_punto(hours.perse)), _numero(hours.percentuale)))
    lent: dict[str, Any] = {
        "totale": _stampa(total),
        "reparti": [{"indici": own.indici, "somma": _stampa(own.somma)} for own in reparti(rows)],
        "righe": [
            {"ore_non_lavorate": lost, "percentuale": cut, "esito": esito}
            for (lost, cut), esito in zip(shown, esiti, strict=True)
        ],
    }
    if limite is not None:
        lent |= {"limite_medio": _numero(con_punto(limite)), "media_entro_limite": total.taglio <= limite}
    return lent


def _stampa(total: Somma) -> dict[str, Any]:
    return {
        "lavoratori": total.teste,
        "ore_lavorabili": _numero(con_punto(total.lavorabili)),
        "ore_lavorate": _numero(con_punto(total.lavorabili - total.perse)),
        "ore_non_lavorate": _numero(con_punto(total.perse)),
        "percentuale": _numero(con_punto(total.taglio)),
    }


def _numero(text: str) -> Decimal:
    return Decimal(text)


def _percento(part: Decimal, whole: Decimal) -> Fraction:
    return Fraction(part) / Fraction(whole) * 100
