"""A table sent by somebody, verified: which columns it has, every wrong cell, the documents that its rows make.

Of `did`, the rows `Cognome;Nome;CF` and `Binti;Carla;x` make a `Verifica` whose one fault, at C2, is that the codice
fiscale is not well formed; were it good, `documenti` would be `{2: {"lavoratore": {"cognome": "Binti", …}, …}}`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docservice.modelli.catalogo import Modello
from docservice.tabelle.celle import CellaIllegibile, semplice, valore
from docservice.tabelle.colonne import Colonna, Forma, forma, intestazione, ripete
from docservice.tabelle.comuni import con_comuni
from docservice.tabelle.da_jsonl import Oggetto
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.difetto import MASSIMI, RIGA, TORNATE, Difetto
from docservice.tabelle.esempio import senza_esempio
from docservice.tabelle.foglio import Cella, Foglio, Riga, breve, lettera, vuota
from docservice.tabelle.giudizio import Avanza, Giudizio
from docservice.tabelle.valori import contiene, metti

_NAMED = 5
"""Rows, or columns, that a note names at most."""
_AREAS = 20
"""Merged areas that a fault names at most."""
_SHORT = 40
"""Characters of a header that a note repeats."""


@dataclass(slots=True)
class Verifica:
    """What a table says: its header, its faults, and the payload of each document that it makes.

    `documenti` are by number of row (0 for the only one of a list) and hold those without faults only. `errate` are the
    rows with faults, also of those that `difetti`, the first ones, do not tell; `avvisi` and `dubbie` are so of what
    makes no row wrong. `letta` says whether the rows were
    looked at: they are not, when the header or the whole is wrong.
    """

    tipo: Modello
    foglio: Foglio | Sequence[Oggetto]
    testata: int = 0
    colonne: Mapping[int, Colonna] = field(default_factory=dict)
    ignorate: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    difetti: list[Difetto] = field(default_factory=list)
    documenti: dict[int, dict[str, Any]] = field(default_factory=dict)
    errate: set[int] = field(default_factory=set)
    avvisi: list[Difetto] = field(default_factory=list)
    dubbie: set[int] = field(default_factory=set)
    letta: bool = True

    def mappa(self) -> list[dict[str, str]]:
        """Return what each headed column became: its letters, its header and, when it is read, its field."""
        if not isinstance(self.foglio, Foglio) or not self.colonne:
            return []
        header = next(row.celle for row in self.foglio.righe if row.numero == self.testata)
        told = []
        for place, cell in enumerate(header):
            if not vuota(cell) and semplice(str(cell)) not in TORNATE:
                field_ = {"campo": self.colonne[place].nome} if place in self.colonne else {}
                told.append({"colonna": lettera(place), "intestazione": breve(cell).removesuffix(" *")} | field_)
        return told


def verifica(
    tipo: Modello, foglio: Foglio | Sequence[Oggetto], condivisi: Mapping[str, Any], *, avanza: Avanza | None = None
) -> Verifica:
    """Verify a table, or objects, against a document type; `condivisi` are the data that all rows share."""
    found = Verifica(tipo, foglio)
    faults = Difetti()
    condivisi = con_comuni(tipo, foglio, condivisi, faults)
    judge = Giudizio(tipo, condivisi, faults, celle=isinstance(foglio, Foglio), avanza=avanza)
    if isinstance(foglio, Foglio):
        _Sheet(found, faults, condivisi).verify(foglio, judge)
    else:
        _lines(found, faults, foglio, judge)
    found.difetti = sorted(faults.trovati, key=_where) if found.letta else faults.trovati
    found.avvisi, found.dubbie = sorted(faults.avvisi, key=_where), faults.dubbie
    found.errate = faults.errate
    if faults.taciuti:
        found.note.append(
            f"I difetti sono più di {MASSIMI}: sono detti i primi {MASSIMI}. Corretti questi, la tabella va inviata di"
            " nuovo per avere gli altri."
        )
    if faults.avvisi_taciuti:
        found.note.append(f"Gli avvisi sulle righe sono più di {MASSIMI}: sono detti i primi {MASSIMI}.")
    return found


def _where(fault: Difetto) -> tuple[int, int]:
    """Return the place of a fault in the order of reading."""
    return fault.riga or 0, -1 if fault.posto is None else fault.posto


def _lines(found: Verifica, faults: Difetti, righe: Sequence[Oggetto], judge: Giudizio) -> None:
    """Verify the objects of lines, telling the lines that hold none; one that holds only faults is no row."""
    for one in righe:
        if one.difetto is not None:
            faults.segna(RIGA, one.difetto, one.numero, percorso="")
    whole = not faults.errate
    read = [
        (one.numero, {k: v for k, v in one.valori.items() if k not in TORNATE})
        for one in righe
        if one.difetto is None and not (one.valori and one.valori.keys() <= TORNATE)
    ]
    if not read and whole:
        faults.segna("TAB-VUOTA", "Nel file non c’è nessuna riga di dati.")
        found.letta = False
        return
    found.documenti = judge.documenti(read, intera=whole)


class _Sheet:
    """The header and the cells of a table."""

    def __init__(self, found: Verifica, faults: Difetti, condivisi: Mapping[str, Any]) -> None:
        self._found, self._faults, self._shared = found, faults, condivisi
        self._forma: Forma = forma(found.tipo)

    def verify(self, foglio: Foglio, judge: Giudizio) -> None:
        """Verify the header first, the rows only if it is whole."""
        found, faults, rows = self._found, self._faults, foglio.righe
        place, meant = intestazione([row.celle for row in rows], self._forma)
        found.testata, found.colonne = rows[place].numero, meant
        faults.intestazione = [breve(cell) if isinstance(cell, str) else cell for cell in rows[place].celle]
        self._columns(meant)
        self._merged(foglio)
        found.note += foglio.note
        self._beyond(rows[place + 1 :])
        # a header repeated down the sheet is no row
        data = [row for row in rows[place + 1 :] if not ripete(row.celle, meant, self._forma)]
        data = senza_esempio(found.tipo, data, meant, faults, found.note)
        if meant and not data:
            faults.segna("TAB-VUOTA", "Sotto l’intestazione non c’è nessuna riga di dati.")
        found.letta = all(fault.riga is not None for fault in faults.trovati)
        if found.letta:
            found.documenti = judge.documenti([(row.numero, self._values(row.numero, row.celle)) for row in data])
        elif self._forma.elenco:
            judge.condivisi()

    def _columns(self, meant: Mapping[int, Colonna]) -> None:
        """Look for columns that are missing, twice there, or unknown."""
        found, faults = self._found, self._faults
        needed = [column for column in self._forma.colonne if self._needed(column)]
        if not meant:
            wanted = ", ".join(column.titolo for column in needed)
            faults.segna("TAB-INTESTAZIONE", f"Manca la riga di intestazione: servono almeno le colonne {wanted}.")
            return
        places = defaultdict(list)
        for place, column in meant.items():
            places[column.nome].append(place)
        for name, twice in places.items():
            if len(twice) > 1:
                letters = ", ".join(map(lettera, twice))
                faults.segna("TAB-COLONNA-DOPPIA", f"Più colonne ({letters}) dicono {name}: ne va lasciata una.")
        faults.posti = {name: some[0] for name, some in places.items()}
        for column in needed:
            if column.nome not in places:
                faults.segna("TAB-COLONNA-MANCANTE", f"Manca la colonna {column.titolo} ({column.nome}).")
        found.ignorate = [
            breve(cell)
            for place, cell in enumerate(faults.intestazione)
            if place not in meant and not vuota(cell) and semplice(str(cell)) not in TORNATE
        ]
        if found.ignorate:
            shown = ", ".join(name[:_SHORT] for name in found.ignorate[:_NAMED])
            found.note.append(f"Colonne che il modello non ha, non lette: {shown}.")

    def _needed(self, column: Colonna) -> bool:
        return column.obbligatoria and (self._forma.elenco or not contiene(self._shared, column.passi))

    def _merged(self, foglio: Foglio) -> None:
        """Look for merged cells from the header down."""
        first = self._found.testata
        below = [area for area in foglio.unite if int(re.split("[A-Z]+", area)[1].rstrip(":")) >= first]
        if below:
            areas = ", ".join(below[:_AREAS])
            self._faults.segna("TAB-CELLE-UNITE", f"Ci sono celle unite ({areas}): vanno divise, ripetendo il valore.")

    def _beyond(self, rows: Sequence[Riga]) -> None:
        """Note the rows with cells that no header stands over."""
        last = len(self._faults.intestazione)
        wide = [row.numero for row in rows if any(not vuota(cell) for cell in row.celle[last:])]
        if wide:
            shown = ", ".join(map(str, wide[:_NAMED]))
            self._found.note.append(f"Celle oltre l’ultima colonna dell’intestazione, non lette: righe {shown}.")

    def _values(self, number: int, cells: Sequence[Cella]) -> dict[str, Any]:
        """Return what a row says, telling the cells that cannot be read."""
        values: dict[str, Any] = {}
        for place, column in self._found.colonne.items():
            cell = cells[place] if place < len(cells) else None
            if vuota(cell):
                continue
            try:
                metti(values, column.passi, valore(cell, column.campo))
            except CellaIllegibile as error:
                self._faults.segna_cella(str(error), number, place)
                if self._faults.pieni:  # the row is wrong, and that is all that will be told
                    break
        return values
