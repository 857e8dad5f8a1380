"""How long a process takes before it is of use, and what it holds then.

Modules are compiled already, as they are where the package is installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.plan import Plan
from benchmarks.table import Row, ms, number

_APP = "from docservice.api import create_app; create_app()"
_PDF = "from docservice import service as s; s.rendi(s.atto({0!r}, s.esempio({0!r})), 'pdf')"
COMANDO, APPLICAZIONE, PRIMO_PDF = 0.35, 1.0, 2.0
"""Goals, in seconds."""
PRONTO = 250
"""Goal, in MB."""
_NEW = "processo nuovo, import compresi"


def rows(slug: str, plan: Plan) -> Iterator[Row]:
    """Time fresh processes, what they wait for included."""
    with TemporaryDirectory() as folder:
        start = _Starts(plan, Path(folder))
        bare = f"processo nuovo; Python da solo ne vuole {ms(start('-c', 'pass')[0])}"
        yield Row("avvio: `import docservice.cli`", ms(start("-c", "import docservice.cli")[0]), bare)
        taken, _ = start("-m", "docservice", "modelli")
        yield _row("`docservice modelli`", taken, COMANDO)
        taken, held = start("-c", _APP)
        yield _row("`create_app()`", taken, APPLICAZIONE)
        goal, met = f"≤ {PRONTO} MB", held <= PRONTO
        yield Row("avvio: memoria di `create_app()`", f"{number(held)} MB", "la più alta fin lì", goal, met)
        taken, _ = start("-c", _PDF.format(slug))
        yield _row("primo PDF", taken, PRIMO_PDF)


def _row(name: str, taken: float, most: float) -> Row:
    return Row(f"avvio: {name}", ms(taken), _NEW, f"≤ {ms(most)}", taken <= most)


class _Starts:
    """Runs Python afresh, more than once; the first run compiles the modules, in `folder`, and does not count."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self._times = plan.starts
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._environment = kept | {"PYTHONPYCACHEPREFIX": str(folder)}

    def __call__(self, *arguments: str) -> tuple[float, float]:
        """Return the median processor time, in seconds, and the most memory held, in MB."""
        _, *spent = [self._run(arguments) for _ in range(self._times + 1)]
        return median(time for time, _ in spent), max(memory for _, memory in spent)

    def _run(self, arguments: tuple[str, ...]) -> tuple[float, float]:
        quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        # what is run is written above
        child = os.posix_spawn(sys.executable, [sys.executable, *arguments], self._environment, file_actions=quiet)
        _, status, usage = os.wait4(child, 0)
        if status:
            raise RuntimeError(f"python {' '.join(arguments)}: {os.waitstatus_to_exitcode(status)}")
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit
