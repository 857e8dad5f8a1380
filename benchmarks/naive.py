"""The reading that one would write without the service: marshmallow's own fields, python-stdnum for the codes."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate
from stdnum.it import codicefiscale

from docservice.campi.fields import Codice, Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo


def naive(schema: Schema) -> Schema:
    """Return the plain schema of the same objects: no Italian messages, no strictness, no law."""
    return Schema.from_dict({name: _plain(name, field) for name, field in schema.fields.items()})()


def _plain(name: str, field: fields.Field[Any]) -> fields.Field[Any]:
    if isinstance(field, Lista):
        return fields.List(_plain(name, field.inner), required=field.required)
    if isinstance(field, Gruppo):
        return fields.Nested(naive(field.schema), required=field.required)
    kinds: tuple[tuple[type, type[fields.Field[Any]]], ...]
    kinds = ((Giorno, fields.Date), (SiNo, fields.Boolean), (Intero, fields.Integer))
    for ours, theirs in kinds:
        if isinstance(field, ours):
            return theirs(required=field.required)
    if isinstance(field, Decimale):
        limits = validate.Range(field.minimo, field.massimo)
        return fields.Decimal(places=field.decimali, required=field.required, validate=limits)
    checks: list[validate.Validator] = []
    if isinstance(field, Testo):
        checks = [validate.Length(max=field.massimo)]
    elif isinstance(field, Scelta):
        checks = [validate.OneOf(field.ammessi)]
    elif isinstance(field, Codice):
        checks = [validate.Regexp(f"{field.forma}$")]
    return fields.String(required=field.required, validate=[*checks, _code] if name == "codice_fiscale" else checks)


def _code(value: str) -> None:
    if not codicefiscale.is_valid(value):
        raise ValidationError("codice fiscale")
