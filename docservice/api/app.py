"""The factory: the API is an application of its own, mounted on its base path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask, current_app, request
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.wrappers import Request, Response

from docservice.ambiente import numero
from docservice.api import calcolatori, docs, domanda_cigs, lotti, modelli, parametri, problems, regole, status
from docservice.api.parser import nell_indirizzo, note
from docservice.api.soglia import accetta, smarriti, trasporto
from docservice.api.soglia.porta import Porta
from docservice.campi.blocco import SCONOSCIUTO
from docservice.formati.lettura import appiattisci
from docservice.processi.log import QuietFlask, watch

BASE = "/rest/accordi/v1"
"""Base path of the API, in the OpenAPI under `servers` only."""

_TWICE = "Campo scritto più di una volta, va scritto una volta sola."


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Return the application; `config` overrides Flask's configuration."""
    app = QuietFlask("docservice.api", static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=int(numero("DOCSERVICE_MAX_CORPO")),
        TEMPO_RESA=numero("DOCSERVICE_TEMPO_RESA"),
    )
    app.config.update(config or {})
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False  # an address with two is not found, rather than sent elsewhere
    problems.register(app)
    smarriti.register(app)
    blueprints = [
        status.blueprint,
        *modelli.blueprints(),
        parametri.blueprint,
        regole.blueprint,
        *calcolatori.blueprints(),
        domanda_cigs.blueprint,
        lotti.blueprint,
    ]
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
    docs.register(app, blueprints, BASE)
    watch(app)
    app.before_request(_once)
    app.before_request(accetta.prima)
    app.after_request(trasporto.spedisci)
    app.after_request(accetta.dopo)
    app.wsgi_app = Porta(DispatcherMiddleware(_outside, {BASE: app.wsgi_app}))  # type: ignore[method-assign]
    return app


def _once() -> None:
    """Refuse a field of the query written twice: which one was meant is not ours to guess; or any, where none goes."""
    faults = {name: _TWICE for name, values in request.args.lists() if len(values) > 1}
    view = current_app.view_functions.get(request.endpoint or "")
    if not faults and view is not None and not any(decorator == "arguments" for decorator, *_ in note(view)):
        faults = dict.fromkeys(request.args, SCONOSCIUTO)  # what tells of no query takes none
    if faults:
        raise nell_indirizzo(appiattisci({name: [said] for name, said in faults.items()}))


def _outside(environ: dict[str, Any], start_response: Any) -> Any:
    """Answer what is asked out of the base path: the root leads to the documentation, the rest is not here."""
    home = Request(environ).host_url.rstrip("/") + BASE
    if environ.get("PATH_INFO", "/") in ("", "/") and environ["REQUEST_METHOD"] in ("GET", "HEAD"):
        answer = Response(status=302, headers={"Location": f"{home}/docs"}, mimetype="text/plain")
    else:
        answer = smarriti.fuori(environ.get("PATH_INFO", ""), home)
    return answer(environ, start_response)
