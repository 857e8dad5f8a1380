"""The batches of a lotto: taken one by one by the workers, handed in, joined when all are made.

The rows are the truth. A worker takes a batch under a lease and a token; what it made counts only if the token is
still the batch's when it comes back, so that a row is never made twice however many workers die.
`prendi(m)` → rows 2 to 51 of some lotto, for the next minute ours; `consegna(m, blocco, …)` → True if they still are.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Select, exists, select, update
from sqlalchemy.orm import Session, aliased

from docservice.store.base import Magazzino
from docservice.store.presenze import vivi
from docservice.store.salute import tradotto
from docservice.store.schema import Blocco, Lotto, Riga, StatoBlocco, StatoLotto, StatoRiga

BLOCCHI, PICCOLO, GRANDE = 20, 5, 50
"""Batches that a lotto makes if it can, so that all workers have some; the fewest and the most rows of one."""
PRESTITO = 60.0
"""Seconds of a lease; a worker renews it after each row."""
SCARTO = 5.0
"""Seconds by which a lease that another has just renewed may go past those that we would give."""
PAUSA = 20.0
"""Most seconds between two signs of work, when nobody has measured them: more is a pause, or a clock that was set."""
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


def esame(lotto: str) -> Blocco:
    """Return the batch that examines the table of a lotto."""
    return _batch(lotto, 0, 0, esamina=True)


def _batch(lotto: str, dal: int, al: int, *, unisce: bool = False, esamina: bool = False) -> Blocco:
    kind = {"unisce": unisce, "esamina": esamina}
    return Blocco(lotto=lotto, dal=dal, al=al, stato=StatoBlocco.DA_FARE, tentativi=0, scade=0.0, **kind)


def prendi(m: Magazzino, lotto: str | None = None) -> Blocco | None:
    """Take the next batch to do, or one whose lease ran out, under a new token; None when there is none.

    A table is examined before rows are made; the batch that joins a lotto comes when all the others of it are done.
    """
    with m.lettura() as session:  # who has nothing to do keeps nobody waiting
        if session.scalar(_next(time.time(), lotto, set())) is None:
            return None
    holder = m.presenza
    with m.scrittura() as session:
        with tradotto(m.folder, suo=True):  # now that nobody else takes one
            # ours is none of those: who asks for a batch has none in hand
            alive = vivi(m.folder) - {holder}
        now = time.time()
        taken = session.scalar(_next(now, lotto, alive))
        if taken is None:
            return None
        if taken.stato == StatoBlocco.DA_FARE:
            taken.tentativi += 1  # another's may be alive, and the clock wrong: that is no attempt
        taken.stato, taken.scade, taken.gettone = StatoBlocco.PRESO, now + PRESTITO, secrets.token_hex(16)
        taken.tenuto = holder
        return taken


def _next(now: float, lotto: str | None, alive: Collection[str]) -> Select[Blocco]:
    """Return what finds the next batch to do: none of those that are in the hands of who is alive, whatever the clock.

    By the clock expire those of whom cannot be asked: of another machine.
    """
    other = aliased(Blocco)
    undone = exists().where(other.lotto == Blocco.lotto, other.stato != StatoBlocco.FATTO, other.unisce.is_(False))
    # one that lasts longer than any lease was given before the clock was set back
    over = (Blocco.scade < now) | (Blocco.scade > now + PRESTITO + SCARTO)
    over &= Blocco.tenuto.is_(None) | Blocco.tenuto.not_in(alive)
    free = (Blocco.stato == StatoBlocco.DA_FARE) | ((Blocco.stato == StatoBlocco.PRESO) & over)
    wanted = select(Blocco).where(free, ~(Blocco.unisce & undone))
    if lotto is not None:
        wanted = wanted.where(Blocco.lotto == lotto)
    return wanted.order_by(Blocco.esamina.is_not(True), Blocco.id).limit(1)


def lotto_del_blocco(m: Magazzino, blocco: Blocco) -> Lotto:
    """Return the lotto of a batch."""
    with m.lettura() as session:
        return session.get_one(Lotto, blocco.lotto)


def righe_del_blocco(m: Magazzino, blocco: Blocco) -> tuple[Lotto, list[Riga]]:
    """Return the lotto of a batch and its rows still to make."""
    with m.lettura() as session:
        rows = select(Riga).where(
            Riga.lotto == blocco.lotto, Riga.numero.between(blocco.dal, blocco.al), Riga.stato == StatoRiga.DA_FARE
        )
        return session.get_one(Lotto, blocco.lotto), list(session.scalars(rows.order_by(Riga.numero)))


def dividi(m: Magazzino, blocco: Blocco) -> bool:
    """Make each row left in a batch a batch of its own, so that one that kills its worker fails alone."""
    with m.scrittura() as session:
        if not nostro(session, blocco, {"stato": StatoBlocco.FATTO}):
            return False
        left = select(Riga.numero).where(
            Riga.lotto == blocco.lotto, Riga.numero.between(blocco.dal, blocco.al), Riga.stato == StatoRiga.DA_FARE
        )
        for number in session.scalars(left):
            session.add(_batch(blocco.lotto, number, number))
        return True


def rinnova(m: Magazzino, blocco: Blocco, secondi: float = PAUSA) -> bool:
    """Renew a lease, after so many seconds of work; False when the batch is no longer ours."""
    with m.scrittura() as session:
        _work_goes_on(session, blocco.lotto, secondi)
        return nostro(session, blocco, {"scade": time.time() + PRESTITO})


def consegna(  # noqa: PLR0913 - what was made, and how
    m: Magazzino,
    blocco: Blocco,
    pacco: str,
    fatte: Sequence[Fatta],
    fallite: Mapping[int, str],
    *,
    secondi: float = PAUSA,
) -> bool:
    """Enter what was made of a batch, after so many seconds; False, and nothing entered, when it is no longer ours.

    `fallite` are the rows that could not be made, each with why, as its faults are kept.
    """
    with m.scrittura() as session:
        if not nostro(session, blocco, {"stato": StatoBlocco.FATTO}):
            return False
        entered = {"lotto": blocco.lotto, "stato": StatoRiga.FATTA, "pacco": pacco}
        made = [entered | asdict(row) for row in fatte]
        if made:
            session.execute(update(Riga), made)
        for number, why in fallite.items():
            _set(session, blocco.lotto, [number], StatoRiga.FALLITA, difetti=why)
        _work_goes_on(session, blocco.lotto, secondi)
        return True


def concludi(m: Magazzino, blocco: Blocco, stato: StatoLotto = StatoLotto.PRONTO, **values: Any) -> bool:
    """Enter that a lotto has been joined, or could not be; False when the batch is no longer ours."""
    with m.scrittura() as session:
        if not nostro(session, blocco, {"stato": StatoBlocco.FATTO}):
            return False
        done = {"stato": stato, "finito": time.time(), **values}
        session.execute(update(Lotto).where(Lotto.id == blocco.lotto).values(done))
        return True


def nostro(session: Session, blocco: Blocco, values: Mapping[str, Any]) -> bool:
    """Change a batch if it is still ours; return whether it is."""
    mine = update(Blocco).where(
        Blocco.id == blocco.id, Blocco.gettone == blocco.gettone, Blocco.stato == StatoBlocco.PRESO
    )
    return bool(session.execute(mine.values(values)).rowcount)  # type: ignore[attr-defined]


def _work_goes_on(session: Session, lotto: str, secondi: float) -> None:
    """Add to the time for which a lotto was worked at that since the last sign of it.

    Others work at it too: the time of all is that of the clock, and at most what who gives this sign has measured.
    """
    of, now = session.get(Lotto, lotto), time.time()
    if of is not None:
        since = of.misurato or of.avviato or now
        of.trascorso = (of.trascorso or 0.0) + min(max(now - since, 0.0), secondi)
        of.misurato = now


def _set(session: Session, lotto: str, numbers: Sequence[int], state: StatoRiga, **values: Any) -> None:
    rows = update(Riga).where(Riga.lotto == lotto, Riga.numero.in_(numbers), Riga.stato == StatoRiga.DA_FARE)
    session.execute(rows.values(stato=state, **values))
