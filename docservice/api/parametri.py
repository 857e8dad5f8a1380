"""The dated figures of the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify

from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA
from docservice.api.risposte.catalogo import Parametri
from docservice.api.risposte.problema import ProblemSchema
from docservice.api.soglia.trasporto import stabile
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno
from docservice.law.figures import in_vigore

blueprint = StrictBlueprint("parametri", __name__, url_prefix="/parametri", description="I valori di legge, datati")


class Quando(Blocco):
    """The day the figures are asked for; all of them without it."""

    data = Giorno(parole=("Giorno", "Solo i valori in vigore quel giorno; senza, tutti.", "2026-01-31"))


@blueprint.get("")
@blueprint.arguments(Quando, location="query")
@blueprint.response(200, Parametri, description="I valori di legge, con validità, fonte e il suo indirizzo dove è noto")
@blueprint.alt_response(422, content_type=MEDIA, schema=ProblemSchema, description="La data non è valida")
def elenco(query: Mapping[str, Any]) -> Response:
    """I valori di legge in vigore un dato giorno, o tutti."""
    return stabile(jsonify({"items": in_vigore(query.get("data"))}))
