"""What an answer is made of, for the published contract: its fields, and the blocks that many answers hold.

A schema of an answer says what the service writes and reads nothing:

    class ProrogaAccordoBRisultati(Schema):
        ore_residue = number()          # {"ore_residue": "3304"}
"""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

MANY = 1_000_000
"""Most elements of a list."""
_NUMERO = r"^-?[0-9]+(\.[0-9]+)?$"


def text(maximum: int = 4000, **options: Any) -> fields.String:
    """Return a required text field of an answer."""
    metadata = {"maxLength": maximum, **options.pop("metadata", {})}
    return fields.String(required=options.pop("required", True), metadata=metadata, **options)


def number(**options: Any) -> fields.String:
    """Return a field that is a number written as text."""
    return text(40, metadata={"pattern": _NUMERO}, **options)


def day(**options: Any) -> fields.String:
    """Return a field that is a day."""
    return text(10, metadata={"format": "date"}, **options)


def yes_or_no(**options: Any) -> fields.Boolean:
    """Return a field that is true or false."""
    return fields.Boolean(required=options.pop("required", True), **options)


def count(maximum: int = 1_000_000_000, **options: Any) -> fields.Integer:
    """Return a field that counts."""
    metadata = {"format": "int32", "minimum": 0, "maximum": maximum}
    return fields.Integer(required=options.pop("required", True), metadata=metadata, **options)


def place() -> fields.Integer:
    """Return a field that is a place in a list of the data, from 0."""
    return count(MANY)


def items(of: type[Schema], **options: Any) -> fields.List[Any]:
    """Return a required list field of an answer."""
    required = options.pop("required", True)
    return fields.List(fields.Nested(of), required=required, metadata={"maxItems": MANY}, **options)


class Fonte(Schema):
    """An act and the point cited."""

    atto = text(500)
    punto = text(500)


class Scadenza(Schema):
    """A deadline; without a day where the law sets a cadence."""

    codice = text(40)
    descrizione = text()
    data = day(required=False)
    data_utile = day(required=False)
    fonte = fields.Nested(Fonte, required=True)


class Passaggio(Schema):
    """A step of a working."""

    descrizione = text()
    formula = text()
    valore = text(200)


class Conto(Schema):
    """What a calculator answers, besides its own results (see `conto`)."""

    passaggi = items(Passaggio)
    fonti = items(Fonte)
    note = fields.List(text(), required=True, metadata={"maxItems": 1000})


def conto(nome: str, risultati: type[Schema]) -> type[Conto]:
    """Return the schema, of that name, of an account with these results."""
    return type(nome, (Conto,), {"risultati": fields.Nested(risultati, required=True)})
