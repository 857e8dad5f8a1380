"""Whether the service can serve: it makes a document before it says yes."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Any

from flask import Response, current_app, jsonify

from docservice import __version__, service
from docservice.api import schemas
from docservice.api.modelli import Niente
from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA, RETRY, RETRY_AFTER, ProblemSchema, problem
from docservice.modelli.catalogo import catalogo
from docservice.processi.faults import Occupato
from docservice.processi.renderer import RENDERER

FRESH = 30
"""Seconds for which a good answer is not tried again."""

PATIENCE = 3
"""Seconds it waits for its turn to make one."""

blueprint = StrictBlueprint("status", __name__, url_prefix="/status", description="Lo stato del servizio")
_lock = threading.Lock()
_good_until = 0.0


@blueprint.get("")
@blueprint.arguments(Niente, location="query")
@blueprint.response(200, schemas.Stato, description="Il servizio è in grado di rispondere")
@blueprint.alt_response(
    503,
    content_type=MEDIA,
    schema=ProblemSchema,
    description="Una parte non funziona",
    headers=RETRY_AFTER,
)
def stato(query: Mapping[str, Any]) -> Response:
    """Dice se il servizio funziona, dopo aver composto un documento in ogni formato."""
    del query
    failing = _failing()
    if failing:
        answer = problem(503, "parte-guasta", f"Non funziona: {failing}. Si può riprovare fra {RETRY} secondi.")
        answer.headers["Retry-After"] = str(RETRY)
        return answer
    return jsonify({"stato": "attivo", "versione": __version__})


def _failing() -> str | None:
    """Return the part that fails, None when all work; a good answer holds for `FRESH` seconds."""
    global _good_until  # noqa: PLW0603 - the memory of one process, under a lock
    with _lock:
        if time.monotonic() < _good_until:
            return None
        tipo = next(iter(catalogo().values()))
        limit = current_app.config["TEMPO_RESA"]
        for formato in service.FORMATI:
            try:
                document = service.atto(tipo.id, service.esempio(tipo.id))
                RENDERER.render(document, formato, bozza=False, limit=limit, patience=PATIENCE)
            except Occupato:
                return None  # it makes documents right now, each within its limit
            except Exception:  # noqa: BLE001 - whatever fails, the answer is that it fails
                return f"la produzione dei documenti {formato.upper()}"
        _good_until = time.monotonic() + FRESH
        return None
