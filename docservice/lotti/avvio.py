"""How a process that keeps lotti begins: what it writes is for nobody else to read, and the store is looked at.

`prepara(cartella())` writes `{"stato": "a posto", "event": "magazzino"}` in the log, or what does not work.
"""

from __future__ import annotations

import os
from pathlib import Path

from docservice.processi.log import LOG
from docservice.store import riserva
from docservice.store.base import Magazzino
from docservice.store.guasti import MagazzinoGuasto
from docservice.store.salute import PREPARATA, salute


def prepara(folder: Path) -> None:
    """Make the data folder if it is not there, look whether it works, and write it in the log; go on in any case."""
    os.umask(0o077)
    try:
        Magazzino(folder).close()
        riserva.prepara(folder)
        found = salute(folder)
        # from now on, for the processes started too, a folder that is not there is one that went away
        os.environ[PREPARATA] = str(folder)
    except MagazzinoGuasto as error:
        found = error.parte
    LOG.msg("magazzino", stato=found or "a posto")
