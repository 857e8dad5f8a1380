"""The technical report of the CIGO: a sworn statement, with its facts by cause."""

from __future__ import annotations

from typing import Any

from docservice.law.dlgs_148.caso import Caso


def calcoli(caso: Caso) -> dict[str, Any]:
    """Return the figures that only this paper has."""
    del caso
    return {}


def per_il_testo(caso: Caso) -> dict[str, Any]:
    """Return what only its text prints."""
    del caso
    return {}
