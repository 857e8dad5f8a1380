"""`docservice lotto`: a table to a folder of documents, with a bar that tells how far it has come.

`docservice lotto did.csv --modello did --comune comune.json -o did/` → `did/00002-binti-carla.pdf`, …,
`did/manifesto.csv`, and `did/errori.csv` if rows are wrong.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from docservice.ambiente import ImpostazioneErrata, controlla
from docservice.law.italiano import minuscola
from docservice.lotti import detto
from docservice.lotti.barra import Barra, di
from docservice.lotti.interruzione import intero, prima_della_fine, prosegui
from docservice.lotti.invio import invia, nuovo_id
from docservice.lotti.motore import Incorporato, Motore
from docservice.lotti.stato import stato
from docservice.lotti.uscita import porta
from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.store.guasti import Guasto, MagazzinoGuasto
from docservice.store.schema import StatoLotto
from docservice.tabelle.difetto import con_codice

_LOOK = 0.2
_PATIENCE = 30.0
"""Seconds for which another program may hold the store."""


_NESSUNO = (
    "I processi che fanno i documenti non si avviano: al comando mancano file aperti, processi o memoria. Vanno alzati"
    " i limiti (ulimit -n, ulimit -u), e poi il comando si ripete."
)


class SenzaProcessi(ImpostazioneErrata):
    """No process can be started to make the documents."""


class TabellaRifiutata(ValueError):  # noqa: N818 - in the words of the field
    """The table was not taken; `righe` are what to say of it, a line each, `note` what was noted in reading it."""

    def __init__(self, errori: Sequence[Mapping[str, str]], note: Sequence[str] = ()) -> None:
        super().__init__("tabella rifiutata")
        self.righe = [_line(one) for one in errori]
        self.note = list(note)
        # what the verification finds has a code; of a file that is no table there is no more to say
        self.difetti = any("codice" in one for one in errori)


def _line(one: Mapping[str, str]) -> str:
    """Return a fault as a person reads it: with its path at the end if its field has a name, else before."""
    path, said = one["percorso"].removeprefix("/file").removeprefix("/comune"), con_codice(one)
    if "campo" in one:
        return f"{said} [{path}]"
    return f"{path}: {minuscola(said)}" if path else said


def esegui(  # noqa: PLR0913 - what a lotto is, all by name
    m: Magazzino,
    slug: str,
    contenuto: bytes,
    out: Path,
    *,
    comune: bytes,
    formato: str,
    unione: str,
    processi: int,
    nascoste: str | None = None,
) -> dict[str, Any]:
    """Make the documents of a table into `out`, with a manifest or in one PDF; if rows are wrong, the marked table too.

    Return the state of the lotto. What an earlier run made already is not made again. Raises what `invia` raises,
    `ImpostazioneErrata`, `TabellaRifiutata`, `MagazzinoGuasto`. Ended half way, the lotto is cancelled.
    """
    controlla()
    out.mkdir(parents=True, exist_ok=True)
    umask = os.umask(0o077)
    made, engine = nuovo_id(), Incorporato(m.folder, processi)
    prima_della_fine(lambda: _cancel(m, made))
    prima_della_fine(engine.uccidi)
    try:
        with intero():
            invia(m, slug, contenuto, comune=comune, formato=formato, unione=unione, nascoste=nascoste, id_=made)
        engine.avvia()
        found = _followed(m, made, engine)
        prosegui()
    except BaseException:
        prosegui()  # what the end undoes looks like a fault
        engine.uccidi()
        _cancel(m, made)
        raise
    finally:
        engine.ferma()
        os.umask(umask)  # what is made for the user is made as the user wants
    if "errori" in found:
        raise TabellaRifiutata(found["errori"], found.get("note", ()))
    Barra().mostra(found)
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    porta(m, made, unione, out, slug)
    prosegui()
    return found


def _followed(m: Magazzino, made: str, engine: Motore) -> dict[str, Any]:
    """Show how far a lotto has come, and return its state when it is over; raise `MagazzinoGuasto` if it stops."""
    good, bar, told = time.monotonic(), Barra(), False
    found = stato(m, made) or {}
    while found["stato"] == StatoLotto.IN_CORSO:
        if not told and found["righe"]["totale"]:
            told = True
            di(*detto.inizio(m, found))
        bar.mostra(found)
        time.sleep(_LOOK)
        found = stato(m, made) or {}
        if engine.senza_processi:
            raise SenzaProcessi(_NESSUNO)
        if (broken := engine.guasto) is None:
            good = time.monotonic()
        elif broken is not Guasto.OCCUPATO or time.monotonic() - good > _PATIENCE:
            raise MagazzinoGuasto(broken)
    if not told:
        di(*detto.inizio(m, found))
    return found


def _cancel(m: Magazzino, made: str) -> None:
    with suppress(MagazzinoGuasto):
        lotti.annulla(m, made, attesa=_LOOK)
