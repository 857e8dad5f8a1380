"""The factory: the API is an application of its own, mounted on its base path."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from flask import Flask, request
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.wrappers import Response

from docservice import __version__
from docservice.api import calcolatori as calcoli
from docservice.api import corpi, docs, lotti, modelli, parametri, status
from docservice.api.problems import ProblemApi
from docservice.formati.json_schema import publish
from docservice.formati.lettura import DatiIlleggibili, appiattisci
from docservice.processi.log import QuietFlask, watch
from docservice.processi.tempo import tempo_resa

BASE = "/rest/accordi/v1"
"""Base path of the API, in the OpenAPI under `servers` only."""

MAX_CORPO = 32 * 1024 * 1024
"""Longest request body taken, in bytes, unless DOCSERVICE_MAX_CORPO says otherwise."""


_TWICE = "Campo scritto più di una volta nell’indirizzo: va scritto una volta sola."


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Return the application; `config` overrides Flask's configuration."""
    app = QuietFlask("docservice.api", static_folder=None)
    app.config.update(
        API_TITLE="docservice",
        API_VERSION=__version__,
        OPENAPI_VERSION="3.1.0",
        API_SPEC_OPTIONS=_description(),
        MAX_CONTENT_LENGTH=int(os.environ.get("DOCSERVICE_MAX_CORPO", MAX_CORPO)),
        TEMPO_RESA=tempo_resa(),
    )
    app.config.update(config or {})
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False  # an address with two is not found, rather than sent elsewhere
    api = ProblemApi(app)
    for blueprint in (
        status.blueprint,
        *modelli.blueprints(),
        parametri.blueprint,
        *calcoli.blueprints(),
        lotti.blueprint,
    ):
        api.register_blueprint(blueprint)
    publish(api.spec)
    corpi.publish(api.spec)
    docs.register(app, api)
    watch(app)
    app.before_request(_once)
    app.wsgi_app = DispatcherMiddleware(_outside, {BASE: app.wsgi_app})  # type: ignore[method-assign]
    return app


def _once() -> None:
    """Refuse a field of the query written twice: which one was meant is not ours to guess."""
    twice = {name: [_TWICE] for name, values in request.args.lists() if len(values) > 1}
    if twice:
        raise DatiIlleggibili(list(appiattisci(twice)))


def _outside(environ: dict[str, Any], start_response: Any) -> Any:
    """Answer what is asked out of the base path: the root leads to the documentation, the rest is not here."""
    if environ.get("PATH_INFO", "/") in ("", "/"):
        answer = Response(status=302, headers={"Location": f"{BASE}/docs"}, mimetype="text/plain")
    else:
        body = (
            '{"type": "urn:docservice:problema:non-trovato", "title": "Non trovato", "status": 404,'
            f' "detail": "Le risorse di questo servizio sono sotto {BASE}."}}'
        )
        answer = Response(body, 404, mimetype="application/problem+json")
    return answer(environ, start_response)


def _description() -> dict[str, Any]:
    return {
        "info": {
            "description": (
                "Verifica i dati di accordi, verbali e moduli sindacali secondo la legge in vigore alla loro data, con"
                " fonti e rimedi, e li rende in DOCX e PDF."
            ),
            "contact": {"name": "Gruppo docservice"},
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "summary": "Accordi sindacali verificati e pronti per la firma",
        },
        "servers": [{"url": BASE}],
    }
