"""The calculators: a call each, with its own typed body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from flask import Response, jsonify

from docservice import service
from docservice.api import agenda
from docservice.api.modelli import Corpo, Niente, collegamenti, leggere
from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA
from docservice.api.risposte.catalogo import Calcoli, VoceCalcolo
from docservice.api.risposte.giudizio import con_rilievi
from docservice.api.risposte.problema import ProblemSchema
from docservice.api.soglia.trasporto import stabile
from docservice.law.calculator import Calcolo, catalogo
from docservice.modelli.calcolatori.catalogo import calcolatori

_FAULT = {"content_type": MEDIA, "schema": ProblemSchema}


def voce(one: Calcolo) -> dict[str, Any]:
    """Return a calculator as it is listed."""
    return {"id": one.id, "titolo": one.titolo, "links": collegamenti(f"calcoli/{one.id}", "schema", "esempio")}


def blueprints() -> Iterator[StrictBlueprint]:
    """Yield the blueprint of the calculators."""
    blueprint = StrictBlueprint("calcoli", __name__, url_prefix="/calcoli", description="I calcolatori")

    @blueprint.get("")
    @blueprint.arguments(Niente, location="query")
    @blueprint.response(200, Calcoli, description="I calcolatori, in ordine di id")
    def elenco(query: Mapping[str, Any]) -> Response:
        """L’elenco dei calcolatori."""
        del query
        return stabile(jsonify({"items": [voce(one) for one in catalogo().values()]}))

    for one in catalogo().values():
        tipo = calcolatori()[one.id]
        di = Corpo(one.id, one.titolo, tipo.domanda, partial(voce, one), partial(dict, tipo.esempio.dati))
        leggere(blueprint, di, VoceCalcolo, f"/{one.id}", f"{one.id}-")
        _call(blueprint, one)
    yield blueprint


def _call(blueprint: StrictBlueprint, one: Calcolo) -> None:
    tipo = calcolatori()[one.id]

    def run(query: Mapping[str, Any], dati: Mapping[str, Any]) -> Response:
        asked = service.Quesito(tipo, dati)
        return agenda.risposta(query, asked.risposta, asked) if one.ha_scadenze else jsonify(asked.risposta)

    run.__doc__ = one.titolo
    view = blueprint.arguments(tipo.domanda, example=tipo.esempio.dati)(run)
    view = blueprint.arguments(agenda.Risposta if one.ha_scadenze else agenda.SoloJson, location="query")(view)
    told = "I risultati, con i passaggi e le fonti"
    if one.ha_scadenze:
        view = blueprint.response(200, {"type": "string"}, content_type=agenda.AGENDA, description=told)(view)
    answer = con_rilievi(tipo.conto) if one.ha_rilievi else tipo.conto
    view = blueprint.response(200, answer, description=told)(view)  # the outermost: JSON, unless asked otherwise
    for status, why in (
        (400, "Il corpo non si può leggere"),
        (413, "Il corpo è troppo grande"),
        (415, "Il corpo non è JSON"),
        (422, "I dati hanno difetti di forma, o sono fuori da ciò che si può calcolare"),
    ):
        view = blueprint.alt_response(status, **_FAULT, description=why)(view)
    blueprint.post(f"/{one.id}", endpoint=one.id)(view)
