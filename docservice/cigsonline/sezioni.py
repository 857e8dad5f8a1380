"""The sections of the application as data: `sezioni.yaml`, read once.

`sezioni()[0].campi[0]` → `Campo(id="causale", titolo="Causale", da=(Posto("/causale/tipo"), …), serve=SEMPRE)`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from docservice.law.tratti import Tratti, Tratto


@dataclass(frozen=True, slots=True)
class Quando:
    """When a field must be there: always, or if another has one of some values."""

    campo: str = ""
    fra: tuple[Any, ...] = ()

    def vale(self, valori: Mapping[str, Any]) -> bool:
        """Say whether it must be there, given the values of the fields."""
        return not self.campo or valori.get(self.campo) in self.fra


SEMPRE: Final = Quando()


@dataclass(frozen=True, slots=True)
class Posto:
    """Where a paper says something: at a JSON pointer, or by being what it is."""

    percorso: str = ""
    per: Tratti = frozenset()
    vale: Any = None
    mappa: Mapping[str, Any] = field(default_factory=dict)
    detto: str = ""


@dataclass(frozen=True, slots=True)
class Campo:
    """A field of a section, or a column of its table."""

    id: str
    titolo: str
    da: tuple[Posto, ...] = ()
    documento: tuple[Tratto, ...] = ()
    serve: Quando | None = None
    rimedio: str = ""
    si: bool = False
    unica: str = ""
    conta: str = ""
    riferisce: str = ""


@dataclass(frozen=True, slots=True)
class Gruppo:
    """A block of the papers, all of whose fields are told."""

    percorso: str
    causali: tuple[str, ...] = ()
    servono: tuple[str, ...] = ()
    servono_per: tuple[str, ...] = ()

    def letto(self, causale: Any) -> bool:
        """Say whether it is of the application for a cause."""
        return not self.causali or causale in self.causali

    def mancano(self, causale: Any) -> tuple[str, ...]:
        """Return the fields of it that must be there, for a cause."""
        return self.servono if not self.servono_per or causale in self.servono_per else ()


@dataclass(frozen=True, slots=True)
class Righe:
    """A table of a section: where its rows come from, what tells one from another, its columns."""

    da: tuple[str, ...]
    chiave: tuple[str, ...]
    colonne: tuple[Campo, ...]
    nessuna: Campo | None = None
    se_piu: Campo | None = None


@dataclass(frozen=True, slots=True)
class Sezione:
    """A section of the application."""

    id: str
    titolo: str
    campi: tuple[Campo, ...]
    gruppi: tuple[Gruppo, ...]
    righe: Righe | None


@cache
def sezioni() -> tuple[Sezione, ...]:
    """Return the sections, in their order."""
    told = yaml.load((Path(__file__).parent / "sezioni.yaml").read_bytes(), yaml.CSafeLoader)
    return tuple(
        Sezione(
            one["id"],
            one["titolo"],
            tuple(map(_campo, one.get("campi", ()))),
            tuple(_gruppo(**group) for group in one.get("gruppi", ())),
            _righe(one["righe"]) if "righe" in one else None,
        )
        for one in told["sezioni"]
    )


def _campo(detto: Mapping[str, Any]) -> Campo:
    more = {name: detto[name] for name in ("rimedio", "si", "unica", "conta", "riferisce") if name in detto}
    return Campo(
        detto.get("id", ""),
        detto["titolo"],
        tuple(map(_posto, detto.get("da", ()))),
        tuple(map(Tratto, detto.get("documento", ()))),
        _quando(detto.get("serve", False)),
        **more,
    )


def _posto(detto: Any) -> Posto:
    if isinstance(detto, str):
        return Posto(detto)
    return Posto(**{**detto, "per": frozenset(map(Tratto, detto.get("per", ())))})


def _quando(detto: Any) -> Quando | None:
    if isinstance(detto, bool):
        return SEMPRE if detto else None
    return Quando(detto["campo"], tuple(detto["fra"]))


def _gruppo(percorso: str, **detto: list[str]) -> Gruppo:
    return Gruppo(percorso, **{name: tuple(words) for name, words in detto.items()})


def _righe(detto: Mapping[str, Any]) -> Righe:
    said = {name: _campo(detto[name]) for name in ("nessuna", "se_piu") if name in detto}
    return Righe(tuple(detto["da"]), tuple(detto["chiave"]), tuple(map(_campo, detto["colonne"])), **said)
