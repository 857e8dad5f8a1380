"""The authorities that call the parties of a procedure: AUTORITA["arifl"] -> "l’ARIFL"."""

from __future__ import annotations

from typing import Final

AUTORITA: Final = {
    "regione": "la Regione",
    "ministero": "il Ministero del lavoro",
    "provincia": "la Provincia",
    "arifl": "l’ARIFL",
}
"""Who may call, and what each is called."""
