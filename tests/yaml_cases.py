"""Worked cases and figures, read by the fast loader of YAML, once in a process."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

# without the C library the same is read more slowly
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _read(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, _LOADER)  # noqa: S506 - safe, whichever it is


def read(path: Path) -> Any:
    """Return what a file says."""
    return copy.deepcopy(_read(path))
