"""Which rows of a sheet are data: not a header repeated, a total, a note; nor, unless it is asked for, a hidden one.

Of a table of workers, `Totale;;;120` is a total and "Nota: elenco al 30/06/2009" a note: they are left out, and said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from docservice.campi.caratteri import semplice
from docservice.tabelle.colonne import Forma, Testata, ripete
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.foglio import LEGGI, SALTA, Cella, Foglio, Riga, breve, lettera, vuota
from docservice.tabelle.indizi.mesi import CODICE as MESE_GIORNO
from docservice.tabelle.indizi.mesi import mese_e_giorno
from docservice.tabelle.struttura import ALTRA_INTESTAZIONE, CORTA, altra_intestazione
from docservice.tabelle.testi.nomi import VUOTI

MOSTRATE = 20
"""Rows, columns or areas that a message names at most."""
_TOTAL = re.compile(
    r"(?:(?:sub)?total[ei]|tot|somm[ae]|media|medie|conteggio|(?:a )?riport(?:o|are))\b(?: .*)?|.* (?:sub)?total[ei]"
)
_RULE = frozenset("-=_.*–—+| ")
"""Of what lines are drawn, in a row of cells."""
_NUMBER = re.compile(r"\d{1,6}[.)°]?", re.ASCII)
"""What is printed beforehand in a column that is not read, one a row."""
_NOTE = re.compile(r"(?:not[ae]|nb|n b|legenda|fonte|avvertenza|avvertenze|firma|firmato|timbro|pagina|pag)\b")
_WORDY = 5
"""Words from which what stands alone in a row is a sentence."""
_AREA = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
_DEEP = 3
"""Rows of a header, at most."""
_READ = 500
"""Characters of a cell in which a word that matters is looked for."""
_MATTERS = re.compile(
    r"sessantesim|centesim|minut|mensil|annu|giornalier|provvisor|bozza|da confermare|ipotesi"
    r"|simulazione|non inserire|\borari"
    r"|\bs\.?\s?(?:r\.?\s?l|p\.?\s?a|n\.?\s?c|a\.?\s?s)\b|\bcoop",
    re.IGNORECASE,
)
"""What a line above a table, or below it, says of its units, of how sure they are, of whose they are."""
_SHOWN = 80
"""Characters of such a line that a note repeats."""

_ALONE = (
    "Nella riga è scritta questa sola cella: se è una nota o un totale va tolta, se è una riga di dati va completata."
)
_STRUCK = "La riga è tutta barrata: va tolta; se invece vale, va riscritta in una riga nuova."
_HIDDEN = (
    "Nel foglio ci sono parti che non si vedono, nascoste o filtrate ({quali}): vanno mostrate, o tolte, e la tabella"
    " inviata di nuovo; oppure va detto che farne, con nascoste=leggi (si leggono come le altre) o nascoste=salta (si"
    " lasciano fuori); nel comando, --nascoste leggi o --nascoste salta."
)


@dataclass(slots=True)
class Righe:
    """The rows that are data, and those left out; `altre` are headers that are not the first one repeated."""

    dati: list[Riga] = field(default_factory=list)
    totali: list[int] = field(default_factory=list)
    annotazioni: list[int] = field(default_factory=list)
    linee: list[int] = field(default_factory=list)
    numeri: list[int] = field(default_factory=list)
    sole: list[tuple[int, int]] = field(default_factory=list)
    ripetute: list[int] = field(default_factory=list)
    altre: list[int] = field(default_factory=list)

    def sola(self, riga: int, posto: int, *, printed: bool) -> None:
        """Enter a row with a single cell: left out if it is the number printed beforehand beside an empty row."""
        if printed:
            self.numeri.append(riga)
        else:
            self.sole.append((riga, posto))


def distingui(
    righe: Sequence[Riga],
    testata: Testata,
    of: Forma,
    unite: Collection[str] = (),
    above: Collection[tuple[Cella, ...]] = (),
) -> Righe:
    """Return what the rows under a header are; `sole` are those with a single cell, which may be either.

    `above` are the rows of the header as they are written.
    """
    found = Righe()
    needed = [place for place, column in testata.colonne.items() if column.obbligatoria]
    words = {cell.strip(VUOTI).casefold() for cell in testata.celle if isinstance(cell, str)}
    notes = {int(match[2]) for area in unite if (match := _AREA.fullmatch(area)) and match[1] != match[3]}
    for row in righe:
        filled = [place for place, cell in enumerate(row.celle) if not vuota(cell)]
        if not filled:
            continue
        first = row.celle[filled[0]]
        empty = [place for place in needed if place not in filled]
        alone = len(filled) == 1 and len(testata.colonne) > 1
        other = None if alone or row.celle in above else altra_intestazione(row.celle, testata, of)
        if ripete(row.celle, testata.colonne, of) or row.celle in above:
            found.ripetute.append(row.numero)
            continue
        if other is not None:
            (found.altre if other else found.ripetute).append(row.numero)
            continue
        if not alone and _all_among(row.celle, filled, words):
            continue
        if isinstance(first, str) and first[:1] in _RULE and _drawn(row.celle, filled):
            found.linee.append(row.numero)
        elif isinstance(first, str) and (empty or not needed) and _TOTAL.fullmatch(semplice(first[: MOSTRATE * 2])):
            found.totali.append(row.numero)
        elif alone and isinstance(first, str) and (empty or not needed) and _is_note(first, row.numero in notes):
            found.annotazioni.append(row.numero)
        elif alone and empty:
            found.sola(row.numero, filled[0], printed=filled[0] not in testata.colonne and _is_number(first))
        else:
            found.dati.append(row)
    return found


def _all_among(cells: Sequence[Cella], filled: Collection[int], words: Collection[str]) -> bool:
    """Say whether a row holds nothing but words of the header."""
    said = (cells[place] for place in filled)
    return all(isinstance(cell, str) and cell.strip(VUOTI).casefold() in words for cell in said)


def _drawn(cells: Sequence[Cella], filled: Collection[int]) -> bool:
    """Say whether a row is a line drawn with signs, one of which at least is repeated."""
    said = [cells[place] for place in filled]
    return all(isinstance(one, str) and _RULE.issuperset(one) for one in said) and any(
        isinstance(one, str) and len(one.strip()) > 2  # noqa: PLR2004 - a dash alone says that there is nothing
        for one in said
    )


def _is_note(text: str, merged: bool) -> bool:  # noqa: FBT001 - over more cells than one
    words = text.strip(VUOTI)
    return bool(merged or words[:1] in "*(†¹" or len(words.split()) >= _WORDY or _NOTE.match(semplice(words)))


def _is_number(cell: Cella) -> bool:
    return _NUMBER.fullmatch(str(cell).strip(VUOTI)) is not None


def con_le_unite(testata: Testata, foglio: Foglio) -> Testata:
    """Return a header with the rows that its cells go down to: those below a cell merged with others are no data."""
    first = foglio.righe[testata.posto].numero
    last = first
    for match in map(_AREA.fullmatch, foglio.unite):
        if match and int(match[2]) == first and _place(match[1]) in testata.colonne:
            last = max(last, int(match[4]))
    deep = sum(first <= row.numero <= last for row in foglio.righe[testata.posto : testata.posto + _DEEP])
    return replace(testata, righe=max(testata.righe, deep))


def unite_fra_i_dati(foglio: Foglio, dati: Sequence[Riga], letti: Collection[int]) -> list[str]:
    """Return the merged areas over rows of data, in columns that are read."""
    numbers = [row.numero for row in dati]
    found = []
    for area in foglio.unite:
        if (match := _AREA.fullmatch(area)) is None:
            continue
        left, top, right, bottom = _place(match[1]), int(match[2]), _place(match[3]), int(match[4])
        at = bisect_left(numbers, top)
        if at < len(numbers) and numbers[at] <= bottom and any(left <= place <= right for place in letti):
            found.append(area)
    return found


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def nascosti(foglio: Foglio, dati: Sequence[Riga], letti: Collection[int]) -> tuple[list[int], list[int]]:
    """Return the numbers of the rows, and the places of the columns, that are data and that nobody sees."""
    hidden = frozenset(foglio.nascoste)
    rows = [row.numero for row in dati if row.numero in hidden] if hidden else []
    columns = [
        place
        for place in foglio.colonne_nascoste
        if place in letti and any(place < len(row.celle) and not vuota(row.celle[place]) for row in dati)
    ]
    return rows, columns


def senza_nascoste(foglio: Foglio) -> Foglio:
    """Return a sheet without what nobody sees: in the one that goes back all is seen, and would be read."""
    if foglio.comuni is not None:
        foglio = replace(foglio, comuni=senza_nascoste(foglio.comuni))
    rows, columns = frozenset(foglio.nascoste), frozenset(foglio.colonne_nascoste)
    if not rows and not columns:
        return foglio
    shown = [row for row in foglio.righe if row.numero not in rows]
    cells = ([None if place in columns else cell for place, cell in enumerate(row.celle)] for row in shown)
    kept = [replace(row, celle=tuple(some)) for row, some in zip(shown, cells, strict=True)]
    return replace(foglio, righe=kept, nascoste=(), colonne_nascoste=())


def _quoted(righe: Sequence[Riga]) -> list[str]:
    """Return rows that are not read as a note names them: with their text, where it may change what is read."""
    told: list[str] = []
    for row in righe:
        texts = [str(cell)[:_READ].strip() for cell in row.celle if not vuota(cell)] if len(told) < MOSTRATE else []
        said = next((text for text in texts if _MATTERS.search(text)), None)
        told.append(str(row.numero) if said is None else f"{row.numero} («{breve(said, _SHOWN)}»)")
    return told


def elenca(numeri: Sequence[int | str]) -> str:
    """Return numbers as a message names them: "3, 7 e altre 12"."""
    shown = ", ".join(map(str, numeri[:MOSTRATE]))
    return f"{shown} e altre {len(numeri) - MOSTRATE}" if len(numeri) > MOSTRATE else shown


def detti(righe: Sequence[int], colonne: Sequence[int]) -> str:
    """Return hidden rows and columns as a message names them: "righe 3, 7; colonne C"."""
    told = [f"righe {elenca(righe)}"] if righe else []
    return "; ".join([*told, f"colonne {', '.join(map(lettera, colonne[:MOSTRATE]))}"] if colonne else told)


@dataclass(frozen=True, slots=True)
class Sotto:
    """What is under the header of a sheet."""

    foglio: Foglio
    righe: Sequence[Riga]
    testata: Testata
    forma: Forma

    def dati(self, difetti: Difetti, note: list[str], scelta: str | None) -> list[Riga]:
        """Return the rows of data, telling what is left out and what cannot be read as it is.

        `scelta` is what to do with what is hidden, `LEGGI` or `SALTA`, if it was said.
        """
        head = self.testata.posto
        above = [row.celle for row in self.foglio.righe[head : head + self.testata.righe]]
        told = distingui(self.righe, self.testata, self.forma, self.foglio.unite, above)
        notes = frozenset(told.annotazioni)
        left_out = (
            (_quoted(self.foglio.righe[:head]), "Righe sopra l’intestazione"),
            (told.ripetute, "Intestazioni ripetute"),
            (told.totali, "Righe di totali"),
            (_quoted([row for row in self.righe if row.numero in notes]), "Righe di note"),
            (told.numeri, "Righe con il solo numero d’ordine"),
            (told.linee, "Righe di soli segni, come una linea tirata"),
        )
        for numbers, what in left_out:
            if numbers:
                note.append(f"{what}, non lette: {elenca(numbers)}.")
        for number, place in told.sole:
            difetti.segna("TAB-RIGA", _ALONE, number, place)
        early = self.foglio.righe[: max(0, head - 1)]  # the row just above may belong to it
        if any(altra_intestazione(row.celle, self.testata, self.forma) is not None for row in early):
            told.altre.insert(0, self.foglio.righe[head].numero)
        for number in told.altre[:1]:
            difetti.segna("TAB-INTESTAZIONE", ALTRA_INTESTAZIONE.format(riga=number))
        self._row_by_row(told.dati, difetti)
        data = self._visti(told.dati, difetti, note, scelta)
        if areas := unite_fra_i_dati(self.foglio, data, self.testata.colonne):
            shown = ", ".join(areas[:MOSTRATE])
            difetti.segna("TAB-CELLE-UNITE", f"Ci sono celle unite ({shown}): vanno divise, ripetendo il valore.")
        for message in mese_e_giorno(data, self.testata.colonne):
            difetti.segna(MESE_GIORNO, message)
        return data

    def _row_by_row(self, data: Sequence[Riga], difetti: Difetti) -> None:
        """Tell the rows struck through, and those that are short of cells."""
        struck, short = frozenset(self.foglio.barrate), frozenset(self.foglio.corte)
        for row in data if struck or short else ():
            if row.numero in struck:
                difetti.segna("TAB-BARRATA", _STRUCK, row.numero)
            if row.numero in short:
                difetti.avvisa("TAB-RIGA", CORTA, row.numero, percorso="")

    def _visti(self, data: list[Riga], difetti: Difetti, note: list[str], scelta: str | None) -> list[Riga]:
        """Return the rows to read of those of data, telling those that nobody sees."""
        rows, columns = nascosti(self.foglio, data, self.testata.colonne)
        if scelta == SALTA:
            skipped = frozenset(rows)
            columns = [place for place in self.foglio.colonne_nascoste if place < len(self.testata.celle)]
            if rows or columns:
                note.append(f"Nascoste nel foglio, e saltate com’è stato chiesto: {detti(rows, columns)}.")
            return [row for row in data if row.numero not in skipped]
        if rows or columns:
            if scelta == LEGGI:
                note.append(f"Nascoste nel foglio, e lette com’è stato chiesto: {detti(rows, columns)}.")
            else:
                difetti.segna("TAB-NASCOSTE", _HIDDEN.format(quali=detti(rows, columns)))
        return data
