"""What the rows of a table come to: the documents that they make, judged by their schema and by the law.

Rows are `(2, {"lavoratore": {"cognome": "Binti", …}})`, by number in the file. Laid over what they share, those that
are good make `{2: {…}}`; what is wrong with the others goes among the faults, each at its cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from docservice import service
from docservice.campi.caratteri import semplice
from docservice.campi.parole import campo
from docservice.formati.lettura import DatiIlleggibili, Errore, leggi, tappe
from docservice.law.finding import Gravita, Rilievo
from docservice.law.generale.identificativi import ripetuti
from docservice.modelli.catalogo import Modello
from docservice.modelli.persone import CODICE, ELENCO, IDENTITA, SOGGETTO, soggetto
from docservice.tabelle.colonne import Forma, forma
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.difetto import DATO, MASSIMI
from docservice.tabelle.somiglianze import somiglianze
from docservice.tabelle.testi.codici import perche
from docservice.tabelle.testi.omonimi import doppia, omonimi
from docservice.tabelle.testi.reparti import reparti
from docservice.tabelle.valori import contiene, passi, sovrapponi

_WITH_SHARED = 200
"""Rows that are judged, when the data that they share are wrong: none is made, and each would tell the same."""
_REPARTO = "reparto"
_NOBODY = "La riga non dice di chi è: va scritto, o la riga va tolta, se è un totale, una nota o altro."
_DOPPIA = "TAB-PERSONA-DOPPIA"

Numbered = Sequence[tuple[int, dict[str, Any]]]
"""The values of rows, each with its number in the file."""
Fault = tuple[str, str, str, str, bool]
"""Path, its field's name, code and message of what is wrong with a document, and whether it is a doubt only."""


Avanza = Callable[[int, int], None]
"""Hears how many rows have been looked at, and of how many."""
Esame = Callable[[Mapping[str, Any]], Iterable[Fault]]
"""Says what is wrong with loaded data, which have the shape that they must."""


