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
    """A document type: `id` is its slug everywhere, `sezione` the folder of templates/ that holds its text."""

    id: str
    titolo: str
    regime: str
    sezione: str
    schema: type[Schema]


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
