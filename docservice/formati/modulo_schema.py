"""The published contract of a form: its fields as a form writes them, dotted names and text.

Of `{"datore_lavoro": {"denominazione": …}, "lavoratori": [{"cognome": …}]}` the schema has the properties
`datore_lavoro.denominazione` and `lavoratori[0].cognome`; the rows after the first are named as that one.
What `da_form` reads, as `json_schema` says what JSON may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import fields

from docservice.allegati.file import MASSIMO, Contenuto
from docservice.campi.fields import Gruppo, Lista, SiNo

Campi = Mapping[str, fields.Field[Any]]
_SI = ("true", "on", "false")
_NON_TESTO = ("examples", "description", "title")
"""What the schema of the data says already; a title twice in one schema would be two classes of one name, to some."""
_ALTRE = {"type": "string", "maxLength": Contenuto().massimo}
"""A value of a row after the first: what it is, the first says."""


def modulo(campi: Campi, *, con_file: bool) -> dict[str, Any]:
    """Return the schema of a form with these fields; where it is in parts, files may be sent as they are."""
    leaves = list(_foglie(campi, "", dovuto=True, con_file=con_file))
    told: dict[str, Any] = {
        "type": "object",
        "properties": {name: schema for name, schema, _ in leaves},
        # the rows after the first, which many makers of clients can tell in no other way
        "additionalProperties": _ALTRE if any("[" in name for name, *_ in leaves) else False,
    }
    if due := [name for name, _, must in leaves if must]:
        told["required"] = due
    return told


def _foglie(campi: Campi, prima: str, *, dovuto: bool, con_file: bool) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Yield each value of a form: its name, its schema, whether it must be there."""
    for name, campo in campi.items():
        yield from _foglia(f"{prima}{name}", campo, dovuto=dovuto and campo.required, con_file=con_file)
    if con_file and any(isinstance(campo, Contenuto) for campo in campi.values()):
        # the file itself stands for its group: its name and its bytes
        yield prima.removesuffix("."), {"type": "string", "format": "binary", "maxLength": MASSIMO}, False


def _foglia(
    name: str, campo: fields.Field[Any], *, dovuto: bool, con_file: bool
) -> Iterator[tuple[str, dict[str, Any], bool]]:
    if isinstance(campo, Gruppo):
        yield from _foglie(campo.schema.fields, f"{name}.", dovuto=dovuto, con_file=con_file)
    elif isinstance(campo, Lista):
        yield from _foglia(f"{name}[0]", campo.inner, dovuto=False, con_file=con_file)
    elif isinstance(campo, SiNo):
        # a box that is not ticked is not sent
        yield name, {"type": "string", "enum": list(_SI)}, False
    else:
        yield name, _testo(campo), dovuto


def _testo(campo: fields.Field[Any]) -> dict[str, Any]:
    """Return the schema of a value as text: that of JSON where it is text there, too."""
    told = {word: said for word, said in campo.metadata.items() if word not in _NON_TESTO}
    for one in told.pop("anyOf", []):
        if one["type"] == "string":
            told |= one
    return told
