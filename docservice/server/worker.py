"""The worker of gunicorn, made patient for a while with slow clients, and discreet.

gunicorn answers what it cannot read with a page in English, and logs the line it was asked, where data may be: here it
is a problem, and nothing is quoted.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
import time
from http import HTTPStatus
from typing import Any

from gunicorn import glogging, http
from gunicorn.http import errors
from gunicorn.http.unreader import SocketUnreader
from gunicorn.workers import gthread
from werkzeug.exceptions import RequestTimeout

from docservice.api.problems import refusal
from docservice.processi.faults import fault
from docservice.processi.log import HEADERS, LOG
from docservice.processi.renderer import RENDERER

_GRACE = 3.0
"""Seconds left to a render in hand when the server is told to stop."""
_LINGER, _DRAINED = 2.0, 256 * 1024 * 1024
"""Seconds, and bytes, for which a client still sending is heard after its answer, so that the answer reaches it."""

_STATUS: dict[type[Exception], int] = {
    errors.InvalidResponseHeader: 500,
    errors.InvalidResponseHeaderName: 500,
    errors.ExpectationFailed: 417,
    errors.LimitRequestHeaders: 431,
    errors.LimitRequestLine: 414,
    errors.UnsupportedTransferCoding: 501,
    RequestTimeout: 408,
    errors.ParseException: 400,
}


def status_of(error: Exception) -> int:
    """Return the status that tells an error of the server."""
    return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 500)


def seconds() -> float:
    """Return the seconds in which a request must have come whole."""
    return float(os.environ.get("DOCSERVICE_TEMPO_INVIO", "30"))


class _Unreader(SocketUnreader):  # type: ignore[misc]  # no stubs
    """What reads a socket, with a time by which the request must have come."""

    def __init__(self, sock: socket.socket) -> None:
        super().__init__(sock)
        self.limit, self.deadline = seconds(), 0.0

    def begin(self) -> None:
        self.deadline = time.monotonic() + self.limit

    def end(self) -> None:
        self.deadline = 0.0

    def chunk(self, size_hint: int | None = None) -> bytes:
        """Return what comes next; raise `RequestTimeout`, which the application answers as any error of a client."""
        if self.deadline:
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise RequestTimeout
            self.sock.settimeout(left)
        try:
            piece: bytes = super().chunk(size_hint)
        except TimeoutError:
            if self.deadline:
                raise RequestTimeout from None
            raise
        finally:
            if self.deadline:
                self.sock.settimeout(self.limit)  # for the answer
        return piece


class Worker(gthread.ThreadWorker):  # type: ignore[misc]  # no stubs
    """A process that serves with several threads, with a process that renders beside."""

    def run(self) -> None:
        """Serve until told to stop; the process that renders starts in the meantime."""
        RENDERER.warm()
        super().run()
        if not self.is_parent_alive():
            RENDERER.close()

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Stop, and end the render in hand if it does not finish soon."""
        super().handle_exit(sig, frame)
        ending = threading.Timer(_GRACE, RENDERER.close)
        ending.daemon = True
        ending.start()

    def handle(self, conn: Any) -> Any:
        """Serve a request, in a thread; close well a connection that ends."""
        if conn.parser is None:
            # a connection on which nothing comes waits without a thread
            if not conn.wait_for_data(0.1):
                return gthread._DEFER  # noqa: SLF001 - how gunicorn says it to itself
            conn.parser = http.get_parser(self.cfg, conn.sock, conn.client)
            conn.parser.unreader = _Unreader(conn.sock)
        conn.parser.unreader.begin()
        kept = super().handle(conn)
        if not kept:
            _part(conn.sock)
        return kept

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Answer; a client that does not read the answer is left."""
        try:
            return super().handle_request(req, conn)
        except TimeoutError:
            raise StopIteration from None
        finally:
            conn.parser.unreader.end()

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        """Tell as a problem what never reached the application, or broke out of it."""
        del req
        status = status_of(exc)
        if status == HTTPStatus.INTERNAL_SERVER_ERROR:
            found = fault(exc)
            LOG.msg("errore", tipo=found.kind, dove=found.place)
        LOG.msg("richiesta", metodo=None, percorso=None, esito=status, client=addr[0] if addr else None)
        answer = refusal(status)
        body = answer.get_data()
        answer.headers.update({**HEADERS, "Content-Length": str(len(body)), "Connection": "close"})
        with contextlib.suppress(OSError):
            client.settimeout(_LINGER)
            client.sendall(f"HTTP/1.1 {answer.status}\r\n{answer.headers}".encode("latin-1") + body)


class Logger(glogging.Logger):  # type: ignore[misc]  # no stubs
    """gunicorn's own log, which names a fault by its kind and place and never by its text."""

    def exception(self, msg: str, *args: Any, **options: Any) -> None:
        """Write one line for the exception in hand."""
        del msg, args, options
        error = sys.exc_info()[1]
        found = fault(error) if error else None
        LOG.msg("errore", tipo=found and found.kind, dove=found and found.place)


def _part(sock: socket.socket) -> None:
    """Say we have finished, and hear out the client for a while: closed at once, it would lose our answer."""
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_WR)
        until, left = time.monotonic() + _LINGER, _DRAINED
        while left > 0 and (wait := until - time.monotonic()) > 0:
            sock.settimeout(wait)
            piece = sock.recv(65536)
            if not piece:
                break
            left -= len(piece)
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
