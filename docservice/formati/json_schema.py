"""The published contract: JSON Schema (draft 2020-12) of what the marshmallow schemas enforce."""

from __future__ import annotations

import json
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema

from docservice.campi.caratteri import LIBERO, PIENO
from docservice.modelli.catalogo import Modello

_TIPOLOGIA_1 = {"properties": {"tipologia": {"enum": [1, "1"]}}}
_TIPIZZATO = {"if": {"not": _TIPOLOGIA_1}, "then": {"required": ["sottotipologia"]}}


def _almeno_uno(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return that one of the two holds, or both: with words that a maker of clients passes over, as `anyOf` is not."""
    return {"if": {"not": one}, "then": other}


def _uno_solo(one: str, other: str) -> dict[str, Any]:
    """Return that one field is given, and not the other."""
    return {
        "if": {"required": [one]},
        "then": {"not": {"required": [other]}},
        "else": {"required": [other]},
    }


def _orari_solo_del_decreto(conditions: dict[str, Any]) -> dict[str, Any]:
    """Return the conditions of a table, and that under the framework of 2009 no row has hours that change."""
    none = {"items": {"properties": {"orari": {"maxItems": 0}}}}
    framework = {
        "if": {"properties": {"regime": {"const": "deroga-2009"}}},
        "then": {"properties": {"lavoratori": none, "gruppi": none}},
    }
    return {name: one | framework if name in ("then", "else") else one for name, one in conditions.items()}


TOGETHER: dict[str, dict[str, Any]] = {
    "DatoreTipizzato": _TIPIZZATO,
    "DatoreProcedura": _TIPIZZATO,
    "AccordoD": _almeno_uno(
        {
            "properties": {
                "modalita": {
                    "properties": {"riferimento": {"properties": {"trattamento": {"not": {"const": "CIG in deroga"}}}}}
                }
            }
        },
        {"properties": {"datore_lavoro": _TIPIZZATO}},
    ),
    "TabellaSolidarieta": _orari_solo_del_decreto(_uno_solo("lavoratori", "gruppi")),
    "DatoreSolidale": _almeno_uno({"required": ["settore"]}, {"required": ["attivita"]}),
    "AccordoCds": _almeno_uno(
        {"required": ["gruppi"]},
        {
            "required": ["lavoratori"],
            "properties": {"lavoratori": {"items": {"required": ["ore_settimanali", "ore_lavorate_settimanali"]}}},
        },
    ),
    "EsameCongiuntoCigo": _almeno_uno(
        {
            "required": ["organizzazioni_sindacali"],
            "properties": {"organizzazioni_sindacali": {"minItems": 1}},
        },
        {"required": ["rappresentanza_aziendale"]},
    ),
    "MonteOre": _uno_solo("mesi_richiesti", "periodo"),
}
"""Fields that go together, by name of schema; a test sends both sides through the schemas that enforce them."""

_CARATTERI = "I caratteri che i font distribuiti sanno stampare; un testo obbligatorio non è fatto di soli spazi."
DIALECT = "https://json-schema.org/draft/2020-12/schema"


_TESTI = {PIENO: "TestoObbligatorio", LIBERO: "Testo"}
"""The characters of a text, by pattern: the name of the schema that says them once, as in the XSD."""


def publish(spec: APISpec) -> None:
    """Add to the schemas of a specification what no single field can say: which fields go together.

    And say once, in a schema of its own, which characters a text may hold: every text refers to it.
    """
    schemas = spec.components.schemas
    for name, together in TOGETHER.items():
        if name in schemas:
            schemas[name].update(together)
    longest: dict[str, int] = {}
    for schema in schemas.values():
        for campo in schema.get("properties", {}).values():
            riferisci(campo.get("items", campo), longest)
    for pattern, name in _TESTI.items():
        if pattern in longest:
            told = {"type": "string", "maxLength": longest[pattern], "pattern": pattern, "description": _CARATTERI}
            schemas[name] = told


def riferisci(campo: dict[str, Any], longest: dict[str, int], under: str = "#/components/schemas/") -> None:
    """Put, in the schema of a field, the name of its characters for their pattern; note how long it may be."""
    pattern = campo.get("pattern", "")
    if pattern in _TESTI:
        del campo["pattern"]
        campo["allOf"] = [{"$ref": under + _TESTI[pattern]}]
        longest[pattern] = max(longest.get(pattern, 0), campo["maxLength"])


def json_schema(schema: type[Schema], slug: str, titolo: str) -> dict[str, Any]:
    """Return the JSON Schema of a payload, shared blocks under `$defs`."""
    spec = APISpec("", "", "3.1.0", plugins=[MarshmallowPlugin()])
    spec.components.schema(schema.__name__, schema=schema)
    publish(spec)
    defs = json.loads(json.dumps(spec.to_dict()["components"]["schemas"]).replace("#/components/schemas/", "#/$defs/"))
    root = defs.pop(schema.__name__)
    return {"$schema": DIALECT, "$id": f"urn:docservice:1:{slug}", "title": titolo, **root, "$defs": defs}


def schema_modello(tipo: Modello) -> dict[str, Any]:
    """Return the JSON Schema of a document type."""
    return json_schema(tipo.schema, tipo.id, tipo.titolo)
