"""How long a render may take: `DOCSERVICE_TEMPO_RESA=5` → `tempo_resa()` is `5.0`; unset, `30.0`."""

from __future__ import annotations

import os

TEMPO_RESA = 30.0
"""Seconds a render may take, unless DOCSERVICE_TEMPO_RESA says otherwise."""


def tempo_resa() -> float:
    """Return the seconds a render may take."""
    return float(os.environ.get("DOCSERVICE_TEMPO_RESA", TEMPO_RESA))
