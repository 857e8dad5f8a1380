"""The OpenAPI description and Swagger UI, served from the package: nothing comes from elsewhere."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from flask import Flask, Response, abort, json, send_from_directory

from docservice.api.parser import StrictBlueprint

_STATIC = Path(__file__).parent / "static" / "swagger"
_FILES = {path.name for path in _STATIC.iterdir()}

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
<script nonce="{nonce}">
SwaggerUIBundle({{
  url: "openapi.json", dom_id: "#swagger-ui", deepLinking: true, tryItOutEnabled: true, validatorUrl: null
}});
</script>
</body>
</html>
"""


def register(app: Flask, blueprints: Sequence[StrictBlueprint], base: str) -> None:
    """Add `/openapi.json`, which describes the calls under a base path, and `/docs` to the application."""
    made: list[str] = []
    making = Lock()

    @app.get("/openapi.json")
    def openapi() -> Response:
        with making:
            if not made:
                # what makes the description is loaded with it, at the first request
                from docservice.api.descrizione import descrivi  # noqa: PLC0415

                made.append(json.dumps(descrivi(app, blueprints, base), ensure_ascii=False))
        return Response(made[0], mimetype="application/json")

    @app.get("/docs")
    def docs() -> Response:
        nonce = secrets.token_urlsafe(16)
        answer = Response(_PAGE.format(nonce=nonce), mimetype="text/html")
        # Swagger UI sets styles from its script and draws its icons from data: URLs
        answer.headers["Content-Security-Policy"] = (
            f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline';"
            " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        return answer

    @app.get("/docs/<name>")
    def asset(name: str) -> Response:
        if name not in _FILES:
            abort(404)
        answer = send_from_directory(_STATIC, name)
        answer.headers["Cache-Control"] = "public, max-age=3600"
        return answer
