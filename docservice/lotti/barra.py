"""How far a lotto has come, where a person looks: `[█████████████·······] 40/60, 8.1 al secondo, ancora 2 s`.

Where nobody looks (no terminal), a line every ten seconds: `Documenti: 40 su 60, 8.1 al secondo, ancora 2 s`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Any

_BAR = 20
"""Characters of the bar."""
_REST = "\x1b[K"
"""Erases what was there of a longer line."""
_EVERY = 10.0
"""Seconds between two lines."""
_PHASES = {"verifica": "Verifica della tabella", "righe": "Documenti", "unione": "Unione dei documenti"}


class Barra:
    """Shows how far a lotto has come, on the standard error."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def mostra(self, found: Mapping[str, Any]) -> None:
        """Draw the bar over the last one; without a terminal write a line, if it is time."""
        done, total = _come(found)
        left = f", ancora {found['secondi_rimanenti']} s" if found.get("secondi_rimanenti") else ""
        pace = f", {found['righe_al_secondo']} al secondo{left}" if "righe_al_secondo" in found else left
        phase = _PHASES.get(found.get("fase", "righe"), "Documenti")
        if sys.stderr.isatty():
            full = _BAR * done // max(total, 1)
            line = f"[{'█' * full}{'·' * (_BAR - full)}] {done}/{total}{pace}"
            if found.get("fase") == "verifica":
                line = f"Verifica {line}" if total else f"{phase}: lettura del file…"
            sys.stderr.write(f"\r{line}{_REST}")
            sys.stderr.flush()
        elif (now := time.monotonic()) - self._said >= _EVERY:
            self._said = now
            di(f"{phase}: {done} su {total}{pace}" if total else f"{phase}: lettura del file")


def di(*righe: str) -> None:
    """Say something beside the bar: over it, where there is one."""
    for line in righe:
        sys.stderr.write(f"\r{line}{_REST}\n" if sys.stderr.isatty() else f"{line}\n")
    sys.stderr.flush()


def _come(found: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many rows are done, of how many."""
    if "esame" in found:
        return found["esame"]["esaminate"], found["esame"]["totale"]
    rows = found["righe"]
    return rows["totale"] - rows["da_fare"], rows["totale"]
