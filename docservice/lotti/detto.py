"""What the command says of a lotto: what the columns became, what is in doubt, what was made and where it is kept.

`inizio(m, found)` → "Colonne lette: A Cognome → «Cognome»; …"; `esito(m, found, out)` → the lines at the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docservice.law.italiano import giorno
from docservice.lotti.unione import MANIFESTO
from docservice.modelli.catalogo import modello
from docservice.service import ZIP
from docservice.store import lotti
from docservice.store.base import Magazzino
from docservice.store.ingresso import DURATA
from docservice.store.schema import StatoRiga
from docservice.tabelle.colonne import forma
from docservice.tabelle.difetto import detto

_FIRST = 5
"""Faults, and doubts, that are told, before who reads is sent to the file that has them all."""
_MANY = 12
"""Columns, at most, that are told one by one whatever their names are."""
_DAYS = round(DURATA / 86400)


def inizio(m: Magazzino, found: Mapping[str, Any]) -> list[str]:
    """Return what each column of an examined table became and, if rows are made, where they are kept, how long."""
    told = found.get("colonne", ())
    titles = {one.nome: one.titolo for one in forma(modello(found["modello"])).colonne} if told else {}
    known = [one for one in told if "campo" in one]
    if len(known) > _MANY:
        # of a table of ours, or nearly so, what is to be looked at is what has another name
        known = [one for one in known if one["intestazione"] != titles.get(one["campo"])]
    read = "; ".join(
        f"{one['colonna']} {one['intestazione']} → «{titles.get(one['campo'], one['campo'])}»" for one in known
    )
    if (same := sum("campo" in one for one in told) - len(known)) > 0:
        read = "; ".join(filter(None, [f"{same} con il nome che hanno nel modello", read]))
    kept = (
        f"I dati della tabella e i documenti restano per {_DAYS} giorni in {m.folder}, che contiene dati personali; poi"
        " li cancella il comando seguente, o il server."
    )
    lines = ((f"Colonne lette: {read}.", read), (kept, found["righe"]["totale"]))
    return [line for line, said in lines if said]


def esito(m: Magazzino, found: Mapping[str, Any], out: Path) -> Iterator[str]:
    """Yield what is said of a lotto that is over."""
    rows = found["righe"]
    yield from found.get("note", ())
    # of a list all rows are one document; when some are wrong, those are the rows of the lotto
    wanted = 1 if forma(modello(found["modello"])).elenco else rows["totale"]
    yield f"Documenti fatti: {rows['fatte']} su {wanted}, in {out}."
    if again := rows["riusate"]:
        yield f"Rifatte {rows['fatte'] - again} righe su {rows['totale']}; {again} sono quelle di prima."
    if rows["errate"]:
        yield f"Righe con errori: {rows['errate']}; la tabella con le celle segnate è in {out}:"
        _, some = lotti.pagina(m, found["id"], stato=StatoRiga.ERRATA, quante=_FIRST)
        told = [line for row in some for line in _of(row.numero, row.difetti)]
        yield from _first(told, more=rows["errate"] > len(some))
    yield from _doubts(m, found, out)
    if rows["fallite"]:
        yield f"Righe non riuscite: {rows['fallite']}; ripetendo il comando si riprova:"
        _, some = lotti.pagina(m, found["id"], stato=StatoRiga.FALLITA, quante=_FIRST)
        yield from _first([line for row in some for line in _of(row.numero, row.difetti)], more=False)
    until = giorno(datetime.fromisoformat(found["scade"]).astimezone(UTC).date())
    yield f"Una copia dei dati e dei documenti resta in {m.folder} fino al {until}."


def _doubts(m: Magazzino, found: Mapping[str, Any], out: Path) -> Iterator[str]:
    general, rows = found.get("avvisi", []), found["righe"]["con_avvisi"]
    if not general and not rows:
        return
    _, some = lotti.pagina(m, found["id"], avvisi=True, quante=_FIRST) if rows else (0, [])
    # those of the manifest are those of the rows of the lotto: the others are in the marked table alone
    where = f"in {MANIFESTO} e nella" if found["unione"] == ZIP and rows and not general else "nella"
    people = {one["riga"] for one in general if "riga" in one}
    whole = sum("riga" not in one for one in general)
    for row in some if some and not some[0].numero else ():
        people |= {one.get("riga") for one in json.loads(row.avvisi or "[]")} - {None}
        rows -= 1
    rows += len(people)
    of_rows = f"in {rows} righe" if rows > 1 else "in una riga" * rows
    counted = " e ".join(filter(None, [f"{whole} sulla tabella" if whole else "", of_rows])) or "sul documento"
    yield f"Avvisi, da leggere prima della firma: {counted}. Sono {where} tabella segnata, in {out}:"
    told = [f"riga {one['riga']}, {detto(one)}" if "riga" in one else detto(one) for one in general]
    told += [line for row in some for line in _of(row.numero, row.avvisi)]
    yield from _first(told, more=found["righe"]["con_avvisi"] > len(some))


def _of(numero: int, detti: str | None) -> Iterator[str]:
    """Yield what is told of a row: of the only one of a list, of its people by their rows, the rest of the whole."""
    for one in json.loads(detti or "[]"):
        row = one.get("riga", numero)
        yield f"{f'riga {row}' if row else 'nell’insieme'}, {detto(one)}"


def _first(told: Iterable[str], *, more: bool) -> Iterator[str]:
    """Yield the first lines, each once, and a sign that there are others."""
    lines = list(dict.fromkeys(told))
    yield from (f"  {line}" for line in lines[:_FIRST])
    if len(lines) > _FIRST or more:
        yield "  …"
