"""A table examined becomes a lotto: rows with a state each, batches for the workers, the faulty sheet kept beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.tabelle.celle import semplice
from docservice.tabelle.colonne import SOGGETTO
from docservice.tabelle.foglio import Foglio
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.verifica import Esame
from docservice.versions import versioni

_LONGEST_NAME = 80


def crea(m: Magazzino, esame: Esame, formato: str, unione: str, chiave: str | None = None) -> str:
    """Enter a lotto with the rows of a table that has no fault as a whole; return its id.

    Raises `ChiaveUsata`.
    """
    told: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for fault in esame.difetti:
        # what the law says of the whole list is said of its only document
        told[fault.riga or 0].append(fault.as_dict())
    rows = [
        lotti.NuovaRiga(number, nome(esame, number, payload, formato), payload)
        for number, payload in esame.documenti.items()
    ]
    rows += [lotti.NuovaRiga(number, "", None, faults) for number, faults in told.items()]
    rows.sort(key=lambda row: row.numero)
    kind = {"modello": esame.tipo.id, "formato": formato, "unione": unione}
    made = lotti.crea(m, kind, versioni(esame.tipo), rows, chiave=chiave, note=esame.note)
    if esame.difetti:
        errori(m, made, esame.foglio).write_bytes(restituisci(esame))
    return made


def errori(m: Magazzino, lotto: str, foglio: Foglio | Any = None) -> Path:
    """Return where the faulty sheet of a lotto lies; its kind is told by `foglio`, or by what is there."""
    if foglio is not None:
        kind = foglio.tipo if isinstance(foglio, Foglio) else "jsonl"
        return m.risultati / f"{lotto}.errori.{kind}"
    return next(m.risultati.glob(f"{lotto}.errori.*"), m.risultati / f"{lotto}.errori")


def nome(esame: Esame, numero: int, payload: Mapping[str, Any], formato: str) -> str:
    """Return the file name of a row's document: its number, and the person if there is one."""
    person = payload.get(SOGGETTO)
    if numero == 0 or not isinstance(person, Mapping):
        return f"{esame.tipo.id}{f'-{numero:05}' if numero else ''}.{formato}"
    words = "-".join(semplice(f"{person.get('cognome', '')} {person.get('nome', '')}").split())
    return f"{numero:05}-{words[:_LONGEST_NAME]}.{formato}"
