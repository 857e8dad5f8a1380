"""The batches of a lotto: taken one by one by the workers, handed in, joined when all are made.

The rows are the truth. A worker takes a batch under a lease and a token; what it made counts only if the token is
still the batch's when it comes back, so that a row is never made twice however many workers die.
`prendi(m)` → rows 2 to 51 of some lotto, for the next minute ours; `consegna(m, blocco, …)` → True if they still are.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session, aliased

from docservice.store.base import Magazzino
from docservice.store.schema import Blocco, Lotto, Riga, StatoBlocco, StatoLotto, StatoRiga

BLOCCHI, PICCOLO, GRANDE = 20, 5, 50
"""Batches that a lotto makes if it can, so that all workers have some; the fewest and the most rows of one."""
PRESTITO = 60.0
"""Seconds of a lease; a worker renews it after each row."""
TENTATIVI = 3
"""Times a batch is begun, before the rows that are left in it are given up as failed."""


@dataclass(frozen=True, slots=True)
class Fatta:
    """A row made: where its document lies in the pack, and whether it was laid out in full, where others are copies."""

    numero: int
    inizio: int
    lunghezza: int
    sha256: str
    per_intero: bool = False


def nuovi(lotto: str, numbers: Sequence[int]) -> Iterator[Blocco]:
    """Yield the batches that make some rows, then the one that joins them."""
    size = max(PICCOLO, min(GRANDE, -(-len(numbers) // BLOCCHI)))
    for start in range(0, len(numbers), size):
        part = numbers[start : start + size]
        yield _batch(lotto, part[0], part[-1])
    yield _batch(lotto, 0, 0, unisce=True)


def _batch(lotto: str, dal: int, al: int, *, unisce: bool = False) -> Blocco:
    return Blocco(
        lotto=lotto, dal=dal, al=al, unisce=unisce, stato=StatoBlocco.DA_FARE, tentativi=0, scade=0.0, gettone=None
    )


def prendi(m: Magazzino, lotto: str | None = None) -> Blocco | None:
    """Take the next batch to do, or one whose lease ran out, under a new token; None when there is none.

    The batch that joins a lotto comes when all the others of it are done.
    """
    now = time.time()
    other = aliased(Blocco)
    undone = exists().where(other.lotto == Blocco.lotto, other.stato != StatoBlocco.FATTO, other.unisce.is_(False))
    free = (Blocco.stato == StatoBlocco.DA_FARE) | ((Blocco.stato == StatoBlocco.PRESO) & (Blocco.scade < now))
    wanted = select(Blocco).where(free, ~(Blocco.unisce & undone)).order_by(Blocco.id).limit(1)
    if lotto is not None:
        wanted = wanted.where(Blocco.lotto == lotto)
    with m.sessione() as session:
        taken = session.scalar(wanted)
        if taken is None:
            return None
        taken.stato, taken.scade, taken.gettone = StatoBlocco.PRESO, now + PRESTITO, secrets.token_hex(16)
        taken.tentativi += 1
        return taken


def lotto_del_blocco(m: Magazzino, blocco: Blocco) -> Lotto:
    """Return the lotto of a batch."""
    with m.sessione() as session:
        return session.get_one(Lotto, blocco.lotto)


def righe_del_blocco(m: Magazzino, blocco: Blocco) -> tuple[Lotto, list[Riga]]:
    """Return the lotto of a batch and its rows still to make."""
    with m.sessione() as session:
        rows = select(Riga).where(
            Riga.lotto == blocco.lotto, Riga.numero.between(blocco.dal, blocco.al), Riga.stato == StatoRiga.DA_FARE
        )
        return session.get_one(Lotto, blocco.lotto), list(session.scalars(rows.order_by(Riga.numero)))


def dividi(m: Magazzino, blocco: Blocco) -> bool:
    """Make each row left in a batch a batch of its own, so that one that kills its worker fails alone."""
    with m.sessione() as session:
        if not _ours(session, blocco, {"stato": StatoBlocco.FATTO}):
            return False
        left = select(Riga.numero).where(
            Riga.lotto == blocco.lotto, Riga.numero.between(blocco.dal, blocco.al), Riga.stato == StatoRiga.DA_FARE
        )
        for number in session.scalars(left):
            session.add(_batch(blocco.lotto, number, number))
        return True


def rinnova(m: Magazzino, blocco: Blocco) -> bool:
    """Renew a lease; False when the batch is no longer ours."""
    with m.sessione() as session:
        return _ours(session, blocco, {"scade": time.time() + PRESTITO})


def consegna(m: Magazzino, blocco: Blocco, pacco: str, fatte: Sequence[Fatta], fallite: Sequence[int]) -> bool:
    """Enter what was made of a batch; False, and nothing entered, when it is no longer ours."""
    with m.sessione() as session:
        if not _ours(session, blocco, {"stato": StatoBlocco.FATTO}):
            return False
        entered = {"lotto": blocco.lotto, "stato": StatoRiga.FATTA, "pacco": pacco}
        made = [entered | asdict(row) for row in fatte]
        if made:
            session.execute(update(Riga), made)
        _set(session, blocco.lotto, fallite, StatoRiga.FALLITA)
        return True


def concludi(m: Magazzino, blocco: Blocco, stato: StatoLotto = StatoLotto.PRONTO) -> bool:
    """Enter that a lotto has been joined, or could not be; False when the batch is no longer ours."""
    with m.sessione() as session:
        if not _ours(session, blocco, {"stato": StatoBlocco.FATTO}):
            return False
        done = {"stato": stato, "finito": time.time()}
        session.execute(update(Lotto).where(Lotto.id == blocco.lotto).values(done))
        return True


def _ours(session: Session, blocco: Blocco, values: Mapping[str, Any]) -> bool:
    mine = update(Blocco).where(
        Blocco.id == blocco.id, Blocco.gettone == blocco.gettone, Blocco.stato == StatoBlocco.PRESO
    )
    return bool(session.execute(mine.values(values)).rowcount)  # type: ignore[attr-defined]


def _set(session: Session, lotto: str, numbers: Sequence[int], state: StatoRiga, **values: Any) -> None:
    rows = update(Riga).where(Riga.lotto == lotto, Riga.numero.in_(numbers), Riga.stato == StatoRiga.DA_FARE)
    session.execute(rows.values(stato=state, **values))
