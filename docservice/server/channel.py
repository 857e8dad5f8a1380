"""A connection: waitress gathers its requests without a thread, and here they have a time by which to come.

The time runs from when the connection was accepted, or from the first byte of a request that follows another. A client
that ends before its body does is told so; one that is still sending when it is refused is heard out, so that the answer
reaches it. `look(now)`, called twice a second, is where time passes.
"""

from __future__ import annotations

import socket
import time
from http import HTTPStatus
from typing import Any

from waitress.channel import HTTPChannel

from docservice.ambiente import numero
from docservice.server.request import Refusal, Request

HEADERS = 10.0
"""Seconds in which the headers of a request must have come."""
IDLE = 15.0
"""Seconds for which a connection is kept after an answer, until something else is asked."""
HELD = 4
"""How many of the largest bodies a process holds; who sends more is told to come back."""
_SMALL = 1024 * 1024
"""Bytes of a body that is always taken."""
_LINGER, _DRAINED = 2.0, 256 * 1024 * 1024
"""Seconds without a byte, and bytes, for which a client still sending is heard after its answer."""
_PACE, _WINDOW = 64 * 1024, 30.0
"""Bytes of an answer that a client must read every so many seconds."""


class Channel(HTTPChannel):  # type: ignore[misc]  # no stubs
    """A connection of one client."""

    parser_class = Request
    error_task_class = Refusal
    request: Request | None
    close_when_flushed: bool

    def __init__(self, server: Any, sock: socket.socket, addr: Any, adj: Any, map: Any = None) -> None:  # noqa: A002
        self._since = time.monotonic()  # of the wait for the request that comes
        self._limit = numero("DOCSERVICE_TEMPO_INVIO")  # in which a request must have come whole
        self._asked = self._ended = False
        self._draining, self._drained = 0.0, 0
        self._left, self._judged = 0, 0.0  # of an answer, when last judged
        super().__init__(server, sock, addr, adj, map)

    # what comes

    def readable(self) -> bool:
        """Say whether to listen: while something may come, or is to be thrown away."""
        return bool(self._draining) or (not self._ended and super().readable())

    def handle_read(self) -> None:
        """Take what came."""
        try:
            data = self.socket.recv(self.adj.recv_bytes)
        except BlockingIOError:
            return
        except OSError:
            self.handle_close()
            return
        if self._draining:
            self._draining, self._drained = time.monotonic(), self._drained + len(data)
            if not data or self._drained > _DRAINED:
                self.handle_close()
        elif data:
            self.received(data)
        else:
            self._end()

    def received(self, data: bytes) -> bool:
        """Put a piece with what came before it; the time of a request begins with its first."""
        before = self.request
        if before is None and (self._asked or self.requests):
            self._since = time.monotonic()
        self._asked = True
        taken: bool = super().received(data)
        if self.request is not None:
            if self.request is not before and before is not None:
                self._since = time.monotonic()
            if self.request.held > _SMALL and self._over():
                self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        return taken

    def _over(self) -> bool:
        """Say whether this process holds more of bodies than it may."""
        others = self.server.active_channels.values()
        held = sum(one.held for channel in others for one in (channel.request, *channel.requests) if one is not None)
        return bool(held > HELD * self.adj.max_request_body_size)

    def _end(self) -> None:
        """Hear that the client sends no more: half a request is refused, a whole one is still answered."""
        self._ended = True
        if self.request is not None and self.request.headers_finished:
            self._refuse(HTTPStatus.BAD_REQUEST)
        elif not self.requests and not self.total_outbufs_len:
            self.handle_close()

    def _refuse(self, status: int) -> None:
        with self.requests_lock:
            request, self.request = self.request or self.parser_class(self.adj), None
            request.close()
            request.refuse(status)
            self.requests.append(request)
            if len(self.requests) == 1:
                self.server.add_task(self)

    # what goes

    def writable(self) -> bool:
        """Say whether something is to be sent."""
        return not self._draining and super().writable()

    def handle_write(self) -> None:
        """Send what is ready; after the last answer, let the client finish before the connection is closed."""
        closing = self.close_when_flushed
        if closing:
            self.close_when_flushed = False
        super().handle_write()
        if not closing or not self.connected:
            return
        if self.total_outbufs_len:
            self.close_when_flushed = True
            return
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            self.handle_close()
        else:
            self._draining = time.monotonic()

    def service(self) -> None:
        """Answer a request, in a thread."""
        super().service()
        self._since = time.monotonic()

    # what passes

    def look(self, now: float, *, full: bool) -> None:
        """Close what is over, refuse what is late; where the process is full, close what waits for nothing."""
        if not self.total_outbufs_len:
            self._judged = 0.0
        if self._draining:
            if now - self._draining > _LINGER:
                self.handle_close()
        elif self.total_outbufs_len:
            self._pace(now)
        elif self.requests or self.close_when_flushed:
            return
        elif self.request is None:
            if self._ended or now - self._since > (IDLE if self._asked else HEADERS) or (full and self._asked):
                self.handle_close()
        elif now - self._since > (self._limit if self.request.headers_finished else min(HEADERS, self._limit)):
            self._refuse(HTTPStatus.REQUEST_TIMEOUT)

    def _pace(self, now: float) -> None:
        """Leave a client that does not read its answer."""
        if not self._judged:
            self._left, self._judged = self.total_outbufs_len, now
        elif now - self._judged > _WINDOW:
            if self._left - self.total_outbufs_len < _PACE:
                self.handle_close()
            self._left, self._judged = self.total_outbufs_len, now
