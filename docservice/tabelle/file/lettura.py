r"""Read a table sent by somebody, whatever its kind: the file tells it by how it begins.

`leggi(b"Cognome;CF\r\nBinti;BNTCRL71C54A794Q\r\n", nomi)` → a `Foglio` of two rows; of JSON Lines, `Oggetti`. It is
read inside the fence (`allegati.recinto`), whatever it is, and comes through it as data (`tabelle.file.passaggio`).
`nomi` are the keys of the columns that are looked for (`colonne.nomi`).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from docservice.allegati.recinto import Limiti, OltreIlRecinto, nel_recinto
from docservice.tabelle.file.da_csv import leggi_csv
from docservice.tabelle.file.da_jsonl import Oggetti, leggi_jsonl, linee, sono_righe
from docservice.tabelle.file.passaggio import NonTabella, da_dati, in_dati, righe_in_dati
from docservice.tabelle.foglio import Foglio, TabellaIllegibile
from docservice.tabelle.testi.codifica import decodifica, larga

LIMITI: Final = Limiti(secondi=60.0, processore=30, memoria=1024 * 1024 * 1024)
"""Of the process that reads a table: the largest takes a third of them."""
_HEAD: Final = 1024
"""Bytes by which the kind is told of what is no table."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_RESAVE: Final = "va aperto con Excel o LibreOffice e salvato di nuovo come «Cartella di lavoro di Excel (.xlsx)»"
_OTHERS: Final = {
    b"%pdf": "è un PDF",
    b"\x89png": "è un’immagine",
    b"\xff\xd8\xff": "è un’immagine",
    b"gif8": "è un’immagine",
    b"{\\rtf": "è un testo RTF",
    b"\x1f\x8b": "è un archivio compresso, che va aperto",
    b"rar!": "è un archivio RAR, che va aperto",
    b"7z\xbc\xaf": "è un archivio 7z, che va aperto",
    b"[": "è una lista JSON; gli oggetti vanno scritti uno per riga, senza parentesi quadre attorno",
    b"<?mso-application": f"è un foglio XML di Excel 2003; {_RESAVE}",
    b"<?xml": f"è XML, forse un foglio di Excel 2003; {_RESAVE}",
    b"<": f"è una pagina web (HTML), anche se il nome è quello di un foglio di Excel; {_RESAVE}",
}
"""How files that are no table begin, in small letters, and what they are."""


def leggi(contenuto: bytes, nomi: Collection[str] = ()) -> Foglio | Oggetti:
    """Return the rows of a file; raise `TabellaIllegibile`, `Occupato`."""
    try:
        return da_dati(nel_recinto(leggi_dentro, contenuto, list(nomi), limiti=LIMITI, errori=[TabellaIllegibile]))
    except (OltreIlRecinto, NonTabella):
        raise TabellaIllegibile(
            "Il file è troppo grande, o troppo complesso, per essere letto: vanno tolti le righe, le colonne e i fogli"
            " che non servono, anche vuoti, oppure va salvato in CSV."
        ) from None


def leggi_dentro(contenuto: bytes, nomi: Collection[str] = ()) -> list[Any]:
    """Return the rows of a file, as data; runs inside the fence, which loads what reads workbooks only for one."""
    known = frozenset(nomi)
    if contenuto.startswith((b"PK", _OLE)):
        from docservice.tabelle.file.da_xlsx import leggi_xlsx  # noqa: PLC0415 - a tenth of a second

        return in_dati(leggi_xlsx(contenuto, known))
    for start, what in _OTHERS.items():
        if contenuto[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(start):
            raise TabellaIllegibile(
                f"Il file non è una tabella: {what}. Servono un XLSX, un CSV, o JSON Lines (un oggetto per riga)."
            )
    notes: tuple[str, ...] = ()
    lines = contenuto.rstrip(b"\x1a\r\n")
    if larga(contenuto):
        text, notes = decodifica(contenuto)
        lines = text.encode("utf-8", "surrogatepass")
    if sono_righe(lines):
        return righe_in_dati(leggi_jsonl(lines), [line for _, line in linee(lines)], notes)
    return in_dati(leggi_csv(contenuto, known))
