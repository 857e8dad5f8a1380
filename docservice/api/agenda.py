"""Deadlines as a calendar, for who asks for one: `?formato=ics`, or `Accept: text/calendar` over JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, g, jsonify

from docservice import service
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Scelta

AGENDA, ICS = "text/calendar", "ics"
FORMATO = ("Formato", "Come si vuole la risposta; vale più dell’intestazione Accept.")
"""Words of a query that many calls have."""


class SoloJson(Blocco):
    """Query of a call that answers in JSON only."""

    formato = Scelta("json", parole=FORMATO)


class Risposta(Blocco):
    """Query of a call whose answer has deadlines: JSON, or those alone, iCalendar (else `Accept` chooses)."""

    formato = Scelta("json", ICS, parole=FORMATO)


def risposta(query: Mapping[str, Any], told: Mapping[str, Any], di: service.ConScadenze) -> Response:
    """Return an answer as JSON, or the deadlines of what it answers as an iCalendar."""
    if query.get("formato") == ICS or g.tipo == AGENDA:
        return Response(service.agenda(di), mimetype=AGENDA)
    return jsonify(told)
