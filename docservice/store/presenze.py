"""Which processes are at work in a data folder: each holds a file locked for as long as it lives, however it dies.

`Presenza(folder).gettone` → `"5f0c…"`, a name of this process; `vivi(folder)` → the names of those that live. The
system gives a lock up with the process: no clock, no number of process, and no other machine can be wrong about it.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

FOLDER = "presenze"
_FRESH = 60.0
"""Seconds in which a process has made its file."""


class Presenza:
    """A process, this one, at work in a data folder, until it ends or `close` is called."""

    def __init__(self, folder: Path) -> None:
        home = folder / FOLDER
        self.gettone = secrets.token_hex(8)
        self._place = home / self.gettone
        # under another name until it is held: who sees it free takes it for that of a dead process
        draft = home / f".{self.gettone}"
        self._handle = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        fcntl.flock(self._handle, fcntl.LOCK_EX)
        draft.rename(self._place)

    def close(self) -> None:
        """Go away."""
        with suppress(OSError):
            self._place.unlink(missing_ok=True)
        os.close(self._handle)


def vivi(folder: Path) -> set[str]:
    """Return the names of the processes at work in a data folder; raise `OSError` where they cannot be asked."""
    found = set()
    for path in _files(folder):
        if _held(path):
            found.add(path.name.removeprefix("."))
    return found


def dimentica_spariti(folder: Path) -> None:
    """Delete the files of the processes that are dead, whose work was freed."""
    for path in _files(folder):
        with suppress(OSError):
            # one that is being made is not held yet
            fresh = path.name.startswith(".") and path.stat().st_mtime > time.time() - _FRESH
            if not fresh and not _held(path):
                path.unlink(missing_ok=True)


def _files(folder: Path) -> list[Path]:
    return list((folder / FOLDER).iterdir())


def _held(path: Path) -> bool:
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)  # two who ask do not hinder each other
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
