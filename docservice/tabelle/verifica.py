"""A table under examination: which columns it has, every wrong cell, the documents that its rows make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docservice import service
from docservice.formati.lettura import DatiIlleggibili, leggi
from docservice.law.finding import Gravita, Rilievo
from docservice.modelli.catalogo import Modello
from docservice.tabelle.celle import CellaIllegibile, semplice, valore
from docservice.tabelle.colonne import ELENCO, SOGGETTO, Colonna, Forma, forma, intestazione, riconosci
from docservice.tabelle.da_jsonl import Oggetto
from docservice.tabelle.difetto import COMUNE, DATO, ERRORI, RIGA, Difetto
from docservice.tabelle.foglio import Cella, Foglio, lettera, vuota
from docservice.tabelle.valori import contiene, metti, passi, sovrapponi

_PERSON = "codice_fiscale"
_NAMED = 5
"""Other rows, at most, that a fault names; columns, that a note names."""
_SHORT = 40
"""Characters of a header that a note repeats."""
_TWICE = "AQ-ELE2"


@dataclass(slots=True)
class Esame:
    """What a table says: its header, its faults, and the payload of each document that it makes.

    `documenti` are by number of row (0 for the only one of a list) and hold those without faults only. `letta` says
    whether the rows were looked at: they are not, when the header or the whole is wrong.
    """

    tipo: Modello
    foglio: Foglio | Sequence[Oggetto]
    testata: int = 0
    colonne: Mapping[int, Colonna] = field(default_factory=dict)
    ignorate: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    difetti: list[Difetto] = field(default_factory=list)
    documenti: dict[int, dict[str, Any]] = field(default_factory=dict)
    letta: bool = True


def esamina(tipo: Modello, foglio: Foglio | Sequence[Oggetto], comune: Mapping[str, Any]) -> Esame:
    """Examine a table, or objects, against a document type; `comune` are the data that all rows share."""
    examiner = _Examiner(Esame(tipo, foglio), comune)
    if isinstance(foglio, Foglio):
        examiner.table(foglio)
    else:
        examiner.lines(foglio)
    return examiner.esame


class _Examiner:
    def __init__(self, esame: Esame, comune: Mapping[str, Any]) -> None:
        self.esame = esame
        self._forma: Forma = forma(esame.tipo)
        self._comune = comune
        self._header: Sequence[Cella] = ()
        self._places: dict[str, int] = {}
        self._unread: dict[int, set[int]] = defaultdict(set)
        self._wrong: set[int] = set()
        self._told: set[tuple[str, str]] = set()
        self._whole = True

    def table(self, foglio: Foglio) -> None:
        """Examine cells: the header first, the rows only if it is whole."""
        rows = foglio.righe
        place, meant = intestazione([row.celle for row in rows], self._forma)
        self.esame.testata, self.esame.colonne = rows[place].numero, meant
        self._header = rows[place].celle
        self._columns(meant)
        below = [area for area in foglio.unite if int(re.split("[A-Z]+", area)[1].rstrip(":")) >= self.esame.testata]
        if below:
            areas = ", ".join(below[:20])
            self._tell("TAB-CELLE-UNITE", f"Ci sono celle unite ({areas}): vanno divise, ripetendo il valore.")
        self.esame.note += foglio.note
        wide = [row.numero for row in rows[place + 1 :] if any(not vuota(c) for c in row.celle[len(self._header) :])]
        if wide:
            shown = ", ".join(map(str, wide[:_NAMED]))
            self.esame.note.append(f"Celle oltre l’ultima colonna dell’intestazione, non lette: righe {shown}.")
        # a header repeated down the sheet is no row
        data = [row for row in rows[place + 1 :] if riconosci(row.celle, self._forma) != meant]
        if meant and not data:
            self._tell("TAB-VUOTA", "Sotto l’intestazione non c’è nessuna riga di dati.")
        self.esame.letta = not self.esame.difetti
        if self.esame.letta:
            self.objects([(row.numero, self._values(row.numero, row.celle)) for row in data])
        elif self._forma.elenco:
            self._shared()

    def lines(self, righe: Sequence[Oggetto]) -> None:
        """Examine the objects of lines, telling the lines that hold none; one that holds only faults is no row."""
        for one in righe:
            if one.difetto is not None:
                self._tell(RIGA, one.difetto, one.numero, percorso="")
        self._whole = not self._wrong
        read = [
            (one.numero, {k: v for k, v in one.valori.items() if k != ERRORI})
            for one in righe
            if one.difetto is None and one.valori.keys() != {ERRORI}
        ]
        if not read and self._whole:
            self._tell("TAB-VUOTA", "Nel file non c’è nessuna riga di dati.")
            self.esame.letta = False
            return
        self.objects(read)

    def objects(self, read: Sequence[tuple[int, dict[str, Any]]]) -> None:
        """Examine the values of each row."""
        self._same_person(read)
        if self._forma.elenco:
            self._list(read)
        else:
            for number, values in read:
                self._document(number, values)
        self.esame.difetti.sort(key=lambda fault: (fault.riga or 0, -1 if fault.posto is None else fault.posto))

    def _columns(self, meant: Mapping[int, Colonna]) -> None:
        """Look for columns that are missing, twice there, or unknown."""
        wanted = ", ".join(column.titolo for column in self._forma.colonne if self._needed(column))
        if not meant:
            self._tell("TAB-INTESTAZIONE", f"Manca la riga di intestazione: servono almeno le colonne {wanted}.")
            return
        places = defaultdict(list)
        for place, column in meant.items():
            places[column.nome].append(place)
        for name, twice in places.items():
            if len(twice) > 1:
                letters = ", ".join(map(lettera, twice))
                self._tell("TAB-COLONNA-DOPPIA", f"Più colonne ({letters}) dicono {name}: ne va lasciata una.")
        self._places = {name: found[0] for name, found in places.items()}
        for column in self._forma.colonne:
            if self._needed(column) and column.nome not in self._places:
                self._tell("TAB-COLONNA-MANCANTE", f"Manca la colonna {column.titolo} ({column.nome}).")
        self.esame.ignorate = [
            str(cell)
            for place, cell in enumerate(self._header)
            if place not in meant and not vuota(cell) and semplice(str(cell)) != ERRORI
        ]
        if self.esame.ignorate:
            shown = ", ".join(name[:_SHORT] for name in self.esame.ignorate[:_NAMED])
            self.esame.note.append(f"Colonne che il modello non ha, non lette: {shown}.")

    def _needed(self, column: Colonna) -> bool:
        return column.obbligatoria and (self._forma.elenco or not contiene(self._comune, column.passi))

    def _tell_once(self, percorso: str, messaggio: str) -> None:
        """Tell a fault of the data that rows share."""
        if (percorso, messaggio) not in self._told:
            self._told.add((percorso, messaggio))
            self._tell(COMUNE, messaggio, percorso=percorso)

    def _tell(
        self,
        codice: str,
        messaggio: str,
        riga: int | None = None,
        posto: int | None = None,
        percorso: str | None = None,
    ) -> None:
        header = self._header[posto] if posto is not None and posto < len(self._header) else None
        named = None if header is None else str(header)
        self.esame.difetti.append(
            Difetto(riga, posto, named, codice, messaggio, None if posto is not None else percorso)
        )
        if riga is not None:
            self._wrong.add(riga)

    def _values(self, number: int, cells: Sequence[Cella]) -> dict[str, Any]:
        """Return what a row says, telling the cells that cannot be read."""
        values: dict[str, Any] = {}
        for place, column in self.esame.colonne.items():
            cell = cells[place] if place < len(cells) else None
            if vuota(cell):
                continue
            try:
                metti(values, column.passi, valore(cell, column.campo, column.passi[-1]))
            except CellaIllegibile as error:
                self._unread[number].add(place)
                self._tell("TAB-CELLA", str(error), number, place)
        return values

    def _same_person(self, read: Sequence[tuple[int, dict[str, Any]]]) -> None:
        """Tell the rows about one person, each with the others' numbers."""
        people = defaultdict(list)
        for number, values in read:
            person = values if self._forma.elenco else values.get(SOGGETTO)
            code = person.get(_PERSON) if isinstance(person, dict) else None
            if isinstance(code, str) and code:
                people[semplice(code).replace(" ", "")].append(number)
        path = f"/{_PERSON}" if self._forma.elenco else f"/{SOGGETTO}/{_PERSON}"
        place = self._places.get(path.strip("/").replace("/", "."))
        for numbers in people.values():
            for number in numbers if len(numbers) > 1 else ():
                others = ", ".join([str(other) for other in numbers[: _NAMED + 1] if other != number][:_NAMED])
                self._tell(
                    "TAB-PERSONA-DOPPIA",
                    f"La stessa persona è anche alla riga {others}: va lasciata una volta.",
                    number,
                    place,
                    path,
                )

    def _document(self, number: int, values: dict[str, Any]) -> None:
        """Judge the document of a row."""
        payload = sovrapponi(self._comune, values)
        for path, codice, message in self._faults(payload):
            steps = passi(path)
            shared = not contiene(values, steps) and (contiene(self._comune, steps) or not self._has_place(steps))
            if codice == DATO and shared:
                self._tell_once(path, message)
            elif codice == DATO or number not in self._unread or contiene(values, steps):
                # what the law says of a datum that could not be read would be said of its absence
                self._place(number, path, codice, message)
        if number not in self._wrong:
            self.esame.documenti[number] = payload

    def _has_place(self, steps: Sequence[str]) -> bool:
        """Say whether a row can hold a datum: an object any, cells those that have a column."""
        name = ".".join(steps)
        return not isinstance(self.esame.foglio, Foglio) or any(
            f"{column.nome}.".startswith(f"{name}.") for column in self._forma.colonne
        )

    def _list(self, read: Sequence[tuple[int, dict[str, Any]]]) -> None:
        """Judge the only document, whose list is the rows; those ill-shaped aside, so that the others are heard too."""
        good = [(number, values) for number, values in read if self._well_shaped(number, values)]
        payload = {**self._comune, ELENCO: [values for _, values in good]}
        whole = self._whole and len(good) == len(read)
        for path, codice, message in self._faults(payload):
            _, first, *steps = path.split("/") if path else ("", "")
            if codice == _TWICE:  # told with the numbers of the sheet, by `_same_person`
                continue
            if first == ELENCO and steps and steps[0].isdigit():
                self._place(good[int(steps[0])][0], "".join(f"/{step}" for step in steps[1:]), codice, message)
            elif codice == DATO and first != ELENCO:
                self._tell_once(path, message)
            elif whole:
                self._tell(codice, message, percorso=path)
        if not self.esame.difetti:
            self.esame.documenti[0] = payload

    def _shared(self) -> None:
        """Tell what is wrong in the data that the rows of a list share, whatever the rows are."""
        for path, codice, message in self._faults({**self._comune, ELENCO: []}):
            if codice == DATO and passi(path)[:1] != [ELENCO]:
                self._tell_once(path, message)

    def _well_shaped(self, number: int, values: dict[str, Any]) -> bool:
        try:
            leggi(type(self._forma.schema), values)
        except DatiIlleggibili as error:
            for fault in error.errori:
                self._place(number, fault.percorso, DATO, fault.messaggio)
            return False
        return True

    def _faults(self, payload: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        """Yield path, code and message of what is wrong with a document: its shape, or else what breaks the law."""
        try:
            dati = leggi(self.esame.tipo.schema, payload)
        except DatiIlleggibili as error:
            for fault in error.errori:
                yield fault.percorso, DATO, fault.messaggio
            return
        for found in self._unlawful(dati):
            yield found.percorso, found.codice, f"{found.messaggio} {found.rimedio}".strip()

    def _unlawful(self, dati: Mapping[str, Any]) -> Iterator[Rilievo]:
        verdict = service.Atto(self.esame.tipo, dati).verdetto
        return (found for found in verdict.rilievi if found.gravita is Gravita.ERRORE)

    def _place(self, number: int, path: str, codice: str, message: str) -> None:
        """Tell a fault at the cell of its path; a cell that could not be read has been told already."""
        place = self._places.get(path.strip("/").replace("/", "."))
        if place is None or place not in self._unread.get(number, ()):
            self._tell(codice, message, number, place, path)
