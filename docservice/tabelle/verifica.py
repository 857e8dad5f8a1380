"""A table sent by somebody, verified: which columns it has, every wrong cell, the documents that its rows make.

Of `did`, the rows `Cognome;Nome;CF` and `Binti;Carla;x` make a `Verifica` whose one fault, at C2, is that the codice
fiscale is not well formed; were it good, `documenti` would be `{2: {"lavoratore": {"cognome": "Binti", …}, …}}`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docservice.campi.caratteri import semplice
from docservice.modelli.catalogo import Modello
from docservice.modelli.persone import SOGGETTO
from docservice.tabelle.colonne import Colonna, Forma, Testata, forma, intestazione, per_campo
from docservice.tabelle.comuni import con_comuni
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.difetto import MASSIMI, RIGA, TORNATE, Difetto
from docservice.tabelle.dubbi import dubbi
from docservice.tabelle.esempio import senza_esempio
from docservice.tabelle.file.da_jsonl import Oggetti, Oggetto
from docservice.tabelle.foglio import SALTA, Cella, Foglio, Riga, breve, lettera, vuota
from docservice.tabelle.giudizio import Avanza, Esame, Giudizio, Numbered
from docservice.tabelle.indizi.cognome_e_nome import da_dividere, diviso
from docservice.tabelle.indizi.fogli import CODICE as FOGLI
from docservice.tabelle.indizi.fogli import altri_fogli
from docservice.tabelle.indizi.insieme import NON_LETTA, di_colonne, di_righe, persone
from docservice.tabelle.indizi.non_lette import non_lette
from docservice.tabelle.indizi.oltre import oltre
from docservice.tabelle.indizi.ore import ore_accanto
from docservice.tabelle.indizi.senza_nome import CODICE as SENZA_NOME
from docservice.tabelle.indizi.senza_nome import senza_nome
from docservice.tabelle.per_riga import Celle, Membri
from docservice.tabelle.righe import Sotto, con_le_unite, senza_nascoste
from docservice.tabelle.struttura import TRASPOSTA, affiancate, sconosciuta, suggerita, trasposta
from docservice.tabelle.testi.persone import PERSONE
from docservice.tabelle.valori import contiene

_NAMED = 5
"""Rows, or columns, that a note names at most."""
_DEEP = 200
"""Rows among which names are looked for down the first column."""
_SHORT = 40
"""Characters of a header that a note repeats."""


@dataclass(slots=True)
class Verifica:
    """What a table says: its header, its faults, and the payload of each document that it makes.

    `documenti` are by number of row (0 for the only one of a list) and hold those without faults only. `errate` are the
    rows with faults, also of those that `difetti`, the first ones, do not tell; `avvisi` and `dubbie` are so of what
    makes no row wrong. `letta` says whether the rows were looked at: they are not, when the header or the whole is
    wrong.
    """

    tipo: Modello
    foglio: Foglio | Sequence[Oggetto]
    testata: int = 0
    intestazione: Sequence[Cella] = ()
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
        told = []
        for place, cell in enumerate(self.intestazione if self.colonne else ()):
            if not vuota(cell) and semplice(str(cell)) not in TORNATE:
                field_ = {"campo": self.colonne[place].nome} if place in self.colonne else {}
                told.append({"colonna": lettera(place), "intestazione": breve(cell).removesuffix(" *")} | field_)
        return told


def verifica(  # noqa: PLR0913 - what a table is verified by, the last two by name
    tipo: Modello,
    foglio: Foglio | Sequence[Oggetto],
    condivisi: Mapping[str, Any],
    nascoste: str | None = None,
    *,
    avanza: Avanza | None = None,
    esame: Esame | None = None,
) -> Verifica:
    """Verify a table, or objects, against a document type; `condivisi` are the data that all rows share.

    `nascoste` is what to do with rows and columns that are hidden, `LEGGI` or `SALTA`: if it is not said, there may be
    none. `esame` judges in the place of the law.
    """
    found = Verifica(tipo, foglio)
    faults = Difetti()
    condivisi = con_comuni(tipo, foglio, condivisi, faults, nascoste, found.note)
    judge = Giudizio(tipo, condivisi, faults, celle=isinstance(foglio, Foglio), avanza=avanza, esame=esame)
    if isinstance(foglio, Foglio):
        _Sheet(found, faults, condivisi, nascoste).verify(foglio, judge)
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
    found.note += righe.note if isinstance(righe, Oggetti) else ()
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
        faults.segna("TAB-VUOTA", "Nel file non c’è nessuna riga di dati: ne va scritta almeno una.")
        found.letta = False
        return
    became: dict[str, str] = {}
    meant: dict[str, Colonna | None] = {}
    for place, (number, values) in enumerate(read):
        named, known = per_campo(values, judge.forma, meant)
        read[place] = number, named
        became |= known
    if became:
        shown = ", ".join(f"«{breve(name, _SHORT)}» è {field_}" for name, field_ in list(became.items())[:_NAMED])
        found.note.append(f"Campi riconosciuti da un altro nome: {shown}{', …' * (len(became) > _NAMED)}.")
    members = Membri(judge.forma, faults)
    read = [(number, members.valori(number, values)) for number, values in read]
    di_righe(judge.forma, read, faults)
    found.documenti = judge.documenti(read, intera=whole)


class _Sheet:
    """The header and the cells of a table."""

    def __init__(
        self, found: Verifica, faults: Difetti, condivisi: Mapping[str, Any], nascoste: str | None = None
    ) -> None:
        self._found, self._faults, self._shared, self._hidden = found, faults, condivisi, nascoste
        self._forma: Forma = forma(found.tipo)
        self._ignored: dict[int, str] = {}
        self._offered: set[str] = set()

    def verify(self, foglio: Foglio, judge: Giudizio) -> None:
        """Verify the header first, the rows only if it is whole."""
        found, faults, rows = self._found, self._faults, foglio.righe
        head = self._head(foglio)
        last = head.posto + head.righe - 1
        found.testata = rows[last].numero
        self._take(head)
        if trasposta([row.celle for row in rows[:_DEEP]], self._forma, len(head.colonne)):
            faults.segna("TAB-INTESTAZIONE", TRASPOSTA)
            found.letta = False
            return
        head = self._parted(head, rows[last + 1 :])
        self._columns(head.colonne, foglio)
        unread = len(found.note)
        found.note += foglio.note
        oltre(rows[last + 1 :], len(head.celle), foglio.tipo, faults, found.note)
        if head.righe > 1:
            found.note.append(f"L’intestazione è di due righe, lette insieme: la seconda è la {found.testata}.")
        under = Sotto(foglio, rows[last + 1 :], head, self._forma)
        data = under.dati(faults, found.note, self._hidden) if head.colonne else []
        data = senza_esempio(found.tipo, data, head.colonne, faults, found.note)
        hidden = foglio.colonne_nascoste if self._hidden == SALTA else ()
        for fault, message, place in senza_nome(head.celle, head.colonne, data, hidden):
            (faults.segna if fault else faults.avvisa)(SENZA_NOME, message, posto=place)
        if self._hidden == SALTA:
            found.foglio = senza_nascoste(foglio)
        if head.colonne and not data:
            faults.segna("TAB-VUOTA", "Sotto l’intestazione non c’è nessuna riga di dati: ne va scritta almeno una.")
        # a row that stands alone is told at its cell, and does not stop the others
        found.letta = all(fault.riga is not None for fault in faults.trovati)
        if found.letta:
            cells = Celle(head.colonne, foglio.viste, faults)
            read = [(row.numero, cells.valori(row)) for row in data]
            self._doubts(data, read, virgole=foglio.separatore == ",")
            found.documenti = judge.documenti(read)
        elif self._forma.elenco:
            judge.condivisi()
        found.note[unread:unread] = self._unread()

    def _head(self, foglio: Foglio) -> Testata:
        """Return the header, without the columns that are to be left out; tell the other sheets."""
        head = con_le_unite(intestazione([row.celle for row in foglio.righe], self._forma), foglio)
        if self._hidden == SALTA:
            seen = {place: column for place, column in head.colonne.items() if place not in foglio.colonne_nascoste}
            head = replace(head, colonne=seen)
        if (others := altri_fogli(foglio.altri)) is not None:
            self._faults.avvisa(FOGLI, others)
        return head

    def _parted(self, head: Testata, below: Sequence[Riga]) -> Testata:
        """Return the header with surname and first name apart, telling whether they could be."""
        head, told, wrong = diviso(head, below, self._forma)
        if wrong:
            self._faults.segna("TAB-COLONNA-MANCANTE", told)
        elif told:
            self._found.note.append(told)
        self._take(head)
        return head

    def _take(self, head: Testata) -> None:
        self._found.intestazione, self._found.colonne = head.celle, head.colonne
        self._faults.intestazione = [breve(cell) if isinstance(cell, str) else cell for cell in head.celle]

    def _unread(self) -> list[str]:
        """Return the note of the columns that are not read, but for those of which it is told why."""
        faults = self._faults
        told = {fault.posto for fault in faults.avvisi if fault.codice == NON_LETTA}
        left = [name for place, name in self._ignored.items() if place not in told and name not in self._offered]
        if not left:
            return []
        shown = ", ".join(name[:_SHORT] for name in left[:_NAMED])
        more = ", …" if len(left) > _NAMED else "." * (not shown.endswith("."))
        return [f"Colonne che il modello non ha, non lette: {shown}{more}"]

    def _doubts(self, data: Sequence[Riga], read: Numbered, *, virgole: bool) -> None:
        """Tell what is in doubt of rows and columns."""
        for codice, message, number, place in dubbi(data, self._found.colonne, virgole=virgole):
            self._faults.avvisa(codice, message, number, place)
        head, columns = self._faults.intestazione, self._found.colonne
        for message, place in (
            *non_lette(head, columns, data, self._shared),
            *ore_accanto(head, columns, data, persone(self._forma, read)),
        ):
            self._faults.avvisa(NON_LETTA, message, posto=place)
        di_righe(self._forma, read, self._faults)

    def _columns(self, meant: Mapping[int, Colonna], foglio: Foglio) -> None:
        """Look for columns that are missing, twice there, or unknown."""
        found, faults = self._found, self._faults
        needed = [column for column in self._forma.colonne if self._needed(column)]
        if not meant:
            wanted = ", ".join(column.titolo for column in needed)
            strange = sconosciuta(foglio.righe[0].numero, faults.intestazione, self._forma.colonne)
            opening = f"{strange} Servono" if strange else "Manca la riga di intestazione: servono"
            told = f"{opening} almeno le colonne {wanted}. {foglio.cercata}".strip()
            faults.segna("TAB-INTESTAZIONE", told)
            return
        places = defaultdict(list)
        for place, column in meant.items():
            places[column.nome].append(place)
        beside = affiancate(places.values(), faults.intestazione)
        if beside is not None:
            faults.segna("TAB-COLONNA-DOPPIA", beside)
        for twice in places.values() if beside is None else ():
            if len(twice) > 1:
                letters = ", ".join(map(lettera, twice))
                faults.segna(
                    "TAB-COLONNA-DOPPIA",
                    f"Più colonne ({letters}) dicono «{meant[twice[0]].titolo}»: ne va lasciata una.",
                )
        faults.posti = {name: some[0] for name, some in places.items()}
        missing = [column for column in needed if column.nome not in places]
        together = da_dividere(faults.intestazione)
        if together and (names := [column for column in missing if column.passi[-1] in PERSONE]):
            faults.segna("TAB-COLONNA-MANCANTE", together)
            missing = [column for column in missing if column not in names]
        self._ignored = {
            place: breve(cell)
            for place, cell in enumerate(faults.intestazione)
            if place not in meant and not vuota(cell) and semplice(str(cell)) not in TORNATE
        }
        found.ignorate = list(self._ignored.values())
        for column in missing:
            alone = self._forma.elenco or column.passi[0] == SOGGETTO
            also = "" if alone else ", oppure il dato va scritto nei «Dati comuni»"
            told = f"Manca la colonna «{column.titolo}»: va aggiunta{also}."
            faults.segna("TAB-COLONNA-MANCANTE", f"{told}{suggerita(column, found.ignorate, self._offered)}")
        for message, place in di_colonne(faults.intestazione, meant, self._forma, self._shared):
            faults.avvisa(NON_LETTA, message, posto=place)

    def _needed(self, column: Colonna) -> bool:
        if not column.obbligatoria or self._forma.elenco:
            return column.obbligatoria
        path = "".join(f"/{step}" for step in column.passi)
        return not contiene(self._shared, column.passi) and not self._faults.illeggibile(path)
