"""A file sent for a lotto: read by its kind, verified, entered; the one way in of every edge.

`invia(m, "did", contenuto, condivisi={"luogo": "Milano", …})` → the id of the lotto, and the `Verifica` of its table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docservice import service
from docservice.lotti import lotto
from docservice.modelli.catalogo import modello
from docservice.store.base import Magazzino
from docservice.tabelle.difetto import CONDIVISI, Difetto
from docservice.tabelle.lettura import leggi
from docservice.tabelle.verifica import Verifica, verifica


class TabellaErrata(ValueError):  # noqa: N818 - in the words of the field
    """The table has faults as a whole: columns missing, merged cells, no row, shared data that are wrong."""

    def __init__(self, difetti: Sequence[Difetto]) -> None:
        super().__init__(f"{len(difetti)} difetti nella tabella")
        self.difetti = list(difetti)


class UnioneImpossibile(ValueError):  # noqa: N818
    """The documents cannot be joined as asked; the message says what can be done."""


def invia(  # noqa: PLR0913 - what a lotto is, all by name
    m: Magazzino,
    slug: str,
    contenuto: bytes,
    *,
    condivisi: Mapping[str, Any],
    formato: str = service.DA_FIRMARE[0],
    unione: str = service.ZIP,
    chiave: str | None = None,
) -> tuple[str, Verifica]:
    """Enter the lotto of a file; return its id and the table as verified.

    Raises `UnioneImpossibile`, `ModelloIgnoto`, `TabellaIllegibile`, `TabellaErrata`, `ChiaveUsata`.
    """
    if unione == service.PDF != formato:
        raise UnioneImpossibile("In un solo PDF si uniscono i documenti in formato pdf: va scelto quello, o «zip».")
    found = verifica(modello(slug), leggi(contenuto), condivisi)
    general = [fault for fault in found.difetti if fault.riga is None]
    if not found.letta or any(fault.codice == CONDIVISI for fault in general):
        raise TabellaErrata(general)
    return lotto.crea(m, found, formato, unione, chiave), found
