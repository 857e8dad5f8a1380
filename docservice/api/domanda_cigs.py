"""The application for a CIGS, from the papers of a procedure: JSON, or a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from flask import Response, current_app, g, jsonify, request
from marshmallow import RAISE, Schema, fields

from docservice import service
from docservice.api import agenda
from docservice.api.corpi import JSON, leggi_solo_json
from docservice.api.media import tipo_media
from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA, RETRY_AFTER
from docservice.api.risposte.domanda_cigs import DomandaCigs
from docservice.api.risposte.parti import MODELLO, uno_di
from docservice.api.risposte.problema import ProblemSchema
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Scelta
from docservice.campi.risposte import items, text
from docservice.fila import Fila
from docservice.law.tratti import ACCORDO, CIGS
from docservice.modelli.catalogo import catalogo

XLSX = tipo_media("x.xlsx")
_FAULT: dict[str, Any] = {"content_type": MEDIA, "schema": ProblemSchema}
MASSIME: Final = 50
"""Most papers of a procedure (`cigsonline`, which is loaded for who asks)."""
_LUNGHE = Fila(1, 2)
"""To write a workbook of thousands of workers takes seconds."""


class CartaInviata(Schema):
    """A paper that is sent."""

    class Meta:
        """Options of marshmallow."""

        unknown = RAISE

    modello = uno_di(catalogo(), *MODELLO)
    dati = fields.Raw(
        required=True,
        metadata={
            "title": "Dati",
            "description": "I dati del documento, secondo lo schema del suo modello.",
            "type": "object",
            "additionalProperties": True,
        },
    )
    nome = text(200, "Nome", "Come lo chiama chi lo invia.", required=False)


class CarteDellaProcedura(Schema):
    """The papers of a procedure; `cigsonline.leggi_carte` reads them."""

    class Meta:
        """Options of marshmallow."""

        unknown = RAISE

    documenti = items(
        CartaInviata,
        "Documenti",
        "I documenti di una sola procedura, in qualunque ordine.",
        massimo=MASSIME,
    )


def _esempio() -> dict[str, Any]:
    """Return the example of an agreement, by itself."""
    who = ACCORDO & CIGS
    slug = next(one.id for one in catalogo().values() if one.puo_essere(who))
    return {"documenti": [{"modello": slug, "dati": service.esempio(slug)}]}


_BODY = {"required": True, "content": {JSON: {"schema": CarteDellaProcedura, "example": _esempio()}}}

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
