"""How long a process takes before it is of use."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from benchmarks.plan import Plan
from benchmarks.table import Row, ms

_PDF = "from docservice import service as s; s.rendi(s.atto({0!r}, s.esempio({0!r})), 'pdf')"


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Time fresh processes, what they wait for included."""
    bare = f"processo nuovo; Python da solo ne vuole {ms(_start(plan, '-c', 'pass'))}"
    yield Row("avvio: `import docservice.cli`", ms(_start(plan, "-c", "import docservice.cli")), bare)
    yield Row("avvio: `docservice modelli`", ms(_start(plan, "-m", "docservice", "modelli")), "processo nuovo")
    app = "from docservice.api import create_app; create_app()"
    yield Row("avvio: `create_app()`", ms(_start(plan, "-c", app)), "processo nuovo, import compresi")
    yield Row("avvio: primo PDF", ms(_start(plan, "-c", _PDF.format(slug))), "processo nuovo, import compresi")


def _start(plan: Plan, *arguments: str) -> float:
    """Return the median processor time of a run of Python."""
    times = []
    for _ in range(plan.starts):
        before = _spent()
        # what is run is written above
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        times.append(_spent() - before)
    return median(times)


def _spent() -> float:
    """Return the processor time of the processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
