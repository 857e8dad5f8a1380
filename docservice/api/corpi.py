"""The bodies of requests: JSON, XML and forms, to the same values."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl

from flask import Request, g
from marshmallow import Schema
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from docservice.api.problems import Problema
from docservice.formati.da_form import e_file, leggi_modulo
from docservice.formati.da_json import leggi_json
from docservice.formati.da_xml import leggi_xml
from docservice.formati.lettura import CorpoIllegibile, Errore, passo
from docservice.modelli.catalogo import radici

JSON, XML, URLENCODED, MULTIPART = (
    "application/json",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
)
TIPI = (JSON, XML, URLENCODED, MULTIPART)
"""Media types of the bodies taken."""

_SEMBRA = {b"{": ("JSON", JSON), b"[": ("JSON", JSON), b"<": ("XML", XML)}
"""What a body is by its first character, which nothing else begins with."""
_ASSAGGIO = 1024
"""Bytes among which the first that is no blank is looked for."""
_SEPARATE = (
    "Il modulo non si può leggere: le sue parti non sono separate come dichiarato. Va inviato con il `boundary` scritto"
    " nel Content-Type, che un browser e `curl -F` scrivono da sé."
)
_CUT = "Il corpo è arrivato incompleto: va rinviato intero."
_CAMPI = 50_000
"""Most fields of a form."""
_TROPPI = f"Il modulo ha troppi campi, al massimo possono essere {_CAMPI}: i dati vanno inviati come JSON, o divisi."
_CODIFICATO = 4 * 1024 * 1024
"""Most bytes of a form of names and values: to read one takes a hundred times its size."""
_TESTA = 16 * 1024
"""Most bytes of what is said before a part, and before the first."""


def leggi_corpo(req: Request, schema: Schema) -> tuple[Any, list[Errore]]:
    """Return the values of a body and the faults of the way it is written.

    Raises `Problema` 415 for a type that is not taken, or is not its own, `CorpoIllegibile` when it cannot be parsed.
    """
    tipo = XML if req.mimetype == "text/xml" else req.mimetype
    body = _as_told(req, tipo)
    if tipo == JSON:
        return leggi_json(body), []
    if tipo == XML:
        return leggi_xml(body, schema, radici()[type(schema)], req.mimetype_params.get("charset"))
    return _form(req, body, schema) if tipo == MULTIPART else _read(_pairs(body), schema)


def leggi_solo_json(req: Request) -> Any:
    """Return the values of a body that comes as JSON only; raise as `leggi_corpo` does."""
    if req.mimetype != JSON:
        raise Problema(415, "tipo-non-accettato", f"Qui il corpo va inviato con Content-Type: {JSON}.")
    return leggi_json(_as_told(req, JSON))


def _as_told(req: Request, tipo: str) -> bytes:
    """Return the whole body, if it is of a type that is taken and does not plainly look like another."""
    if req.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        raise Problema(415, "tipo-non-accettato", "Il corpo va inviato senza compressione (Content-Encoding).")
    body = corpo(req)
    kind, media = _SEMBRA.get(body[:_ASSAGGIO].removeprefix(b"\xef\xbb\xbf").lstrip()[:1], ("", tipo))
    accepted = ", ".join(TIPI)
    if media != tipo:
        sent = f", non {tipo}" if tipo else ""
        told = f"Il corpo sembra {kind}: va inviato con Content-Type: {media}{sent}. I tipi accettati sono: {accepted}."
        raise Problema(415, "tipo-non-accettato", told)
    if tipo not in TIPI:
        told = f"Il corpo va inviato in uno di questi tipi (Content-Type): {accepted}."
        raise Problema(415, "tipo-non-accettato", told)
    return body


def corpo(req: Request) -> bytes:
    """Return the whole body; raise `CorpoIllegibile` where less came than was announced, which must never be judged."""
    told = req.content_length
    if told is not None and req.max_content_length is not None and told > req.max_content_length:
        raise RequestEntityTooLarge
    try:
        body = req.get_data(cache=False)
    except OSError:
        raise CorpoIllegibile(_CUT) from None
    if told is not None and len(body) != told:
        raise CorpoIllegibile(_CUT)
    if req.content_length is None and req.max_content_length and len(body) >= req.max_content_length:
        # a body sent in chunks, with no length told, is cut at the limit in silence
        raise RequestEntityTooLarge
    return body


def _pairs(body: bytes) -> list[tuple[str, str]]:
    if len(body) > _CODIFICATO:
        raise Problema(
            413,
            "corpo-troppo-grande",
            f"Un modulo di questo tipo può arrivare a {_CODIFICATO // 1024 // 1024} MB: va inviato come {MULTIPART}.",
        )
    text = _utf8(body)
    try:
        # werkzeug's own reader would leave what is not UTF-8 escaped, and it would be printed so
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_CAMPI)
    except UnicodeDecodeError:
        raise CorpoIllegibile("Il modulo non è in UTF-8: la pagina che lo invia va dichiarata in utf-8.") from None
    except ValueError:
        raise CorpoIllegibile(_TROPPI) from None


def _utf8(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise CorpoIllegibile("Il modulo non è in UTF-8: la pagina che lo invia va dichiarata in utf-8.") from None


def parti(req: Request, body: bytes) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
    """Return the texts and the files of a body in parts; raise `CorpoIllegibile` where they are not as declared."""
    _soppesa(req, body)
    # what a body may hold is small enough to stay in memory
    memory = lambda *_, **__: BytesIO()  # noqa: E731
    parser = FormDataParser(memory, max_form_memory_size=None, max_form_parts=_CAMPI, silent=False)
    try:
        _, form, files = parser.parse(BytesIO(body), req.mimetype, len(body), dict(req.mimetype_params))
    except RequestEntityTooLarge:
        raise CorpoIllegibile(_TROPPI) from None
    except ValueError:
        raise CorpoIllegibile(_SEPARATE) from None
    return form, files


def _soppesa(req: Request, body: bytes) -> None:
    """Refuse a body in parts that it would take long to find badly made, or that are too many."""
    opening = b"--" + req.mimetype_params.get("boundary", "").encode()
    if body.find(opening, 0, _TESTA + len(opening)) < 0:
        raise CorpoIllegibile(_SEPARATE)
    if body.count(opening) > _CAMPI + 1:
        raise CorpoIllegibile(_TROPPI)
    place = body.find(opening)
    while place >= 0:
        start = place + len(opening)
        place = body.find(opening, start)
        if body.find(b"\r\n\r\n", start, start + _TESTA) < 0 and place >= 0:
            raise CorpoIllegibile("Il nome di un campo del modulo è troppo lungo: va accorciato.")


def _read(pairs: list[tuple[str, str]], schema: Schema) -> tuple[Any, list[Errore]]:
    """Read a form, whose names are kept for who is told what is wrong."""
    g.nomi = [name or "" for name, _ in pairs]  # a part may have none
    return leggi_modulo(pairs, schema)


def _form(req: Request, body: bytes, schema: Schema) -> tuple[Any, list[Errore]]:
    form, files = parti(req, body)
    pairs = list(form.items(multi=True))
    sent = []
    for name, file in files.items(multi=True):
        content = file.stream.read()
        # a browser sends an empty file for each input left alone
        if (file.filename or content) and e_file(name or "", schema):
            pairs += [(f"{name}.nome", file.filename or ""), (f"{name}.contenuto", b64encode(content).decode())]
        elif file.filename or content:
            sent.append(name or "")
    if not files:
        _utf8(body)
    values, faults = _read(pairs, schema)
    return values, faults + [Errore(f"/{passo(name)}", "Qui non vanno file: va inviato un valore.") for name in sent]
