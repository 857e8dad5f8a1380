"""Deadlines as a calendar, for who asks for one: `Accept: text/calendar` where JSON is not preferred."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, jsonify, request

from docservice import service

JSON, AGENDA = "application/json", "text/calendar"


def risposta(told: Mapping[str, Any], scadenze: Sequence[Mapping[str, Any]], dati: Mapping[str, Any]) -> Response:
    """Return an answer as JSON, or the deadlines that it holds as an iCalendar; `dati` are those they come from."""
    if request.accept_mimetypes.best_match([JSON, AGENDA]) == AGENDA:
        return Response(service.agenda(scadenze, dati), mimetype=AGENDA)
    return jsonify(told)
