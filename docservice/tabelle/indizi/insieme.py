"""All that is guessed of a table: of its rows, whatever file they came in, and of the columns that are not read.

`di_righe(forma, rows, faults)` enters, of a row whose nome is "Ada PT", that the second word seems a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.modelli.persone import SOGGETTO, soggetto
from docservice.tabelle.colonne import Colonna, Forma, riconosci
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.foglio import Cella, vuota
from docservice.tabelle.indizi.documenti import DOCUMENTO, documenti
from docservice.tabelle.indizi.serie import CODICE as SERIE
from docservice.tabelle.indizi.serie import serie
from docservice.tabelle.testi.nomi import senza_parentesi
from docservice.tabelle.testi.persone import nomi_ripetuti, note_nei_nomi

NON_LETTA: Final = "TAB-NON-LETTA"
_BRACKETS: Final = (
    "Non è letta, perché ciò che è fra parentesi può cambiarne il senso: se è «{titolo}», va tolta la parentesi."
)


def di_righe(of: Forma, righe: Sequence[tuple[int, Mapping[str, Any]]], difetti: Difetti) -> None:
    """Enter what is in doubt of rows, by their values."""
    before = "" if of.elenco else f"/{SOGGETTO}"
    people = [(number, values if of.elenco else soggetto(values) or {}) for number, values in righe]
    found = [(number, "cognome", message) for number, message in nomi_ripetuti(people)]
    for number, member, message in (*found, *note_nei_nomi(people)):
        difetti.avvisa_dato("TAB-NOMI", message, number, f"{before}/{member}")
    for fault, number, message in documenti(people):
        enter = difetti.segna_dato if fault else difetti.avvisa_dato
        enter("TAB-DOCUMENTO", message, number, f"{before}/{DOCUMENTO}/numero")
    for steps, message in serie(of, righe):
        path = "".join(f"/{step}" for step in steps)
        difetti.avvisa(SERIE, message, posto=difetti.posto(path), percorso=path)


def di_colonne(testata: Sequence[Cella], colonne: Mapping[int, Colonna], of: Forma) -> Iterator[tuple[str, int]]:
    """Yield message and place of the columns that are not read, and look as if they were."""
    read = {column.nome for column in colonne.values()}
    for place, cell in enumerate(testata):
        if place in colonne or not isinstance(cell, str) or vuota(cell):
            continue
        meant = riconosci([senza_parentesi(cell, tutte=True)], of).get(0)
        if meant is not None and not meant.obbligatoria and meant.nome not in read:
            yield _BRACKETS.format(titolo=meant.titolo), place
