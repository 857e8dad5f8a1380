"""The published contract: JSON Schema (draft 2020-12) of what the marshmallow schemas enforce."""

from __future__ import annotations

import json
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema

from docservice.modelli.catalogo import Modello

_TIPOLOGIA_1 = {"properties": {"tipologia": {"enum": [1, "1"]}}}
_TIPIZZATO = {"anyOf": [_TIPOLOGIA_1, {"required": ["sottotipologia"]}]}

TOGETHER: dict[str, dict[str, Any]] = {
    "DatoreTipizzato": _TIPIZZATO,
    "DatoreProcedura": _TIPIZZATO,
    "AccordoD": {
        "anyOf": [
            {"properties": {"datore_lavoro": _TIPIZZATO}},
            {
                "properties": {
                    "modalita": {
                        "properties": {
                            "riferimento": {"properties": {"trattamento": {"not": {"const": "CIG in deroga"}}}}
                        }
                    }
                }
            },
        ]
    },
    "TabellaSolidarieta": {"oneOf": [{"required": ["lavoratori"]}, {"required": ["gruppi"]}]},
    "DatoreSolidale": {"anyOf": [{"required": ["settore"]}, {"required": ["attivita"]}]},
    "AccordoCds": {
        "anyOf": [
            {"required": ["gruppi"]},
            {
                "required": ["lavoratori"],
                "properties": {"lavoratori": {"items": {"required": ["ore_settimanali", "ore_lavorate_settimanali"]}}},
            },
        ]
    },
    "EsameCongiuntoCigo": {
        "anyOf": [
            {
                "required": ["organizzazioni_sindacali"],
                "properties": {"organizzazioni_sindacali": {"minItems": 1}},
            },
            {"required": ["rappresentanza_aziendale"]},
        ]
    },
    "MonteOre": {"oneOf": [{"required": ["mesi_richiesti"]}, {"required": ["periodo"]}]},
}
"""Fields that go together, by name of schema; a test sends both sides through the schemas that enforce them."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def publish(spec: APISpec) -> None:
    """Add to the schemas of a specification what no single field can say: which fields go together."""
    for name, together in TOGETHER.items():
        if name in spec.components.schemas:
            spec.components.schemas[name].update(together)


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
