"""A lotto enters the database: first as it was sent, then, its table examined, with its rows and their batches.

`deposita(m, lotto, {"modello": "did", "formato": "pdf", "unione": "zip"}, Carico(…))` → the id of the lotto.
Sent again with the same key, it is the same lotto.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from docservice.store import carichi
from docservice.store.base import Magazzino
from docservice.store.blocchi import concludi, esame, nostro, nuovi
from docservice.store.carichi import Carico
from docservice.store.guasti import Guasto, MagazzinoGuasto
from docservice.store.pacchi import WHERE, cancella, riusa
from docservice.store.salute import salute
from docservice.store.schema import Blocco, Lotto, Riga, StatoBlocco, StatoLotto, StatoRiga

DURATA = 7 * 24 * 3600.0
"""Seconds for which a lotto is kept."""
_PART = 2000
"""Rows entered at a time."""


class ChiaveUsata(ValueError):  # noqa: N818 - in the words of the field
    """The idempotency key came before, with something else."""


class CodaPiena(Exception):  # noqa: N818
    """As many tables as may wait to be examined do."""


@dataclass(frozen=True, slots=True)
class NuovaRiga:
    """A row to enter: with a payload to render, or with faults instead; with doubts, in either case."""

    numero: int
    nome: str
    dati: Mapping[str, Any] | None
    difetti: Sequence[Mapping[str, Any]] = ()
    avvisi: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Esito:
    """What an examined table says besides its rows: notes, doubts about it as a whole, what its columns became."""

    note: Sequence[str] = ()
    avvisi: Sequence[Mapping[str, Any]] = ()
    colonne: Sequence[Mapping[str, Any]] = ()

    def valori(self) -> dict[str, str | None]:
        """Return it as a lotto holds it."""
        told = {"note": self.note, "avvisi": self.avvisi, "colonne": self.colonne}
        return {name: _json(said) if said else None for name, said in told.items()}


def impronta(key: bytes, *parts: Any) -> str:
    """Return the keyed hash of some values: it tells whether they are the same, and nothing of what they are."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def deposita(  # noqa: PLR0913 - what a lotto is
    m: Magazzino,
    id_: str,
    lotto: Mapping[str, str],
    carico: Carico,
    *,
    chiave: str | None = None,
    coda: int | None = None,
) -> str:
    """Enter a lotto (`modello`, `formato`, `unione`) as it was sent, under an id; return it, or that of before.

    Raises `ChiaveUsata`, and `CodaPiena` when `coda` others wait to be examined.
    """
    now = time.time()
    sent = [hashlib.sha256(one).hexdigest() for one in (carico.tabella, carico.comune)]
    whole = impronta(m.key, dict(lotto), *sent, *([] if carico.nascoste is None else [carico.nascoste]))
    key = None if chiave is None else impronta(m.key, chiave)
    queued = select(func.count(Blocco.id)).where(Blocco.esamina.is_(True), Blocco.stato != StatoBlocco.FATTO)
    again = select(Lotto).where(Lotto.chiave == key)
    with m.lettura() as session:
        before = None if key is None else session.scalar(again)
        waiting = session.scalar(queued) or 0
    if before is None:
        if coda is not None and waiting >= coda:
            raise CodaPiena
        if salute(m.folder) is Guasto.CORROTTO:  # what a writer may not see: here it would be lost with the rest
            raise MagazzinoGuasto(Guasto.CORROTTO)
        try:
            carichi.scrivi(m, id_, carico)
            with m.scrittura() as session:
                before = None if key is None else session.scalar(again)
                if before is None:
                    times = {"creato": now, "avviato": now, "misurato": now, "scade": now + DURATA}
                    state = {"stato": StatoLotto.IN_CORSO, "righe": 0, "gia_fatte": 0, "trascorso": 0.0}
                    session.add(Lotto(id=id_, chiave=key, impronta=whole, **lotto, **times, **state))
                    session.flush()
                    session.add(esame(id_))
                    return id_
        except BaseException:
            carichi.cancella(m, id_)
            raise
        carichi.cancella(m, id_)  # another call with the same key went before
    if before.impronta != whole:
        raise ChiaveUsata
    return before.id


def entra(m: Magazzino, blocco: Blocco, versioni: Mapping[str, str], righe: Sequence[NuovaRiga], esito: Esito) -> bool:
    """Enter the rows of a batch's lotto, examined, and what else its table says; False when it is no longer ours.

    A row whose document was made before, and is still kept, is made already.
    """
    with m.lettura() as session:
        of = session.get_one(Lotto, blocco.lotto)
    # ready before the database is held: others wait for it
    entered = [_row(m.key, of, versioni, row) for row in righe]
    pack = riusa(m, of.id, entered)
    kept = False
    try:
        # a part at a time: others wait for it; it counts once the lotto says how many rows it has
        for start in range(0, len(entered), _PART):
            with m.scrittura() as session:
                if not nostro(session, blocco, {"tenuto": m.presenza}):
                    return False
                if not start:
                    session.execute(delete(Riga).where(Riga.lotto == of.id))  # of who died here before
                session.execute(insert(Riga), entered[start : start + _PART])
        with m.scrittura() as session:
            if not nostro(session, blocco, {"stato": StatoBlocco.FATTO}):
                return False
            made, now = sum(row["stato"] == StatoRiga.FATTA for row in entered), time.time()
            going = {"righe": len(righe), "avviato": now, "misurato": now, "gia_fatte": made}
            going |= {"con_avvisi": sum(bool(row.avvisi) for row in righe), "riusate": made}
            session.execute(update(Lotto).where(Lotto.id == of.id).values(going | esito.valori()))
            session.add_all(nuovi(of.id, [row["numero"] for row in entered if row["stato"] == StatoRiga.DA_FARE]))
        kept = True
    finally:
        if not kept and pack is not None:
            cancella(pack)
    carichi.cancella(m, of.id)
    return True


def rifiuta(m: Magazzino, blocco: Blocco, errori: Sequence[Mapping[str, str]], esito: Esito | None = None) -> bool:
    """Enter why the table of a lotto cannot be taken: the lotto is over. False when the batch is no longer ours."""
    if not concludi(m, blocco, StatoLotto.FALLITO, errori=_json(errori), **(esito or Esito()).valori()):
        return False
    carichi.cancella(m, blocco.lotto)
    return True


def _row(key: bytes, lotto: Lotto, versioni: Mapping[str, str], row: NuovaRiga) -> dict[str, Any]:
    """Return a row as it is entered."""
    entered: dict[str, Any] = dict.fromkeys(("dati", "difetti", "avvisi", "impronta", *WHERE))
    entered |= {"lotto": lotto.id, "numero": row.numero, "nome": row.nome, "stato": StatoRiga.ERRATA}
    if row.avvisi:
        entered["avvisi"] = _json(row.avvisi)
    if row.dati is None:
        return entered | {"difetti": _json(row.difetti)}
    text = json.dumps(row.dati, ensure_ascii=False)
    mark = impronta(key, lotto.modello, lotto.formato, dict(versioni), json.loads(text))
    return entered | {"dati": text, "impronta": mark, "stato": StatoRiga.DA_FARE}


def _json(told: Sequence[Any]) -> str:
    return json.dumps(list(told), ensure_ascii=False)
