"""How a database begins: what was written last, and lies beside it, may hide for a while that it is lost.

`testa_integra(folder / DATABASE)` → `False` once another program has truncated it, or written over its beginning.
"""

from __future__ import annotations

import os
from pathlib import Path

_HEAD = b"SQLite format 3\0"
_handles: dict[tuple[int, int], int] = {}
"""Never closed: with one would go, as POSIX has it, all locks of this process on the file."""


def testa_integra(database: Path) -> bool:
    """Return whether a database begins as one; SQLite, opening an empty one, would throw away what is beside it."""
    found = database.stat()
    key = found.st_dev, found.st_ino
    handle = _handles.get(key)
    if handle is None:
        handle = _handles[key] = os.open(database, os.O_RDONLY)
    try:
        return found.st_size > 0 and os.pread(handle, len(_HEAD), 0) == _HEAD
    except OSError:  # of a disk that went away: when it comes back, this is of no use
        _handles.pop(key, None)
        raise
