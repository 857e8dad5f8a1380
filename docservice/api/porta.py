"""The door, before every call: which hosts are served, which pages may ask, how many large bodies at once.

Without keys whoever reaches the service may use it, and a page open in a browser on the same machine reaches it: so
only local names are served, and those of `DOCSERVICE_HOST`; and what changes or takes data is refused to pages of
other sites, but those of `DOCSERVICE_PORTALI`.

`DOCSERVICE_HOST=accordi.example.it DOCSERVICE_PORTALI=https://portale.example.it`: a form of that portal is taken, sent
to that name; the same form sent from elsewhere has a 403.
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
from docservice.processi.log import HEADERS, LOG

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


def restituisci() -> None:
    """Give back to the system the memory that a large body took, where its library can (glibc)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


class Porta:
    """What stands before the application."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._ospiti = LOCALI | elenco("DOCSERVICE_HOST")
        self._portali = elenco("DOCSERVICE_PORTALI")
        self._medi, self._grandi = Fila(2, 8), Fila(1, 3)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Serve a call, or refuse it; every answer has its headers."""

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            told = {name.lower() for name, _ in headers}
            more = [(name, value) for name, value in HEADERS.items() if name.lower() not in told]
            return start_response(status, headers + more, *rest)

        refused = self._refused(environ)
        if refused is not None:
            LOG.msg(
                "richiesta", metodo=None, percorso=None, esito=refused.status_code, client=environ.get("REMOTE_ADDR")
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

    def _refused(self, environ: dict[str, Any]) -> Response | None:
        """Return the answer to a call that is not served; None to one that is."""
        told = environ.get("HTTP_HOST", "")
        host = _HOST.fullmatch(told)
        if host is None:
            return problem(
                400, "host-mancante", "Nella richiesta manca l’intestazione Host, o non è valida: va indicata."
            )
        if host["name"].strip("[]").lower() not in self._ospiti:
            return problem(
                421,
                "host-non-servito",
                "Il servizio non risponde a questo nome: chi lo gestisce può aggiungerlo a DOCSERVICE_HOST.",
            )
        if environ["REQUEST_METHOD"] not in _SAFE and not self._may(environ, told.lower()):
            return problem(
                403,
                "altro-sito",
                "La richiesta viene dalla pagina di un altro sito: chi gestisce il servizio può ammetterlo con"
                " DOCSERVICE_PORTALI.",
            )
        return None

    def _may(self, environ: dict[str, Any], host: str) -> bool:
        """Say whether a call that is not only a reading comes from no page, from one of ours, or from a portal."""
        origin = environ.get("HTTP_ORIGIN", "").strip().lower()
        if origin in self._portali:
            return True
        if origin and ((site := _ORIGIN.fullmatch(origin)) is None or site["host"] != host):
            return False
        return environ.get("HTTP_SEC_FETCH_SITE", "").strip().lower() in _OURS
