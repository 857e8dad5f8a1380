r"""Read a table sent by somebody, whatever its kind: the file tells it by how it begins.

`leggi(b"Cognome;CF\r\nBinti;BNTCRL71C54A794Q\r\n")` → a `Foglio` of two rows; of JSON Lines, a list of `Oggetto`.
"""

from __future__ import annotations

from collections.abc import Sequence

from docservice.tabelle.da_csv import leggi_csv
from docservice.tabelle.da_jsonl import Oggetto, leggi_jsonl, sono_righe
from docservice.tabelle.da_xlsx import leggi_xlsx
from docservice.tabelle.foglio import Foglio, TabellaIllegibile


def leggi(contenuto: bytes) -> Foglio | Sequence[Oggetto]:
    """Return the rows of a file; raise `TabellaIllegibile`."""
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
