"""Shared libraries, loaded by the names of their files: `libpango-1.0.so.0`."""

from __future__ import annotations

import ctypes.util
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def by_file_name() -> Iterator[None]:
    """Look for libraries by the names of their files only, which on Linux are the same everywhere.

    WeasyPrint tries some names of each of its seven, those of other systems first; for each that is not the name of a
    file Python runs ldconfig, gcc and ld: fifty programs, which take longer than to lay out a paper.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = search
