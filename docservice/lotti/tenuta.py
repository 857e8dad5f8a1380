"""A batch kept ours while the work goes on, and entered even if somebody holds the store for a while.

`with tenuto(m, batch)` renews its lease; `insisti(lambda: concludi(m, batch))` tries for a minute.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from docservice.store import blocchi
from docservice.store.base import Magazzino
from docservice.store.guasti import Guasto, MagazzinoGuasto
from docservice.store.schema import Blocco


@contextmanager
def tenuto(m: Magazzino, batch: Blocco) -> Iterator[None]:
    """Renew a lease while the work goes on."""
    over = threading.Event()

    def renew() -> None:
        while not over.wait(max(blocchi.PRESTITO / 3, 0.1)):
            with suppress(MagazzinoGuasto):  # who has the work in hand will know
                blocchi.rinnova(m, batch)

    keeper = threading.Thread(target=renew, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def insisti(enter: Callable[[], bool]) -> bool:
    """Enter what was made, waiting for who holds the store: to make it again would take longer."""
    until = time.monotonic() + blocchi.PRESTITO
    while True:
        try:
            return enter()
        except MagazzinoGuasto as error:
            if error.parte is not Guasto.OCCUPATO or time.monotonic() > until:
                raise
