"""Serve the API with gunicorn: processes, since to judge is work for a processor; in each, threads for slow clients."""

from __future__ import annotations

import os
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.http.errors import ParseException

from docservice.api import create_app
from docservice.api.problems import refusal
from docservice.lotti.custode import Custode
from docservice.server.worker import Logger, Worker, status_of

RECYCLE = 1000
"""Requests after which a worker process is replaced, and with it the one that renders."""
THREADS = 8
"""Requests that a worker process has in hand at once, most of them waiting for a client or for their turn to render."""


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        app = create_app()
        # a body found malformed while the application reads it
        app.register_error_handler(ParseException, lambda error: refusal(status_of(error)))
        return app


def run(address: str, port: int) -> None:
    """Serve until stopped, with as many processes as processors (or WEB_CONCURRENCY)."""
    workers = int(os.environ.get("WEB_CONCURRENCY", os.cpu_count() or 1))
    _Server(
        {
            "bind": f"{address}:{port}",
            "workers": workers,
            "worker_class": Worker,
            "threads": THREADS,
            "logger_class": Logger,
            "max_requests": RECYCLE,
            "max_requests_jitter": RECYCLE // 10,
            "timeout": 60,
            "graceful_timeout": 5,
            "preload_app": False,
            "umask": 0o077,
            "accesslog": None,
            "control_socket_disable": True,
            "when_ready": lambda _: Custode().start(),
        }
    ).run()
