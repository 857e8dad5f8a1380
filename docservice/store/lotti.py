"""A lotto in the database, once it has entered (`ingresso`) and its batches are being made (`blocchi`).

`conta(m, lotto)` → the lotto, and `{"fatta": 40, "da_fare": 60}`; `riprova(m, lotto)` sets what failed going again.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import defer

from docservice.store import carichi
from docservice.store.base import Magazzino
from docservice.store.blocchi import nuovi
from docservice.store.guasti import Guasto, MagazzinoGuasto
from docservice.store.riserva import con_riserva
from docservice.store.schema import PERDUTO, Blocco, Lotto, Riga, StatoLotto, StatoRiga

_ASKED = 500
"""Rows looked up at a time."""
_SOON = 0.2
"""Seconds for which it is worth to wait to say how far one has come."""
_STOPS = 10
"""Times a lotto stood still that it remembers, the last ones."""


class NonRiprendibile(ValueError):  # noqa: N818 - in the words of the field
    """The lotto has no row to make: its table was not taken, or was never examined."""


def conta(m: Magazzino, lotto: str) -> tuple[Lotto, dict[str, int]] | None:
    """Return a lotto, how many of its rows are in each state, how many `per_intero`; None when there is none."""
    with m.lettura() as session:
        found = session.get(Lotto, lotto)
        if found is None or found.scade == PERDUTO:
            return None
        if not found.righe:
            return found, {}  # of a table that is being examined, some may be there
        asked = select(Riga.stato, func.count(), func.count().filter(Riga.per_intero.is_(True)))
        counted = session.execute(asked.where(Riga.lotto == lotto).group_by(Riga.stato)).all()
        whole = sum(row[2] for row in counted)
        states = {row[0]: row[1] for row in counted}
        if found.stato == StatoLotto.ANNULLATO and (left := states.pop(StatoRiga.DA_FARE, 0)):
            states[StatoRiga.ANNULLATA] = states.get(StatoRiga.ANNULLATA, 0) + left
        return found, states | ({"per_intero": whole} if whole else {})


def righe(m: Magazzino, lotto: str) -> Iterator[Riga]:
    """Yield the rows of a lotto, in order; some at a time are in memory, and no transaction stays open."""
    last = -1
    while True:
        with m.lettura() as session:
            of = session.get(Lotto, lotto)
            if of is None or not of.righe:
                return
            after = select(Riga).where(Riga.lotto == lotto, Riga.numero > last).order_by(Riga.numero).limit(_ASKED)
            some = list(session.scalars(after))
        if not some:
            return
        yield from some
        last = some[-1].numero


def pagina(  # noqa: PLR0913 - which rows
    m: Magazzino, lotto: str, *, stato: str | None = None, avvisi: bool = False, da: int = 0, quante: int
) -> tuple[int, list[Riga]]:
    """Return how many rows of a lotto are in a state, or have doubts, and so many of them from a place on.

    Found by the indexes, and without their data: it costs as much in a lotto of a hundred thousand rows.
    """
    with m.lettura() as session:
        of = session.get(Lotto, lotto)
        if of is None or not of.righe:
            return 0, []
        wanted = [Riga.lotto == lotto]
        if stato is not None:
            states = {stato}
            if of.stato == StatoLotto.ANNULLATO:  # what is still to do counts as cancelled
                states = {StatoRiga.ANNULLATA, StatoRiga.DA_FARE} if stato == StatoRiga.ANNULLATA else states
                states -= {StatoRiga.DA_FARE} if stato == StatoRiga.DA_FARE else set()
            wanted.append(Riga.stato.in_(states))
        if avvisi:
            wanted.append(Riga.avvisi.is_not(None))
        some = select(Riga.numero).where(*wanted).order_by(Riga.numero).offset(da).limit(quante)
        rows = select(Riga).where(Riga.lotto == lotto, Riga.numero.in_(some)).options(defer(Riga.dati))
        count = session.scalar(select(func.count()).select_from(Riga).where(*wanted)) or 0
        return count, list(session.scalars(rows.order_by(Riga.numero)))


def annulla(m: Magazzino, lotto: str, *, attesa: float | None = None) -> bool:
    """Cancel a lotto in progress: what is being made will not be entered. False when it is over already."""
    return con_riserva(m.folder, lambda: _cancel(m, lotto, attesa))


def _cancel(m: Magazzino, lotto: str, attesa: float | None) -> bool:
    with m.scrittura(attesa) as session:
        going = update(Lotto).where(Lotto.id == lotto, Lotto.stato == StatoLotto.IN_CORSO)
        if not session.execute(going.values(stato=StatoLotto.ANNULLATO, finito=time.time())).rowcount:  # type: ignore[attr-defined]
            return False
        session.execute(delete(Blocco).where(Blocco.lotto == lotto))
    carichi.cancella(m, lotto)
    # each of its rows is written again: of one that is cancelled, what is still to do counts as cancelled anyway
    with suppress(MagazzinoGuasto), m.scrittura(attesa) as session:
        over = select(Lotto.id).where(Lotto.id == lotto, Lotto.stato == StatoLotto.ANNULLATO).exists()
        left = update(Riga).where(Riga.lotto == lotto, Riga.stato == StatoRiga.DA_FARE, over)
        session.execute(left.values(stato=StatoRiga.ANNULLATA))
    return True


def riprova(m: Magazzino, lotto: str) -> int:
    """Set the failed and cancelled rows of a lotto going again, and its joining if that failed; return how many.

    Raises `NonRiprendibile`.
    """
    lost = {StatoRiga.FALLITA, StatoRiga.ANNULLATA}
    with m.scrittura() as session:
        of = session.get_one(Lotto, lotto)
        if not of.righe and of.stato != StatoLotto.IN_CORSO:
            raise NonRiprendibile
        if of.stato == StatoLotto.ANNULLATO:
            lost.add(StatoRiga.DA_FARE)
        again = update(Riga).where(Riga.lotto == lotto, Riga.stato.in_(lost))
        again = again.values(stato=StatoRiga.DA_FARE, difetti=None)
        count = int(session.execute(again).rowcount)  # type: ignore[attr-defined]
        if not count and of.stato != StatoLotto.FALLITO:
            return 0
        left = select(Riga.numero).where(Riga.lotto == lotto, Riga.stato == StatoRiga.DA_FARE)
        numbers = list(session.scalars(left.order_by(Riga.numero)))
        session.execute(delete(Blocco).where(Blocco.lotto == lotto))
        session.add_all(nuovi(lotto, numbers))
        done = select(func.count()).where(Riga.lotto == lotto, Riga.stato == StatoRiga.FATTA)
        now = time.time()
        of.stato, of.finito, of.gia_fatte = StatoLotto.IN_CORSO, None, session.scalar(done)
        of.avviato, of.misurato, of.trascorso = now, now, 0.0
        return count


def annota_esame(m: Magazzino, lotto: str, esaminate: int, di: int, secondi: float) -> None:
    """Note how far the examination of a table has come; where others hold the store, that is for the next time."""
    with suppress(MagazzinoGuasto), m.scrittura(_SOON) as session:
        values = {"esaminate": esaminate, "da_esaminare": di, "esame_secondi": secondi}
        session.execute(update(Lotto).where(Lotto.id == lotto).values(values))


def annota_fermata(m: Magazzino, dal: float, al: float, parte: Guasto) -> None:
    """Note on the lotti that were in progress that the work stood still for a time, and why."""
    # what ended may have done so before the end of the stop was heard of
    going = (Lotto.stato == StatoLotto.IN_CORSO) | (Lotto.finito >= dal)
    with m.scrittura() as session:
        for of in session.scalars(select(Lotto).where(going, Lotto.creato < al)):
            stops = json.loads(of.fermate or "[]")
            of.fermate = json.dumps([*stops, [max(dal, of.creato), al, parte]][-_STOPS:])
