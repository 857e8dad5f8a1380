"""The rules of the law: their sentence, their source, the documents that they bind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify

from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA
from docservice.api.risposte.catalogo import Regole
from docservice.api.risposte.problema import ProblemSchema
from docservice.api.soglia.trasporto import stabile
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Scelta
from docservice.modelli.catalogo import catalogo
from docservice.modelli.vincoli import regimi, regole

blueprint = StrictBlueprint("regole", __name__, url_prefix="/regole", description="Le regole della legge")


class Quali(Blocco):
    """Which rules are asked for: of a regime, in force on a day, that bind a document; all of them without these."""

    regime = Scelta(*regimi(), parole=("Regime", "Solo le regole di quel regime."))
    data = Giorno(parole=("Giorno", "Solo le regole in vigore quel giorno; senza, ogni loro versione.", "2026-01-31"))
    modello = Scelta(*catalogo(), parole=("Modello", "Solo le regole che legano quel documento."))


@blueprint.get("")
@blueprint.arguments(Quali, location="query")
@blueprint.response(200, Regole, description="Le regole, per regime e codice, ciascuna con la sua fonte")
@blueprint.alt_response(422, content_type=MEDIA, schema=ProblemSchema, description="Regime, data o modello non validi")
def elenco(query: Mapping[str, Any]) -> Response:
    """Le regole in vigore un dato giorno, o tutte con i giorni in cui valgono, e i modelli che legano."""
    return stabile(jsonify({"items": regole(**query)}))
