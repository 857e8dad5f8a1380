"""Room put aside in the data folder, given up when the disk is full: to delete, too, takes some.

`prepara(folder)` makes the file `riserva` when there is room for it; `con_riserva(m, work)` does some work that frees
room, and if there is none does it again in that of the reserve.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from docservice.store.guasti import Guasto, MagazzinoGuasto
from docservice.store.privati import nuovo_file

T = TypeVar("T")
_NAME = "riserva"
_SIZE = 8 * 1024 * 1024
"""Bytes put aside: the log of the database for what is written at a time as something is deleted."""


def prepara(folder: Path) -> None:
    """Put room aside, where twice as much is free and none is aside; what hinders it hinders nothing else."""
    place = folder / _NAME
    with suppress(OSError):
        if place.exists() and place.stat().st_size >= _SIZE:
            return
        found = os.statvfs(folder)
        if found.f_bavail * found.f_frsize < 2 * _SIZE:
            return
        with nuovo_file(place) as out:
            os.posix_fallocate(out.fileno(), 0, _SIZE)


def lascia(folder: Path) -> bool:
    """Give up the room put aside; False when there was none."""
    place = folder / _NAME
    try:
        if not place.stat().st_size:
            return False
        os.truncate(place, 0)
    except OSError:
        return False
    return True


def con_riserva(folder: Path, work: Callable[[], T]) -> T:
    """Do what frees room, or what must be done for it; where there is none left, again in that of the reserve."""
    try:
        return work()
    except MagazzinoGuasto as error:
        if error.parte is not Guasto.PIENO or not lascia(folder):
            raise
    return work()
