"""What it costs to judge data, with no workers and with many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from benchmarks.people import worker
from benchmarks.plan import Plan, compare
from benchmarks.table import Row, ms, number
from docservice import service
from docservice.modelli.catalogo import modello

WORKERS = (0, 100, 1000)
GOAL = 20
"""Microseconds for a worker: 50,000 in a second."""


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Judge the example with none, some and many workers; the cost of each should not depend on their number."""
    if "lavoratori" not in modello(slug).schema().fields:
        yield Row("`valida`", "–", "il modello non elenca lavoratori")
        return
    numbers = count()
    taken = compare({str(size): _job(slug, size, plan, numbers) for size in WORKERS}, plan.validations)
    alone = taken["0"]
    yield Row("`valida`, 0 lavoratori", ms(alone), "`service.valida` sull’esempio senza lavoratori")
    for size in WORKERS[1:]:
        total = taken[str(size)]
        each = (total - alone) * 1e6 / size
        yield Row(
            f"`valida`, {number(size)} lavoratori",
            f"{ms(total)}; {number(each, 1)} µs a lavoratore",
            "persone inventate, ogni volta altre; a lavoratore: tolto il tempo con 0",
            f"≤ {GOAL} µs a lavoratore (50.000 in 1 s)",
            each <= GOAL,
        )


def _job(slug: str, size: int, plan: Plan, numbers: Iterator[int]) -> Callable[[], object]:
    """Return a job that judges a payload of new people at each call; they are made beforehand, out of the time."""
    example = service.esempio(slug)
    like: dict[str, Any] = next(iter(example.get("lavoratori", [])), {})
    payloads = iter(
        [
            example | {"lavoratori": [worker(next(numbers), like) for _ in range(size)]}
            for _ in range(plan.validations + 1)
        ]
    )
    return lambda: service.valida(slug, next(payloads))
