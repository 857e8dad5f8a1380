"""The table of a lotto is examined, as the first of its batches: it becomes rows, or it is refused as a whole.

A table without its column `Cognome` → the lotto is `fallito`, and its `errori` say `/file`, "Manca la colonna…".
"""

from __future__ import annotations

import signal
import time
from collections.abc import Mapping, Sequence
from typing import Any

from docservice.formati.da_json import leggi_json
from docservice.lotti import lotto
from docservice.modelli.catalogo import modello
from docservice.store import blocchi, carichi, ingresso, lotti
from docservice.store.base import Magazzino
from docservice.store.schema import Blocco
from docservice.tabelle.colonne import forma, nomi
from docservice.tabelle.difetto import CONDIVISI, Difetto
from docservice.tabelle.file.lettura import leggi
from docservice.tabelle.foglio import TabellaIllegibile
from docservice.tabelle.giudizio import Avanza
from docservice.tabelle.verifica import Verifica, verifica

TEMPO = 600
"""Seconds after which an examination that is not over ends its worker."""
_EVERY = 1.0
"""Seconds between two notes of how far it has come."""
_TROPPO = (
    "La tabella non si è potuta esaminare: richiede troppo tempo o troppa memoria. Va divisa in tabelle più piccole."
)


class TabellaErrata(ValueError):  # noqa: N818 - in the words of the field
    """The table has faults as a whole: columns missing, merged cells, no row, shared data that are wrong."""

    def __init__(self, difetti: Sequence[Difetto], esito: ingresso.Esito) -> None:
        super().__init__(f"{len(difetti)} difetti nella tabella")
        self.difetti, self.esito = list(difetti), esito


def verificata(
    slug: str,
    contenuto: bytes,
    condivisi: Mapping[str, Any],
    nascoste: str | None = None,
    *,
    avanza: Avanza | None = None,
) -> Verifica:
    """Return a table verified, some of whose rows may be wrong; raise `TabellaIllegibile` or `TabellaErrata`."""
    tipo = modello(slug)
    found = verifica(tipo, leggi(contenuto, nomi(forma(tipo))), condivisi, nascoste, avanza=avanza)
    general = [fault for fault in found.difetti if fault.riga is None]
    if not found.letta or any(fault.codice == CONDIVISI for fault in general):
        doubts = [one.as_dict() for one in found.avvisi if one.riga is None]
        raise TabellaErrata(general, lotto.esito(found, doubts))
    return found


def esamina(m: Magazzino, batch: Blocco) -> bool:
    """Examine the table of a batch's lotto, and enter its rows; False when it was refused, or is no longer ours.

    One that nobody could examine, after some attempts, is refused.
    """
    of = blocchi.lotto_del_blocco(m, batch)
    if batch.tentativi > blocchi.TENTATIVI:
        ingresso.rifiuta(m, batch, [_fault("/file", _TROPPO)])
        return False
    signal.alarm(TEMPO)
    try:
        sent = carichi.leggi(m, of.id)
        progress = _progresso(m, of.id)
        found = verificata(of.modello, sent.tabella, leggi_json(sent.comune), sent.nascoste, avanza=progress)
        return lotto.entra(m, batch, found)
    except TabellaIllegibile as error:
        ingresso.rifiuta(m, batch, [_fault("/file", str(error))])
    except TabellaErrata as error:
        ingresso.rifiuta(m, batch, [_told(one) for one in error.difetti], error.esito)
    finally:
        signal.alarm(0)
    return False


def _progresso(m: Magazzino, of: str) -> Avanza:
    """Return what notes how far an examination has come, at the first row and then every second."""
    begun = noted = time.monotonic()

    def note(done: int, total: int) -> None:
        nonlocal begun, noted
        now = time.monotonic()
        if not done:
            begun = now
        if not done or now > noted + _EVERY:
            lotti.annota_esame(m, of, done, total, now - begun)
            noted = time.monotonic()

    return note


def _told(one: Difetto) -> dict[str, str]:
    place = f"/comune{one.percorso or ''}" if one.codice == CONDIVISI else "/file"
    named = {"campo": one.campo} if one.campo else {}
    return {**_fault(place, one.messaggio), **named, "codice": one.codice}


def _fault(place: str, message: str) -> dict[str, str]:
    return {"percorso": place, "messaggio": message}
