"""Weekly hours by contract and worked, of workers or of groups: rows, sums, cuts, the same in every regime.

    somma(righe({"gruppi": [{"lavoratori": 2, "ore_settimanali": 40, "ore_lavorate_settimanali": 30}]}))
        -> Somma(teste=2, lavorabili=80, perse=20), whose taglio is 25

`Σ n·(c − w) / Σ n·c × 100`: heads n, contractual weekly hours c, hours worked w; of a row whose hours change in the
period, their mean by days. Shares are exact, and shown half-up with two decimals. Rows may be very many: each is gone
through once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from docservice.law.calendar import Periodo
from docservice.law.finding import Rilievo
from docservice.law.generale.orari_variati import Tratti, media, tratti
from docservice.law.italiano import con_punto

T = TypeVar("T")
Ore = Decimal | Fraction
"""Hours: those written, and the exact mean of those that change."""

ENTRO, OLTRE, FUORI = "entro_limite", "oltre_limite", "fuori_banda"
"""Outcomes of a row."""
CIFRE = (
    *("lavoratori", "ore_lavorabili", "ore_non_lavorate", "riduzione_media_percentuale"),
    *("limite_medio", "entro_limite", "gruppi", "righe"),
)
"""The figures of a table of hours, by name (`calcoli`)."""


class Orario:
    """Weekly hours, contractual and worked. Very many rows share few of them: what follows from them is found once."""

    def __init__(self, contratto: Decimal, lavorate: Ore) -> None:
        self.contratto, self.lavorate = contratto, lavorate
        self.perse: Ore = Fraction(contratto) - lavorate if isinstance(lavorate, Fraction) else contratto - lavorate

    @cached_property
    def taglio(self) -> Fraction:
        """The cut, in percent of the contractual hours."""
        return _percento(self.perse, self.contratto)

    @cached_property
    def percentuale(self) -> str:
        """The cut as it is shown."""
        return con_punto(self.taglio)


class Riga(NamedTuple):
    """Heads with the same hours: weekly, contractual and worked, as they were written; the other hours of some days.

    It is the one of that `indice` in the list `elenco` of the data. `orario` are its hours in the whole period; where
    they change, `giorni_soliti` are the days left to those written.
    """

    elenco: str
    indice: int
    reparto: str | None
    teste: int
    contratto: Decimal
    lavorate: Decimal
    orario: Orario
    cambi: Tratti = ()
    giorni_soliti: int = 0

    @property
    def percorso(self) -> str:
        """Its JSON pointer."""
        return f"/{self.elenco}/{self.indice}"

    @property
    def perse(self) -> Ore:
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
    perse: Ore

    @property
    def lavorate(self) -> Ore:
        """The hours worked."""
        return Orario(self.lavorabili, self.perse).perse

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


def righe(dati: Mapping[str, Any], periodo: Periodo | None = None) -> list[Riga]:
    """Return the rows of `gruppi` and of `lavoratori`; in a period the hours that change count as their mean."""
    known: dict[tuple[Decimal, Ore, bool], Orario] = {}
    found = []
    for name in ("gruppi", "lavoratori"):
        for index, raw in enumerate(dati.get(name, [])):
            worked: Ore
            due, usual = raw["ore_settimanali"], raw["ore_lavorate_settimanali"]
            worked, left, others = usual, 0, tratti(raw, periodo)
            if others and periodo:
                worked, left = media(usual, others, periodo), periodo.giorni - sum(days.giorni for days, _ in others)
            # the mean of one row may be the usual hours of another, which are shown as they were written
            key = due, worked, bool(others)
            shared = known.get(key) or known.setdefault(key, Orario(due, worked))
            who = raw.get("reparto"), raw.get("lavoratori", 1)
            found.append(Riga(name, index, *who, due, usual, shared, others, left))
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
        _totale([count * hours.perse for hours, count in heads.items()]),
    )


def _totale(hours: Sequence[Ore]) -> Ore:
    """Add hours up: those written stay as they are written, what holds a mean is exact."""
    written = [one for one in hours if isinstance(one, Decimal)]
    if len(written) == len(hours):
        return sum(written, Decimal(0))
    return sum((Fraction(one) for one in hours), Fraction(0))


def reparti(rows: Sequence[Riga]) -> list[Reparto]:
    """Return the departments in order of appearance."""
    return per_nome(rows, [row.reparto for row in rows])


def per_nome(rows: Sequence[Riga], nomi: Sequence[str | None]) -> list[Reparto]:
    """Return the rows put together by a name of each, in order of appearance."""
    found: dict[str | None, list[int]] = defaultdict(list)
    for index, name in enumerate(nomi):
        found[name].append(index)
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
    shown = di_ciascuna(rows, _righe_stampate)
    lent: dict[str, Any] = {
        "totale": stampa(total),
        "variano": any(row.cambi for row in rows),
        "reparti": [{"indici": own.indici, "somma": stampa(own.somma)} for own in reparti(rows)],
        "righe": [
            {**told, "varia": bool(row.cambi), "altri_giorni": row.giorni_soliti > 0, "esito": esito}
            for row, told, esito in zip(rows, shown, esiti, strict=True)
        ],
    }
    if limite is not None:
        lent |= {"limite_medio": _numero(con_punto(limite)), "media_entro_limite": total.taglio <= limite}
    return lent


def _righe_stampate(hours: Orario) -> dict[str, Decimal]:
    return {
        "ore_lavorate": _numero(con_punto(hours.lavorate)),
        "ore_non_lavorate": _numero(con_punto(hours.perse)),
        "percentuale": _numero(hours.percentuale),
    }


def stampa(total: Somma) -> dict[str, Any]:
    """Return a sum as a text prints it."""
    return {
        "lavoratori": total.teste,
        "ore_lavorabili": _numero(con_punto(total.lavorabili)),
        "ore_lavorate": _numero(con_punto(total.lavorate)),
        "ore_non_lavorate": _numero(con_punto(total.perse)),
        "percentuale": _numero(con_punto(total.taglio)),
    }


def _numero(text: str) -> Decimal:
    return Decimal(text)


def _percento(part: Ore, whole: Decimal) -> Fraction:
    return Fraction(part) / Fraction(whole) * 100
