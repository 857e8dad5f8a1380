"""A connection: its requests are gathered without a thread, one at a time, and each has a time by which to come.

The time runs from when the connection was accepted, or from the first byte of a request that follows another; that one
is read when the answer to the one before has left, so that a connection holds one answer, whatever is asked on it. A
client that ends before its body does is told so; one that is still sending when it is refused is heard out for a
while, so that the answer reaches it. `look(now)`, called twice a second, is where time passes.
"""

from __future__ import annotations

import socket
import time
from http import HTTPStatus
from typing import Any

from waitress.buffers import ReadOnlyFileBasedBuffer
from waitress.channel import HTTPChannel

from docservice.ambiente import numero
from docservice.server.request import PIECE, Refusal, Request

HEADERS = 10.0
"""Seconds in which the headers of a request must have come."""
IDLE = 15.0
"""Seconds for which a connection is kept after an answer, until something else is asked."""
HELD = 4
"""How many of the largest bodies a process holds; who sends more is told to come back."""
_SMALL = 1024 * 1024
"""Bytes of a body that is always taken."""
_LINGER, _LISTENS, _DRAINED = 2.0, 8.0, 256 * 1024 * 1024
"""Seconds without a byte, seconds in all, and bytes, for which a client still sending is heard after its answer."""
_PACE, _WINDOW = 64 * 1024, 30.0
"""Bytes of an answer that a client must read every so many seconds."""
_HURRY = 10.0
"""Seconds in which it must have read it all, where others find no place."""
_TURN = 64
"""Pieces taken in a turn: others have theirs."""
_BLANKS = 16
"""Most requests of nothing but blank lines."""
_LEFT = 1.0
"""Seconds that a request has waited, after which it is seen whether its client is still there."""


