"""The registry of rules: a short dated function per rule, entered by its decorator with code and source.

A rule takes the case (the regime's typed view of a document) and yields findings, or says what is missing. Its
docstring is the rule in one Italian sentence. Two rules of one code that hold on the same day for the same document
are refused at import.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from docservice.law.citation import Fonte
from docservice.law.finding import EsitoControllo, Gravita, NonVerificabile, Rilievo

Esame = Callable[[Any], Iterable[Rilievo | NonVerificabile]]


@dataclass(frozen=True, slots=True)
class Regola:
    """A rule: its code, its source, the documents and the days it holds for."""

    codice: str
    fonte: Fonte
    regime: str
    esame: Esame
    modelli: frozenset[str] | None
    se: Callable[[Any], bool] | None
    serve: Callable[[Any], str | None] | None
    dal: date
    al: date

    @property
    def testo(self) -> str:
        """The rule in one Italian sentence."""
        return (self.esame.__doc__ or "").strip()

    def lontananza(self, giorno: date) -> int:
        """Return how many days `giorno` lies out of the rule's validity; 0 inside."""
        return max((self.dal - giorno).days, (giorno - self.al).days, 0)

    def si_sovrappone(self, other: Regola) -> bool:
        """Say whether the two are one code twice, on some day, for some document."""
        same = (self.codice, self.regime) == (other.codice, other.regime)
        days = self.dal <= other.al and other.dal <= self.al
        models = self.modelli is None or other.modelli is None or bool(self.modelli & other.modelli)
        return same and days and models


@dataclass(frozen=True, slots=True)
class Controllo:
    """The outcome of one rule on one document."""

    codice: str
    esito: EsitoControllo
    motivo: str | None = None

    def as_dict(self) -> dict[str, str]:
        """Return `{"codice", "esito", "motivo"?}`."""
        told = {"codice": self.codice, "esito": str(self.esito)}
        return told if self.motivo is None else {**told, "motivo": self.motivo}


class RegolaDoppia(ValueError):  # noqa: N818 - it is what it is
    """One code would be judged by two rules on the same day."""


_registry: list[Regola] = []
"""In order of code: rules enter once, and are asked for at every document."""


def regola(  # noqa: PLR0913 - what a rule is, all by name
    codice: str,
    fonte: Fonte,
    *,
    modelli: Iterable[str] | None = None,
    se: Callable[[Any], bool] | None = None,
    serve: Callable[[Any], str | None] | None = None,
    dal: date = date.min,
    al: date = date.max,
) -> Callable[[Esame], Esame]:
    """Enter a rule. `se` says whether it concerns the case; `serve` what the case lacks to be judged, or None."""

    def enter(esame: Esame) -> Esame:
        regime = esame.__module__.split(".")[2].replace("_", "-")
        named = None if modelli is None else frozenset(modelli)
        new = Regola(codice, fonte, regime, esame, named, se, serve, dal, al)
        if any(new.si_sovrappone(old) for old in _registry):
            raise RegolaDoppia(f"{codice} è già definita per gli stessi giorni")
        insort(_registry, new, key=lambda rule: _order(rule.codice))
        return esame

    return enter


def regole(regime: str) -> list[Regola]:
    """Return the rules of a regime, in order of code."""
    return [rule for rule in _registry if rule.regime == regime]


def applicabili(regime: str, modello: str, giorno: date, caso: Any) -> Iterator[Regola]:
    """Yield the rules that concern a case: of each code the version of that day, or the nearest."""
    nearest: dict[str, Regola] = {}
    for rule in regole(regime):
        if rule.modelli is not None and modello not in rule.modelli:
            continue
        other = nearest.get(rule.codice)
        if other is None or rule.lontananza(giorno) < other.lontananza(giorno):
            nearest[rule.codice] = rule
    yield from (rule for rule in nearest.values() if rule.se is None or rule.se(caso))


def esamina(rule: Regola, caso: Any) -> tuple[Controllo, list[Rilievo]]:
    """Run one rule on a case: its outcome, and its findings with code and source filled in."""
    lacking = rule.serve(caso) if rule.serve else None
    if lacking is not None:
        return Controllo(rule.codice, EsitoControllo.NON_VERIFICABILE, lacking), []
    found: list[Rilievo] = []
    missing: str | None = None
    for told in rule.esame(caso):
        if isinstance(told, NonVerificabile):
            missing = missing or told.motivo
        else:
            found.append(told.di(rule.codice, rule.fonte))
    if any(f.gravita is not Gravita.NOTA for f in found):
        return Controllo(rule.codice, EsitoControllo.VIOLATO), found
    if missing is not None:
        return Controllo(rule.codice, EsitoControllo.NON_VERIFICABILE, missing), found
    return Controllo(rule.codice, EsitoControllo.RISPETTATO), found


def _order(codice: str) -> list[tuple[str, int]]:
    # AQ-G2 before AQ-G10
    return [(word, int(number or 0)) for word, number in re.findall(r"(\D+)(\d*)", codice)]
