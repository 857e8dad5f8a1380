"""How much is measured, and how: repeats, processor time, fresh processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median
from time import process_time
from typing import Any


@dataclass(frozen=True, slots=True)
class Plan:
    """Repeats of each measure, `tables` those of a list of so many `workers`.

    `few` and `many` are the renders after which memory is read.
    """

    starts: int
    validations: int
    workers: int
    tables: int
    renders: int
    few: int
    many: int
    forms: int
    letters: int
    rows: int
    agreed: int
    sheet: int
    ranked: int
    warming: float
    seconds: float


FULL = Plan(
    starts=5,
    validations=15,
    workers=50_000,
    tables=5,
    renders=21,
    few=50,
    many=500,
    forms=10_000,
    letters=3000,
    rows=50_000,
    agreed=5000,
    sheet=3000,
    ranked=5000,
    warming=1.5,
    seconds=4,
)
TRIAL = Plan(
    starts=1,
    validations=1,
    workers=600,
    tables=1,
    renders=1,
    few=1,
    many=2,
    forms=3,
    letters=4,
    rows=50,
    agreed=50,
    sheet=25,
    ranked=100,
    warming=0,
    seconds=0.2,
)


def compare(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median processor time of each job, in seconds.

    They run in turns, so that what else the machine does weighs on all; a first round, to warm up, does not count.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    order = list(jobs)
    for _ in range(rounds + 1):
        for name in order:
            start = process_time()
            jobs[name]()
            times[name].append(process_time() - start)
        order.reverse()
    return {name: median(taken[1:]) for name, taken in times.items()}


def fresh(job: Callable[..., Any], *arguments: Any) -> Any:
    """Return what `job`, a function of a module, returns in a process of its own that has done nothing before."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(job, *arguments).result()
