"""The catalogue: every module of this package that defines `MODELLO` is a document type, found by walking."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache

from marshmallow import Schema

from docservice.modelli.calcoli import SCHEMI


@dataclass(frozen=True, slots=True)
class Modello:
    """A document type: `id` is its slug everywhere, `sezione` the folder of templates/ that holds its text.

    `estratto` is what of it is made public, if anything: a document of its own, whose schema holds none but the data
    made public. Its text is a file beside the other, which `testo` tells.
    """

    id: str
    titolo: str
    regime: str
    sezione: str
    schema: type[Schema]
    testo: str = ""
    estratto: Modello | None = None

    @property
    def sorgente(self) -> str:
        """The file of its text, below templates/."""
        return f"{self.sezione}/{self.testo or f'{self.id}/testo.xml'}"


class ModelloIgnoto(LookupError):  # noqa: N818 - in the words of the field
    """No document type has this id."""


@cache
def catalogo() -> dict[str, Modello]:
    """Return every document type by id, in order of id."""
    package = importlib.import_module("docservice.modelli")
    found = {}
    for info in pkgutil.iter_modules(package.__path__, "docservice.modelli."):
        modello = getattr(importlib.import_module(info.name), "MODELLO", None)
        if modello is not None:
            found[modello.id] = modello
    return dict(sorted(found.items()))


@cache
def radici() -> dict[type[Schema], str]:
    """Return the id of each schema of a body, document types and calculators: the root of its XML."""
    documents = {tipo.schema: tipo.id for tipo in catalogo().values()}
    return documents | {schema: slug for slug, schema in SCHEMI.items()}


def modello(slug: str) -> Modello:
    """Return the document type of that id, or raise `ModelloIgnoto`."""
    try:
        return catalogo()[slug]
    except KeyError:
        raise ModelloIgnoto(slug) from None
