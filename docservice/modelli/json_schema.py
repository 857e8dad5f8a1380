"""The published contract: JSON Schema (draft 2020-12) of what the marshmallow schemas enforce."""

from __future__ import annotations

import json
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema

from docservice.modelli.catalogo import Modello

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(schema: type[Schema], slug: str, titolo: str) -> dict[str, Any]:
    """Return the JSON Schema of a payload, shared blocks under `$defs`."""
    spec = APISpec("", "", "3.1.0", plugins=[MarshmallowPlugin()])
    spec.components.schema(slug, schema=schema)
    defs = json.loads(json.dumps(spec.to_dict()["components"]["schemas"]).replace("#/components/schemas/", "#/$defs/"))
    root = defs.pop(slug)
    return {"$schema": DIALECT, "$id": f"urn:docservice:1:{slug}", "title": titolo, **root, "$defs": defs}


def schema_modello(tipo: Modello) -> dict[str, Any]:
    """Return the JSON Schema of a document type."""
    return json_schema(tipo.schema, tipo.id, tipo.titolo)
