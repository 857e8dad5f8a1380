"""The documents of a lotto joined in one file."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from docservice import service
from docservice.bulk.colonne import SOGGETTO
from docservice.modelli.da_json import leggi_json
from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.store.tabelle import Lotto, Riga, StatoRiga

MANIFESTO = "manifesto.csv"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def risultato(m: Magazzino, lotto: str, unione: str) -> Path:
    """Return where the result of a lotto lies."""
    return m.risultati / f"{lotto}.{unione}"


def unisci(m: Magazzino, lotto: Lotto, gettone: str) -> None:
    """Write the result of a lotto from the rows made, if any; written whole, then put in its place."""
    draft = m.risultati / f"{lotto.id}.{gettone}.parte"
    rows = lotti.righe(m, lotto.id)
    made = [row for row in rows if row.stato == StatoRiga.FATTA]
    if lotto.unione == service.ZIP:
        _zip(draft, m, rows, made)
    elif made:
        with draft.open("wb") as file:
            service.insieme(lotto.modello, map(_voce, made), file)
    else:
        return
    draft.replace(risultato(m, lotto.id, lotto.unione))


def _voce(row: Riga) -> service.Voce:
    """Return a row as a part of one PDF, under the name of its person if there is one."""
    raw = leggi_json((row.dati or "").encode())
    person = raw.get(SOGGETTO)
    who = f"{person.get('cognome', '')} {person.get('nome', '')}" if row.numero and isinstance(person, dict) else ""
    return service.Voce(row.numero, " – ".join(filter(None, [str(row.numero), who.strip()])), raw)


def _zip(place: Path, m: Magazzino, rows: list[Riga], made: list[Riga]) -> None:
    """Write the ZIP of the rows made, with a manifest of all."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for row, content in _contents(m, made):
            archive.writestr(zipfile.ZipInfo(row.nome, _EPOCH), content)
        manifest = zipfile.ZipInfo(MANIFESTO, _EPOCH)
        archive.writestr(manifest, _manifest(rows), zipfile.ZIP_DEFLATED)


def _contents(m: Magazzino, rows: list[Riga]) -> Iterator[tuple[Riga, bytes]]:
    """Yield each row made with its document, read from its pack."""
    handle, name = None, None
    try:
        for row in rows:
            if row.pacco is None or row.inizio is None:
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
