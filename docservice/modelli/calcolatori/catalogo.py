"""The calculators: every module of this package that defines `CALCOLATORE` is one, found by walking.

What is calculated is the law's, which knows its calculators by the same ids (`law.calculator`); the rules of the domain
(a year with no figure, too many hours) are the law's, too.

    calcolatori()["monte-ore"].domanda -> MonteOre, the schema of the data that it asks
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from marshmallow import Schema

from docservice.campi.blocco import Blocco
from docservice.campi.risposte import conto

_PACKAGE = "docservice.modelli.calcolatori"


@dataclass(frozen=True, slots=True)
class Esempio:
    """Data of a worked example, as they travel, and where it comes from."""

    dati: dict[str, Any]
    fonte: str


@dataclass(frozen=True)
class Calcolatore:
    """A calculator: its id, what it asks, what its results are, an example.

    The example is that of the OpenAPI, and is worked out in docs/calcoli. `completa` adds to the results what the law
    does not know.
    """

    id: str
    domanda: type[Blocco]
    risposta: type[Schema]
    esempio: Esempio
    completa: Callable[[Mapping[str, Any]], dict[str, Any]] = dict

    @cached_property
    def conto(self) -> type[Schema]:
        """The schema of all that it answers: results, working, sources, notes."""
        return conto(f"{self.domanda.__name__}Conto", self.risposta)


@cache
def calcolatori() -> dict[str, Calcolatore]:
    """Return every calculator by id, in order of id."""
    found = {}
    # imported when first asked for: who only lists the documents needs none of them
    for info in pkgutil.walk_packages(importlib.import_module(_PACKAGE).__path__, f"{_PACKAGE}."):
        one = getattr(importlib.import_module(info.name), "CALCOLATORE", None)
        if one is not None:
            found[one.id] = one
    return dict(sorted(found.items()))
