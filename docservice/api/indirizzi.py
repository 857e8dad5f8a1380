"""Addresses as who asked can use them: `indirizzo("modelli", "did")` → "https://accordi.example.it/rest/…/modelli/did".

Scheme and name are those of the request, or those that a proxy says that the client used (`porta.py`).
"""

from __future__ import annotations

from flask import request


def indirizzo(*passi: str) -> str:
    """Return the whole address of what is at these steps below the base path."""
    return "/".join((request.url_root.rstrip("/"), *passi))
