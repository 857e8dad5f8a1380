"""A lotto in the database, once it has entered (`ingresso`) and its batches are being made (`blocchi`).

`conta(m, lotto)` → the lotto, and `{"fatta": 40, "da_fare": 60}`; `riprova(m, lotto)` sets what failed going again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from sqlalchemy import delete, func, select, update

from docservice.store.base import Magazzino
from docservice.store.blocchi import nuovi
from docservice.store.schema import Blocco, Lotto, Riga, StatoLotto, StatoRiga

_ASKED = 500
"""Rows looked up at a time."""


def conta(m: Magazzino, lotto: str) -> tuple[Lotto, dict[str, int]] | None:
    """Return a lotto, how many of its rows are in each state, how many `per_intero`; None when there is none."""
    with m.sessione() as session:
        found = session.get(Lotto, lotto)
        if found is None:
            return None
        asked = select(Riga.stato, func.count(), func.count().filter(Riga.per_intero.is_(True)))
        counted = session.execute(asked.where(Riga.lotto == lotto).group_by(Riga.stato)).all()
        whole = sum(row[2] for row in counted)
        return found, {row[0]: row[1] for row in counted} | ({"per_intero": whole} if whole else {})


def righe(m: Magazzino, lotto: str) -> Iterator[Riga]:
    """Yield the rows of a lotto, in order; some at a time are in memory, and no transaction stays open."""
    last = -1
    while True:
        with m.sessione() as session:
            after = select(Riga).where(Riga.lotto == lotto, Riga.numero > last).order_by(Riga.numero).limit(_ASKED)
            some = list(session.scalars(after))
        if not some:
            return
        yield from some
        last = some[-1].numero


def annulla(m: Magazzino, lotto: str) -> bool:
    """Cancel a lotto in progress: what is being made will not be entered. False when it is over already."""
    with m.sessione() as session:
        going = update(Lotto).where(Lotto.id == lotto, Lotto.stato == StatoLotto.IN_CORSO)
        if not session.execute(going.values(stato=StatoLotto.ANNULLATO, finito=time.time())).rowcount:  # type: ignore[attr-defined]
            return False
        session.execute(delete(Blocco).where(Blocco.lotto == lotto))
        left = update(Riga).where(Riga.lotto == lotto, Riga.stato == StatoRiga.DA_FARE)
        session.execute(left.values(stato=StatoRiga.ANNULLATA))
        return True


def riprova(m: Magazzino, lotto: str) -> int:
    """Set the failed and cancelled rows of a lotto going again, and its joining if that failed; return how many."""
    with m.sessione() as session:
        again = select(Riga.numero).where(Riga.lotto == lotto, Riga.stato.in_([StatoRiga.FALLITA, StatoRiga.ANNULLATA]))
        numbers = list(session.scalars(again.order_by(Riga.numero)))
        if not numbers and session.get_one(Lotto, lotto).stato != StatoLotto.FALLITO:
            return 0
        session.execute(
            update(Riga).where(Riga.lotto == lotto, Riga.numero.in_(numbers)).values(stato=StatoRiga.DA_FARE)
        )
        session.execute(delete(Blocco).where(Blocco.lotto == lotto))
        session.add_all(nuovi(lotto, numbers))
        done = select(func.count()).where(Riga.lotto == lotto, Riga.stato == StatoRiga.FATTA).scalar_subquery()
        going = {"stato": StatoLotto.IN_CORSO, "finito": None, "avviato": time.time(), "gia_fatte": done}
        session.execute(update(Lotto).where(Lotto.id == lotto).values(going))
        return len(numbers)
