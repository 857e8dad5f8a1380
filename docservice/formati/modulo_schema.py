"""The published contract of a form: its fields as a form writes them, dotted names and text.

Of `{"datore_lavoro": {"denominazione": …}, "lavoratori": [{"cognome": …}]}` the schema has the properties
`datore_lavoro.denominazione` and `lavoratori[0].cognome`; the rows after the first are named as that one.
What `da_form` reads, as `json_schema` says what JSON may be: days and numbers as people write them, and a blank for
what may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import fields

from docservice.allegati.file import Contenuto, InBase64
from docservice.campi.caratteri import LIBERO, PIENO
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, SiNo
from docservice.formati.italiano import PAROLE_NO, PAROLE_SI

Campi = Mapping[str, fields.Field[Any]]
_SCRITTO = {"type": "string", "maxLength": 60}
"""A day or a number: there are too many ways to write one for a pattern."""
_NON_TESTO = ("examples", "description", "title")
"""What the schema of the data says already; a title twice in one schema would be two classes of one name, to some."""
_ALTRE = {"type": "string", "maxLength": Contenuto().massimo}
"""A value of a row after the first, or whose name is in brackets: what it is, the first says, or the dotted name."""


def modulo(campi: Campi, *, con_file: bool) -> dict[str, Any]:
    """Return the schema of a form with these fields; where it is in parts, files may be sent as they are."""
    leaves = list(_foglie(campi, "", dovuto=True, con_file=con_file))
    told: dict[str, Any] = {
        "type": "object",
        "properties": {name: schema for name, schema, _ in leaves},
        # the rows after the first, and names in brackets: many makers of clients can tell them in no other way
        "additionalProperties": _ALTRE if any(set(name) & set("[.") for name, *_ in leaves) else False,
    }
    if due := [name for name, _, must in leaves if must]:
        told["required"] = due
    return told


def _foglie(campi: Campi, prima: str, *, dovuto: bool, con_file: bool) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Yield each value of a form: its name, its schema, whether it must be there."""
    for name, campo in campi.items():
        yield from _foglia(f"{prima}{name}", campo, dovuto=dovuto and campo.required, con_file=con_file)
    contents = [campo.byte for campo in campi.values() if isinstance(campo, InBase64)]
    if con_file and contents:
        # the file itself stands for its group: its name and its bytes
        yield prima.removesuffix("."), {"type": "string", "format": "binary", "maxLength": contents[0]}, False


def _foglia(
    name: str, campo: fields.Field[Any], *, dovuto: bool, con_file: bool
) -> Iterator[tuple[str, dict[str, Any], bool]]:
    if isinstance(campo, Gruppo):
        yield from _foglie(campo.schema.fields, f"{name}.", dovuto=dovuto, con_file=con_file)
    elif isinstance(campo, Lista):
        yield from _foglia(f"{name}[0]", campo.inner, dovuto=False, con_file=con_file)
    elif isinstance(campo, SiNo):
        yield name, _o_in_bianco({"type": "string", "enum": [*PAROLE_SI, *PAROLE_NO]}, dovuto=dovuto), dovuto
    elif isinstance(campo, Giorno | Intero | Decimale):
        yield name, {**_SCRITTO, "minLength": int(dovuto)}, dovuto
    else:
        told = {word: said for word, said in campo.metadata.items() if word not in _NON_TESTO}
        yield name, _o_in_bianco(told, dovuto=dovuto), dovuto


def _o_in_bianco(told: dict[str, Any], *, dovuto: bool) -> dict[str, Any]:
    """Return the schema of a text, blank too where it may be missing."""
    if dovuto:
        return told
    blank = {word: said for word, said in told.items() if word != "minLength"}
    if "enum" in told:
        blank["enum"] = [*told["enum"], ""]
    pattern = told.get("pattern", LIBERO)
    if pattern != LIBERO:
        blank["pattern"] = LIBERO if pattern == PIENO else f"^$|{pattern}"
    return blank
