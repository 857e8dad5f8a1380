"""What is no longer kept: lotti past their time, or deleted, of whom nothing may be left on the disk.

`dimentica(m, lotto)` deletes rows and files, and blanks the pages that held them; `spazza(m)` does what was
interrupted.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select, update

from docservice.store import carichi, pacchi
from docservice.store.base import Magazzino
from docservice.store.guasti import MagazzinoGuasto
from docservice.store.presenze import vivi
from docservice.store.riserva import con_riserva, prepara
from docservice.store.salute import tradotto
from docservice.store.schema import PERDUTO, Blocco, Lotto, Riga, StatoBlocco, StatoLotto

_MARK = "da-ripulire"
"""The file that is there as long as something deleted may be left on the disk."""
_PART = 200
"""Rows deleted at a time: others wait for it, and it is written down in room that may be scarce."""


def dimentica(m: Magazzino, lotto: str) -> bool:
    """Forget a lotto that is over, with all that is its; False when it is not over."""
    with m.lettura() as session:
        found = session.get(Lotto, lotto)
        if found is None or found.stato == StatoLotto.IN_CORSO:
            return False
    return _forget(m, lotto, Lotto.stato != StatoLotto.IN_CORSO)


def scarta_scaduti(m: Magazzino) -> int:
    """Forget the lotti kept long enough; return how many."""
    past = Lotto.scade < time.time()
    with m.lettura() as session:
        old = list(session.scalars(select(Lotto.id).where(past)))
    return sum(_forget(m, one, past) for one in old)


def _forget(m: Magazzino, lotto: str, still: Any) -> bool:
    """Forget a lotto: first it is past its time, and nobody sees it more; then what is its goes.

    Whoever sweeps goes on from where this was interrupted.
    """
    if not con_riserva(m.folder, lambda: _files_gone(m, lotto, still)):
        return False
    with suppress(MagazzinoGuasto):  # readers, or want of room: the sweep tries again
        con_riserva(m.folder, lambda: _rows_gone(m, lotto))
        ripulisci(m)
    prepara(m.folder)  # what was deleted may have taken the room put aside
    return True


def _files_gone(m: Magazzino, lotto: str, still: Any) -> bool:
    """Enter that a lotto is lost, in few pages, then delete its files, which makes room for more."""
    with tradotto(m.folder):
        (m.folder / _MARK).touch(mode=0o600)
    pacchi.separa(m, lotto)
    with m.scrittura() as session:
        lost = update(Lotto).where(Lotto.id == lotto, still).values(scade=PERDUTO, chiave=None)
        if not session.execute(lost).rowcount:  # type: ignore[attr-defined]
            return False
        session.execute(delete(Blocco).where(Blocco.lotto == lotto))
        packs = {*session.scalars(select(Riga.pacco).where(Riga.lotto == lotto, Riga.pacco.is_not(None)).distinct())}
    # after the commit: undone, it would name files that are gone
    for path in [*(m.pacchi / str(name) for name in packs), *m.pacchi.glob(f"{lotto}.*")]:
        pacchi.cancella(path)
    for path in m.risultati.glob(f"{lotto}.*"):
        pacchi.cancella(path)
    carichi.cancella(m, lotto)
    return True


def _rows_gone(m: Magazzino, lotto: str) -> None:
    some = select(Riga.numero).where(Riga.lotto == lotto).limit(_PART)
    while True:
        with m.scrittura() as session:
            gone = session.execute(delete(Riga).where(Riga.lotto == lotto, Riga.numero.in_(some)))
            if not gone.rowcount:  # type: ignore[attr-defined]
                session.execute(delete(Lotto).where(Lotto.id == lotto))
                return


def ripulisci(m: Magazzino) -> bool:
    """Blank what deleted rows left beside the database; False when it must be tried again: readers hinder it, say."""
    with m.lettura() as session:
        if session.scalar(select(Lotto.id).where(Lotto.scade == PERDUTO).limit(1)) is not None:
            return False
    if not m.riassorbi():
        return False
    (m.folder / _MARK).unlink(missing_ok=True)
    return True


def da_ripulire(m: Magazzino) -> bool:
    """Return whether something deleted may be left on the disk."""
    return (m.folder / _MARK).exists()


def spazza(m: Magazzino) -> None:
    """Forget what is past its time, and delete what nobody needs: of lotti that are not there, of dead processes."""
    scarta_scaduti(m)
    # in this order: who is dead when the rows are read has entered all it ever will
    with tradotto(m.folder):
        files = {place: list(place.iterdir()) for place in (m.pacchi, m.risultati, m.carichi)}
        alive = vivi(m.folder)
    with m.lettura() as session:
        known = set(session.scalars(select(Lotto.id)))
        named = set(session.scalars(select(Riga.pacco).where(Riga.pacco.is_not(None)).distinct()))
        waiting = set(
            session.scalars(select(Blocco.lotto).where(Blocco.esamina.is_(True), Blocco.stato != StatoBlocco.FATTO))
        )

    def writer(path: Path) -> str:
        return path.name.split(".")[1] if path.name.count(".") > 1 else ""

    def of(path: Path) -> str:
        return path.name.partition(".")[0]

    useless: dict[Path, Callable[[Path], bool]] = {
        m.pacchi: lambda path: path.name not in named and (of(path) not in known or writer(path) not in alive),
        m.risultati: lambda path: of(path) not in known or (path.suffix == ".parte" and writer(path) not in alive),
        m.carichi: lambda path: of(path) not in waiting and (of(path) in known or writer(path) not in alive),
    }
    for place, some in files.items():
        for path in some:
            if useless[place](path):
                pacchi.cancella(path)
    if da_ripulire(m):
        ripulisci(m)
