"""How long a render may take: `DOCSERVICE_TEMPO_RESA=5` → `tempo_resa()` is `5.0`; unset, `30.0`."""

from __future__ import annotations

from docservice.ambiente import numero


def tempo_resa() -> float:
    """Return the seconds a render may take."""
    return numero("DOCSERVICE_TEMPO_RESA")
