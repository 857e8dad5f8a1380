"""The papers of the CIGO procedure: notice and record of the joint examination."""

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
