"""The OpenAPI description and Swagger UI, served from the package: nothing comes from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from threading import Lock

from flask import Flask, Response, abort, json

from docservice.api.parser import StrictBlueprint, rende
from docservice.api.soglia.trasporto import indirizzo, stabile

_STATIC = Path(__file__).parent / "static" / "swagger"
_CONDIZIONI = _STATIC.parent / "condizioni.html"
_FILES = {path.name for path in _STATIC.iterdir()}

_START = """
SwaggerUIBundle({
  url: "openapi.json", dom_id: "#swagger-ui", deepLinking: true, tryItOutEnabled: true, validatorUrl: null
});
"""
_PAGE = """<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<title>docservice – le chiamate</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="docs/swagger-ui.css">
<link rel="icon" href="docs/favicon-32x32.png">
</head>
<body>
<main id="swagger-ui"></main>
<script src="docs/swagger-ui-bundle.js"></script>
<script>{start}</script>
</body>
</html>
"""


def register(app: Flask, blueprints: Sequence[StrictBlueprint], base: str) -> None:
    """Add `/openapi.json`, which describes the calls under a base path, and `/docs` to the application."""
    made: list[str] = []
    making = Lock()

    @app.get("/openapi.json")
    @rende("application/json")
    def openapi() -> Response:
        with making:
            if not made:
                # what makes the description is loaded with it, at the first request
                from docservice.api.descrizione import CASA, descrivi  # noqa: PLC0415

                told = json.dumps(descrivi(app, blueprints, base), ensure_ascii=False)
                made.extend(told.split(CASA))
        return stabile(Response(indirizzo().join(made), mimetype="application/json"))

    @app.get("/docs")
    @rende("text/html")
    def docs() -> Response:
        answer = Response(_PAGE.format(start=_START), mimetype="text/html")
        # the one script that the page holds is told by its print, so that the page is always the same
        script = b64encode(sha256(_START.encode()).digest()).decode()
        # Swagger UI sets styles from its script and draws its icons from data: URLs
        answer.headers["Content-Security-Policy"] = (
            f"default-src 'none'; script-src 'self' 'sha256-{script}'; style-src 'self' 'unsafe-inline';"
            " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        return stabile(answer)

    @app.get("/docs/condizioni")
    @rende("text/html")
    def condizioni() -> Response:
        return stabile(Response(_CONDIZIONI.read_bytes(), mimetype="text/html"))

    @app.get("/docs/<name>")
    def asset(name: str) -> Response:
        if name not in _FILES:
            abort(404)
        return stabile(Response((_STATIC / name).read_bytes(), mimetype=guess_type(name)[0]), secondi=3600)
