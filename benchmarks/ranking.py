"""What it costs to rank very many workers, beside the way that one would write without the service."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from marshmallow import Schema

from benchmarks.naive import naive
from benchmarks.plan import Plan, compare, fresh
from benchmarks.table import Row, ms, number
from docservice import service
from docservice.modelli.calcolatori.catalogo import calcolatori

_ID = "graduatoria-licenziamento"
PROFILES, CUT = 20, 5
"""How many profiles, and of how many people of each one goes."""
GOAL = 1.0
"""Seconds for five thousand."""
_FIRST_DAY, _DAYS, _STEP = date(1990, 1, 1), 12_000, 37
_EVERY = 10
"""One out of so many has needs that decide."""


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Rank the people of a plant."""
    del slug  # there is one ranking, whatever the document
    taken, size = fresh(measure, plan), plan.ranked
    ratio = f"a mano, con marshmallow e dateutil e senza rilievi, {number(taken['naive'] / taken['ours'], 1)} ×"
    yield Row(
        f"graduatoria di {number(size)} lavoratori",
        ms(taken["ours"]),
        f"{PROFILES} profili, quote comprese, dai valori di un JSON alla risposta; {ratio}",
        f"≤ {number(GOAL)} s",
        taken["ours"] <= GOAL,
    )


def measure(plan: Plan) -> dict[str, float]:
    """Return the median times of the two ways."""
    asked = _asked(plan.ranked)
    plain = naive(calcolatori()[_ID].domanda())
    jobs = {"ours": lambda: service.calcola(_ID, asked), "naive": lambda: by_hand(plain, asked)}
    return compare(jobs, plan.tables)


def _asked(size: int) -> dict[str, Any]:
    people = [_worker(place) for place in range(size)]
    heads = -(-size // PROFILES)
    return {
        "data": "2024-05-31",
        "criteri": {"carichi_famiglia": "1", "anzianita": "1", "esigenze": "raddoppio"},
        "posti": [{"profilo": _profile(place), "numero": size // PROFILES // CUT} for place in range(PROFILES)],
        "lavoratori": people,
        "spareggio": ["data_assunzione_recente", "familiari_a_carico"],
        "manodopera": [{"mansione": _profile(place), "occupati": heads, "donne": heads} for place in range(PROFILES)],
        "collocamento_mirato": {"base_computo": size, "occupati_protetti": size},
    }


def _profile(place: int) -> str:
    return f"profilo {place % PROFILES}"


def _worker(place: int) -> dict[str, Any]:
    needs = {"esigenze": "equivalenti"}
    if not place % _EVERY:
        needs = {"esigenze": "determinanti", "motivo_esigenze": "lavora su tutte le postazioni"}
    return {
        "id": f"M{place:06}",
        "profilo": _profile(place),
        "mansione": _profile(place),
        "data_assunzione": (_FIRST_DAY + timedelta(days=place * _STEP % _DAYS)).isoformat(),
        "familiari_a_carico": place % 5,
        **needs,
        "sesso": "FM"[place % 2],
    }


def by_hand(schema: Schema, asked: dict[str, Any]) -> dict[str, list[tuple[Decimal, str]]]:
    """Rank people as one would in an afternoon: read, count years, sort, cut."""
    read: Any = schema.load(asked)
    weights, found = read["criteri"], defaultdict(list)
    for one in read["lavoratori"]:
        years = relativedelta(read["data"], one["data_assunzione"]).years
        base = one["familiari_a_carico"] * weights["carichi_famiglia"] + years * weights["anzianita"]
        needs = base if one["esigenze"] == "determinanti" else Decimal(1)
        found[one["profilo"]].append((base + needs, one["id"]))
    return {post["profilo"]: sorted(found[post["profilo"]])[: post["numero"]] for post in read["posti"]}
