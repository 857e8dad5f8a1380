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
from docservice.tabelle.da_csv import leggi_csv
from docservice.tabelle.da_jsonl import Oggetto, leggi_jsonl, sono_righe
from docservice.tabelle.da_xlsx import leggi_xlsx
from docservice.tabelle.difetto import CONDIVISI, Difetto
from docservice.tabelle.foglio import Foglio, TabellaIllegibile
from docservice.tabelle.verifica import Verifica, verifica


class TabellaErrata(ValueError):  # noqa: N818 - in the words of the field
    """The table has faults as a whole: columns missing, merged cells, no row, shared data that are wrong."""

    def __init__(self, difetti: Sequence[Difetto]) -> None:
        super().__init__(f"{len(difetti)} difetti nella tabella")
        self.difetti = list(difetti)


class UnioneImpossibile(ValueError):  # noqa: N818
    """The documents cannot be joined as asked; the message says what can be done."""


def leggi(contenuto: bytes) -> Foglio | Sequence[Oggetto]:
    """Return the rows of a file, which tells its kind by how it begins; raise `TabellaIllegibile`."""
    if contenuto.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return leggi_xlsx(contenuto)
    if sono_righe(contenuto):
        return leggi_jsonl(contenuto)
    start = contenuto.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"[", b"<")):
        raise TabellaIllegibile(
            "Il file non è una tabella: servono un XLSX, un CSV, o JSON Lines (un oggetto per riga)."
        )
    return leggi_csv(contenuto)


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
