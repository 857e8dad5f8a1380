"""The data folder, and files that nobody else of the machine may read, whatever the umask: `nuovo_file(place)`."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def cartella() -> Path:
    """Return the data folder: DOCSERVICE_DATI, or the user's state folder."""
    if told := os.environ.get("DOCSERVICE_DATI"):
        return Path(told)
    state = os.environ.get("XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "docservice"


def nuovo_file(place: Path) -> BinaryIO:
    """Open a file to write it from its beginning."""
    return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def scrivi(place: Path, content: bytes) -> None:
    """Write a file whole, or not at all; what is told to be there is, even if the machine stops."""
    draft = place.with_name(f"{place.name}.{secrets.token_hex(4)}.parte")
    try:
        with nuovo_file(draft) as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


@contextmanager
def serratura(place: Path) -> Iterator[None]:
    """Let one process at a time through."""
    with nuovo_file(place) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def chiave(place: Path) -> bytes:
    """Return the secret by which contents are told apart without being kept, making it at the first call."""
    if not place.exists():
        with serratura(place.with_suffix(".lock")):
            if not place.exists():
                scrivi(place, secrets.token_bytes(32))
    return place.read_bytes()
