"""The bar that tells how far a lotto has come: `[████████····] 40/60, 8.1 al secondo, ancora 2 s`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

_BAR = 30
"""Characters of the bar."""


def mostra(found: Mapping[str, Any]) -> None:
    """Draw the bar over the last one, where a person looks."""
    rows = found["righe"]
    over = rows["totale"] - rows["da_fare"]
    full = _BAR * over // max(rows["totale"], 1)
    left = f", ancora {found['secondi_rimanenti']} s" if found.get("secondi_rimanenti") else ""
    rate = f", {found['righe_al_secondo']} al secondo" if "righe_al_secondo" in found else ""
    if sys.stderr.isatty():
        line = f"[{'█' * full}{'·' * (_BAR - full)}] {over}/{rows['totale']}{rate}{left}"
        if found.get("fase") == "verifica":
            line = "Verifica della tabella…"
        sys.stderr.write(f"\r{line:<78}")
        sys.stderr.flush()
