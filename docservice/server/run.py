"""Serve the API: gunicorn keeps the processes, since to judge is work for a processor; waitress serves in each."""

from __future__ import annotations

import errno
import logging
import resource
import socket
import sys
from typing import Any

from flask import Flask
from gunicorn import glogging
from gunicorn.app.base import BaseApplication

from docservice.ambiente import ImpostazioneErrata, numero
from docservice.api import create_app
from docservice.lotti.custode import Custode, serratura
from docservice.processi.faults import fault
from docservice.processi.log import LOG
from docservice.server.worker import Worker

_FILES = 4096
"""Open files that a process may have, where the system lets it."""


class _Server(BaseApplication):  # type: ignore[misc]  # no stubs
    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return create_app({"MOTORE": True})


class Logger(glogging.Logger):  # type: ignore[misc]  # no stubs
    """gunicorn's own log, which names a fault by its kind and place and never by its text."""

    def exception(self, msg: str, *args: Any, **options: Any) -> None:
        """Write one line for the exception in hand."""
        del msg, args, options
        error = sys.exc_info()[1]
        found = fault(error) if error else None
        LOG.msg("errore", tipo=found and found.kind, dove=found and found.place)


class _Faults(logging.Handler):
    """Writes one line for an exception that waitress tells, and nothing of what else it says: it may quote a client."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            found = fault(error)
            LOG.msg("errore", tipo=found.kind, dove=found.place)


def run(address: str, port: int) -> None:
    """Serve until stopped, with as many processes as processors (or WEB_CONCURRENCY)."""
    told = logging.getLogger("waitress")
    told.propagate = False
    told.addHandler(_Faults())
    # a connection is a descriptor, and so is a file that is sent
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    turn = serratura()
    workers = int(numero("WEB_CONCURRENCY"))
    place = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    _Server(
        {
            "bind": place,
            "loglevel": "warning",  # what gunicorn says besides is for who knows it
            "when_ready": lambda _: print(f"In ascolto su http://{place}: si ferma con Ctrl-C.", file=sys.stderr),  # noqa: T201
            "workers": workers,
            "worker_class": Worker,
            "logger_class": Logger,
            # loaded once, before the processes: one that dies is replaced at once. None is replaced otherwise
            "preload_app": True,
            "timeout": 60,
            "graceful_timeout": 5,
            "umask": 0o077,
            "accesslog": None,
            "control_socket_disable": True,
            "post_worker_init": lambda _: Custode(turn).start(),
        }
    ).run()


def libero(address: str, port: int) -> None:
    """Raise `ImpostazioneErrata` when nobody can listen there."""
    try:
        kind, *_, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(kind) as trying:
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trying.bind(place)
    except OSError as error:
        why = {
            errno.EADDRINUSE: f"La porta {port} è già in uso: va fermato chi la usa, o scelta un’altra con --porta.",
            errno.EACCES: f"Sulla porta {port} può ascoltare soltanto root: va scelta una porta da 1024 in su.",
        }
        raise ImpostazioneErrata(
            why.get(error.errno or 0, f"L’indirizzo {address} non è di questa macchina: va corretto --indirizzo.")
        ) from None
