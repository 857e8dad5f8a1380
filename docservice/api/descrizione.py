"""The OpenAPI description: what the calls note of themselves (`parser.py`), worked out by flask-smorest and apispec.

It is made when it is first asked for, with the libraries that make it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from apispec import APISpec
from flask import Flask
from flask_smorest import Api, Blueprint
from marshmallow import Schema

from docservice import __version__
from docservice.api.corpi import JSON, MULTIPART, URLENCODED, XML
from docservice.api.parser import StrictBlueprint, note
from docservice.api.problems import MEDIA, TITLES
from docservice.api.risposte.problema import ProblemSchema
from docservice.campi.blocco import istanza
from docservice.formati import json_schema
from docservice.formati.elementi import NAMESPACE, VOCE
from docservice.formati.modulo_schema import modulo
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo, radici

CASA = "{indirizzo del servizio}"
"""What stands, in the description, for the address by which who reads it came here."""
_DESCRIZIONE = """\
Verifica i dati di accordi, verbali e moduli sindacali secondo la legge in vigore alla loro data, con fonti e rimedi, \
e li rende in DOCX e PDF.

## La prima richiesta

Un calcolo:

```
curl -H 'Content-Type: application/json' -d '{dati}' \\
  {casa}/calcoli/{calcolo}
```

E un documento: si prende l’esempio di un modello, lo si verifica, se ne ha il PDF.

```
curl -o dati.json {casa}/modelli/{modello}/esempio
curl -H 'Content-Type: application/json' -d @dati.json {casa}/modelli/{modello}/valida
curl -H 'Content-Type: application/json' -d @dati.json -o documento.pdf \\
  {casa}/modelli/{modello}/documento
```

Ogni errore è un `application/problem+json` in italiano: `type` non cambia, `detail` dice che cosa non va e come si \
rimedia. Chi vede un 503 aspetta i secondi di `Retry-After` e riprova.
"""
_POSTI = {"lotto": "L’id del lotto, che viene con la risposta all’invio della tabella."}
"""What stands in a part of an address that changes."""
_SCHEMI = "#/components/schemas/"
_MODULI = {URLENCODED: "Modulo", MULTIPART: "Parti"}
"""The types of a form, and how the name of their schema ends."""
_NEL_MODULO = (
    "I campi di un gruppo e le righe di una lista si scrivono datore_lavoro.denominazione, lavoratori[0].cognome,"
    " oppure fra parentesi, lavoratori[0][cognome]; date e numeri anche all’italiana (22/06/2009, 1.234,50); una"
    " casella vale 1, on, true oppure sì; ciò che è in bianco non è un dato."
)


class _Api(Api):  # type: ignore[misc]
    """The API of smorest whose errors are problems: it describes an application, and adds nothing to it."""

    ERROR_SCHEMA = ProblemSchema

    def _register_error_handlers(self) -> None:
        """Leave the errors to the application."""

    def _register_pagination_header(self) -> None:
        """Publish no schema of pages: no answer of ours has them."""

    def _register_responses(self) -> None:
        schema = {MEDIA: {"schema": self.ERROR_SCHEMA}}
        for status in HTTPStatus:
            self.spec.components.response(
                status.name, {"description": TITLES.get(status.value, status.phrase), "content": schema}, lazy=True
            )
        self.spec.components.response("DEFAULT_ERROR", {"description": "Errore", "content": schema}, lazy=True)


def descrivi(app: Flask, blueprints: Iterable[StrictBlueprint], base: str) -> dict[str, Any]:
    """Return the description of an application: of these calls, under a base path."""
    named = {"title": "docservice", "version": __version__, "openapi_version": "3.1.0"}
    api = _Api(app, spec_kwargs={**named, **_opening(base)})
    spec: APISpec = api.spec
    for one in blueprints:
        _described(one).register_views_in_doc(api, app, spec, name=one.name, parameters=None)
        spec.tag({"name": one.name, "description": one.description})
    json_schema.publish(spec)
    _as_other_types(spec)
    found: dict[str, Any] = spec.to_dict()
    for path in found["paths"].values():
        for part in path.get("parameters", ()):
            part["description"] = _POSTI[part["name"]]
    return found


def _described(ours: StrictBlueprint) -> Blueprint:
    """Return a blueprint of smorest with the same calls; a call is named by its blueprint and its endpoint."""
    theirs = Blueprint(ours.name, ours.import_name)
    for call in ours.chiamate:
        view = call.view
        for decorator, told, more in note(view):
            view = getattr(theirs, decorator)(*told, **more)(view)
        view = theirs.doc(operationId=f"{ours.name}_{call.endpoint}".replace("-", "_"))(view)
        theirs.add_url_rule("/", call.endpoint, view, methods=call.methods)
    return theirs


def _as_other_types(spec: APISpec) -> None:
    """Add to the description of every call with a JSON body the other types it may come in."""
    blocks = {schema.__name__.removesuffix("Schema"): (schema, slug) for schema, slug in radici().items()}
    calls = [
        call
        for path in spec.to_dict()["paths"].values()
        for call in path.values()
        if "requestBody" in call and JSON in call["requestBody"]["content"]
    ]
    for call in calls:
        call["requestBody"]["required"] = True
        content = call["requestBody"]["content"]
        schema = content[JSON]["schema"]
        name = schema["$ref"].rpartition("/")[2]
        if name not in blocks:  # a body that holds others comes as JSON only
            continue
        of, slug = blocks[name]
        content[XML] = {"schema": {**schema, "xml": {"name": slug, "namespace": NAMESPACE}}}
        for media, kind in _MODULI.items():
            if f"{name}{kind}" not in spec.components.schemas:
                _modulo(spec, f"{name}{kind}", of, con_file=media == MULTIPART)
            content[media] = {"schema": {"$ref": f"{_SCHEMI}{name}{kind}"}}
    for schema in spec.components.schemas.values():
        for campo in schema.get("properties", {}).values():
            if "items" in campo:
                campo["xml"] = {"wrapped": True}
                campo["items"]["xml"] = {"name": VOCE}


def _modulo(spec: APISpec, name: str, of: type[Schema], *, con_file: bool) -> None:
    """Add the schema of a form: one of its own for each type, so that a client knows them apart."""
    form = modulo(istanza(of).fields, con_file=con_file)
    for campo in form["properties"].values():
        json_schema.riferisci(campo, {})
    spec.components.schemas[name] = {**form, "description": _NEL_MODULO}


def _opening(base: str) -> dict[str, Any]:
    calcolo = next(iter(calcolatori().values()))
    return {
        "info": {
            "description": _DESCRIZIONE.format(
                casa=CASA, modello=next(iter(catalogo())), calcolo=calcolo.id, dati=json.dumps(calcolo.esempio.dati)
            ),
            "contact": {"name": "Gruppo docservice", "url": f"{CASA}/docs/condizioni"},
            "termsOfService": f"{CASA}/docs/condizioni",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "summary": "Accordi sindacali verificati e pronti per la firma",
        },
        "servers": [{"url": base}],
    }
