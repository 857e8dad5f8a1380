"""What a worker does: take a batch, make its rows into a pack, hand it in; examine a table first, join a lotto last.

`lavora(m)` → `50` for a batch of fifty rows, `0` for a lotto examined or joined, `None` when there is nothing to do.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import BinaryIO

from docservice import service
from docservice.ambiente import numero
from docservice.formati.da_json import leggi_json
from docservice.formati.lettura import DatiIlleggibili
from docservice.lotti import esame, loghi
from docservice.lotti.tenuta import insisti, tenuto
from docservice.lotti.timbro import conta_a_parte, timbro
from docservice.lotti.unione import unisci
from docservice.processi.faults import fault
from docservice.processi.log import LOG
from docservice.store import blocchi, pacchi, prestiti
from docservice.store.base import Magazzino
from docservice.store.guasti import Guasto, MagazzinoGuasto
from docservice.store.privati import nuovo_file
from docservice.store.salute import riconosci, tradotto
from docservice.store.schema import Blocco, Lotto, Riga, StatoLotto
from docservice.tabelle.difetto import DATO

Fra = Callable[[Riga], None]

MOLTE = 20
"""Rows from which it pays to lay a document out once for all."""
_RESA = "TAB-RESA"
_GUASTO = "Il documento non si è potuto comporre, per un errore del servizio: va riprovato, e segnalato se si ripete."
_OLTRE = "Comporre il documento ha richiesto troppo tempo, o troppa memoria: va riprovato, e segnalato se si ripete."
"""What is told of a row whose document could not be made, when its data are not why."""


def secondi() -> int:
    """Return the seconds after which a row that is not made ends its worker."""
    return max(1, round(numero("DOCSERVICE_TEMPO_RESA")))


def lavora(m: Magazzino, lotto: str | None = None, *, fra: Fra | None = None) -> int | None:
    """Do one batch, of a lotto or of any; return how many documents were rendered, None when there is nothing to do.

    `fra` is called before each row. When the store fails, the batch is given back, and `MagazzinoGuasto` raised.
    """
    batch = blocchi.prendi(m, lotto)
    if batch is None:
        return None
    try:
        return _do(m, batch, fra)
    except MagazzinoGuasto:
        with suppress(MagazzinoGuasto):
            prestiti.rendi(m, batch)
        raise


def _do(m: Magazzino, batch: Blocco, fra: Fra | None) -> int:
    if batch.esamina:
        _tried(m, batch, "esame fallito", lambda: esame.esamina(m, batch))
    elif batch.unisce:
        _tried(m, batch, "unione fallita", lambda: _join(m, batch))
    elif batch.tentativi > 1 and batch.al > batch.dal:
        blocchi.dividi(m, batch)
    else:
        return _make(m, batch, fra)
    return 0


def _tried(m: Magazzino, batch: Blocco, failed: str, work: Callable[[], object]) -> None:
    """Do the work of a batch that has no rows, under its lease; what goes wrong with it counts as an attempt."""
    try:
        with tradotto(m.folder), tenuto(m, batch):
            work()
    except MagazzinoGuasto:
        raise
    except Exception as error:  # noqa: BLE001 - it is tried again
        if prestiti.rendi(m, batch, conta=True):  # or its lotto was deleted meanwhile, and nothing is wrong
            found = fault(error)
            LOG.msg(failed, tipo=found.kind, dove=found.place)


def _join(m: Magazzino, batch: Blocco) -> None:
    """Join what was made; a lotto that cannot be joined, after some attempts, is over without a result."""
    lotto = blocchi.lotto_del_blocco(m, batch)
    if batch.tentativi > blocchi.TENTATIVI:
        blocchi.concludi(m, batch, StatoLotto.FALLITO)
        return
    # laying out cannot renew the lease by itself, and what hangs must end: an alarm kills, a thread renews
    signal.alarm(secondi() + lotto.righe)
    try:
        unisci(m, lotto)
    finally:
        signal.alarm(0)
    insisti(lambda: blocchi.concludi(m, batch))


def _make(m: Magazzino, batch: Blocco, fra: Fra | None) -> int:
    lotto, rows = blocchi.righe_del_blocco(m, batch)
    if batch.tentativi > blocchi.TENTATIVI:
        blocchi.consegna(m, batch, "", [], {row.numero: _why(_OLTRE) for row in rows})
        return 0
    pack = pacchi.nuovo(m, batch.lotto)
    kept, begun = False, time.monotonic()
    made: list[blocchi.Fatta] = []
    failed: dict[int, str] = {}
    try:
        with tradotto(m.folder, suo=True), nuovo_file(pack) as out:
            _write(m, batch, out, ((lotto, row) for row in rows), made, failed, fra)
        took = time.monotonic() - begun
        kept = insisti(lambda: blocchi.consegna(m, batch, pack.name, made, failed, secondi=took)) and bool(made)
    finally:
        if not kept:
            pacchi.cancella(pack)
    return len(made)


def _write(  # noqa: PLR0913, PLR0917 - what a pack is made of
    m: Magazzino,
    batch: Blocco,
    out: BinaryIO,
    rows: Iterable[tuple[Lotto, Riga]],
    made: list[blocchi.Fatta],
    failed: dict[int, str],
    fra: Fra | None,
) -> None:
    """Write the documents of some rows, for as long as the batch is ours."""
    renewed, place = time.monotonic(), 0
    for lotto, row in rows:
        if fra is not None:
            fra(row)
        copies = timbro().whole if _stamps(lotto) else 0
        content = _document(m, lotto, row)
        if isinstance(content, str):
            failed[row.numero] = content
        else:
            out.write(content)
            whole = _stamps(lotto) and timbro().whole > copies
            made.append(blocchi.Fatta(row.numero, place, len(content), hashlib.sha256(content).hexdigest(), whole))
            place += len(content)
        if (since := time.monotonic() - renewed) > blocchi.PRESTITO / 3:
            renewed += since
            try:
                if not blocchi.rinnova(m, batch, since):
                    break
            except MagazzinoGuasto as error:
                if error.parte is not Guasto.OCCUPATO:  # who holds it keeps others, too, from taking the batch
                    raise
    out.flush()
    os.fsync(out.fileno())


def _stamps(lotto: Lotto) -> bool:
    return lotto.formato == "pdf" and lotto.righe >= MOLTE


def _document(m: Magazzino, lotto: Lotto, row: Riga) -> bytes | str:
    """Render the document of a row; return why, as its faults, when it cannot be.

    One that takes too long ends the process.
    """
    signal.alarm(secondi())
    try:
        write = timbro().write if _stamps(lotto) else None
        if write is None and lotto.formato == "pdf":
            conta_a_parte()
        sent = loghi.riprendi(m, lotto.id, leggi_json((row.dati or "").encode()))
        document = service.atto(lotto.modello, sent)
        return service.rendi(document, lotto.formato, scrive=partial(service.scrivi, scrittore=write)).contenuto
    except Exception as error:  # noqa: BLE001 - the row fails, the others go on
        if (broken := riconosci(error, m.folder)) is not None:  # no room for a file of passage, say
            raise MagazzinoGuasto(broken) from None
        found = fault(error)
        LOG.msg("riga fallita", tipo=found.kind, dove=found.place)
        return _why(error)
    finally:
        signal.alarm(0)


def _why(error: Exception | str) -> str:
    """Return the faults of a row whose document could not be made, as they are kept."""
    if isinstance(error, DatiIlleggibili):
        told = [{**one.as_dict(), "codice": DATO, "messaggio": one.messaggio} for one in error.errori]
    else:
        told = [{"codice": _RESA, "messaggio": error if isinstance(error, str) else _GUASTO}]
    return json.dumps(told, ensure_ascii=False)
