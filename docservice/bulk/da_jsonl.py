"""Read JSON Lines: an object a line, with the fields of the schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docservice.bulk.foglio import MAX_RIGHE, TabellaIllegibile
from docservice.modelli.da_json import leggi_json
from docservice.modelli.lettura import CorpoIllegibile


@dataclass(frozen=True, slots=True)
class Oggetto:
    """An object and the number of its line, from 1."""

    numero: int
    valori: dict[str, Any]


def leggi_jsonl(contenuto: bytes) -> list[Oggetto]:
    """Return the objects; raise `TabellaIllegibile` at the first line that is none."""
    found = []
    for number, line in enumerate(contenuto.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            value = leggi_json(line)
        except CorpoIllegibile as error:
            raise TabellaIllegibile(f"Alla riga {number}: {error}") from None
        if not isinstance(value, dict):
            raise TabellaIllegibile(f"Alla riga {number} serve un oggetto, con i suoi campi fra parentesi graffe.")
        found.append(Oggetto(number, value))
        if len(found) > MAX_RIGHE:
            raise TabellaIllegibile(f"Le righe sono più di {MAX_RIGHE}, che sono il massimo: vanno divise in più file.")
    if not found:
        raise TabellaIllegibile("Il file è vuoto: serve almeno un oggetto JSON, uno per riga.")
    return found
