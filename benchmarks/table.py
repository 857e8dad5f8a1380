"""The table: its head, a row, and figures as they are written in Italian."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from babel.numbers import format_decimal

HEADER = "| misura | valore | obiettivo | raggiunto | come |\n|---|---:|---|---|---|"


@dataclass(frozen=True, slots=True)
class Row:
    """A measure, its value as text, the goal if there is one and whether it is met, how it was measured."""

    name: str
    value: str
    how: str
    goal: str = "–"
    met: bool | None = None

    def __str__(self) -> str:
        met = {None: "–", True: "sì", False: "no"}[self.met]
        return f"| {self.name} | {self.value} | {self.goal} | {met} | {self.how} |"


def number(value: float, digits: int = 0) -> str:
    """Return `value` with `digits` decimals, comma and points: 1.234,5."""
    return str(format_decimal(round(value, digits), format="#,##0." + "0" * digits, locale="it"))


def ms(seconds: float) -> str:
    """Return seconds as milliseconds, finer under ten."""
    return f"{number(seconds * 1000, 1 if seconds < 0.01 else 0)} ms"  # noqa: PLR2004 - where a decimal begins to count


def describe(slug: str, *, trial: bool) -> str:
    """Return what was measured, when and where."""
    now, cores = datetime.now().astimezone(), f"{os.cpu_count()} processori {_processor()}"
    load = f"; carico all’inizio {number(os.getloadavg()[0], 1)}" if hasattr(os, "getloadavg") else ""
    warning = " **Giro di prova: le cifre non valgono.**" if trial else ""
    return (
        f"`{slug}`, {now:%Y-%m-%d %H:%M}; {cores}; Python {platform.python_version()};"
        f" WeasyPrint {version('weasyprint')}{load}. I tempi sono di processore, mediane, salvo dove è detto.{warning}"
    )


def _processor() -> str:
    """Return the processor's name; Linux tells it in one place only."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "") or platform.processor() or platform.machine()
