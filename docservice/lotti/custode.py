"""Beside the server, one process that does the lotti: kept alive, gone when the server goes.

`Custode().start()` runs `docservice lavora`; if that is killed, five seconds later another runs.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

from docservice.lotti.motore import Incorporato
from docservice.store.base import cartella

_LOOK, _AGAIN = 1.0, 5.0
"""Seconds between looks at the other process; before it is started again, since what killed it may last."""


class Custode(threading.Thread):
    """Keeps `docservice lavora` running for as long as this process lives."""

    def __init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        """Start it, and start it again when it dies."""
        command = [sys.executable, "-m", "docservice", "lavora"]
        while True:
            engine = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own command
            while engine.poll() is None:
                time.sleep(_LOOK)
            time.sleep(_AGAIN)


def lavora(processi: int) -> None:
    """Do the lotti until stopped, or until whoever started this is gone."""
    parent = os.getppid()
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    engine = Incorporato(cartella(), processi)
    engine.avvia()
    while not done.wait(_LOOK) and os.getppid() == parent:
        pass
    engine.ferma()
