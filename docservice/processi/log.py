"""The log: one JSON line per request, in UTC, with nothing of the body, the query or the people; and safe headers.

`{"metodo": "POST", "percorso": "…/valida", "esito": 200, "millisecondi": 4, …, "event": "richiesta"}`.
"""

from __future__ import annotations

import logging
import sys
import time
import uuid
from typing import Any

import structlog
from flask import Flask, Response, g, request

from docservice.processi.faults import fault


class _Lines:
    """Where lines go: a line in one piece, for threads write together."""

    def info(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


LOG = structlog.wrap_logger(
    _Lines(),
    processors=[structlog.processors.TimeStamper(fmt="iso", utc=True), structlog.processors.JSONRenderer()],
)


class _Told(logging.Handler):
    """Writes what the rest of the program tells as lines of the log; it tells nothing of people."""

    def emit(self, record: logging.LogRecord) -> None:
        LOG.msg(record.getMessage())


logging.getLogger("docservice").addHandler(_Told())

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""What every answer says, but for what it says itself."""


RICHIESTA = "docservice.richiesta"
"""Where a request, on its way to the application, keeps the word that tells it from the others."""
X_RICHIESTA = "X-Request-Id"
"""The header that says it, on every answer."""


def numerata() -> str:
    """Return a new word for a request."""
    return uuid.uuid4().hex


class QuietFlask(Flask):
    """Flask that logs a fault of ours by its kind and place, never by its text: it may quote the data."""

    def log_exception(self, exc_info: Any) -> None:
        """Write one line for an exception nobody handled."""
        found = fault(exc_info[1])
        LOG.msg("errore", tipo=found.kind, dove=found.place, richiesta=g.get("request_id"))


def watch(app: Flask) -> None:
    """Log every request of the application."""

    @app.before_request
    def start() -> None:
        g.started, g.request_id = time.monotonic(), request.environ.get(RICHIESTA) or numerata()

    @app.after_request
    def end(answer: Response) -> Response:
        if "request_id" in g:
            answer.headers[X_RICHIESTA] = g.request_id
            LOG.msg(
                "richiesta",
                metodo=request.method,
                percorso=request.url_rule.rule if request.url_rule else None,
                esito=answer.status_code,
                client=request.remote_addr,
                richiesta=g.request_id,
                millisecondi=round((time.monotonic() - g.started) * 1000),
            )
        return answer
