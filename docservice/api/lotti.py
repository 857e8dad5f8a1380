"""Lotti: a table sent, its progress, its result, its wrong cells; `sportello.py` does what is asked.

That is loaded at the first call, with the libraries of the database: no other call has need of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from flask import Response

from docservice.api.corpi import MULTIPART
from docservice.api.media import BYTE, tipo_media
from docservice.api.modelli import SI, Niente
from docservice.api.parser import StrictBlueprint
from docservice.api.problems import MEDIA, RETRY_AFTER
from docservice.api.risposte import lotti as risposte
from docservice.api.risposte.problema import ProblemSchema
from docservice.campi.blocco import Blocco
from docservice.campi.fields import Intero, Scelta
from docservice.modelli.catalogo import catalogo
from docservice.service import DA_FIRMARE, UNIONI, ZIP
from docservice.tabelle.foglio import NASCOSTE

_View = TypeVar("_View", bound=Callable[..., Any])
_FAULT: dict[str, Any] = {"content_type": MEDIA, "schema": ProblemSchema}
_LATER: dict[str, Any] = {**_FAULT, "headers": RETRY_AFTER}
_BUSY = "L’archivio dei lotti è occupato, in sola lettura, danneggiato o assente"
_FULL = "Lo spazio su disco è esaurito"
_DOVE = {"Location": {"description": "L’indirizzo", "schema": {"type": "string", "format": "uri", "maxLength": 500}}}
LONGEST_KEY = 200
"""Most characters of an idempotency key."""
_BODY = {
    "required": True,
    "content": {
        MULTIPART: {
            "schema": {
                "type": "object",
                "required": ["modello", "file"],
                "properties": {
                    "modello": {"type": "string", "enum": list(catalogo()), "description": "Il documento da fare."},
                    "file": {
                        "type": "string",
                        "format": "binary",
                        "description": "La tabella: XLSX, CSV, o JSON Lines.",
                    },
                    "formato": {
                        "type": "string",
                        "enum": list(DA_FIRMARE),
                        "description": f"Il formato dei documenti: {DA_FIRMARE[0]} se non è detto.",
                    },
                    "unione": {
                        "type": "string",
                        "enum": list(UNIONI),
                        "description": f"Un file per riga, o uno per tutte: {ZIP} se non è detto.",
                    },
                    "comune": {
                        "type": "string",
                        "maxLength": 1_000_000,
                        "description": "I dati uguali per tutte le righe, JSON; oppure il foglio «Dati comuni».",
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
_BINARIO = {"type": "string", "format": "binary"}
_KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "description": "La stessa chiave con gli stessi dati dà lo stesso lotto",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY},
}


class Nascoste(Blocco):
    """What to do with the rows and columns of a table that are hidden."""

    nascoste = Scelta(
        *NASCOSTE,
        parole=("Nascoste", "Che cosa fare di righe e colonne nascoste o filtrate; se non è detto, sono un difetto."),
    )


PER_PAGINA, MASSIME = 1_000, 5_000
"""Rows of a page, unless told, and at most."""


class Quali(Blocco):
    """Which rows of a lotto are asked for."""

    stato = Scelta(*risposte.STATI, parole=("Stato", "Solo le righe in quello stato."))
    avvisi = Scelta("0", SI, parole=("Avvisi", "Con 1, solo le righe che hanno avvisi."))
    pagina = Intero(1, 1_000_000, parole=("Pagina", "Quale pagina, dalla prima.", 1))
    per_pagina = Intero(
        1, MASSIME, parole=("Righe per pagina", f"Quante righe stanno in una pagina: {PER_PAGINA} se non è detto.", 200)
    )


blueprint = StrictBlueprint("lotti", __name__, url_prefix="/lotti", description="Molti documenti da una tabella")


def _store_may_fail(view: _View) -> _View:
    """Describe the answers of a store that does not work."""
    told = blueprint.alt_response(507, **_LATER, description=_FULL)(view)
    return cast("_View", blueprint.alt_response(503, **_LATER, description=_BUSY)(told))


@blueprint.post("")
@blueprint.arguments(Nascoste, location="query")
@blueprint.doc(requestBody=_BODY, parameters=[_KEY])
@blueprint.response(202, risposte.Lotto, description="Preso in carico", headers=_DOVE)
@blueprint.alt_response(400, **_FAULT, description="La richiesta non si può leggere")
@blueprint.alt_response(409, **_FAULT, description="La chiave è già stata usata con altri dati")
@blueprint.alt_response(413, **_FAULT, description="Il corpo è troppo grande")
@blueprint.alt_response(415, **_FAULT, description="Il corpo non è un modulo con un file")
@blueprint.alt_response(422, **_FAULT, description="Il modulo ha difetti")
@_store_may_fail
def nuovo(query: Mapping[str, Any]) -> Response:
    """Prende in carico una tabella: XLSX, CSV o JSON Lines, una riga per documento (o per persona dell’elenco).

    La tabella si esamina dopo: se non si può leggere, o ha difetti nell’insieme, il lotto è `fallito` e li dice.
    Righe e colonne nascoste o filtrate sono un difetto, finché non si dice con `nascoste` se leggerle o saltarle.
    """
    from docservice.api import sportello

    return sportello.nuovo(query.get("nascoste"))


@blueprint.get("/<string(length=32):lotto>")
@blueprint.arguments(Niente, location="query")
@blueprint.response(200, risposte.Lotto, description="In corso (anche in `verifica`), annullato o fallito")
@blueprint.alt_response(303, schema=risposte.Lotto, description="Pronto: il risultato è in Location", headers=_DOVE)
@_store_may_fail
def uno(query: Mapping[str, Any], lotto: str) -> Response:
    """Dice a che punto è un lotto."""
    from docservice.api import sportello

    del query
    return sportello.uno(lotto)


@blueprint.delete("/<string(length=32):lotto>")
@blueprint.arguments(Niente, location="query")
@blueprint.response(200, risposte.Lotto, description="Era in corso: è annullato")
@blueprint.alt_response(204, description="Era finito: è cancellato, con i suoi documenti e i suoi dati")
@_store_may_fail
def annulla(query: Mapping[str, Any], lotto: str) -> Response:
    """Annulla ciò che di un lotto non è ancora fatto; un lotto finito lo cancella."""
    from docservice.api import sportello

    del query
    return sportello.annulla(lotto)


@blueprint.post("/<string(length=32):lotto>/ripresa")
@blueprint.arguments(Niente, location="query")
@blueprint.response(202, risposte.Lotto, description="Ripreso", headers=_DOVE)
@blueprint.alt_response(409, **_FAULT, description="Non c’è nulla da rifare, e il problema dice perché")
@_store_may_fail
def ripresa(query: Mapping[str, Any], lotto: str) -> Response:
    """Rifà le righe fallite o annullate."""
    from docservice.api import sportello

    del query
    return sportello.ripresa(lotto)


@blueprint.get("/<string(length=32):lotto>/righe")
@blueprint.arguments(Quali, location="query")
@blueprint.response(200, risposte.RigheLotto, description="Le righe, in ordine, una pagina per volta")
@blueprint.alt_response(422, **_FAULT, description="La pagina o il filtro non sono validi")
@_store_may_fail
def righe(query: Mapping[str, Any], lotto: str) -> Response:
    """L’esito di ogni riga, con i suoi errori e i suoi avvisi; `stato` e `avvisi=1` ne scelgono alcune."""
    from docservice.api import sportello

    return sportello.righe(lotto, query)


@blueprint.get("/<string(length=32):lotto>/risultato")
@blueprint.arguments(Niente, location="query")
@blueprint.response(
    200, {"type": "string", "format": "binary"}, content_type="application/zip", description="I documenti"
)
@blueprint.alt_response(
    200, schema={"type": "string", "format": "binary"}, content_type="application/pdf", description="I documenti"
)
@blueprint.alt_response(200, schema=_BINARIO, content_type=BYTE, description="I documenti")
@_store_may_fail
def esito(query: Mapping[str, Any], lotto: str) -> Response:
    """I documenti, con il manifesto, o in un solo PDF."""
    from docservice.api import sportello

    del query
    return sportello.esito(lotto)


@blueprint.get("/<string(length=32):lotto>/errori")
@blueprint.arguments(Niente, location="query")
@blueprint.response(
    200, {"type": "string", "format": "binary"}, content_type=tipo_media("x.xlsx"), description="La tabella"
)
@blueprint.alt_response(200, schema={"type": "string"}, content_type=tipo_media("x.csv"), description="La tabella")
@blueprint.alt_response(200, schema={"type": "string"}, content_type=tipo_media("x.jsonl"), description="La tabella")
@blueprint.alt_response(200, schema=_BINARIO, content_type=BYTE, description="La tabella")
@_store_may_fail
def errori(query: Mapping[str, Any], lotto: str) -> Response:
    """La tabella inviata, con le celle errate segnate in rosso, quelle con un avviso in giallo."""
    from docservice.api import sportello

    del query
    return sportello.errori(lotto)
