"""The documents of a lotto joined in one file."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.store.tabelle import Riga, StatoRiga

MANIFESTO = "manifesto.csv"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def risultato(m: Magazzino, lotto: str) -> Path:
    """Return where the result of a lotto lies."""
    return m.risultati / f"{lotto}.zip"


def unisci(m: Magazzino, lotto: str, gettone: str) -> Path:
    """Write the ZIP of a lotto, with its manifest, and return where; written whole, then put in its place."""
    draft = m.risultati / f"{lotto}.{gettone}.parte"
    rows = lotti.righe(m, lotto)
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for row, content in _contents(m, rows):
            archive.writestr(zipfile.ZipInfo(row.nome, _EPOCH), content)
        manifest = zipfile.ZipInfo(MANIFESTO, _EPOCH)
        archive.writestr(manifest, _manifest(rows), zipfile.ZIP_DEFLATED)
    place = risultato(m, lotto)
    draft.replace(place)
    return place


def _contents(m: Magazzino, rows: list[Riga]) -> Iterator[tuple[Riga, bytes]]:
    """Yield each row made with its document, read from its pack."""
    handle, name = None, None
    try:
        for row in rows:
            if row.stato != StatoRiga.FATTA or row.pacco is None or row.inizio is None:
                continue
            if row.pacco != name:
                if handle is not None:
                    handle.close()
                handle, name = (m.pacchi / row.pacco).open("rb"), row.pacco
            if handle is not None:
                handle.seek(row.inizio)
                yield row, handle.read(row.lunghezza or 0)
    finally:
        if handle is not None:
            handle.close()


def _manifest(rows: list[Riga]) -> bytes:
    """Return the list of the rows: number, outcome, file, SHA-256."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["riga", "esito", "file", "sha256"])
    for row in rows:
        made = row.stato == StatoRiga.FATTA
        writer.writerow([row.numero, row.stato, row.nome if made else "", row.sha256 or ""])
    return out.getvalue().encode("utf-8-sig")
