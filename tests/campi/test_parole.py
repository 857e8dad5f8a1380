"""Every field says how it is called: label, help, example, unit; what names it reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from marshmallow import Schema, ValidationError, fields

from docservice.campi.fields import Decimale, Intero, Lista
from docservice.campi.semplice import Semplice
from docservice.modelli.catalogo import catalogo, radici

ACRONYMS = ("CAP", "CCNL", "CDS", "CIG", "CIGO", "CIGS", "DID", "FIS", "ID", "INPS", "IVA", "RSA", "RSU")
UNCOUNTED = {"ultimo_mese", "tipologia", "anno", "trimestre"}
"""Numbers that count nothing: they name."""


def named() -> Iterator[tuple[str, str, Any]]:
    """Yield every field of every schema that can be sent, once: its schema, its name and itself."""
    extracts = [tipo.estratto.schema for tipo in catalogo().values() if tipo.estratto is not None]
    left: list[type[Schema]] = [*radici(), *extracts]
    seen: set[type[Schema]] = set()
    while left:
        schema = left.pop()
        if schema in seen:
            continue
        seen.add(schema)
        for name, field in schema().fields.items():
            yield schema.__name__, name, field
            inner = field.inner if isinstance(field, fields.List) else field
            if isinstance(inner, fields.Nested):
                left.append(type(inner.schema))


def wrong(name: str, field: Any) -> Iterator[str]:
    """Yield what is wrong with the words of a field."""
    label, told, example = field.etichetta, field.aiuto, field.esempio
    if not label or not told:
        yield "senza parole"
        return
    if len(label) > 40 or not (label[0].isupper() or label[0].isdigit()):
        yield f"etichetta lunga, o senza maiuscola: {label}"
    if [word for word in re.findall(r"\w+", label) if word.upper() in ACRONYMS and not word.isupper()]:
        yield f"sigla da scrivere in maiuscolo: {label}"
    if not told.endswith(".") or told[0].islower() or told.rstrip(".").lower() == label.lower():
        yield f"aiuto che non è una frase sua: {told}"
    if isinstance(field, Semplice) or (isinstance(field, Lista) and example is not None):
        try:
            field.deserialize(example)
        except ValidationError as error:
            yield f"esempio che il campo rifiuta: {example!r}, {error.messages}"
    if isinstance(field, Intero | Decimale) and name not in UNCOUNTED and not field.unita:
        yield "senza unità"


def test_every_field_has_its_words() -> None:
    found = [f"{schema}.{name}: {fault}" for schema, name, field in named() for fault in wrong(name, field)]
    assert not found, "\n".join(found)
