"""`docservice lotto`: a table to a folder of documents, with a bar that tells how far it has come.

`docservice lotto did.csv --modello did --comune comune.json -o did/` → `did/00002-binti-carla.pdf`, …,
`did/manifesto.csv`, and `did/errori.csv` if rows are wrong.
"""

from __future__ import annotations

import csv
import shutil
import signal
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docservice.lotti import lotto
from docservice.lotti.barra import mostra
from docservice.lotti.invio import invia
from docservice.lotti.motore import Incorporato
from docservice.lotti.stato import stato
from docservice.lotti.unione import MANIFESTO, risultato
from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.store.schema import StatoLotto

_LOOK = 0.2


def esegui(  # noqa: PLR0913 - what a lotto is, all by name
    m: Magazzino,
    slug: str,
    contenuto: bytes,
    out: Path,
    *,
    condivisi: Mapping[str, Any],
    formato: str,
    unione: str,
    processi: int,
) -> dict[str, Any]:
    """Make the documents of a table into `out`, with a manifest or in one PDF; if rows are wrong, the marked table too.

    Return the state of the lotto. What an earlier run made already is not made again. Raises what `invia` raises.
    """
    out.mkdir(parents=True, exist_ok=True)
    engine = Incorporato(m.folder, processi)
    # half started, a lotto would go on and a process complain of the hand that stopped it
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        made, _ = invia(m, slug, contenuto, condivisi=condivisi, formato=formato, unione=unione)
        engine.avvia()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        found = stato(m, made) or {}
        while found["stato"] == StatoLotto.IN_CORSO:
            mostra(found)
            time.sleep(_LOOK)
            found = stato(m, made) or {}
    except KeyboardInterrupt:
        lotti.annulla(m, made)
        raise
    finally:
        engine.ferma()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    _clear(out)
    mostra(found)
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    joined = risultato(m, made, unione)
    if zipfile.is_zipfile(joined):
        with zipfile.ZipFile(joined) as archive:
            archive.extractall(out)
    elif joined.exists():
        shutil.copyfile(joined, out / f"{slug}.pdf")
    wrong = lotto.errori(m, made)
    if wrong.exists():
        shutil.copyfile(wrong, out / f"errori{wrong.suffix}")
    return found


def _clear(out: Path) -> None:
    """Delete what an earlier run left in the folder, by its manifest: one of then may be signed for one of now."""
    told = out / MANIFESTO
    if told.exists():
        with told.open(encoding="utf-8-sig", newline="") as file:
            names = [row["file"] for row in csv.DictReader(file, delimiter=";") if row.get("file")]
        for name in names:
            if Path(name).name == name:
                (out / name).unlink(missing_ok=True)
        told.unlink()
    for left in out.glob("errori.*"):
        left.unlink()
