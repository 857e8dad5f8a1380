"""Every error as `application/problem+json` (RFC 9457), in Italian, with nothing of the inside."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, g
from werkzeug.exceptions import HTTPException

from docservice.ambiente import numero
from docservice.campi.blocco import MOLTI_DIFETTI
from docservice.fila import Occupato
from docservice.formati.da_form import Nomi
from docservice.formati.lettura import CorpoIllegibile, DatiIlleggibili
from docservice.modelli.catalogo import ModelloIgnoto
from docservice.processi.faults import ResaInterrotta, TempoScaduto
from docservice.service import NonConforme
from docservice.store.guasti import Guasto, MagazzinoGuasto

MEDIA = "application/problem+json"
URN = "urn:docservice:problema:"

TITLES = {
    400: "Richiesta non valida",
    403: "Richiesta non ammessa",
    404: "Non trovato",
    405: "Metodo non ammesso",
    406: "Formato non disponibile",
    408: "Tempo di invio scaduto",
    409: "In contrasto con una richiesta precedente",
    412: "Non è la versione chiesta",
    413: "Corpo troppo grande",
    414: "Indirizzo troppo lungo",
    415: "Tipo di corpo non accettato",
    416: "Parte non disponibile",
    417: "Intestazione Expect non accettata",
    421: "Nome non servito",
    422: "Dati non accettati",
    431: "Intestazioni troppo grandi",
    500: "Errore interno",
    501: "Codifica non accettata",
    503: "Servizio non disponibile",
    507: "Spazio esaurito",
}
DETAILS = {
    400: "La richiesta non è ben formata, o si è interrotta: va rinviata intera, con un programma che rispetti HTTP.",
    404: "A questo indirizzo non c’è nulla: l’elenco delle chiamate è in /docs.",
    405: "Questo metodo non è previsto qui: quelli ammessi sono nell’intestazione Allow.",
    408: "La richiesta non è arrivata per intero nel tempo ammesso: va rinviata, se serve con una rete più veloce.",
    412: (
        "La risorsa non è nella versione che If-Match chiede: va chiesta senza, per averla com’è, o con l’ETag di oggi."
    ),
    414: "L’indirizzo è troppo lungo: va accorciato, e i dati vanno messi nel corpo.",
    416: "L’intestazione Range chiede una parte che non c’è: va corretta, o tolta per avere tutto.",
    417: "L’intestazione Expect può chiedere soltanto 100-continue: va corretta o tolta.",
    431: "Le intestazioni della richiesta sono troppe o troppo lunghe: vanno ridotte.",
    500: (
        "La richiesta non è andata a buon fine per un errore del servizio. I dati inviati non sono stati conservati. Si"
        " può riprovare; se accade di nuovo va segnalato a chi gestisce il servizio, con l’X-Request-Id della risposta."
    ),
    501: "Il corpo va inviato con Content-Length, o con Transfer-Encoding: chunked e nessun’altra codifica.",
    503: "Il servizio ha in mano troppi dati di altre richieste: questa va rinviata fra qualche secondo.",
}
_ALTRO = "La richiesta non è di quelle che il servizio accetta: come si chiama è scritto in /docs."
_GRANDE = (
    "Il corpo supera i {mega} MB ammessi: vanno tolti allegati o righe; molti documenti si chiedono con un lotto, o con"
    " più d’uno."
)
KINDS = {
    404: "non-trovato",
    405: "metodo-non-ammesso",
    408: "tempo-di-invio-scaduto",
    412: "versione-diversa",
    413: "corpo-troppo-grande",
    414: "indirizzo-troppo-lungo",
    416: "parte-non-disponibile",
    417: "attesa-non-accettata",
    431: "intestazioni-troppo-grandi",
    500: "errore-interno",
    501: "codifica-non-accettata",
    503: "servizio-occupato",
}

RETRY = 10
"""Seconds after which a client may ask again."""
RETRY_AFTER = {
    "Retry-After": {
        "description": "Secondi dopo i quali riprovare",
        "schema": {"type": "integer", "format": "int32", "minimum": 1, "maximum": 3600},
    }
}
"""The header of a 503, as the OpenAPI describes it."""


class Problema(Exception):  # noqa: N818 - in the words of the field
    """An error to tell the client: status, the last word of its `type`, what happened and the remedy."""

    def __init__(self, status: int, kind: str, detail: str, *, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.kind, self.detail, self.headers = status, kind, detail, headers or {}


class IndirizzoIllegibile(DatiIlleggibili):
    """The query of an address does not have what the call asks."""


def problem(status: int, kind: str, detail: str, **members: Any) -> Response:
    """Build the answer. Members come after the standard ones; lone surrogates of a client are written escaped."""
    told = {"type": URN + kind, "title": TITLES.get(status, HTTPStatus(status).phrase), "status": status}
    body = json.dumps({**told, "detail": detail, **members}, ensure_ascii=False)
    return Response(body.encode("utf-8", "backslashreplace"), status, mimetype=MEDIA)


def refusal(status: int) -> Response:
    """Build the problem of an error that has nothing to add to its status."""
    kind, detail = KINDS.get(status, "richiesta-non-valida"), DETAILS.get(status, _ALTRO)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        detail = _GRANDE.format(mega=f"{numero('DOCSERVICE_MAX_CORPO') / 1024 / 1024:.0f}")
    return _later(kind, detail) if status == HTTPStatus.SERVICE_UNAVAILABLE else problem(status, kind, detail)


def register(app: Flask) -> None:
    """Turn every error of the application into a problem."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Problema, _told)
    app.register_error_handler(CorpoIllegibile, _unparsed)
    app.register_error_handler(DatiIlleggibili, _unreadable)
    app.register_error_handler(NonConforme, _unlawful)
    app.register_error_handler(ModelloIgnoto, _unknown)
    app.register_error_handler(TempoScaduto, _too_long)
    app.register_error_handler(Occupato, occupato)
    app.register_error_handler(ResaInterrotta, _broken_off)
    app.register_error_handler(MagazzinoGuasto, _store_broken)


