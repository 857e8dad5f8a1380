"""What is no longer kept: lotti past their time, or deleted, and the files that only they needed."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from docservice.store.base import Magazzino
from docservice.store.schema import Lotto, Riga, StatoLotto

_DAY = 24 * 3600.0
"""Seconds for which a pack that no row names is left: it may be one just written."""


def dimentica(m: Magazzino, lotto: str) -> bool:
    """Forget a lotto that is over, with what only it needs; False when it is not over."""
    with m.sessione() as session:
        own = set(session.scalars(select(Riga.pacco).where(Riga.lotto == lotto).distinct()))
        over = delete(Lotto).where(Lotto.id == lotto, Lotto.stato != StatoLotto.IN_CORSO)
        if not session.execute(over).rowcount:  # type: ignore[attr-defined]
            return False
        _clean(m, session, own)
    return True


def scarta_scaduti(m: Magazzino) -> int:
    """Forget the lotti kept long enough, with the packs and results that nothing needs any more; return how many."""
    dawn = time.time() - _DAY
    old = {path.name for path in m.pacchi.iterdir() if _written(path) < dawn}
    with m.sessione() as session:
        gone = session.execute(delete(Lotto).where(Lotto.scade < time.time())).rowcount  # type: ignore[attr-defined]
        _clean(m, session, old)
    return int(gone)


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # another process cleans too
        return time.time()


def _clean(m: Magazzino, session: Session, packs: Iterable[str | None]) -> None:
    """Delete those of some packs that no row needs, and the results of lotti that are not there."""
    kept = set(session.scalars(select(Riga.pacco).where(Riga.pacco.is_not(None)).distinct()))
    known = set(session.scalars(select(Lotto.id)))
    for name in packs:
        if name and name not in kept:
            (m.pacchi / name).unlink(missing_ok=True)
    for path in m.risultati.iterdir():
        if path.name.partition(".")[0] not in known:
            path.unlink(missing_ok=True)
