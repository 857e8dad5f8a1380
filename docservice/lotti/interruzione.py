"""Ctrl-C that ends a command at any moment, whatever it is doing: a thread of its own does what must be done first.

`arma()` at the beginning; `prima_della_fine(engine.uccidi)` when there is something to undo. An exception raised where
the command happens to be may be lost there (in the import of a library, in what an object does when it goes).
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

_LIMIT, _TURN = 1.5, 0.7
"""Seconds after which it ends in any case; for which it waits for what must not be interrupted."""

_undo: list[Callable[[], None]] = []
_whole = threading.Lock()
_begun = threading.Event()
"""Set once the end has begun: nobody else begins anything."""


def arma() -> None:
    """End this process at a SIGINT or SIGTERM, from now on; who started it may have told it to heed none."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        return
    read, write = os.pipe()
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _heed)
    threading.Thread(target=_wait, args=(read,), daemon=True).start()


def disarma() -> None:
    """Heed no SIGINT nor SIGTERM any more: all is done and said, and Python, as it ends, would die of one."""
    prosegui()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


def prosegui() -> None:
    """Go on, or, where the end has begun, wait for it: what follows would tell what was undone as if it were done."""
    while _begun.is_set():
        threading.Event().wait()


@contextmanager
def intero() -> Iterator[None]:
    """Do something that must be done whole, or not begun: the end waits for it, and once it has begun nothing is."""
    prosegui()
    _whole.acquire()
    if _begun.is_set():  # it is for the end, now
        _whole.release()
        prosegui()
    try:
        yield
    finally:
        _whole.release()


def prima_della_fine(undo: Callable[[], None]) -> None:
    """Have something done before the end, the last thing told first."""
    _undo.append(undo)


def _heed(*_: Any) -> None:
    """Do nothing: the thread that waits does."""


def _wait(read: int) -> None:
    number = os.read(read, 1)[0]
    _begun.set()
    with suppress(OSError):
        os.write(2, b"\nInterrotto.\n" if os.isatty(2) else b"Interrotto.\n")
    ending = threading.Timer(_LIMIT, os._exit, [128 + number])
    ending.daemon = True
    ending.start()
    if _whole.acquire(timeout=_TURN):
        for undo in reversed(_undo):
            with suppress(Exception):
                undo()
    with suppress(Exception):
        sys.stdout.flush()
    os._exit(128 + number)