def _refused(error: HTTPException) -> Response:
    """Turn an error of the framework into a problem, keeping its headers (Allow of a 405 among them)."""
    if isinstance(error.response, Response):
        return error.response
    status = error.code or 500
    answer = refusal(status)
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            answer.headers[name] = value
    return answer


def _told(error: Problema) -> Response:
    answer = problem(error.status, error.kind, error.detail)
    answer.headers.update(error.headers)
    return answer


def _unparsed(error: CorpoIllegibile) -> Response:
    return problem(400, "corpo-non-valido", str(error))


def _unreadable(error: DatiIlleggibili) -> Response:
    count, of_address = len(error.errori), isinstance(error, IndirizzoIllegibile)
    whose = "L’indirizzo ha" if of_address else "I dati hanno"
    detail = f"{whose} un difetto, descritto in errori."
    if count > 1:
        some = "" if count <= MOLTI_DIFETTI else f" (i primi {MOLTI_DIFETTI})"
        detail = f"{whose} {count} difetti, elencati in errori{some}."
    told = [fault.as_dict() for fault in error.errori[:MOLTI_DIFETTI]]
    if "nomi" in g and not of_address:  # who sent a form is told the names of its inputs too
        names = Nomi(g.nomi)
        told = [one | ({"nome": names.di(one["percorso"])} if "campo" in one else {}) for one in told]
    return problem(422, "dati-illeggibili", detail, errori=told)


def _unlawful(error: NonConforme) -> Response:
    detail = "Il documento non è conforme: i rilievi dicono perché e come rimediare. Con ?bozza=1 se ne ha una bozza."
    return problem(422, "non-conforme", detail, **error.verdetto.as_dict())


def _unknown(error: ModelloIgnoto) -> Response:
    del error
    return problem(404, "non-trovato", "Questo modello non esiste: l’elenco è in /modelli.")


def _too_long(error: TempoScaduto) -> Response:
    return _later(
        "tempo-scaduto",
        f"La resa del documento ha superato il tempo ammesso ({error.limit:g} secondi) ed è stata interrotta. Si può"
        " riprovare con testi più brevi, soprattutto in numero di righe, o con meno persone per documento. Se questi"
        " dati di solito bastano, il servizio è sotto carico: si può riprovare così come sono.",
    )


def occupato(error: Occupato) -> Response:
    """Build the problem of what others come before."""
    return _later(
        "servizio-occupato",
        "Il servizio ha già altre richieste come questa, e il suo turno non può arrivare in tempo. Si può riprovare,"
        f" così com’è, fra {'un secondo' if error.ritorno == 1 else f'{error.ritorno} secondi'}.",
        error.ritorno,
    )


def _broken_off(error: ResaInterrotta) -> Response:
    del error
    return _later(
        "resa-interrotta",
        f"La resa del documento si è interrotta prima della fine. Si può riprovare fra {RETRY} secondi; se accade di"
        " nuovo, con testi più brevi o meno persone per documento.",
    )


_STORE = {
    Guasto.OCCUPATO: "occupato",
    Guasto.PIENO: "spazio-esaurito",
    Guasto.SOLA_LETTURA: "sola-lettura",
    Guasto.CORROTTO: "archivio-danneggiato",
    Guasto.ASSENTE: "archivio-assente",
}


def _store_broken(error: MagazzinoGuasto) -> Response:
    full = error.parte is Guasto.PIENO
    status = HTTPStatus.INSUFFICIENT_STORAGE if full else HTTPStatus.SERVICE_UNAVAILABLE
    return _later(_STORE[error.parte], str(error), status=status)


def _later(
    kind: str, detail: str, seconds: int = RETRY, status: HTTPStatus = HTTPStatus.SERVICE_UNAVAILABLE
) -> Response:
    answer = problem(status, kind, detail)
    answer.headers["Retry-After"] = str(seconds)
    return answer
