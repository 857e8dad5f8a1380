"""A schema that asks for more than the one it comes from: each field is declared once, and required where it must be.

class Datore(Blocco): denominazione, ccnl = Testo(required=True), Testo()

@esige("ccnl")
class DatoreConContratto(Datore): ...

DatoreConContratto().load({"denominazione": "Alfa"}) -> ValidationError: ccnl is missing
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, TypeVar

from marshmallow import Schema, fields

from docservice.campi.fields import Testo

S = TypeVar("S", bound=type[Schema])


def esige(*nomi: str) -> Callable[[S], S]:
    """Make some fields of a schema required, which are optional in the schema it extends. Raises KeyError."""

    def derive(schema: S) -> S:
        declared = schema._declared_fields  # noqa: SLF001 - a subclass takes its fields from there
        for name in nomi:
            declared[name] = obbligatorio(declared[name])
        return schema

    return derive


def obbligatorio(campo: fields.Field[Any]) -> fields.Field[Any]:
    """Return the same field, required."""
    found = copy(campo)
    found.required = True
    if isinstance(found, Testo):
        # it publishes that white space is not enough
        found.metadata = {**found.metadata, **Testo(found.massimo, required=True).metadata}
    return found
