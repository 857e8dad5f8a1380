"""The calculators: a call each, with its own typed body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Response, jsonify

from docservice import service
from docservice.api import agenda
from docservice.api.corpi import MULTIPART
from docservice.api.media import tipo_media
from docservice.api.modelli import Corpo, Niente, collegamenti, leggere
from docservice.api.modulo import con_tabella, difetto
from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA, RETRY_AFTER
from docservice.api.risposte.catalogo import Calcoli, VoceCalcolo
from docservice.api.risposte.giudizio import con_rilievi
from docservice.api.risposte.problema import ProblemSchema
from docservice.api.soglia.trasporto import stabile
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Scelta
from docservice.fila import Fila
from docservice.formati.da_json import leggi_json
from docservice.formati.lettura import DatiIlleggibili, Errore
from docservice.law.calculator import Calcolo, catalogo
from docservice.law.italiano import minuscola
from docservice.modelli.calcolatori.catalogo import calcolatori
from docservice.modelli.catalogo import catalogo as modelli
from docservice.tabelle.difetto import CONDIVISI, Difetto
from docservice.tabelle.foglio import NASCOSTE, Foglio, TabellaIllegibile

if TYPE_CHECKING:
    from docservice.tabelle.verifica import Verifica

_FAULT = {"content_type": MEDIA, "schema": ProblemSchema}

_TABELLA = "tabella"
_LUNGHE = Fila(1, 2)
"""To read a table of many people takes seconds."""
_ATTESA = 20.0
_MODULO = {
    "required": True,
    "content": {
        MULTIPART: {
            "schema": {
                "type": "object",
                "required": ["file"],
                "properties": {
                    "file": {
                        "type": "string",
                        "format": "binary",
                        "description": "La tabella, una riga per persona: XLSX, CSV, o JSON Lines.",
                    },
                    "comune": {
                        "type": "string",
                        "maxLength": 1_000_000,
                        "description": "Gli altri dati, JSON; oppure il foglio «Dati comuni».",
                    },
                    "nascoste": {
                        "type": "string",
                        "enum": list(NASCOSTE),
                        "description": "Che cosa fare di righe e colonne nascoste; se non è detto, sono un difetto.",
                    },
                },
            }
        }
    },
}


class Difetti(Blocco):
    """In which way the faults of a table are told."""

    difetti = Scelta(
        "json", _TABELLA, parole=("Difetti", "Con «tabella», se la tabella ha difetti la risposta è lei, segnata.")
    )


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
        if one.id in modelli():
            _da_tabella(blueprint, one)
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


def _da_tabella(blueprint: StrictBlueprint, one: Calcolo) -> None:
    """Add the call that asks the calculator from a table of people."""
    tipo = calcolatori()[one.id]
    answer = con_rilievi(tipo.conto) if one.ha_rilievi else tipo.conto

    @blueprint.post(f"/{one.id}/{_TABELLA}", endpoint=f"{one.id}-{_TABELLA}")
    @blueprint.arguments(Difetti, location="query")
    @blueprint.doc(requestBody=_MODULO)
    @blueprint.response(200, answer, description="I risultati, come da JSON")
    @blueprint.alt_response(400, **_FAULT, description="La richiesta non si può leggere")
    @blueprint.alt_response(413, **_FAULT, description="Il corpo è troppo grande")
    @blueprint.alt_response(415, **_FAULT, description="Il corpo non è un modulo con un file")
    @blueprint.alt_response(422, **_FAULT, description="La tabella ha difetti: i problemi, o lei con le celle segnate")
    @blueprint.alt_response(503, **_FAULT, headers=RETRY_AFTER, description="Altri vengono prima: va richiesto poi")
    def da_tabella(query: Mapping[str, Any]) -> Response:
        """Gli stessi conti, con le persone lette da una tabella come quella di un lotto."""
        from docservice.tabelle.interrogazione import interroga  # noqa: PLC0415 - loaded for who sends one

        fields, faults = con_tabella({"nascoste": NASCOSTE}, {})
        if faults:
            raise DatiIlleggibili(faults)
        try:
            with _LUNGHE.posto(_ATTESA):
                found, told = interroga(tipo, fields["file"], leggi_json(fields["comune"]), fields.get("nascoste"))
        except TabellaIllegibile as error:
            raise DatiIlleggibili([difetto("file", str(error))]) from None
        if told is not None:
            return jsonify(told)
        if query.get("difetti") == _TABELLA:
            return _segnata(found)
        raise DatiIlleggibili([_fault(fault) for fault in found.difetti])


def _fault(of: Difetto) -> Errore:
    """Return a fault of a table as one of the data: where it is, in words, is at the head of what is told."""
    place = f"/comune{of.percorso or ''}" if of.codice == CONDIVISI else "/file"
    where = of.as_dict().get("cella") or (f"riga {of.riga}" if of.riga else "")
    return Errore(place, f"{where}, {minuscola(of.detto)}" if where else of.detto)


def _segnata(found: Verifica) -> Response:
    """Return the table with its wrong cells marked."""
    from docservice.tabelle.ritorno import restituisci  # noqa: PLC0415 - the writer of XLSX

    kind = found.foglio.tipo if isinstance(found.foglio, Foglio) else "jsonl"
    answer = Response(restituisci(found), 422, mimetype=tipo_media(f"x.{kind}"))
    answer.headers["Content-Disposition"] = f'attachment; filename="errori.{kind}"'
    return answer
