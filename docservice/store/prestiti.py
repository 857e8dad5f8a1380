"""Leases given back before their time: by who has them in hand, or for who died with them.

`libera_spariti(m)` → `2` when two batches were in the hands of a process that lives no more; now anybody may take them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update

from docservice.store.base import Magazzino
from docservice.store.presenze import dimentica_spariti, vivi
from docservice.store.salute import tradotto
from docservice.store.schema import Blocco, StatoBlocco


def rendi(m: Magazzino, blocco: Blocco | None = None, *, conta: bool = False) -> int:
    """Give back a batch of ours, or all: what stopped us was none of its doing, unless it counts (`conta`)."""
    mine = [Blocco.gettone == blocco.gettone] if blocco is not None else [Blocco.tenuto == m.presenza]
    return _free(m, mine, conta=conta)


def libera_spariti(m: Magazzino, *, conta: bool = True, attesa: float | None = None) -> int:
    """Free the batches in the hands of processes that live no more; return how many.

    That a batch was begun counts, for it may be what kills who begins it; not when they were stopped on purpose.
    """
    with m.lettura() as session:
        held = select(Blocco.tenuto).where(Blocco.stato == StatoBlocco.PRESO, Blocco.tenuto.is_not(None))
        holders = set(session.scalars(held.distinct()))
    with tradotto(m.folder, suo=True):
        gone = holders - vivi(m.folder)
    freed = _free(m, [Blocco.tenuto.in_(gone)], conta=conta, attesa=attesa) if gone else 0
    with tradotto(m.folder, suo=True):
        dimentica_spariti(m.folder)
    return freed


def _free(m: Magazzino, which: list[Any], *, conta: bool, attesa: float | None = None) -> int:
    free: dict[str, Any] = {"stato": StatoBlocco.DA_FARE, "scade": 0.0, "tenuto": None, "gettone": None}
    if not conta:
        free["tentativi"] = Blocco.tentativi - 1
    with m.scrittura(attesa) as session:
        taken = update(Blocco).where(Blocco.stato == StatoBlocco.PRESO, *which)
        return int(session.execute(taken.values(free)).rowcount)  # type: ignore[attr-defined]