class Giudizio:
    """Judges the documents of a table; `celle` says that rows are cells, which hold only what has a column.

    `esame` judges in the place of the law: a table of which something else than a document is made.
    """

    def __init__(  # noqa: PLR0913 - what a table is judged by, all by name
        self,
        tipo: Modello,
        condivisi: Mapping[str, Any],
        difetti: Difetti,
        *,
        celle: bool,
        avanza: Avanza | None = None,
        esame: Esame | None = None,
    ) -> None:
        self._examine = esame
        self._tipo, self._shared, self._faults, self._cells = tipo, condivisi, difetti, celle
        self._advance = avanza or (lambda *_: None)
        self.forma: Forma = forma(tipo)
        self._named = not self.forma.elenco or any(name in self.forma.schema.fields for name in IDENTITA)
        self._verdicts = 0
        self._common: dict[tuple[str, str, str, str], list[int]] = {}

    def documenti(self, read: Numbered, *, intera: bool = True) -> dict[int, dict[str, Any]]:
        """Return the good documents by number of row, 0 for the only one of a list, and tell what is wrong.

        A list of which some line could not be read is not `intera`: nothing is said of it as a whole.
        """
        twice = self._same_person(read)
        self._people_together(read)
        if self.forma.elenco:
            return self._list(read, whole=intera, twice=twice)
        good = {}
        for place, (number, values) in enumerate(read):
            if self._faults.condivisi and place > _WITH_SHARED:
                break
            self._advance(place, len(read))
            payload = self._document(number, values)
            if payload is not None:
                good[number] = payload
        self._doubts_of_all()
        return good

    def condivisi(self) -> None:
        """Tell what is wrong in the data that the rows of a list share, whatever the rows are."""
        for path, named, codice, message, _ in self._wrong({**self._shared, ELENCO: []}):
            if codice == DATO and passi(path)[:1] != [ELENCO]:
                self._faults.segna_condivisi(path, _with(named, message), named)

    def _same_person(self, read: Numbered) -> bool:
        """Tell the rows about one person, each with the others' numbers; return whether there are any."""
        people, named = defaultdict(list), {}
        for number, values in read:
            person = values if self.forma.elenco else soggetto(values)
            code = person.get(CODICE) if person is not None else None
            if person is not None and isinstance(code, str) and code:
                people[semplice(code).replace(" ", "")].append(number)
                named[number] = person
        path = f"/{CODICE}" if self.forma.elenco else f"/{SOGGETTO}/{CODICE}"
        place = self._faults.posto(path)
        repeated = [numbers for numbers in people.values() if len(numbers) > 1]
        for numbers in repeated:
            for number in numbers:
                message = doppia(number, numbers, named)
                self._faults.segna(_DOPPIA, message, number, place, path)
        for number, message in omonimi(named):
            self._faults.avvisa(_DOPPIA, message, number, place, path)
        return bool(repeated)

    def _people_together(self, read: Numbered) -> None:
        """Tell what the columns about people look like, over all the rows."""
        of = "" if self.forma.elenco else f"/{SOGGETTO}"
        people = [(number, values if self.forma.elenco else soggetto(values) or {}) for number, values in read]
        for codice, name, message in somiglianze(people):
            path = f"{of}/{name}"
            self._faults.avvisa(codice, message, posto=self._faults.posto(path), percorso=path)
        if self.forma.elenco and (told := reparti(people, _REPARTO)) is not None:
            self._faults.avvisa("TAB-REPARTI", told, posto=self._faults.posto(_REPARTO), percorso=f"/{_REPARTO}")

    def _document(self, number: int, values: dict[str, Any]) -> dict[str, Any] | None:
        """Judge the document of a row, and return it if it is good."""
        if self._faults.pieni and number in self._faults.errate:
            return None
        payload = sovrapponi(self._shared, values)
        for path, named, codice, message, doubt in self._wrong(payload):
            steps = passi(path)
            shared = not contiene(values, steps) and (contiene(self._shared, steps) or not self._has_place(steps))
            if codice == DATO and shared:
                self._faults.segna_condivisi(path, _with(named, message), named)
            elif codice != DATO and self._faults.ha_illeggibili(number) and not contiene(values, steps):
                continue  # what the law says of a datum that could not be read would be said of its absence
            elif doubt and shared and len(self._common) < MASSIMI:
                self._common.setdefault((path, named, codice, message), []).append(number)
            elif doubt:
                self._faults.avvisa_dato(codice, message, number, path, named)
            else:
                self._faults.segna_dato(codice, self._told(path, codice, named, message), number, path, named)
        return None if number in self._faults.errate else payload

    def _doubts_of_all(self) -> None:
        """Tell the doubts about what rows share: of the table, once, those that every document raises."""
        for (path, named, codice, message), numbers in self._common.items():
            if len(numbers) == self._verdicts > 1:
                self._faults.avvisa(codice, message, percorso=path, campo=named)
            else:
                for number in numbers:
                    self._faults.avvisa_dato(codice, message, number, path, named)

    def _has_place(self, steps: Sequence[str]) -> bool:
        """Say whether a row can hold a datum: an object any, cells those that have a column."""
        name = ".".join(steps)
        return not self._cells or any(f"{column.nome}.".startswith(f"{name}.") for column in self.forma.colonne)

    def _list(self, read: Numbered, *, whole: bool, twice: bool) -> dict[int, dict[str, Any]]:
        """Judge the only document, whose list is the rows; those ill-shaped aside, so that the others are heard too."""
        good = []
        for place, (number, values) in enumerate(read):
            self._advance(place, len(read))
            if self._well_shaped(number, values):
                good.append((number, values))
        people = [values for _, values in good]
        payload = {**self._shared, ELENCO: people}
        told = _told_twice(people) if twice else ()
        for path, named, codice, message, doubt in self._wrong(payload):
            if (path, message) in told:  # by `_same_person`, with the numbers of the sheet
                continue
            _, first, *steps = path.split("/") if path else ("", "")
            if first == ELENCO and steps and steps[0].isdigit():
                enter = self._faults.avvisa_dato if doubt else self._faults.segna_dato
                within = "".join(f"/{step}" for step in steps[1:])
                # in the row of a person the name of the list, and the place in it, say nothing
                called = campo(self.forma.schema.fields, tappe(within))
                enter(codice, message, good[int(steps[0])][0], within, called)
            elif codice == DATO and first != ELENCO:
                self._faults.segna_condivisi(path, _with(named, message), named)
            elif whole and len(good) == len(read):
                (self._faults.avvisa if doubt else self._faults.segna)(codice, message, percorso=path, campo=named)
        return {} if self._faults.trovati else {0: payload}

    def _well_shaped(self, number: int, values: dict[str, Any]) -> bool:
        if self._faults.pieni and number in self._faults.errate:
            return False
        if (
            self._cells
            and self._named
            and not any(values.get(name) for name in IDENTITA)
            and not self._faults.ha_illeggibili(number)
        ):
            self._faults.segna(DATO, _NOBODY, number, percorso="")
            return False
        try:
            leggi(type(self.forma.schema), values)
        except DatiIlleggibili as error:
            for fault in error.errori:
                told = self._told(fault.percorso, DATO, fault.campo, fault.messaggio)
                self._faults.segna_dato(DATO, told, number, fault.percorso, fault.campo)
            return False
        return True

    def _told(self, path: str, codice: str, named: str, message: str) -> str:
        """Return a fault of a row's datum: with the name of its field, if no column says it."""
        if path == f"/{SOGGETTO}" and codice == DATO and self._cells:
            return _NOBODY
        return _with(named, message) if codice == DATO and self._faults.posto(path) is None else message

    def _wrong(self, payload: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with a document: its shape, or else what breaks the law, and what may."""
        try:
            dati = leggi(self._tipo.schema, payload)
        except DatiIlleggibili as error:
            for fault in error.errori:
                yield fault.percorso, fault.campo, DATO, fault.messaggio, False
            return
        self._verdicts += 1
        if self._examine is not None:
            # of the rows that are good alone it would say what is not so
            yield from () if self._faults.trovati else self._examine(dati)
            return
        for found in service.Atto(self._tipo, dati).verdetto.rilievi:
            if found.gravita is not Gravita.NOTA:
                yield (
                    found.percorso,
                    found.campo,
                    found.codice,
                    _said_of(found, payload),
                    found.gravita is Gravita.AVVISO,
                )


def _told_twice(people: Iterable[Mapping[str, Any]]) -> set[tuple[str, str]]:
    """Return path and message of what the law says, under the code of any rule, of people listed more than once."""
    listed = ((f"/{ELENCO}/{place}", person) for place, person in enumerate(people))
    return {(found.percorso, _said(found)) for found in ripetuti(listed)}


def _with(named: str, message: str) -> str:
    """Return a message that begins with the name of its field."""
    return Errore("", message, named).detto


def _said_of(found: Rilievo, payload: Any) -> str:
    """Return a finding as a table tells it: of a codice fiscale that is not well formed, with what is wrong in it."""
    if not found.percorso.endswith(f"/{CODICE}"):
        return _said(found)
    for step in tappe(found.percorso):
        payload = payload[int(step)] if isinstance(payload, list) else payload.get(step, "")
    return f"{_said(found)} {perche(payload)}".strip() if isinstance(payload, str) else _said(found)


def _said(found: Rilievo) -> str:
    """Return a finding as a table tells it."""
    return f"{found.messaggio} {found.rimedio}".strip()
