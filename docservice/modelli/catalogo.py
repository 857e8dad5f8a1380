"""The catalogue: every module of this package that defines `MODELLO` is a document type, found by walking."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from marshmallow import Schema

from docservice.law.tratti import Per, Rinvio, Tratti, Tratto, per
from docservice.modelli.calcolatori.catalogo import calcolatori

_CALCOLATORI = "docservice.modelli.calcolatori"


@dataclass(frozen=True, slots=True)
class Modello:
    """A document type: `id` is its slug everywhere, `sezione` the folder of templates/ that holds its text.

    `tratti` say what it is to the law, which knows no document by its name (`law.tratti`).
    `formati_in_piu` are the formats in which it is made besides those of every document: a list as a sheet, `xlsx`.
    `estratto` is what of it goes alone, if anything: made public, or signed apart. It is a document of its own, whose
    schema holds none but its data. Its text is a file beside the other, which `testo` tells.
    One with `altri_regimi` lives under several: the field `regime` of its data says which, its own where it is absent.
    One that serves several instruments says its traits for each in `per_strumento`, by the value of the field
    `strumento` of its data, and in `titoli` what it is called, by that field or by the one that `secondo` names;
    `tratti` and `titolo` are those where it is absent. `in_testa` is a shorter title, for heads that fit on a line.
    `riservati` are the names of data that serve the verdict alone and are not for who receives the document: its text
    does not depend on them, and its file does not carry them.
    """

    id: str
    titolo: str
    regime: str
    sezione: str
    schema: type[Schema]
    tratti: Tratti
    altri_regimi: tuple[str, ...] = ()
    per_strumento: Mapping[str, Tratti] = field(default_factory=dict, hash=False)
    titoli: Mapping[str, str] = field(default_factory=dict, hash=False)
    formati_in_piu: tuple[str, ...] = ()
    secondo: str = "strumento"
    in_testa: str = ""
    riservati: tuple[str, ...] = ()
    testo: str = ""
    estratto: Modello | None = None

    @property
    def sorgente(self) -> str:
        """The file of its text, below templates/."""
        return f"{self.sezione}/{self.testo or f'{self.id}/testo.xml'}"

    @property
    def regimi(self) -> tuple[str, ...]:
        """Every regime it may live under, its own first."""
        return (self.regime, *self.altri_regimi)

    def regime_di(self, dati: Mapping[str, Any]) -> str:
        """Return the regime that judges these data."""
        chosen: str = dati.get("regime", self.regime) if self.altri_regimi else self.regime
        return chosen

    def tratti_di(self, dati: Mapping[str, Any]) -> Tratti:
        """Return what a document of this type is, by the instrument that its data tell."""
        return self.per_strumento.get(dati.get("strumento", ""), self.tratti)

    def titolo_di(self, dati: Mapping[str, Any]) -> str:
        """Return what a document of this type is called, by what its data tell, in its head and properties."""
        return self.titoli.get(dati.get(self.secondo, ""), self.in_testa or self.titolo)

    @property
    def ogni_tratti(self) -> tuple[Tratti, ...]:
        """All that a document of this type may be."""
        return (self.tratti, *(one for one in self.per_strumento.values() if one != self.tratti))

    def puo_essere(self, chi: Per | Tratto) -> bool:
        """Say whether some document of this type is one of these."""
        return any(per(chi).di(one) for one in self.ogni_tratti)


def nomina(rinvio: Rinvio) -> str:
    """Return the document that the law names by what it is. Raises ValueError unless there is one only."""
    who = Per(frozenset({rinvio.tratti}))
    found = [one.id for one in catalogo().values() if rinvio.regime in one.regimi and one.puo_essere(who)]
    if len(found) != 1:
        raise ValueError(f"{sorted(rinvio.tratti)}: {found}")
    return found[0]


class ModelloIgnoto(LookupError):  # noqa: N818 - in the words of the field
    """No document type has this id."""


@cache
def catalogo() -> dict[str, Modello]:
    """Return every document type by id, in order of id."""
    found = {}
    for name in _modules("docservice.modelli"):
        modello = getattr(importlib.import_module(name), "MODELLO", None)
        if modello is not None:
            found[modello.id] = modello
    return dict(sorted(found.items()))


def _modules(package: str) -> Iterator[str]:
    """Yield the name of every module below a package, to the bottom, the calculators apart.

    They are no documents: who only lists the documents need not load them.
    """
    for info in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        if info.name != _CALCOLATORI:
            yield info.name
            if info.ispkg:
                yield from _modules(info.name)


@cache
def radici() -> dict[type[Schema], str]:
    """Return the id of each schema of a body, document types and calculators: the root of its XML."""
    documents = {tipo.schema: tipo.id for tipo in catalogo().values()}
    return documents | {one.domanda: one.id for one in calcolatori().values()}


def modello(slug: str) -> Modello:
    """Return the document type of that id, or raise `ModelloIgnoto`."""
    try:
        return catalogo()[slug]
    except KeyError:
        raise ModelloIgnoto(slug) from None
