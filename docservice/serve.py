"""Serve the API with gunicorn: worker processes, since layout is work for a processor and not for threads."""

from __future__ import annotations

import os
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from docservice.api import create_app

RECYCLE = 1000
"""Requests after which a worker process is replaced."""


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return create_app()


def run(address: str, port: int) -> None:
    """Serve until stopped, with as many processes as processors (or WEB_CONCURRENCY)."""
    workers = int(os.environ.get("WEB_CONCURRENCY", os.cpu_count() or 1))
    _Server(
        {
            "bind": f"{address}:{port}",
            "workers": workers,
            "max_requests": RECYCLE,
            "max_requests_jitter": RECYCLE // 10,
            "timeout": 60,
            "preload_app": False,
            "accesslog": None,
            "control_socket_disable": True,
        }
    ).run()
