"""A lotto enters the database: its rows, those made before found again, the batches that will make the others.

`crea(m, {"modello": "did", "formato": "pdf", "unione": "zip"}, versioni, [NuovaRiga(2, "00002-binti-carla.pdf", {…})])`
→ the id of the lotto. Sent again with the same key, it is the same lotto.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from docservice.store.base import Magazzino
from docservice.store.blocchi import nuovi
from docservice.store.schema import Lotto, Riga, StatoLotto, StatoRiga

DURATA = 7 * 24 * 3600.0
"""Seconds for which a lotto is kept."""
_WHERE = ("pacco", "inizio", "lunghezza", "sha256")
_ASKED = 500
"""Rows looked up at a time."""


class ChiaveUsata(ValueError):  # noqa: N818 - in the words of the field
    """The idempotency key came before, with something else."""


@dataclass(frozen=True, slots=True)
class NuovaRiga:
    """A row to enter: with a payload to render, or with faults instead."""

    numero: int
    nome: str
    dati: Mapping[str, Any] | None
    difetti: Sequence[Mapping[str, Any]] = ()


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
        session.add_all(nuovi(made, todo))
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
