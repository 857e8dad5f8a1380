"""A calculator asked from a table: the rows are the people that it lists, the rest is told beside.

The sheet of a plant, `Cognome;Nome;Profilo;Data assunzione;…`, and `{"data": "2024-05-31", "criteri": {…}, …}` -> the
ranking; a cell that cannot be read, or somebody who is there twice, is told at its place, as in the table of a lotto.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from docservice import service
from docservice.formati.lettura import DatiIlleggibili
from docservice.modelli.calcolatori.catalogo import Calcolatore, calcolatori
from docservice.modelli.catalogo import Modello, catalogo
from docservice.tabelle.colonne import forma, intestazione, nomi
from docservice.tabelle.difetto import DATO
from docservice.tabelle.file.lettura import leggi
from docservice.tabelle.foglio import Cella, Foglio, vuota
from docservice.tabelle.giudizio import Fault
from docservice.tabelle.testi.nomi import chiave
from docservice.tabelle.verifica import Verifica, verifica

_CHI = "id"
_COGNOME, _NOME = "cognome", "nome"


def da_tabella() -> dict[str, Modello]:
    """Return the calculators that a table may ask, each with the document type that asks for the same list."""
    documents = catalogo()
    return {slug: documents[slug] for slug in calcolatori() if slug in documents and forma(documents[slug]).elenco}


def interroga(
    tipo: Calcolatore, contenuto: bytes, condivisi: Mapping[str, Any], nascoste: str | None = None
) -> tuple[Verifica, dict[str, Any] | None]:
    """Return the table as it was read, and the answer, None where the table has faults; raise `TabellaIllegibile`."""
    document = da_tabella()[tipo.id]
    read = leggi(contenuto, [*nomi(forma(document)), _COGNOME, _NOME])
    sheet = con_un_nome(document, read) if isinstance(read, Foglio) else read
    answers: list[dict[str, Any]] = []

    def ask(dati: Mapping[str, Any]) -> Iterator[Fault]:
        try:
            answers.append(service.Quesito(tipo, dati).risposta)
        except DatiIlleggibili as error:
            yield from ((one.percorso, one.campo, DATO, one.messaggio, False) for one in error.errori)

    found = verifica(document, sheet, condivisi, nascoste, esame=ask)
    if not found.documenti:
        return found, None
    return found, {**answers[-1], "note": [*answers[-1]["note"], *found.note]}


def con_un_nome(tipo: Modello, foglio: Foglio) -> Foglio:
    """Return a sheet whose people have surname and name in two columns with both in one more, where none names them.

    A column that would name them and is all blank does not.
    """
    of = forma(tipo)
    head = intestazione([row.celle for row in foglio.righe], of)
    if _CHI not in {column.passi[0] for column in of.colonne}:
        return foglio
    first = foglio.righe[head.posto].numero
    own = next((place for place, column in head.colonne.items() if column.passi[0] == _CHI), None)
    if own is not None and any(
        own < len(row.celle) and not vuota(row.celle[own]) for row in foglio.righe if row.numero > first
    ):
        return foglio
    places = {key: place for place, cell in enumerate(head.celle) if (key := chiave(cell, {_COGNOME, _NOME}))}
    if len(places) < 2:  # noqa: PLR2004 - the two names
        return foglio
    title = next(column.titolo for column in of.colonne if column.passi[0] == _CHI)
    width = max(len(row.celle) for row in foglio.righe)

    def one_more(number: int, cells: tuple[Cella, ...]) -> tuple[Cella, ...]:
        said = [cells[places[name]] for name in (_COGNOME, _NOME) if places[name] < len(cells)]
        told = title if number == first else " ".join(str(cell).strip() for cell in said if not vuota(cell)) or None
        if own is not None and number == first:
            cells = (*cells[:own], None, *cells[own + 1 :])
        return (*cells, *[None] * (width - len(cells)), told) if number >= first else cells

    rows = [replace(row, celle=one_more(row.numero, row.celle)) for row in foglio.righe]
    return replace(foglio, righe=rows, note=(*foglio.note, f"Cognome e nome sono letti insieme, come «{title}»."))
