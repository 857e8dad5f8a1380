"""How far a lotto has come.

`stato(m, lotto)` → `{"stato": "in_corso", "righe": {"totale": 100, "fatte": 40, …}, "secondi_rimanenti": 12, …}`.
"""

from __future__ import annotations

import json
import math
import time
from datetime import UTC, datetime
from typing import Any

from docservice.law.italiano import giorno
from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.store.blocchi import PAUSA
from docservice.store.guasti import CAUSE, Guasto
from docservice.store.schema import Lotto, Riga, StatoRiga

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
        "righe": {"totale": of.righe, **rows, "con_avvisi": of.con_avvisi or 0, "riusate": of.riusate or 0},
        "creato": _moment(of.creato),
        "scade": _moment(of.scade),
    }
    if "per_intero" in counted:
        told["impaginate_per_intero"] = counted["per_intero"]
    if notes := [*json.loads(of.note or "[]"), *map(_stop, json.loads(of.fermate or "[]"))]:
        told["note"] = notes
    told |= {name: json.loads(said) for name in ("errori", "avvisi", "colonne") if (said := getattr(of, name))}
    if of.finito is not None:
        told["finito"] = _moment(of.finito)
        return told
    if not of.righe:
        told["fase"] = "verifica"
        return told | _exam(of)
    told["fase"] = "righe" if rows["da_fare"] else "unione"
    fresh = rows["fatte"] - (of.gia_fatte or 0)
    return told | (_pace(fresh, rows["da_fare"], _worked(of)) if fresh > 0 else {})


def _exam(of: Lotto) -> dict[str, Any]:
    """Return how far the examination of a table has come, once it has been read."""
    if not of.da_esaminare:
        return {}
    done = of.esaminate or 0
    told = {"esame": {"esaminate": done, "totale": of.da_esaminare}}
    return told | (_pace(done, of.da_esaminare - done, of.esame_secondi or 0.0) if done else {})


def _pace(done: int, left: int, seconds: float) -> dict[str, Any]:
    """Return at what rate the work goes on, and how long what is left will take; nothing when none is."""
    rate = done / max(seconds, 0.001)
    return {"righe_al_secondo": f"{rate:.1f}", "secondi_rimanenti": max(1, math.ceil(left / rate))} if left else {}


def _worked(of: Lotto) -> float:
    """Return for how many seconds a lotto was worked at since it was set going: a clock that is set changes little."""
    since = time.time() - (of.misurato or of.avviato or of.creato)
    return (of.trascorso or 0.0) + min(max(since, 0.0), PAUSA)


def _stop(stop: tuple[float, float, str]) -> str:
    """Return as a note a time when the work stood still."""
    begun, ended = (datetime.fromtimestamp(when, UTC) for when in stop[:2])
    hour = "%H:%M:%S"
    until = f"{ended:{hour}}" if begun.date() == ended.date() else f"{ended:{hour}} del {giorno(ended)}"
    times = f"dalle {begun:{hour}} del {giorno(begun)} alle {until} (UTC)"
    return f"La produzione si è fermata {times}: {CAUSE[Guasto(stop[2])]}."


def riga(row: Riga) -> dict[str, Any]:
    """Return a row's outcome: number, state, file and hash, or faults; and doubts."""
    told: dict[str, Any] = {"numero": row.numero, "stato": row.stato}
    if row.stato == StatoRiga.FATTA:
        told |= {"sha256": row.sha256, "byte": row.lunghezza}
    if row.difetti:
        told["errori"] = json.loads(row.difetti)
    if row.avvisi:
        told["avvisi"] = json.loads(row.avvisi)
    return told


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
