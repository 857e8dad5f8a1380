"""What a worker does: take a batch, make its rows into a pack, hand it in; join a lotto when all is made.

`lavora(m)` → `50` for a batch of fifty rows, `0` when a lotto was joined, `None` when there is nothing to do.
"""

from __future__ import annotations

import hashlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from docservice import service
from docservice.formati.da_json import leggi_json
from docservice.lotti.timbro import conta_a_parte, timbro
from docservice.lotti.unione import unisci
from docservice.processi.faults import fault
from docservice.processi.log import LOG
from docservice.processi.tempo import tempo_resa
from docservice.store import blocchi
from docservice.store.base import Magazzino
from docservice.store.schema import Blocco, Lotto, Riga, StatoLotto

Fra = Callable[[Riga], None]

MOLTE = 20
"""Rows from which it pays to lay a document out once for all."""


def secondi() -> int:
    """Return the seconds after which a row that is not made ends its worker."""
    return max(1, round(tempo_resa()))


def lavora(m: Magazzino, lotto: str | None = None, *, fra: Fra | None = None) -> int | None:
    """Do one batch, of a lotto or of any; return how many documents were rendered, None when there is nothing to do.

    `fra` is called before each row.
    """
    batch = blocchi.prendi(m, lotto)
    if batch is None:
        return None
    if batch.unisce:
        _join(m, batch)
        return 0
    if batch.tentativi > 1 and batch.al > batch.dal:
        blocchi.dividi(m, batch)
        return 0
    return _make(m, batch, fra)


def _join(m: Magazzino, batch: Blocco) -> None:
    """Join what was made; a lotto that cannot be joined, after some attempts, is over without a result."""
    lotto = blocchi.lotto_del_blocco(m, batch)
    if batch.tentativi > blocchi.TENTATIVI:
        blocchi.concludi(m, batch, StatoLotto.FALLITO)
        return
    # laying out cannot renew the lease by itself, and what hangs must end: an alarm kills, a thread renews
    signal.alarm(secondi() + lotto.righe)
    try:
        with _held(m, batch):
            unisci(m, lotto, batch.gettone or "")
        blocchi.concludi(m, batch)
    except Exception as error:  # noqa: BLE001 - another attempt comes when the lease runs out
        found = fault(error)
        LOG.msg("unione fallita", tipo=found.kind, dove=found.place)
    finally:
        signal.alarm(0)


@contextmanager
def _held(m: Magazzino, batch: Blocco) -> Iterator[None]:
    """Renew a lease while the work goes on."""
    over = threading.Event()

    def renew() -> None:
        while not over.wait(max(blocchi.PRESTITO / 3, 0.1)):
            blocchi.rinnova(m, batch)

    keeper = threading.Thread(target=renew, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def _make(m: Magazzino, batch: Blocco, fra: Fra | None) -> int:
    lotto, rows = blocchi.righe_del_blocco(m, batch)
    if batch.tentativi > blocchi.TENTATIVI:
        blocchi.consegna(m, batch, "", [], [row.numero for row in rows])
        return 0
    name = f"{batch.id}-{batch.gettone}.pacco"
    made, failed = [], []
    renewed, place = time.monotonic(), 0
    with (m.pacchi / name).open("wb") as pack:
        for row in rows:
            if fra is not None:
                fra(row)
            copies = timbro().whole if _stamps(lotto) else 0
            content = _document(lotto, row)
            if content is None:
                failed.append(row.numero)
            else:
                pack.write(content)
                whole = _stamps(lotto) and timbro().whole > copies
                made.append(blocchi.Fatta(row.numero, place, len(content), hashlib.sha256(content).hexdigest(), whole))
                place += len(content)
            if time.monotonic() - renewed > blocchi.PRESTITO / 3:
                renewed = time.monotonic()
                if not blocchi.rinnova(m, batch):
                    break
        pack.flush()
        os.fsync(pack.fileno())
    if not blocchi.consegna(m, batch, name, made, failed) or not made:
        (m.pacchi / name).unlink(missing_ok=True)
    return len(made)


def _stamps(lotto: Lotto) -> bool:
    return lotto.formato == "pdf" and lotto.righe >= MOLTE


def _document(lotto: Lotto, row: Riga) -> bytes | None:
    """Render the document of a row; None when it cannot be. One that takes too long ends the process."""
    signal.alarm(secondi())
    try:
        write = timbro().write if _stamps(lotto) else None
        if write is None and lotto.formato == "pdf":
            conta_a_parte()
        document = service.atto(lotto.modello, leggi_json((row.dati or "").encode()))
        return service.rendi(document, lotto.formato, scrive=partial(service.scrivi, scrittore=write)).contenuto
    except Exception as error:  # noqa: BLE001 - the row fails, the others go on
        found = fault(error)
        LOG.msg("riga fallita", tipo=found.kind, dove=found.place)
        return None
    finally:
        signal.alarm(0)