class Channel(HTTPChannel):  # type: ignore[misc]  # no stubs
    """A connection of one client."""

    parser_class = Request
    error_task_class = Refusal
    request: Request | None
    requests: list[Request]
    sent_continue: bool
    close_when_flushed: bool

    def __init__(self, server: Any, sock: socket.socket, addr: Any, adj: Any, map: Any = None) -> None:  # noqa: A002
        self._since = time.monotonic()  # of the wait for the request that comes
        self._limit = numero("DOCSERVICE_TEMPO_INVIO")  # in which a request must have come whole
        self._asked = self._ended = False
        self._rest, self._blanks, self._queued = b"", 0, 0.0
        self._draining, self._heard, self._drained = 0.0, 0.0, 0
        self._began, self._left, self._judged = 0.0, 0, 0.0  # of an answer: when it was first seen, and last judged
        super().__init__(server, sock, addr, adj, map)

    # what comes

    def readable(self) -> bool:
        """Say whether to listen: while something may come, or is to be thrown away."""
        if self._draining:
            return True
        if self._rest:
            self._take()
        return not self._ended and not self._rest and bool(super().readable())

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
            self._heard, self._drained = time.monotonic(), self._drained + len(data)
            if not data or self._drained > _DRAINED:
                self.handle_close()
        elif data:
            self.received(data)
        else:
            self._ended = True
            self._half()

    def received(self, data: bytes) -> bool:
        """Put a piece after what came before it."""
        self._rest += data
        self._take()
        return True

    def _take(self) -> None:
        """Make requests of what came, one at a time, and no more than a turn allows."""
        for _ in range(_TURN):
            with self.requests_lock:
                if not self._rest or self.requests or self.total_outbufs_len or self.will_close:
                    break
                if self.close_when_flushed:
                    self._rest = b""
                    break
                self._step()
        else:
            self.server.pull_trigger()  # there is more: the loop must not sleep
        if self.request is not None and self.request.held > _SMALL and self._over():
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        elif self._ended and not self._rest:
            self._half()

    def _step(self) -> None:
        if self.request is None:
            self.request = self.parser_class(self.adj)
            if self._asked:
                self._since = time.monotonic()
            self._asked = True
        request = self.request
        # what is in small chunks costs as much as it holds for each of them
        taken = request.received(self._rest[:PIECE] if request.chunked else self._rest)
        self._rest = self._rest[taken:]
        if not request.completed:
            if request.expect_continue and request.headers_finished and not self.sent_continue:
                self.send_continue()
            return
        self.sent_continue, self.request = False, None
        if not request.empty:
            self._enter(request)
            return
        self._blanks += 1
        if self._blanks > _BLANKS:
            request.refuse(HTTPStatus.BAD_REQUEST)
            self._enter(request)

    def _enter(self, request: Request) -> None:
        self._queued = time.monotonic()
        self.requests.append(request)  # the only one: the next is read when its answer has left
        self.server.add_task(self)

    def _over(self) -> bool:
        """Say whether this process holds more of bodies than it may."""
        others = self.server.active_channels.values()
        held = sum(one.held for channel in others for one in (channel.request, *channel.requests) if one is not None)
        return bool(held > HELD * self.adj.max_request_body_size)

    def _half(self) -> None:
        """See what to do for a client that sends no more: half a request is refused, a whole one is still answered."""
        if self.requests or self._rest or self.total_outbufs_len or self.close_when_flushed:
            return
        if self.request is not None and self.request.headers_finished:
            self._refuse(HTTPStatus.BAD_REQUEST)
        else:
            self.handle_close()

    def _refuse(self, status: int) -> None:
        with self.requests_lock:
            request, self.request = self.request or self.parser_class(self.adj), None
            request.close()
            request.refuse(status)
            self._rest = b""
            self._enter(request)

    # what goes

    def writable(self) -> bool:
        """Say whether something is to be sent."""
        return not self._draining and bool(super().writable())

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
            self._draining = self._heard = time.monotonic()

    def service(self) -> None:
        """Answer a request, in a thread, unless whoever asked it has gone meanwhile."""
        if time.monotonic() - self._queued > _LEFT and self._gone():
            with self.requests_lock:
                for request in self.requests:
                    request.close()
                self.requests, self.close_when_flushed = [], True
            self.server.pull_trigger()
            return
        super().service()
        self._since = time.monotonic()

    def _gone(self) -> bool:
        """Say whether the client has closed: one that only ended its request looks the same, and is not waited for."""
        try:
            return not self.socket.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return False
        except OSError:
            return True

    @property
    def unsent(self) -> int:
        """Bytes of an answer that are in memory."""
        files = any(isinstance(one, ReadOnlyFileBasedBuffer) for one in list(self.outbufs))
        return 0 if files else self.total_outbufs_len

    # what passes

    def look(self, now: float, *, full: bool) -> None:
        """Close what is over, refuse what is late; where the process is full, close what others need less."""
        if not self.total_outbufs_len:
            self._judged = 0.0
        if self._draining:
            if full or now - self._heard > _LINGER or now - self._draining > _LISTENS:
                self.handle_close()
        elif self.total_outbufs_len:
            self._pace(now, full=full)
        elif self.requests or self._rest or self.close_when_flushed:
            return
        elif self.request is None:
            if self._ended or now - self._since > (IDLE if self._asked else HEADERS) or (full and self._asked):
                self.handle_close()
        elif now - self._since > (self._limit if self.request.headers_finished else min(HEADERS, self._limit)):
            self._refuse(HTTPStatus.REQUEST_TIMEOUT)

    def _pace(self, now: float, *, full: bool) -> None:
        """Leave a client that does not read its answer."""
        if not self._judged:
            self._began = self._judged = now
            self._left = self.total_outbufs_len
        elif full and now - self._began > _HURRY:
            self.handle_close()
        elif now - self._judged > _WINDOW:
            if self._left - self.total_outbufs_len < _PACE:
                self.handle_close()
            self._left, self._judged = self.total_outbufs_len, now
