"""Deadlines as a calendar, for who asks for one: `Accept: text/calendar` where JSON is not preferred (`accetta.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, g, jsonify

from docservice import service

AGENDA = "text/calendar"


def risposta(told: Mapping[str, Any], di: service.ConScadenze) -> Response:
    """Return an answer as JSON, or the deadlines of what it answers as an iCalendar."""
    if g.tipo == AGENDA:
        return Response(service.agenda(di), mimetype=AGENDA)
    return jsonify(told)
