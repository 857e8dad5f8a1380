"""The documents of a lotto joined in one file, when every row is done.

As `zip`: the files `00002-binti-carla.pdf`, … and `manifesto.csv`, a line for each row. As `pdf`: one file, with a
bookmark «2 – Binti Carla» for each document.
"""

from __future__ import annotations

import csv
import json
import secrets
import zipfile
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from functools import partial
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from docservice import service
from docservice.formati.da_json import leggi_json
from docservice.lotti import loghi
from docservice.lotti.timbro import timbro
from docservice.modelli.persone import nominativo, soggetto
from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.store.privati import nuovo_file
from docservice.store.schema import Lotto, Riga, StatoRiga
from docservice.tabelle.difetto import detto
from docservice.tabelle.foglio import protetto

MANIFESTO = "manifesto.csv"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def risultato(m: Magazzino, lotto: str, unione: str) -> Path:
    """Return where the result of a lotto lies."""
    return m.risultati / f"{lotto}.{unione}"


def unisci(m: Magazzino, lotto: Lotto) -> None:
    """Write the result of a lotto from the rows made, if any; written whole, then put in its place."""
    draft = m.risultati / f"{lotto.id}.{m.presenza}.{secrets.token_hex(8)}.parte"
    rows = lotti.righe(m, lotto.id)
    try:
        if lotto.unione == service.ZIP:
            with nuovo_file(draft) as file:
                _zip(file, m, rows)
        else:
            made = (row for row in rows if row.stato == StatoRiga.FATTA)
            if (first := next(made, None)) is None:
                return
            with nuovo_file(draft) as file:
                service.insieme(
                    lotto.modello, map(partial(_voce, m, lotto.id), chain([first], made)), timbro().joined(file)
                )
        draft.replace(risultato(m, lotto.id, lotto.unione))
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _voce(m: Magazzino, lotto: str, row: Riga) -> service.Voce:
    """Return a row as a part of one PDF, under the name of its person if there is one."""
    raw = loghi.riprendi(m, lotto, leggi_json((row.dati or "").encode()))
    person = soggetto(raw)
    who = nominativo(person) if row.numero and person is not None else ""
    return service.Voce(row.numero, " – ".join(filter(None, [str(row.numero), who.strip()])), raw)


def _zip(place: BinaryIO, m: Magazzino, rows: Iterable[Riga]) -> None:
    """Write the ZIP of the rows made, with a manifest of all: number, outcome, file, SHA-256, what is told of it."""
    manifest = StringIO(newline="")
    told = csv.writer(manifest, delimiter=";", lineterminator="\r\n")
    told.writerow(["riga", "esito", "file", "sha256", "errori", "avvisi"])
    with zipfile.ZipFile(place, "w", zipfile.ZIP_STORED, allowZip64=True) as archive, ExitStack() as opened:
        name, handle = None, None
        for row in rows:
            made = row.stato == StatoRiga.FATTA and row.pacco is not None
            said = [_detti(row.numero, faults) for faults in (row.difetti, row.avvisi)]
            told.writerow([row.numero, row.stato, row.nome if made else "", row.sha256 or "", *said])
            if not made:
                continue
            if row.pacco != name:
                opened.close()
                name, handle = row.pacco, opened.enter_context((m.pacchi / str(row.pacco)).open("rb"))
            if handle is not None:
                handle.seek(row.inizio or 0)
                archive.writestr(zipfile.ZipInfo(row.nome, _EPOCH), handle.read(row.lunghezza or 0))
        whole = manifest.getvalue().encode("utf-8-sig")
        archive.writestr(zipfile.ZipInfo(MANIFESTO, _EPOCH), whole, zipfile.ZIP_DEFLATED)


def _detti(numero: int, faults: str | None) -> str:
    """Return what is told of a row as a person reads it, a line each; a sheet takes none for a formula.

    Of the only document of a list, what is told is of its people: each with their row.
    """
    told = json.loads(faults or "[]")
    lines = (f"riga {row}, {detto(one)}" if (row := one.get("riga", numero)) != numero else detto(one) for one in told)
    return protetto("\n".join(lines))
