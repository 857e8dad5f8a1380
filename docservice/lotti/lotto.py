"""A table verified becomes a lotto: rows with a state each, batches for the workers, the faulty sheet kept beside.

Of a table whose row 3 is wrong, row 2 is to do and will be `00002-binti-carla.pdf`, row 3 has its faults, and
`<id>.errori.xlsx` is the table with its cells marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from docservice.campi.caratteri import semplice
from docservice.lotti import loghi
from docservice.modelli.persone import nominativo, soggetto
from docservice.store import blocchi, ingresso, privati
from docservice.store.base import Magazzino
from docservice.store.salute import tradotto
from docservice.store.schema import Blocco
from docservice.tabelle.difetto import altri, altri_avvisi
from docservice.tabelle.foglio import Foglio
from docservice.tabelle.ritorno import restituisci
from docservice.tabelle.valori import conservabile
from docservice.tabelle.verifica import Verifica
from docservice.versions import versioni

_LONGEST_NAME = 80


def entra(m: Magazzino, batch: Blocco, verifica: Verifica) -> bool:
    """Enter the rows of a table that has no fault as a whole; False when the batch that examined it is not ours."""
    told: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for fault in verifica.difetti:
        # what the law says of the whole list is said of its only document
        told[fault.riga or 0].append(fault.as_dict())
    for number in verifica.errate - told.keys():
        told[number] = [altri(number).as_dict()]
    formato = blocchi.lotto_del_blocco(m, batch).formato
    doubts = _avvisi(verifica, verifica.documenti.keys() | told.keys())
    rows = [
        ingresso.NuovaRiga(
            number,
            nome(verifica, number, payload, formato),
            conservabile(loghi.deposita(m, batch.lotto, payload)),
            avvisi=doubts.get(number, ()),
        )
        for number, payload in verifica.documenti.items()
    ]
    rows += [ingresso.NuovaRiga(number, "", None, faults, doubts.get(number, ())) for number, faults in told.items()]
    rows.sort(key=lambda row: row.numero)
    if verifica.difetti or verifica.avvisi:
        # before the rows say that it is there
        with tradotto(m.folder, suo=True):
            privati.scrivi(errori(m, batch.lotto, verifica.foglio), restituisci(verifica))
    return ingresso.entra(m, batch, versioni(verifica.tipo), rows, esito(verifica, doubts.get(None, ())))


def esito(verifica: Verifica, avvisi: Sequence[Mapping[str, Any]]) -> ingresso.Esito:
    """Return what a table says besides its rows."""
    return ingresso.Esito(verifica.note, avvisi, verifica.mappa())


def _avvisi(verifica: Verifica, entered: Collection[int]) -> Mapping[int | None, list[dict[str, Any]]]:
    """Return the doubts by row of the lotto, None for the table as a whole.

    In a list, its only document has those about it and about the people whose row is not there by itself.
    """
    found: dict[int | None, list[dict[str, Any]]] = defaultdict(list)
    whole = 0 if 0 in entered else None
    for doubt in verifica.avvisi:
        of_list = doubt.riga is None and doubt.percorso is not None
        place = whole if of_list or (doubt.riga is not None and doubt.riga not in entered) else doubt.riga
        found[place].append(doubt.as_dict())
    for number in verifica.dubbie & set(entered) - found.keys():
        found[number] = [altri_avvisi(number).as_dict()]
    return found


def errori(m: Magazzino, lotto: str, foglio: Foglio | Any = None) -> Path:
    """Return where the faulty sheet of a lotto lies; its kind is told by `foglio`, or by what is there."""
    if foglio is not None:
        kind = foglio.tipo if isinstance(foglio, Foglio) else "jsonl"
        return m.risultati / f"{lotto}.errori.{kind}"
    return next(m.risultati.glob(f"{lotto}.errori.*"), m.risultati / f"{lotto}.errori")


def nome(verifica: Verifica, numero: int, payload: Mapping[str, Any], formato: str) -> str:
    """Return the file name of a row's document: its number, and the person if there is one."""
    person = soggetto(payload)
    if numero == 0 or person is None:
        return f"{verifica.tipo.id}{f'-{numero:05}' if numero else ''}.{formato}"
    words = "-".join(semplice(nominativo(person)).split())
    return f"{numero:05}-{words[:_LONGEST_NAME]}.{formato}"
