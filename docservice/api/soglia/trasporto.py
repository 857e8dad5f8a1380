"""How an answer travels: smaller where it is text, not at all when the client has it already; where its links lead.

`stabile(answer)` is for what changes with the version only: its ETag is the print of its bytes, so that a client asks
again at every use and is told 304. The rest stays as the door says, never kept.

To compress what holds both a secret and the words of a client may tell the secret by its length (BREACH): no answer of
ours holds a secret, a cookie or a key, and each holds the data of who asked alone.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from hashlib import sha256
from http import HTTPStatus

from flask import Response, request

from docservice.api.problems import refusal

_PICCOLA, _GRANDE = 1024, 8 * 1024 * 1024
"""Bytes under which to compress saves nothing, and over which it would hold a thread for too long."""
_LIVELLO = 6
_ZIP = "gzip"


def indirizzo(*passi: str) -> str:
    """Return the whole address of what is at these steps below the base path, as who asked can use it.

    Scheme and name are those of the request, or those that a proxy says that the client used (`porta.py`).
    """
    return "/".join((request.url_root.rstrip("/"), *passi))


def stabile(answer: Response, secondi: int = 0) -> Response:
    """Mark an answer as one that clients may keep: for so many seconds, then asking whether it is still that."""
    answer.headers["Cache-Control"] = f"public, max-age={secondi}" if secondi else "no-cache"
    answer.set_etag(sha256(answer.get_data()).hexdigest()[:32])
    return answer


def spedisci(answer: Response) -> Response:
    """Compress an answer, or leave its body out, as the client can take it."""
    if request.method == "OPTIONS" and answer.status_code == HTTPStatus.OK:
        # all that it says is in its headers
        answer.status_code = HTTPStatus.NO_CONTENT
        del answer.headers["Content-Type"]
        return answer
    kept, _ = answer.get_etag()
    if _testo(answer):
        answer.vary.add("Accept-Encoding")
        if _compressa():
            # other bytes: a print of their own
            if kept is not None:
                answer.set_etag(f"{kept}-{_ZIP}")
            body = answer.get_data()
            answer.set_data(_ricordata(body) if kept is not None else _piccola(body))
            answer.headers["Content-Encoding"] = _ZIP
    if kept is not None and not answer.direct_passthrough:
        answer.make_conditional(request)
    if answer.status_code == HTTPStatus.PRECONDITION_FAILED:
        # it would be sent whole, of whatever type it is
        answer.close()
        return refusal(answer.status_code)
    return answer


def _testo(answer: Response) -> bool:
    if answer.direct_passthrough or "Content-Encoding" in answer.headers:
        return False
    told = answer.mimetype or ""
    text = told.startswith("text/") or told.endswith(("json", "xml", "javascript"))
    return text and _PICCOLA < (answer.content_length or 0) < _GRANDE


def _compressa() -> bool:
    """Say whether the client takes what is compressed."""
    weights = {one.lower(): weight for one, weight in request.accept_encodings}
    return weights.get(_ZIP, weights.get("*", 0)) > 0


def _piccola(body: bytes) -> bytes:
    return gzip.compress(body, _LIVELLO, mtime=0)


_ricordata = lru_cache(32)(_piccola)
"""The same for what is stable, which is asked again and again."""
