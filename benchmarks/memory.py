"""What a process that goes on rendering holds in memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.plan import Plan, fresh
from benchmarks.table import Row, number
from docservice import service

FORMATS = ("pdf", "docx")
FLAT = 10
"""KB per document: the allocator moves by a few MB either way, and less than this cannot be told from that."""
_RESIDENT = Path("/proc/self/statm")  # pages: total, resident, …


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Read the memory after few renders and after many; formats side by side, since no time is measured."""
    if not _RESIDENT.exists():
        yield Row("memoria", "–", "si misura su Linux soltanto")
        return
    with ThreadPoolExecutor(len(FORMATS)) as pool:
        sizes = pool.map(lambda kind: fresh(measure, slug, kind, plan), FORMATS)
        for kind, (few, many) in zip(FORMATS, sizes, strict=True):
            growth = (many - few) / (plan.many - plan.few)
            yield Row(
                f"memoria dopo {number(plan.few)} e {number(plan.many)} {kind.upper()}",
                f"{number(few / 1024)} e {number(many / 1024)} MB; {number(growth, 2)} KB a documento",
                "RSS di un processo nuovo che chiama `service.rendi`",
                f"piatta (≤ {FLAT} KB a documento)",
                growth <= FLAT,
            )


def measure(slug: str, kind: str, plan: Plan) -> tuple[int, int]:
    """Return the KB held after few renders, and after many."""
    raw = service.esempio(slug)
    sizes = {}
    for made in range(1, plan.many + 1):
        service.rendi(service.atto(slug, raw), kind)
        sizes[made] = _resident() if made in (plan.few, plan.many) else 0
    return sizes[plan.few], sizes[plan.many]


def _resident() -> int:
    pages = int(_RESIDENT.read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024
