"""The door, before every call: which hosts are served, which pages may ask, how many large bodies at once.

Without keys whoever reaches the service may use it, and a page open in a browser on the same machine reaches it: so
only local names are served, and those of `DOCSERVICE_HOST`; and what changes or takes data is refused to pages of
other sites, but those of `DOCSERVICE_PORTALI`.

`DOCSERVICE_HOST=accordi.example.it DOCSERVICE_PORTALI=https://portale.example.it`: a form of that portal is taken, sent
to that name, and its scripts may read the answer (CORS); the same form sent from elsewhere has a 403.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from flask import Response

from docservice.ambiente import elenco
from docservice.api.problems import occupato, problem
from docservice.fila import Fila, Occupato
from docservice.processi.log import HEADERS, LOG, RICHIESTA, X_RICHIESTA, numerata

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

LOCALI = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine."""
MEDIO, GRANDE = 64 * 1024, 1024 * 1024
"""Bytes of a body from which it takes its turn with the others of its size: many ask for a little, few for much."""
_HOST = re.compile(r"(?P<name>[A-Za-z0-9._-]+|\[[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\])(:[0-9]{1,5})?")
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://(?P<host>[^/?#@]+)")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"", "none", "same-origin"})
"""What a browser says of a request that no other site made."""
_SECONDS = 20.0
"""Seconds for which a body waits for its turn."""


_READABLE = (
    "Access-Control-Expose-Headers",
    "Location, Retry-After, ETag, Content-Disposition, Allow, X-Request-Id",
)
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, DELETE",
    "Access-Control-Allow-Headers": "Accept, Content-Type, Idempotency-Key, If-None-Match, Range",
    "Access-Control-Max-Age": "600",
}
"""What the page of a portal may send."""


def restituisci() -> None:
    """Give back to the system the memory that a large body took, where its library can (glibc)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _origin(environ: dict[str, Any]) -> str:
    """Return the site of the page that asks, empty if none does."""
    told: str = environ.get("HTTP_ORIGIN", "")
    return told.strip().lower()


def _preflight(environ: dict[str, Any]) -> bool:
    """Say whether a browser asks, for a page, if it may call."""
    return environ["REQUEST_METHOD"] == "OPTIONS" and "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in environ


def _first(told: str) -> str:
    """Return what the proxy that the client called says, of those that each added their own."""
    return told.partition(",")[0].strip().lower()


class Porta:
    """What stands before the application."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._ospiti = LOCALI | elenco("DOCSERVICE_HOST")
        self._portali = elenco("DOCSERVICE_PORTALI")
        self._medi, self._grandi = Fila(2, 8), Fila(1, 3)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Serve a call, or refuse it; every answer has its headers."""
        environ[RICHIESTA] = numerata()

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            told = {name.lower() for name, _ in headers}
            ours = {**HEADERS, X_RICHIESTA: environ[RICHIESTA]}
            more = [(name, value) for name, value in ours.items() if name.lower() not in told]
            return start_response(status, headers + more + self._to_portals(environ), *rest)

        self._as_seen(environ)
        if _preflight(environ) and self._portal(environ):
            allowed = Response(status=204, headers=_PREFLIGHT)
            del allowed.headers["Content-Type"]
            return allowed(environ, start)
        refused = self._refused(environ)
        if refused is not None:
            LOG.msg(
                "richiesta",
                metodo=None,
                percorso=None,
                esito=refused.status_code,
                client=environ.get("REMOTE_ADDR"),
                richiesta=environ[RICHIESTA],
            )
            return refused(environ, start)
        told = environ.get("CONTENT_LENGTH") or "0"
        length = int(told) if told.isdecimal() else 0
        if length <= MEDIO:
            return self._app(environ, start)
        large = length > GRANDE
        try:
            with (self._grandi if large else self._medi).posto(_SECONDS):
                return self._app(environ, start)
        except Occupato as error:
            return occupato(error)(environ, start)
        finally:
            if large:
                restituisci()

    def _as_seen(self, environ: dict[str, Any]) -> None:
        """Take the scheme and the name by which the client came, from the proxy before us, so that links lead there.

        Anybody may write these headers: a scheme is one of two, a name is one of ours. The name that was called is
        looked at all the same: a page whose name leads here may add headers, and not change that one.
        """
        scheme = _first(environ.get("HTTP_X_FORWARDED_PROTO", ""))
        if scheme in ("http", "https"):
            environ["wsgi.url_scheme"] = scheme
        told = _first(environ.get("HTTP_X_FORWARDED_HOST", ""))
        if self._served(told) and self._served(environ.get("HTTP_HOST", "")):
            environ["HTTP_HOST"] = told

    def _served(self, told: str) -> bool:
        host = _HOST.fullmatch(told)
        return host is not None and host["name"].strip("[]").lower() in self._ospiti

    def _portal(self, environ: dict[str, Any]) -> bool:
        """Say whether the page of a portal calls, by a name that is served."""
        return _origin(environ) in self._portali and self._served(environ.get("HTTP_HOST", ""))

    def _to_portals(self, environ: dict[str, Any]) -> list[tuple[str, str]]:
        """Return the headers by which the pages of portals, and no others, read an answer; never with credentials."""
        if not self._portali:
            return []
        if _origin(environ) not in self._portali:
            return [("Vary", "Origin")]
        return [("Vary", "Origin"), ("Access-Control-Allow-Origin", environ["HTTP_ORIGIN"].strip()), _READABLE]

    def _refused(self, environ: dict[str, Any]) -> Response | None:
        """Return the answer to a call that is not served; None to one that is."""
        told = environ.get("HTTP_HOST", "")
        if _HOST.fullmatch(told) is None:
            return problem(
                400, "host-mancante", "Nella richiesta manca l’intestazione Host, o non è valida: va indicata."
            )
        if not self._served(told):
            return problem(
                421,
                "host-non-servito",
                "Il servizio non risponde a questo nome: chi lo gestisce può aggiungerlo a DOCSERVICE_HOST.",
            )
        changes = environ["REQUEST_METHOD"] not in _SAFE or _preflight(environ)
        if changes and not self._may(environ, told.lower()):
            return problem(
                403,
                "altro-sito",
                "La richiesta viene dalla pagina di un altro sito, che qui non è ammesso: va avvisato chi gestisce il"
                " servizio, che può ammetterlo con DOCSERVICE_PORTALI.",
            )
        return None

    def _may(self, environ: dict[str, Any], host: str) -> bool:
        """Say whether a call that is not only a reading comes from no page, from one of ours, or from a portal."""
        origin = _origin(environ)
        if origin in self._portali:
            return True
        if origin and ((site := _ORIGIN.fullmatch(origin)) is None or site["host"] != host):
            return False
        return environ.get("HTTP_SEC_FETCH_SITE", "").strip().lower() in _OURS
