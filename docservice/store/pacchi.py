"""Packs: files that hold the documents of some rows, one after the other, each pack of one lotto.

`nuovo(m, lotto)` → `pacchi/<lotto>.<processo>.<caso>.pacco`: the name says whose it is, and who writes it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import select, update

from docservice.store.base import Magazzino
from docservice.store.privati import nuovo_file
from docservice.store.salute import tradotto
from docservice.store.schema import Riga, StatoRiga

WHERE = ("pacco", "inizio", "lunghezza", "sha256")
"""Where the document of a row lies, and what it is."""
_ASKED = 500
"""Rows looked up at a time."""


def nuovo(m: Magazzino, lotto: str) -> Path:
    """Return the place of a pack of a lotto that this process is to write."""
    return m.pacchi / f"{lotto}.{m.presenza}.{secrets.token_hex(8)}.pacco"


def cancella(pack: Path) -> None:
    """Delete a pack; what cannot be deleted now is by the next sweep."""
    with suppress(OSError):
        pack.unlink(missing_ok=True)


def riusa(m: Magazzino, lotto: str, entered: Sequence[dict[str, Any]]) -> Path | None:
    """Mark as made the rows whose document was made before, and is still kept: it is copied into a pack, returned."""
    marks = [row["impronta"] for row in entered if row["impronta"] is not None]
    before: dict[str, Any] = {}
    asked = select(Riga.impronta, Riga.pacco, Riga.inizio, Riga.lunghezza, Riga.sha256)
    for start in range(0, len(marks), _ASKED):
        some = asked.where(Riga.impronta.in_(marks[start : start + _ASKED]), Riga.stato == StatoRiga.FATTA)
        with m.lettura() as session:
            before |= {str(row.impronta): row for row in session.execute(some)}
    wanted = [(row, before[row["impronta"]]) for row in entered if row["impronta"] in before]
    pack = nuovo(m, lotto)
    for row, place in _copied(m, pack, wanted):
        row.update(place, stato=StatoRiga.FATTA, pacco=pack.name)
    return pack if any(row["pacco"] == pack.name for row in entered) else None


def separa(m: Magazzino, lotto: str) -> None:
    """Copy into packs of their own the documents of other lotti that lie in the packs of one.

    So they were kept once: a document made again was not copied.
    """
    with m.lettura() as session:
        own = select(Riga.pacco).where(Riga.lotto == lotto, Riga.pacco.is_not(None))
        named = select(Riga.lotto, Riga.numero, Riga.pacco, Riga.inizio, Riga.lunghezza, Riga.sha256)
        others = session.execute(named.where(Riga.lotto != lotto, Riga.pacco.in_(own))).all()
    for other in {row.lotto for row in others}:
        pack = nuovo(m, other)
        rows = [({"lotto": other, "numero": row.numero}, row) for row in others if row.lotto == other]
        moved = [row | {"pacco": pack.name, "inizio": place["inizio"]} for row, place in _copied(m, pack, rows)]
        if moved:
            with m.scrittura() as session:
                session.execute(update(Riga), moved)


def _copied(
    m: Magazzino, pack: Path, rows: Iterable[tuple[dict[str, Any], Any]]
) -> list[tuple[dict[str, Any], Mapping[str, Any]]]:
    """Copy documents into a pack; return each row with where its document lies. Those lost, or not whole, are not."""
    sorted_ = sorted(rows, key=lambda one: (one[1].pacco, one[1].inizio))
    if not sorted_:
        return []
    told: list[tuple[dict[str, Any], Mapping[str, Any]]] = []
    name, source, place = None, None, 0
    try:
        with tradotto(m.folder, suo=True), nuovo_file(pack) as out, ExitStack() as opened:
            for row, found in sorted_:
                if found.pacco != name:
                    opened.close()
                    name, source = found.pacco, _opened(m.pacchi / found.pacco, opened)
                if source is None:
                    continue
                source.seek(found.inizio)
                content = source.read(found.lunghezza)
                if hashlib.sha256(content).hexdigest() == found.sha256:
                    out.write(content)
                    told.append((row, {"inizio": place, "lunghezza": len(content), "sha256": found.sha256}))
                    place += len(content)
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        cancella(pack)
        raise
    if not told:
        cancella(pack)
    return told


def _opened(pack: Path, opened: ExitStack) -> BinaryIO | None:
    try:
        return opened.enter_context(pack.open("rb"))
    except FileNotFoundError:  # deleted meanwhile
        return None
