"""The document types: a blueprint each, so that every path is concrete and every body typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Response, current_app, g, jsonify
from marshmallow import Schema, fields

from docservice import service
from docservice.api import agenda
from docservice.api.corpi import XML
from docservice.api.media import BYTE, tipo_media
from docservice.api.parser import Decorator, StrictBlueprint, View
from docservice.api.problems import MEDIA, RETRY_AFTER
from docservice.api.risposte.catalogo import Catalogo, Voce
from docservice.api.risposte.giudizio import Risultato
from docservice.api.risposte.problema import ProblemSchema
from docservice.api.soglia.trasporto import indirizzo, stabile
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Scelta
from docservice.modelli.catalogo import Modello, catalogo
from docservice.paths import SCHEMAS
from docservice.processi.renderer import RENDERER

SI = "1"
_FAULT = {"content_type": MEDIA, "schema": ProblemSchema}
_FORMATI = {media: formato for formato, media in service.OGNI_FORMATO.items()} | {BYTE: "pdf"}


def _come(tipo: Modello) -> type[Schema]:
    """Return the query of `documento`: the format (else `Accept` chooses), if it is a draft, if it is the extract."""
    asked: dict[str, fields.Field[Any]] = {
        "formato": Scelta(*service.formati(tipo), parole=agenda.FORMATO),
        "bozza": Scelta(
            *("0", SI),
            parole=("Bozza", "Con 1 ogni pagina è marcata BOZZA, e il documento si ha anche se non è conforme."),
        ),
    }
    if tipo.estratto:
        asked["estratto"] = Scelta(
            *("0", SI), parole=("Estratto", "Con 1 si ha la parte che va da sola, non il documento intero.")
        )
    return Blocco.from_dict(asked, name="Formato")


class Linguaggio(Blocco):
    """Query of `schema`: the language it is in, JSON Schema unless told."""

    formato = Scelta("json", "xsd", parole=("Linguaggio", "json per JSON Schema, xsd per XML Schema."))


class Niente(Blocco):
    """The query of a call that takes none."""


def voce(tipo: Modello) -> dict[str, Any]:
    """Return a document type as the catalogue lists it."""
    formats = list(service.formati(tipo))
    return {
        "id": tipo.id,
        "titolo": tipo.titolo,
        "regime": tipo.regime,
        "regimi": list(tipo.regimi),
        "formati": formats,
        "links": collegamenti(f"modelli/{tipo.id}", "schema", "esempio", "tabella", "valida", "documento"),
    }


def collegamenti(home: str, *parts: str) -> dict[str, str]:
    """Return where the parts of a document type, or of a calculator, are."""
    return {"self": indirizzo(home), **{name: indirizzo(home, name) for name in parts}}


def blueprints() -> Iterator[StrictBlueprint]:
    """Yield the blueprint of the catalogue, then one per document type."""
    blueprint = StrictBlueprint("catalogo", __name__, url_prefix="/modelli", description="I modelli disponibili")

    @blueprint.get("")
    @blueprint.arguments(Niente, location="query")
    @blueprint.response(200, Catalogo, description="I modelli, in ordine di id")
    def elenco(query: Mapping[str, Any]) -> Response:
        """L’elenco dei modelli."""
        del query
        return stabile(jsonify({"items": [voce(tipo) for tipo in catalogo().values()]}))

    yield blueprint
    yield from map(_blueprint, catalogo().values())


def _blueprint(tipo: Modello) -> StrictBlueprint:
    blueprint = StrictBlueprint(tipo.id, __name__, url_prefix=f"/modelli/{tipo.id}", description=tipo.titolo)
    di = Corpo(tipo.id, tipo.titolo, tipo.schema, partial(voce, tipo), partial(service.esempio, tipo.id))
    leggere(blueprint, di, Voce)
    _filling(blueprint, tipo)
    _judging(blueprint, tipo)
    return blueprint


@dataclass(frozen=True, slots=True)
class Corpo:
    """What a call of ours takes, a document type or a calculator: what it is called, its schema, how it is told."""

    id: str
    titolo: str
    schema: type[Schema]
    voce: Callable[[], dict[str, Any]]
    esempio: Callable[[], dict[str, Any]]


def leggere(blueprint: StrictBlueprint, di: Corpo, voce_come: type[Schema], home: str = "", nome: str = "") -> None:
    """Add the calls that tell what it is, its schema, an example; `nome` is what their endpoints begin with."""

    @blueprint.get(home, endpoint=f"{nome}uno")
    @blueprint.arguments(Niente, location="query")
    @blueprint.response(200, voce_come, description="Che cos’è, e dove sono le sue parti")
    def uno(query: Mapping[str, Any]) -> Response:
        """Che cos’è e dove sono le sue parti."""
        del query
        return stabile(jsonify(di.voce()))

    @blueprint.get(f"{home}/schema", endpoint=f"{nome}schema")
    @blueprint.arguments(Linguaggio, location="query")
    @blueprint.response(200, {"type": "object"}, content_type="application/schema+json", description="Lo schema")
    @blueprint.response(200, {"type": "object"}, content_type=XML, description="Lo schema")
    def schema(query: Mapping[str, Any]) -> Response:
        """Lo schema dei dati: JSON Schema 2020-12, oppure l’XSD di tutti i corpi."""
        if query.get("formato") == "xsd" or g.tipo == XML:
            return stabile(Response((SCHEMAS / "docservice.xsd").read_bytes(), mimetype=XML))
        from docservice.formati.json_schema import json_schema  # noqa: PLC0415 - apispec is loaded for this

        answer = jsonify(json_schema(di.schema, di.id, di.titolo))
        answer.mimetype = "application/schema+json"
        return stabile(answer)

    @blueprint.get(f"{home}/esempio", endpoint=f"{nome}esempio")
    @blueprint.arguments(Niente, location="query")
    @blueprint.response(200, di.schema, description="Dati completi e validi")
    def esempio(query: Mapping[str, Any]) -> Response:
        """Un esempio completo e valido."""
        del query
        return stabile(jsonify(di.esempio()))


def _filling(blueprint: StrictBlueprint, tipo: Modello) -> None:
    media = tipo_media("x.xlsx")

    @blueprint.get("/tabella")
    @blueprint.arguments(Niente, location="query")
    @blueprint.response(200, {"type": "string", "format": "binary"}, content_type=media, description="La tabella vuota")
    @blueprint.response(200, {"type": "string", "format": "binary"}, content_type=BYTE, description="La tabella vuota")
    def tabella(query: Mapping[str, Any]) -> Response:
        """La tabella da compilare, XLSX, per inviare un lotto."""
        del query
        from docservice.tabelle.vuota import tabella_vuota  # noqa: PLC0415 - the writer of XLSX is loaded for this

        answer = Response(tabella_vuota(tipo), mimetype=g.tipo or media)
        answer.headers["Content-Disposition"] = f'attachment; filename="{tipo.id}.xlsx"'
        return stabile(answer)


def _altri_formati(blueprint: StrictBlueprint, tipo: Modello) -> Decorator:
    """Note the answers of `documento` in the formats that a document has besides the others."""

    def decorator(view: View) -> View:
        for name in reversed(tipo.formati_in_piu):
            what: dict[str, Any] = {"type": "string", "format": "binary"}
            view = blueprint.response(200, what, content_type=service.OGNI_FORMATO[name], description="Il documento")(
                view
            )
        return view

    return decorator


def _judging(blueprint: StrictBlueprint, tipo: Modello) -> None:
    body, binary = tipo.schema, {"type": "string", "format": "binary"}
    example = service.esempio(tipo.id)

    @blueprint.post("/valida")
    @blueprint.arguments(agenda.Risposta, location="query")
    @blueprint.arguments(body, example=example)
    @blueprint.response(200, Risultato, description="Il giudizio, qualunque sia l’esito")
    @blueprint.response(200, {"type": "string"}, content_type=agenda.AGENDA, description="Le scadenze, iCalendar")
    @blueprint.alt_response(400, **_FAULT, description="Il corpo non si può leggere")
    @blueprint.alt_response(413, **_FAULT, description="Il corpo è troppo grande")
    @blueprint.alt_response(415, **_FAULT, description="Il corpo non è JSON")
    @blueprint.alt_response(422, **_FAULT, description="I dati hanno difetti di forma")
    @blueprint.alt_response(503, **_FAULT, headers=RETRY_AFTER, description="Altri vengono prima: va richiesto poi")
    def valida(query: Mapping[str, Any], dati: Mapping[str, Any]) -> Response:
        """Verifica i dati secondo la legge in vigore alla loro data."""
        document = service.Atto(tipo, dati)
        return agenda.risposta(query, document.verdetto.as_dict(), document)

    @blueprint.post("/documento")
    @blueprint.arguments(_come(tipo), location="query")
    @blueprint.arguments(body, example=example)
    @blueprint.response(200, binary, content_type=service.FORMATI["pdf"], description="Il documento")
    @blueprint.response(200, binary, content_type=service.FORMATI["docx"], description="Il documento")
    @blueprint.response(200, binary, content_type=BYTE, description="Il documento, PDF")
    @blueprint.response(200, {"type": "string"}, content_type=service.FORMATI["html"], description="Il documento")
    @_altri_formati(blueprint, tipo)
    @blueprint.alt_response(400, **_FAULT, description="Il corpo non si può leggere")
    @blueprint.alt_response(406, **_FAULT, description="Il formato chiesto non è fra quelli disponibili")
    @blueprint.alt_response(413, **_FAULT, description="Il corpo è troppo grande")
    @blueprint.alt_response(415, **_FAULT, description="Il corpo non è JSON")
    @blueprint.alt_response(422, **_FAULT, description="I dati hanno difetti di forma, o il documento non è conforme")
    @blueprint.alt_response(503, **_FAULT, headers=RETRY_AFTER, description="La resa non è finita in tempo")
    def documento(query: Mapping[str, Any], dati: Mapping[str, Any]) -> Response:
        """Il documento, pronto per la firma o come bozza."""
        formato = query.get("formato") or _FORMATI[g.tipo]
        document = service.Atto(tipo, dati)
        made = service.rendi(
            document,
            formato,
            bozza=query.get("bozza") == SI,
            estratto=query.get("estratto") == SI,
            scrive=partial(RENDERER.render, limit=current_app.config["TEMPO_RESA"]),
        )
        answer = Response(made.contenuto, mimetype=g.tipo or made.tipo)
        place = "inline" if formato == "html" else "attachment"
        answer.headers["Content-Disposition"] = f'{place}; filename="{made.nome}"'
        if formato == "html":
            from docservice.render import html  # noqa: PLC0415 - documents are written in another process

            answer.headers["Content-Security-Policy"] = html.policy(logo=document.logo is not None)
        return answer
