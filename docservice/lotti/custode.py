"""Beside the server, one process that does the lotti: kept alive, gone when the server goes.

`Custode().start()` runs `docservice lavora`; if that is killed, a second later another runs.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

from docservice.lotti.motore import Incorporato
from docservice.store.privati import cartella

_LOOK = 0.5
"""Seconds between looks at the other process."""
_AGAIN, _LATEST = 1.0, 60.0
"""Seconds before it is started again: at first, and at most, since what killed it may last."""


class Custode(threading.Thread):
    """Keeps `docservice lavora` running for as long as this process lives."""

    def __init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        """Start it, and start it again when it dies."""
        # told whose it is: it may be that we are gone before it can look
        command = [sys.executable, "-m", "docservice", "lavora", "--padre", str(os.getpid())]
        wait = _AGAIN
        while True:
            begun = time.monotonic()
            engine = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own command
            while engine.poll() is None:
                time.sleep(_LOOK)
            wait = _AGAIN if time.monotonic() - begun > _LATEST else min(2 * wait, _LATEST)
            time.sleep(wait)


def lavora(processi: int, padre: int | None = None) -> None:
    """Do the lotti until stopped, or until whoever started this (`padre`) is gone."""
    os.umask(0o077)
    parent = padre or os.getppid()
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    engine = Incorporato(cartella(), processi)
    engine.avvia()
    while os.getppid() == parent and not done.wait(_LOOK):
        pass
    engine.ferma()
