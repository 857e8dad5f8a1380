"""All that is guessed of a table: of its rows, whatever file they came in, and of the columns that are not read.

`di_righe(forma, rows, faults)` enters, of a row whose nome is "Ada PT", that the second word seems a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from docservice.campi.caratteri import semplice
from docservice.campi.fields import SiNo
from docservice.modelli.persone import SOGGETTO, soggetto
from docservice.tabelle.colonne import Colonna, Forma, riconosci
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.foglio import Cella, vuota
from docservice.tabelle.indizi.documenti import DOCUMENTO, documenti
from docservice.tabelle.indizi.incroci import incroci
from docservice.tabelle.indizi.ore import CODICE as ORE
from docservice.tabelle.indizi.ore import oltre_la_settimana
from docservice.tabelle.indizi.qualifiche import qualifiche
from docservice.tabelle.indizi.serie import CODICE as SERIE
from docservice.tabelle.indizi.serie import serie
from docservice.tabelle.struttura import forse
from docservice.tabelle.testi.nomi import senza_parentesi
from docservice.tabelle.testi.persone import nomi_ripetuti, note_nei_nomi
from docservice.tabelle.valori import contiene

NON_LETTA: Final = "TAB-NON-LETTA"
_BRACKETS: Final = (
    "Non è letta, perché ciò che è fra parentesi può cambiarne il senso: se è «{titolo}», va tolta la parentesi."
)
_CONSENTS: Final = ("consens", "disponib")
"""How the words begin by which a person says to be willing."""
_SHARED: Final = (
    "Non è letta, e il documento ha «{titolo}» uguale per tutti, dai dati comuni: se la colonna dice la scelta di"
    " ciascuno, va chiamata così, con sì o no secondo quel nome, e il dato tolto dai dati comuni."
)


def di_righe(of: Forma, righe: Sequence[tuple[int, Mapping[str, Any]]], difetti: Difetti) -> None:
    """Enter what is in doubt of rows, by their values."""
    before = "" if of.elenco else f"/{SOGGETTO}"
    people = persone(of, righe)
    found = [(number, "cognome", message) for number, message in nomi_ripetuti(people)]
    for number, member, message in (*found, *note_nei_nomi(people)):
        difetti.avvisa_dato("TAB-NOMI", message, number, f"{before}/{member}")
    for row, member, message in (*incroci(people), *qualifiche(people)):
        if row is None:
            path = f"{before}/{member}"
            difetti.avvisa("TAB-INCROCIO", message, posto=difetti.posto(path), percorso=path)
        else:
            difetti.avvisa_dato("TAB-INCROCIO", message, row, f"{before}/{member}")
    for number, member, message in oltre_la_settimana(people):
        difetti.avvisa_dato(ORE, message, number, f"{before}/{member}")
    for fault, number, member, message in documenti(people):
        enter = difetti.segna_dato if fault else difetti.avvisa_dato
        enter("TAB-DOCUMENTO", message, number, f"{before}/{DOCUMENTO}/{member}")
    for steps, message in serie(of, righe):
        path = "".join(f"/{step}" for step in steps)
        difetti.avvisa(SERIE, message, posto=difetti.posto(path), percorso=path)


def persone(of: Forma, righe: Sequence[tuple[int, Mapping[str, Any]]]) -> list[tuple[int, Mapping[str, Any]]]:
    """Return what rows say of their people."""
    return [(number, values if of.elenco else soggetto(values) or {}) for number, values in righe]


def di_colonne(
    testata: Sequence[Cella], colonne: Mapping[int, Colonna], of: Forma, condivisi: Mapping[str, Any]
) -> Iterator[tuple[str, int]]:
    """Yield message and place of the columns that are not read, and look as if they were.

    Of a consent that all rows share, a column that seems to be about it says who gives it and who does not.
    """
    read = {column.nome for column in colonne.values()}
    shared = [one for one in of.colonne if one.nome not in read and _is_shared(one, condivisi)]
    for place, cell in enumerate(testata):
        if place in colonne or not isinstance(cell, str) or vuota(cell):
            continue
        meant = riconosci([senza_parentesi(cell, tutte=True)], of).get(0)
        if meant is not None and not meant.obbligatoria and meant.nome not in read:
            yield _BRACKETS.format(titolo=meant.titolo), place
        elif stems := {stem for stem in _CONSENTS if stem in semplice(cell)}:
            about = [one for one in shared if any(stem in semplice(f"{one.nome} {one.titolo}") for stem in stems)]
            if about:
                near = forse(cell, [one.titolo for one in about]) or about[0].titolo
                yield _SHARED.format(titolo=near), place


def _is_shared(column: Colonna, condivisi: Mapping[str, Any]) -> bool:
    return isinstance(column.campo, SiNo) and contiene(condivisi, column.passi)
