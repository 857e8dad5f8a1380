r"""Read a table sent by somebody, whatever its kind: the file tells it by how it begins.

`leggi(b"Cognome;CF\r\nBinti;BNTCRL71C54A794Q\r\n")` → a `Foglio` of two rows; of JSON Lines, a list of `Oggetto`. It is
read inside the fence (`allegati.recinto`), whatever it is, and comes through it as data (`tabelle.passaggio`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docservice.allegati.recinto import Limiti, OltreIlRecinto, nel_recinto
from docservice.tabelle.da_csv import leggi_csv
from docservice.tabelle.da_jsonl import Oggetto, leggi_jsonl, linee, sono_righe
from docservice.tabelle.foglio import Foglio, TabellaIllegibile
from docservice.tabelle.passaggio import NonTabella, da_dati, in_dati, righe_in_dati

LIMITI: Final = Limiti(secondi=60.0, processore=30, memoria=1024 * 1024 * 1024)
"""Of the process that reads a table: the largest takes a third of them."""
_HEAD: Final = 1024
"""Bytes by which the kind is told of what is no table."""


def leggi(contenuto: bytes) -> Foglio | Sequence[Oggetto]:
    """Return the rows of a file; raise `TabellaIllegibile`, `Occupato`."""
    try:
        return da_dati(nel_recinto(leggi_dentro, contenuto, limiti=LIMITI, errori=[TabellaIllegibile]))
    except (OltreIlRecinto, NonTabella):
        raise TabellaIllegibile(
            "Il file è troppo grande, o troppo complesso, per essere letto: vanno tolti le righe, le colonne e i fogli"
            " che non servono, anche vuoti, oppure va salvato in CSV."
        ) from None


def leggi_dentro(contenuto: bytes) -> list[Any]:
    """Return the rows of a file, as data; runs inside the fence, which loads what reads workbooks only for one."""
    if contenuto.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        from docservice.tabelle.da_xlsx import leggi_xlsx  # noqa: PLC0415 - a tenth of a second

        return in_dati(leggi_xlsx(contenuto))
    if sono_righe(contenuto):
        return righe_in_dati(leggi_jsonl(contenuto), [line for _, line in linee(contenuto)])
    start = contenuto[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"[", b"<")):
        raise TabellaIllegibile(
            "Il file non è una tabella: servono un XLSX, un CSV, o JSON Lines (un oggetto per riga)."
        )
    return in_dati(leggi_csv(contenuto))
