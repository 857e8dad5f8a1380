"""The application for a CIGS, from the papers of a procedure: JSON, or a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, current_app, g, jsonify, request

from docservice.api import agenda
from docservice.api.corpi import JSON, leggi_solo_json
from docservice.api.media import tipo_media
from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA, RETRY_AFTER
from docservice.api.risposte.domanda_cigs import DomandaCigs
from docservice.api.risposte.problema import ProblemSchema
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Scelta
from docservice.fila import Fila
from docservice.modelli.catalogo import catalogo

XLSX = tipo_media("x.xlsx")
_FAULT: dict[str, Any] = {"content_type": MEDIA, "schema": ProblemSchema}
_MASSIMI = 50
_LUNGHE = Fila(1, 2)
"""To write a workbook of thousands of workers takes seconds."""
_BODY = {
    "required": True,
    "content": {
        JSON: {
            "schema": {
                "type": "object",
                "required": ["documenti"],
                "additionalProperties": False,
                "properties": {
                    "documenti": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": _MASSIMI,
                        "description": "I documenti di una sola procedura, in qualunque ordine.",
                        "items": {
                            "type": "object",
                            "required": ["modello", "dati"],
                            "additionalProperties": False,
                            "properties": {
                                "modello": {
                                    "type": "string",
                                    "enum": list(catalogo()),
                                    "description": "L’id del tipo di documento.",
                                },
                                "dati": {
                                    "type": "object",
                                    "description": "I dati del documento, secondo lo schema del suo tipo.",
                                },
                                "nome": {
                                    "type": "string",
                                    "maxLength": 200,
                                    "description": "Come lo chiama chi lo invia.",
                                },
                            },
                        },
                    }
                },
            }
        }
    },
}

blueprint = StrictBlueprint(
    "domanda-cigs", __name__, url_prefix="/domanda-cigs", description="La domanda di CIGS, nell’ordine di CIGSonline"
)


class Come(Blocco):
    """Query: JSON, or a workbook (else `Accept` chooses)."""

    formato = Scelta("json", "xlsx", parole=agenda.FORMATO)


@blueprint.post("")
@blueprint.arguments(Come, location="query")
@blueprint.doc(requestBody=_BODY)
@blueprint.response(200, DomandaCigs, description="Le sezioni, ciò che manca, i contrasti fra i documenti")
@blueprint.response(
    200, {"type": "string", "format": "binary"}, content_type=XLSX, description="Un foglio per ogni sezione"
)
@blueprint.alt_response(400, **_FAULT, description="Il corpo non si può leggere")
@blueprint.alt_response(406, **_FAULT, description="Il formato chiesto non è fra quelli disponibili")
@blueprint.alt_response(413, **_FAULT, description="Il corpo è troppo grande")
@blueprint.alt_response(415, **_FAULT, description="Il corpo non è JSON")
@blueprint.alt_response(422, **_FAULT, description="I dati di un documento hanno difetti di forma, o non è di una CIGS")
@blueprint.alt_response(503, **_FAULT, headers=RETRY_AFTER, description="Altri vengono prima: va richiesto poi")
def componi(query: Mapping[str, Any]) -> Response:
    """Dai documenti di una procedura di CIGS ai dati della domanda, nell’ordine delle sezioni di CIGSonline."""
    from docservice import cigsonline  # noqa: PLC0415 - with the writer of XLSX, for who asks only

    found = cigsonline.domanda(cigsonline.leggi_carte(leggi_solo_json(request)))
    if query.get("formato") != "xlsx" and g.tipo != XLSX:
        return jsonify(found.as_dict())
    with _LUNGHE.posto(current_app.config["TEMPO_RESA"]):
        answer = Response(cigsonline.foglio(found), mimetype=XLSX)
    day = found.carte[-1].giorno.isoformat()
    answer.headers["Content-Disposition"] = f'attachment; filename="domanda-cigs-{day}.xlsx"'
    return answer
