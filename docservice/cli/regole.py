"""The command `regole`: the rules of the law, with their source, the documents that they bind, their days.

docservice regole --modello did --data 2009-07-01
    AQ-DID1 (deroga-2009): Il lavoratore dichiara almeno una delle due disponibilità.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from docservice.law.italiano import giorno


def scritta(one: Mapping[str, Any]) -> str:
    """Return a rule as a person reads it."""
    since, until = (giorno(date.fromisoformat(one[name])) if name in one else "" for name in ("dal", "al"))
    days = f"dal {since} al {until}" if since and until else f"dal {since}" if since else f"fino al {until}"
    lines = [
        f"{one['codice']} ({one['regime']}): {one['descrizione']}",
        f"  Fonte: {one['fonte']['atto']}, {one['fonte']['punto']}",
        f"  Modelli: {', '.join(one['modelli'])}",
    ]
    return "\n".join([*lines, f"  Vale {days}"] if since or until else lines)
