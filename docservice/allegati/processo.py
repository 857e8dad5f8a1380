r"""A command run to its end, or ended: what it is given, what it says, for so long and no longer.

`esegui(["wc", "-c"], b"abc", 5.0, 100)` → `b"3\n"`; what a command has said in five seconds, or in a hundred bytes, is
all that is heard of it, and neither it nor what it started is there afterwards.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Final

_PIECE: Final = 64 * 1024
"""Bytes written or read at a time: what a pipe holds."""


def esegui(comando: Sequence[str], dato: bytes, secondi: float, detto: int) -> bytes:
    """Return what a command writes, given something to read."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        comando,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a library that aborts writes where it was
        start_new_session=True,  # so that what it starts is ended with it
    )
    assert process.stdin is not None  # noqa: S101 - for mypy: they are asked for
    assert process.stdout is not None  # noqa: S101
    try:
        with process.stdin as given, process.stdout as told:
            return _parla(given, told, dato, time.monotonic() + secondi, detto)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _parla(given: IO[bytes], told: IO[bytes], dato: bytes, fine: float, detto: int) -> bytes:
    """Write and read, each as the other side is ready, until it ends, or the time or the bytes do."""
    left, heard, count = memoryview(dato), [], 0
    os.set_blocking(given.fileno(), False)
    with selectors.DefaultSelector() as ready:
        ready.register(given, selectors.EVENT_WRITE)
        ready.register(told, selectors.EVENT_READ)
        while (time_left := fine - time.monotonic()) > 0:
            for key, _ in ready.select(time_left):
                if key.fileobj is given:
                    try:
                        left = left[os.write(given.fileno(), left[:_PIECE]) :]
                    except BlockingIOError:
                        continue
                    except BrokenPipeError:
                        left = left[:0]
                    if not left:
                        ready.unregister(given)
                        given.close()
                else:
                    piece = os.read(told.fileno(), _PIECE)
                    heard.append(piece)
                    count += len(piece)
                    if not piece or count > detto:
                        return b"".join(heard)
    return b"".join(heard)
