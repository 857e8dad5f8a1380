"""What it costs to judge data, with no workers and with very many, good or not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from benchmarks.naive import naive
from benchmarks.people import worker
from benchmarks.plan import Plan, compare, fresh
from benchmarks.table import Row, ms, number
from docservice import service
from docservice.formati.lettura import DatiIlleggibili
from docservice.modelli.catalogo import modello

WORKERS = (100, 1000)
GOAL = 20
"""Microseconds for a worker: 50,000 in a second."""
_GOAL = f"≤ {GOAL} µs a lavoratore (50.000 in 1 s)"
FAULTY = 20
"""One row out of so many has a fault: 5%."""
_FIRST_DAY, _DAYS = date(1980, 1, 1), 10_000


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Judge the example with none, some and many workers; the cost of each should not depend on their number."""
    if "lavoratori" not in modello(slug).schema().fields:
        yield Row("`valida`", "–", "il modello non elenca lavoratori")
        return
    numbers = count()
    # some lists may not be empty
    least = getattr(modello(slug).schema().fields["lavoratori"], "minimo", 0)
    taken = compare({str(size): _job(slug, size, plan, numbers) for size in (least, *WORKERS)}, plan.validations)
    alone = taken[str(least)]
    yield Row(f"`valida`, {least} lavoratori", ms(alone), f"`service.valida` sull’esempio con {least} lavoratori")
    for size in WORKERS:
        total = taken[str(size)]
        how = f"persone inventate, ogni volta altre; a lavoratore: tolto il tempo con {least}"
        yield _row(f"`valida`, {number(size)} lavoratori", total, (total - alone) / (size - least), how)
    yield from _table(fresh(measure, slug, plan), plan.workers)


def _table(taken: dict[str, float], size: int) -> Iterator[Row]:
    name = f"`valida`, {number(size)} lavoratori"
    ratio = f"marshmallow ingenuo, che legge e non giudica, {number(taken['naive'] / taken['good'], 1)} ×"
    yield _row(name, taken["good"], taken["good"] / size, f"valori come da un JSON, date e giorni diversi; {ratio}")
    for key, what in (("law", "rilievi"), ("shape", "errori nei dati")):
        told = f"un codice fiscale su {FAULTY} errato" if key == "law" else f"un lavoratore su {FAULTY} senza nome"
        found = f"{told}: {number(taken[f'{key} found'])} {what}, tutti detti"
        yield _row(f"{name}, 5% con {what}", taken[key], taken[key] / size, found)


def _row(name: str, total: float, each: float, how: str) -> Row:
    value = f"{ms(total)}; {number(each * 1e6, 1)} µs a lavoratore"
    return Row(name, value, how, _GOAL, each * 1e6 <= GOAL)


def _job(slug: str, size: int, plan: Plan, numbers: Iterator[int]) -> Callable[[], object]:
    """Return a job that judges a payload of new people at each call; they are made beforehand, out of the time."""
    payloads = iter([_payload(slug, size, numbers) for _ in range(plan.validations + 1)])
    return lambda: service.valida(slug, next(payloads))


def _payload(slug: str, size: int, numbers: Iterator[int]) -> dict[str, Any]:
    """Return the example with so many invented workers, each value an object of its own as after parsing."""
    example = service.esempio(slug)
    like: dict[str, Any] = next(iter(example.get("lavoratori", [])), {})
    made = example | {"lavoratori": [_worker(next(numbers), like) for _ in range(size)]}
    read: dict[str, Any] = json.loads(json.dumps(made), parse_float=Decimal)
    return read


def _worker(count: int, like: dict[str, Any]) -> dict[str, Any]:
    """Return a worker with days of their own, where there are any."""
    made = worker(count, like)
    if "data_assunzione" in like:
        made["data_assunzione"] = (_FIRST_DAY + timedelta(days=count % _DAYS)).isoformat()
    if "giorni_lavorati" in like:
        made["giorni_lavorati"] = like["giorni_lavorati"] + count % _DAYS
    return made


def measure(slug: str, plan: Plan) -> dict[str, float]:
    """Return the median times to judge a table of workers, good or with faults, and how many faults are told."""
    good = _payload(slug, plan.workers, count())
    law = _spoiled(good, lambda one: {**one, "codice_fiscale": one["codice_fiscale"][:-1] + "0"})
    shape = _spoiled(good, lambda one: {**one, "nome": " "})
    plain = naive(modello(slug).schema())
    taken = compare(
        {
            "good": lambda: service.valida(slug, good),
            "law": lambda: service.valida(slug, law),
            "shape": lambda: _refused(slug, shape),
            "naive": lambda: plain.load(good),
        },
        plan.tables,
    )
    more = len(service.valida(slug, law).rilievi) - len(service.valida(slug, good).rilievi)
    return taken | {"law found": more, "shape found": _refused(slug, shape)}


def _spoiled(payload: dict[str, Any], spoil: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    people = payload["lavoratori"]
    return payload | {"lavoratori": [one if n % FAULTY else spoil(one) for n, one in enumerate(people)]}


def _refused(slug: str, payload: dict[str, Any]) -> int:
    """Judge data that cannot be read; return how many faults are told."""
    try:
        service.valida(slug, payload)
    except DatiIlleggibili as refusal:
        return len(refusal.errori)
    return 0
