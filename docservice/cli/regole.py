"""The command `regole`: the rules of the law, with their source, the documents that they bind, their days.

docservice regole --modello did --data 2009-07-01
    AQ-DID1 (deroga-2009): Il lavoratore dichiara almeno una delle due disponibilità.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from docservice.cli.schermo import in_json
from docservice.law.italiano import giorno
from docservice.modelli.vincoli import regole


def scritte(regime: str | None, data: date | None, modello: str | None, *, come_json: bool) -> str:
    """Return the rules that are asked for, as a person reads them or as JSON."""
    found = regole(regime, data, modello)
    if come_json:
        return in_json({"items": found})
    return "\n\n".join(map(_scritta, found)) or "Nessuna regola: va tolto un filtro, o va scelto un altro giorno."


def _scritta(one: Mapping[str, Any]) -> str:
    since, until = (giorno(date.fromisoformat(one[name])) if name in one else "" for name in ("dal", "al"))
    days = f"dal {since} al {until}" if since and until else f"dal {since}" if since else f"fino al {until}"
    lines = [
        f"{one['codice']} ({one['regime']}): {one['descrizione']}",
        f"  Fonte: {one['fonte']['atto']}, {one['fonte']['punto']}",
        f"  Modelli: {', '.join(one['modelli'])}",
    ]
    return "\n".join([*lines, f"  Vale {days}"] if since or until else lines)
