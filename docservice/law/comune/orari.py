"""Weekly hours by contract and worked, of workers or of groups: rows, sums, cuts, the same in every regime.

`Σ n·(c − w) / Σ n·c × 100`: heads n, contractual weekly hours c, hours worked w. Shares are exact, and shown half-up
with two decimals. One pass over the rows, which may be very many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from docservice.law.calculator import arrotonda
from docservice.law.finding import plain

ENTRO, OLTRE, FUORI = "entro_limite", "oltre_limite", "fuori_banda"
"""Outcomes of a row."""


@dataclass(frozen=True, slots=True)
class Riga:
    """Heads with the same hours: weekly, contractual and worked; `percorso` is their JSON pointer."""

    percorso: str
    reparto: str | None
    teste: int
    contratto: Decimal
    lavorate: Decimal

    @property
    def perse(self) -> Decimal:
        """The hours not worked, of each head."""
        return self.contratto - self.lavorate

    @property
    def taglio(self) -> Fraction:
        """The cut, in percent of the contractual hours."""
        return _percento(self.perse, self.contratto)


@dataclass(slots=True)
class Somma:
    """What rows add up to."""

    teste: int = 0
    lavorabili: Decimal = Decimal(0)
    perse: Decimal = Decimal(0)

    def aggiungi(self, riga: Riga) -> None:
        """Count a row."""
        self.teste += riga.teste
        self.lavorabili += riga.teste * riga.contratto
        self.perse += riga.teste * riga.perse

    @property
    def taglio(self) -> Fraction:
        """The average cut, in percent."""
        return _percento(self.perse, self.lavorabili)


@dataclass(slots=True)
class Reparto:
    """The rows of a department: its name, if any, their places, what they add up to."""

    nome: str | None
    indici: list[int] = field(default_factory=list)
    somma: Somma = field(default_factory=Somma)

    def as_dict(self) -> dict[str, str]:
        """Return the sums as they travel."""
        named = {} if self.nome is None else {"reparto": self.nome}
        return {
            **named,
            "lavoratori": str(self.somma.teste),
            "ore_lavorabili": plain(self.somma.lavorabili),
            "ore_non_lavorate": plain(self.somma.perse),
            "percentuale": mostra(self.somma.taglio),
        }


def righe(dati: Mapping[str, Any]) -> list[Riga]:
    """Return the rows of `gruppi` and of `lavoratori`."""
    return [
        Riga(
            f"/{name}/{index}",
            raw.get("reparto"),
            raw.get("lavoratori", 1),
            raw["ore_settimanali"],
            raw["ore_lavorate_settimanali"],
        )
        for name in ("gruppi", "lavoratori")
        for index, raw in enumerate(dati.get(name, []))
    ]


def somma(rows: Iterable[Riga]) -> Somma:
    """Add the rows up."""
    total = Somma()
    for row in rows:
        total.aggiungi(row)
    return total


def reparti(rows: Iterable[Riga]) -> list[Reparto]:
    """Return the departments in order of appearance."""
    found: dict[str | None, Reparto] = {}
    for index, row in enumerate(rows):
        own = found.setdefault(row.reparto, Reparto(row.reparto))
        own.indici.append(index)
        own.somma.aggiungi(row)
    return list(found.values())


def calcoli(rows: Sequence[Riga], esiti: Sequence[str], limite: Decimal | None) -> dict[str, Any]:
    """Return the figures of a table of hours as they travel: sums, departments, the outcome of each row."""
    total = somma(rows)
    told: dict[str, Any] = {
        "lavoratori": str(total.teste),
        "ore_lavorabili": plain(total.lavorabili),
        "ore_non_lavorate": plain(total.perse),
        "riduzione_media_percentuale": mostra(total.taglio),
    }
    if limite is not None:
        told |= {"limite_medio": plain(limite), "entro_limite": total.taglio <= limite}
    told["gruppi"] = [own.as_dict() for own in reparti(rows)]
    told["righe"] = [
        {"indice": index, "percentuale": mostra(row.taglio), "esito": esito}
        for index, (row, esito) in enumerate(zip(rows, esiti, strict=True))
    ]
    return told


def per_il_testo(rows: Sequence[Riga], esiti: Sequence[str], limite: Decimal | None) -> dict[str, Any]:
    """Return what the text of a table of hours prints besides its data."""
    total = somma(rows)
    lent: dict[str, Any] = {
        "totale": _stampa(total),
        "reparti": [{"indici": own.indici, "somma": _stampa(own.somma)} for own in reparti(rows)],
        "righe": [
            {"ore_non_lavorate": _numero(plain(row.perse)), "percentuale": _numero(mostra(row.taglio)), "esito": esito}
            for row, esito in zip(rows, esiti, strict=True)
        ],
    }
    if limite is not None:
        lent |= {"limite_medio": _numero(plain(limite)), "media_entro_limite": total.taglio <= limite}
    return lent


def mostra(number: Fraction) -> str:
    """Write a number half-up with two decimals at most; one that is not negative only by rounding has no sign."""
    shown = arrotonda(abs(number))
    return plain(-shown if number < 0 and shown else shown)


def _stampa(total: Somma) -> dict[str, Any]:
    return {
        "lavoratori": total.teste,
        "ore_lavorabili": _numero(plain(total.lavorabili)),
        "ore_lavorate": _numero(plain(total.lavorabili - total.perse)),
        "ore_non_lavorate": _numero(plain(total.perse)),
        "percentuale": _numero(mostra(total.taglio)),
    }


def _numero(text: str) -> Decimal:
    return Decimal(text)


@lru_cache(maxsize=4096)
def _percento(part: Decimal, whole: Decimal) -> Fraction:
    return Fraction(part) / Fraction(whole) * 100
