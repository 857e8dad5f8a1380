"""The published contract of the XML form: one XSD, read from what the marshmallow schemas enforce.

What no single field can say (fields that go together, `json_schema.TOGETHER`) XSD 1.0 cannot say either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker
from marshmallow import Schema, fields

from docservice.allegati.file import NON_IN_XML, InBase64, NomeFile
from docservice.campi.aperta import SceltaAperta
from docservice.campi.caratteri import ANY, NOT_SPACE
from docservice.campi.fields import (
    LUNGHEZZA,
    Codice,
    Decimale,
    Giorno,
    Gruppo,
    Intero,
    Lista,
    Scelta,
    SiNo,
    Testo,
)
from docservice.formati.elementi import NAMESPACE, VOCE
from docservice.modelli.catalogo import radici

_XS = "http://www.w3.org/2001/XMLSchema"
_E: Any = ElementMaker(namespace=_XS, nsmap={"xs": _XS, None: NAMESPACE})
_ESCAPED = re.compile(r"\\u([0-9A-F]{4})")
_SPECIAL = frozenset("\\[]^-")


def xsd() -> bytes:
    """Return the schema: a root element for each document type and calculator, a type for each schema, UTF-8."""
    roots = {slug: schema() for schema, slug in sorted(radici().items(), key=lambda root: root[1])}
    types: dict[type[Schema], Any] = {}
    for schema in roots.values():
        _collect(schema, types)
    named = {kind.__name__: found for kind, found in types.items()}
    if len(named) < len(types):
        twice = [name for name, count in Counter(kind.__name__ for kind in types).items() if count > 1]
        raise ValueError(f"due schemi con lo stesso nome: {', '.join(twice)}")
    note = "I campi stanno in qualunque ordine; una lista contiene elementi voce."
    root = _E.schema(
        _note(note),
        *(_E.element(name=slug, type=_name(schema)) for slug, schema in roots.items()),
        *(named[name] for name in sorted(named)),
        *_texts(),
        targetNamespace=NAMESPACE,
        elementFormDefault="qualified",
    )
    # characters out of ASCII are written as references: some of a pattern cannot be seen, or join their neighbours
    written: bytes = etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="ascii")
    return written.replace(b"encoding='ascii'", b"encoding='UTF-8'", 1)


def _name(schema: Schema) -> str:
    return type(schema).__name__


def _collect(schema: Schema, types: dict[type[Schema], Any]) -> None:
    """Add the type of a schema and of those inside it."""
    if type(schema) in types:
        return
    members = [_element(name, campo) for name, campo in schema.fields.items()]
    types[type(schema)] = _E.complexType(_E.all(*members), name=_name(schema))
    for campo in schema.fields.values():
        inner = campo.inner if isinstance(campo, Lista) else campo
        if isinstance(inner, Gruppo):
            _collect(inner.schema, types)


def _note(text: str) -> Any:
    return _E.annotation(_E.documentation(text, {"{http://www.w3.org/XML/1998/namespace}lang": "it"}))


def _element(name: str, campo: Any, **occurs: str) -> Any:
    found = occurs if occurs or campo.required else {"minOccurs": "0"}
    words = " ".join(word for word in (f"{campo.etichetta}." if campo.etichetta else "", campo.descrizione) if word)
    told = [_note(words)] if words else []
    if isinstance(campo, Gruppo):
        return _E.element(*told, name=name, type=_name(campo.schema), **found)
    if isinstance(campo, Lista):
        entry = _element(VOCE, campo.inner, minOccurs=str(campo.minimo), maxOccurs=str(campo.massimo))
        return _E.element(*told, _E.complexType(_E.sequence(entry)), name=name, **found)
    return _E.element(*told, _E.simpleType(_E.restriction(*_facets(campo), base=_base(campo))), name=name, **found)


def _base(campo: fields.Field[Any]) -> str:
    match campo:
        case Testo() | SceltaAperta():
            return "TestoObbligatorio" if campo.required else "Testo"
        case SiNo():
            return "xs:boolean"
        case Giorno():
            return "xs:date"
        case Decimale():
            return "Numero"
        case Intero():
            return "Intero"
        case _:
            return "xs:token"


def _facets(campo: fields.Field[Any]) -> Iterator[Any]:
    match campo:
        case Testo():
            yield _E.maxLength(value=str(campo.massimo))
        case SceltaAperta():
            yield _E.maxLength(value=str(campo.libero.massimo))
        case SiNo():
            yield _E.pattern(value="true|false")
        case Giorno():
            yield _E.pattern(value="(19[0-9]{2}|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}")
        case Decimale() | Intero():
            decimals = rf"(\.[0-9]{{1,{campo.decimali}}})?" if isinstance(campo, Decimale) else ""
            sign = "-?" if campo.minimo < 0 else ""
            yield _E.pattern(value=f"{sign}[0-9]+{decimals}")
            yield _E.minInclusive(value=str(campo.minimo))
            yield _E.maxInclusive(value=str(campo.massimo))
        case Scelta():
            yield from (_E.enumeration(value=word) for word in campo.ammessi)
        case Codice():
            yield _E.pattern(value=campo.forma)
        case NomeFile():
            yield _E.maxLength(value=str(campo.massimo))
            yield _E.pattern(value=_class(campo.forma.replace(NON_IN_XML, "")))
        case InBase64():
            yield _E.maxLength(value=str(campo.massimo))
            yield _E.pattern(value=campo.forma)
        case _:
            raise TypeError(f"campo senza tipo XSD: {type(campo).__name__}")


def _texts() -> Iterator[Any]:
    """Yield the types that many fields share."""
    some, mark = _class(ANY), _class(NOT_SPACE)
    for name, base, pattern in (
        ("Testo", "xs:string", f"{some}*"),
        ("TestoObbligatorio", "xs:string", f"{some}*{mark}{some}*"),
        ("Numero", "xs:decimal", f".{{1,{LUNGHEZZA}}}"),
        ("Intero", "xs:integer", f".{{1,{LUNGHEZZA}}}"),
    ):
        yield _E.simpleType(_E.restriction(_E.pattern(value=pattern), base=base), name=name)


def _class(escaped: str) -> str:
    r"""Return a class of characters with its `\u` escapes, which XSD does not know, as the characters themselves."""

    def plain(found: re.Match[str]) -> str:
        character = chr(int(found[1], 16))
        return f"\\{character}" if character in _SPECIAL else character

    return _ESCAPED.sub(plain, escaped)
