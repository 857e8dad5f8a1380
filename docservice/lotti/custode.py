"""Beside the server, one process that does the lotti: kept alive by one of those that serve, gone when the server goes.

`Custode(serratura()).start()`, in each process that serves: one of them runs `docservice lavora`; if that is killed, a
second later another runs; if the one that serves is killed, another of those keeps it.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

from docservice.lotti.motore import Incorporato
from docservice.processi.log import LOG
from docservice.store.privati import cartella

_LOOK = 0.5
"""Seconds between looks at the other process."""
_AGAIN, _LATEST = 1.0, 60.0
"""Seconds before it is started again: at first, and at most, since what killed it may last."""


def serratura() -> int:
    """Return what the processes that serve, made after this, hold one at a time: the number of a file without name."""
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


class Custode(threading.Thread):
    """Keeps `docservice lavora` running, while this process lives and no other does.

    Not in the process that makes those that serve: one of them, made at the wrong moment, would hold the pipe by which
    `Popen` hears that its command has begun.
    """

    def __init__(self, serratura: int) -> None:
        super().__init__(daemon=True)
        self._serratura = serratura

    def run(self) -> None:
        """Wait for the turn of this process; start it, and start it again when it dies."""
        while not self._ours():
            time.sleep(_LOOK)
        # told whose it is: it may be that we are gone before it can look
        command = [sys.executable, "-m", "docservice", "lavora", "--padre", str(os.getpid())]
        wait = _AGAIN
        while True:
            begun = time.monotonic()
            try:
                engine = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own command
            except OSError as error:
                # no process, no file, no memory to be had: it may end
                LOG.msg("motore non avviato", tipo=type(error).__name__, codice=error.errno)
            else:
                while engine.poll() is None:
                    time.sleep(_LOOK)
            wait = _AGAIN if time.monotonic() - begun > _LATEST else min(2 * wait, _LATEST)
            time.sleep(wait)

    def _ours(self) -> bool:
        """Say whether this is the one that keeps it; the system frees the turn of a process that dies."""
        try:
            fcntl.lockf(self._serratura, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def lavora(processi: int, padre: int | None = None) -> bool:
    """Do the lotti until stopped, or until whoever started this (`padre`) is gone; say whether a person stopped it."""
    os.umask(0o077)
    parent = padre or os.getppid()
    done = threading.Event()
    by_hand = threading.Event()

    def stop(number: int, _: object) -> None:
        if number == signal.SIGINT:
            by_hand.set()
        done.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    engine = Incorporato(cartella(), processi)
    engine.avvia()
    while os.getppid() == parent and not done.wait(_LOOK):
        pass
    engine.ferma()
    # of Ctrl-C on a server its own processes say nothing
    return by_hand.is_set() and padre is None
