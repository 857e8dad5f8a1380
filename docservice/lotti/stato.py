"""How far a lotto has come.

`stato(m, lotto)` → `{"stato": "in_corso", "righe": {"totale": 100, "fatte": 40, …}, "secondi_rimanenti": 12, …}`.
"""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import Any

from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.store.schema import Riga, StatoRiga

_PLURAL = {
    StatoRiga.DA_FARE: "da_fare",
    StatoRiga.FATTA: "fatte",
    StatoRiga.ERRATA: "errate",
    StatoRiga.FALLITA: "fallite",
    StatoRiga.ANNULLATA: "annullate",
}


def stato(m: Magazzino, lotto: str) -> dict[str, Any] | None:
    """Return state, rows by outcome, rate and seconds left of a lotto; None when there is none of that id."""
    found = lotti.conta(m, lotto)
    if found is None:
        return None
    of, counted = found
    rows = {plural: counted.get(state, 0) for state, plural in _PLURAL.items()}
    told: dict[str, Any] = {
        "id": of.id,
        "modello": of.modello,
        "formato": of.formato,
        "unione": of.unione,
        "stato": of.stato,
        "righe": {"totale": of.righe, **rows},
        "creato": _moment(of.creato),
        "scade": _moment(of.scade),
    }
    if "per_intero" in counted:
        told["impaginate_per_intero"] = counted["per_intero"]
    if notes := json.loads(of.note or "[]"):
        told["note"] = notes
    if of.finito is not None:
        told["finito"] = _moment(of.finito)
        return told
    told["fase"] = "righe" if rows["da_fare"] else "unione"
    fresh = rows["fatte"] - (of.gia_fatte or 0)
    if fresh > 0 and rows["da_fare"]:
        rate = fresh / max(time.time() - (of.avviato or of.creato), 0.001)
        told["righe_al_secondo"] = f"{rate:.1f}"
        told["secondi_rimanenti"] = round(rows["da_fare"] / rate)
    return told


def riga(row: Riga) -> dict[str, Any]:
    """Return a row's outcome: number, state, file and hash, or faults."""
    told: dict[str, Any] = {"numero": row.numero, "stato": row.stato}
    if row.stato == StatoRiga.FATTA:
        told |= {"sha256": row.sha256, "byte": row.lunghezza}
    if row.difetti:
        told["errori"] = json.loads(row.difetti)
    return told


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
