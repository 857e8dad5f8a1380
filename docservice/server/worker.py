"""The worker of gunicorn: waitress inside each of its processes, with a process that renders beside.

gunicorn keeps the processes; waitress reads a request whole before a thread has it, so that a slow client holds a
connection and nothing else. `create_server` and the classes that a channel is made of are all that is used of it.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from typing import Any

from gunicorn.workers.base import Worker as Base
from waitress import create_server, wasyncore

from docservice.api import status
from docservice.processi.log import LOG
from docservice.processi.renderer import RENDERER
from docservice.server.channel import Channel
from docservice.server.request import HEAD

THREADS = 32
"""Requests that a process has in hand: more than may wait for a render, an examiner, a large body, all together."""
UNSENT = 256 * 1024 * 1024
"""Bytes of answers that a process holds until they are read; over it, the largest are given up."""
CONNECTIONS = 400
"""Connections of a process, idle and slow ones too; when they are so many, it accepts no other."""
_LOOK = 0.5
"""Seconds between looks at who is late."""
_GRACE, _RENDER = 4.0, 3.0
"""Seconds left to the requests in hand when told to stop; to a render."""
_NEVER = 10**9


class Worker(Base):  # type: ignore[misc]  # no stubs
    """A process that serves with several threads, with a process that renders beside."""

    def run(self) -> None:
        """Serve until told to stop, or left alone; the process that renders starts in the meantime."""
        RENDERER.warm()
        status.avvia(self.wsgi.config["TEMPO_RESA"])
        servers = list(self._servers())
        full = False
        while self.alive and os.getppid() == self.ppid:
            self._turn(servers, full=full)
            full, before = any(one.in_connection_overflow for one in servers), full
            if full and not before:
                LOG.msg("connessioni al massimo", quante=CONNECTIONS)
        for one in servers:
            one.accepting = False
        until = time.monotonic() + _GRACE
        while any(map(_busy, servers)) and time.monotonic() < until:
            self._turn(servers, full=True)
        RENDERER.close()

    def _servers(self) -> Iterator[Any]:
        """Yield what accepts on each of the sockets."""
        longest = self.wsgi.config["MAX_CONTENT_LENGTH"] + 1
        for listening in self.sockets:
            server = create_server(
                self.wsgi,
                sockets=[listening.sock],
                threads=THREADS,
                connection_limit=CONNECTIONS,
                max_request_header_size=HEAD,
                max_request_body_size=longest,
                recv_bytes=64 * 1024,
                # nothing of a request, or of an answer, is put in a file
                inbuf_overflow=longest,
                outbuf_overflow=_NEVER,
                outbuf_high_watermark=_NEVER,
                # who is late is looked for by `Channel.look`, on a clock that nobody sets
                cleanup_interval=_NEVER,
                channel_timeout=_NEVER,
                log_socket_errors=False,
                ident=None,
                # which of them to believe is for the door to say (api/soglia/porta.py)
                clear_untrusted_proxy_headers=False,
            )
            server.channel_class = Channel
            yield server

    def _turn(self, servers: list[Any], *, full: bool) -> None:
        """Do what there is to do, for half a second at most."""
        for server in servers:
            wasyncore.loop(timeout=_LOOK / len(servers), use_poll=True, map=server._map, count=1)  # noqa: SLF001
            now = time.monotonic()
            for channel in list(server.active_channels.values()):
                channel.look(now, full=full)
            _unload(server)
        self.notify()

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Stop, and end the render in hand if it does not finish soon."""
        super().handle_exit(sig, frame)
        ending = threading.Timer(_RENDER, RENDERER.close)
        ending.daemon = True
        ending.start()


def _unload(server: Any) -> None:
    """Give up the largest answers that nobody reads, when there is too much of them."""
    held = sorted(((channel.unsent, channel) for channel in server.active_channels.values()), key=lambda one: one[0])
    total = sum(size for size, _ in held)
    while total > UNSENT:
        size, channel = held.pop()
        channel.handle_close()
        total -= size
        LOG.msg("risposta non letta", byte=size)


def _busy(server: Any) -> bool:
    """Say whether an answer is being made, or sent."""
    return any(channel.requests or channel.total_outbufs_len for channel in server.active_channels.values())
