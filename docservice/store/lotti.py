"""The life of a lotto in the database: made, taken batch by batch, joined, kept for a while, gone.

The rows are the truth. A worker takes a batch under a lease and a token; what it made counts only if the token is
still the batch's when it comes back, so that a row is never made twice however many workers die.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import delete, exists, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from docservice.store.base import Magazzino
from docservice.store.schema import Blocco, Lotto, Riga, StatoBlocco, StatoLotto, StatoRiga

BLOCCHI, PICCOLO, GRANDE = 20, 5, 50
"""Batches that a lotto makes if it can, so that all workers have some; the fewest and the most rows of one."""
PRESTITO = 60.0
"""Seconds of a lease; a worker renews it after each row."""
TENTATIVI = 3
"""Times a batch is begun, before the rows that are left in it are given up as failed."""
_WHERE = ("pacco", "inizio", "lunghezza", "sha256")
_ASKED = 500
"""Rows looked up at a time."""
DURATA = 7 * 24 * 3600.0
"""Seconds for which a lotto is kept."""


class ChiaveUsata(ValueError):  # noqa: N818 - in the words of the field
    """The idempotency key came before, with something else."""


@dataclass(frozen=True, slots=True)
class NuovaRiga:
    """A row to enter: with a payload to render, or with faults instead."""

    numero: int
    nome: str
    dati: Mapping[str, Any] | None
    difetti: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Fatta:
    """A row made: where its document lies in the pack, and whether it was laid out in full, where others are copies."""

    numero: int
    inizio: int
    lunghezza: int
    sha256: str
    per_intero: bool = False


def impronta(key: bytes, *parts: Any) -> str:
    """Return the keyed hash of some values: it tells whether they are the same, and nothing of what they are."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def crea(  # noqa: PLR0913 - what a lotto is
    m: Magazzino,
    lotto: Mapping[str, str],
    versioni: Mapping[str, str],
    righe: Sequence[NuovaRiga],
    *,
    chiave: str | None = None,
    note: Sequence[str] = (),
) -> str:
    """Enter a lotto (`modello`, `formato`, `unione`) with its rows, batches and notes; return its id.

    A row whose document was made before, and is still kept, is made already. Raises `ChiaveUsata`.
    """
    now = time.time()
    whole = impronta(m.key, dict(lotto), [(row.numero, row.dati, list(row.difetti)) for row in righe])
    key = None if chiave is None else impronta(m.key, chiave)
    made = secrets.token_hex(16)
    # ready before the database is held: others wait for it
    entered = [_row(m.key, made, lotto, versioni, row) for row in righe]
    with m.sessione() as session:
        if key is not None and (before := session.scalar(select(Lotto).where(Lotto.chiave == key))):
            if before.impronta != whole:
                raise ChiaveUsata
            return before.id
        _reuse(session, entered)
        todo = [row["numero"] for row in entered if row["stato"] == StatoRiga.DA_FARE]
        session.add(
            Lotto(
                id=made,
                stato=StatoLotto.IN_CORSO,
                righe=len(righe),
                note=json.dumps(list(note), ensure_ascii=False),
                creato=now,
                avviato=now,
                gia_fatte=sum(row["stato"] == StatoRiga.FATTA for row in entered),
                finito=None,
                scade=now + DURATA,
                chiave=key,
                impronta=whole,
                **lotto,
            )
        )
        session.flush()
        if entered:
            session.execute(insert(Riga), entered)
        session.add_all(_batches(made, todo))
    return made


def _row(
    key: bytes, made: str, lotto: Mapping[str, str], versioni: Mapping[str, str], row: NuovaRiga
) -> dict[str, Any]:
    """Return a row as it is entered."""
    entered: dict[str, Any] = dict.fromkeys(("dati", "difetti", "impronta", *_WHERE))
    entered |= {"lotto": made, "numero": row.numero, "nome": row.nome, "stato": StatoRiga.ERRATA}
    if row.dati is None:
        return entered | {"difetti": json.dumps(list(row.difetti), ensure_ascii=False)}
    text = json.dumps(row.dati, ensure_ascii=False, default=str)
    mark = impronta(key, lotto["modello"], lotto["formato"], dict(versioni), json.loads(text))
    return entered | {"dati": text, "impronta": mark, "stato": StatoRiga.DA_FARE}


def _reuse(session: Session, entered: Sequence[dict[str, Any]]) -> None:
    """Mark as made the rows whose document was made before, and is still kept."""
    marks = [row["impronta"] for row in entered if row["impronta"] is not None]
    before: dict[str, Riga] = {}
    for start in range(0, len(marks), _ASKED):
        some = select(Riga).where(Riga.impronta.in_(marks[start : start + _ASKED]), Riga.stato == StatoRiga.FATTA)
        before |= {str(row.impronta): row for row in session.scalars(some)}
    for row in entered:
        if (found := before.get(row["impronta"])) is not None:
            row |= {"stato": StatoRiga.FATTA, **{name: getattr(found, name) for name in _WHERE}}


def _batches(lotto: str, numbers: Sequence[int]) -> Iterator[Blocco]:
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
        session.add_all(_batches(lotto, numbers))
        done = select(func.count()).where(Riga.lotto == lotto, Riga.stato == StatoRiga.FATTA).scalar_subquery()
        going = {"stato": StatoLotto.IN_CORSO, "finito": None, "avviato": time.time(), "gia_fatte": done}
        session.execute(update(Lotto).where(Lotto.id == lotto).values(going))
        return len(numbers)
