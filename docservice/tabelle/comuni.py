"""«Dati comuni»: the second sheet of a table, with what is the same for all its rows; a line for each field.

A line `Organizzazioni sindacali 1, Sigla` | `FIOM` | … says `{"organizzazioni_sindacali": [{"sigla": "FIOM"}]}`. The
lines of a list have the number of the element; who needs more than there are adds lines of his own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from marshmallow import Schema

from docservice.campi.caratteri import semplice
from docservice.campi.fields import Codice, Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.campi.parole import etichetta
from docservice.campi.semplice import Semplice
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import INTESTAZIONE
from docservice.modelli.persone import ELENCO, IDENTITA, SOGGETTO
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.difetto import CONDIVISI
from docservice.tabelle.foglio import COMUNI, LEGGI, SALTA, Cella, Foglio, Riga, breve, lettera, vuota
from docservice.tabelle.righe import elenca
from docservice.tabelle.valori import contiene, sovrapponi
from docservice.tabelle.viste import da_leggere

TESTATA = ("Campo", "Valore", "Che cosa va scritto")
_PRONTE = 3
"""Elements of a list that have their lines ready."""
_SCRITTI = (Codice, Decimale, Giorno, Intero, Scelta, SiNo, Testo)
"""The fields that a line may say: not a file."""
_N = "#"
"""The step to an element, whichever."""

_TWICE = "il campo è detto due volte: va lasciata una riga."
_STRUCK = "la riga è barrata: se il dato non vale più va tolta, se vale va riscritta."
_CONFLICT = (
    "il foglio e i dati comuni inviati a parte (campo {nome}) dicono due cose diverse: va svuotata questa cella, o"
    " tolto il campo da ciò che si invia a parte."
)
_IN_ROWS = (
    "Fra i dati comuni ci sono dati di una persona, e le persone sono nelle righe della tabella: vanno tolti da lì, e"
    " scritti nella riga di chi riguardano."
)
_SHOWN = 5
"""Cells that a message names at most."""
_NAMELESS = "ci sono valori senza il nome di un campo a sinistra ({celle}), che non si leggono: va scritto il nome."
_BEYOND = "ciò che è a destra della colonna C ({celle}) non è letto: vale il valore della colonna B."
_HIDDEN = (
    f"Nel foglio «{COMUNI}» ci sono valori che non si vedono ({{quali}}): il foglio, o le righe, vanno mostrati o"
    " tolti, e la tabella inviata di nuovo; oppure va detto che farne, con nascoste=leggi o nascoste=salta; nel"
    " comando, --nascoste leggi o --nascoste salta."
)

Passi = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voce:
    """A line: the steps to its value, those of a list by number from 1, its field, and the label of each step."""

    passi: Passi
    campo: Semplice[Any]
    etichette: Passi

    @property
    def titolo(self) -> str:
        """The name as a person reads it: "Organizzazioni sindacali 1, Sigla"."""
        named: list[str] = []
        for step, label in zip(self.passi, self.etichette, strict=True):
            if step.isdigit() or step == _N:
                named[-1] += f" {step}"
            else:
                named.append(label)
        return ", ".join(named)

    def elemento(self, numero: int) -> Voce:
        """Return the line of an element of the list, of that number from 1."""
        return replace(self, passi=tuple(str(numero) if step == _N else step for step in self.passi))


def voci(tipo: Modello) -> list[Voce]:
    """Return the lines of a document type: whatever is not of the person of a row."""
    found: list[Voce] = []
    lists: dict[Passi, list[Voce]] = {}
    # the letterhead, which few fill in there, comes last
    for one in sorted(_modelli(tipo.schema()), key=lambda line: line.passi[0] == INTESTAZIONE):
        if _N not in one.passi:
            found.append(one)
            continue
        start = one.passi[: one.passi.index(_N)]
        if start not in lists:
            lists[start] = []
            found.append(replace(one, passi=start))  # the place of the list, for now
        lists[start].append(one)
    return [line for one in found for line in (_elements(lists[one.passi]) if one.passi in lists else [one])]


def _elements(of_one: Sequence[Voce]) -> Iterator[Voce]:
    for number in range(1, _PRONTE + 1):
        for one in of_one:
            yield one.elemento(number)


def _modelli(schema: Schema, before: Passi = (), called: Passi = ()) -> Iterator[Voce]:
    """Yield what lines may say, with `_N` for the number of an element."""
    for name, field in schema.fields.items():
        if not before and name in {SOGGETTO, ELENCO}:
            continue
        steps, labels, inner = (*before, name), (*called, etichetta(field) or name), field
        if isinstance(field, Lista):
            steps, labels, inner = (*steps, _N), (*labels, _N), field.inner
        if isinstance(inner, Gruppo):
            yield from _modelli(inner.schema, steps, labels)
        elif isinstance(inner, _SCRITTI) and steps.count(_N) <= 1:
            yield Voce(steps, inner, labels)


@cache
def _nomi(tipo: Modello) -> Mapping[str, Voce]:
    """Return what lines may say by how each is called, `_N` where the number stands."""
    found: dict[str, Voce] = {}
    for one in _modelli(tipo.schema()):
        for name in (" ".join(one.passi), one.titolo):
            parts = (_N if part.rstrip(":,") == _N else semplice(part) for part in name.split())
            found.setdefault(" ".join(filter(None, parts)), one)
    return found


def _voce(tipo: Modello, name: str) -> Voce | None:
    """Return what a line is about, by its name."""
    names, words = _nomi(tipo), semplice(breve(name)).split()
    if " ".join(words) in names:
        found = names[" ".join(words)]
        return found if _N not in found.passi else None
    for place, word in enumerate(words):
        one = names.get(" ".join([*words[:place], _N, *words[place + 1 :]])) if word.isdecimal() else None
        if one is not None:
            return one.elemento(int(word))
    return None


def con_comuni(  # noqa: PLR0913, PLR0917 - where what is found is told
    tipo: Modello,
    foglio: object,
    condivisi: Mapping[str, Any],
    difetti: Difetti,
    nascoste: str | None,
    note: list[str],
) -> Mapping[str, Any]:
    """Return what rows share: what the second sheet says, under what was sent apart; tell what cannot be so."""
    _people(condivisi, difetti)
    sheet = foglio.comuni if isinstance(foglio, Foglio) else None
    if sheet is None:
        return condivisi
    _aside(sheet, difetti)
    said: dict[Passi, Any] = {}
    where: dict[Passi, tuple[str, str]] = {}
    for row in _seen(sheet, difetti, nascoste, note):
        name, cell = (*row.celle, None, None)[:2]
        place = f"Foglio «{COMUNI}», B{row.numero} ({breve(name, 80)})"
        if (one := _voce(tipo, str(name))) is None:
            difetti.segna_condivisi(
                "", f"{place}: il modello non ha questo campo: va corretto il nome, o tolta la riga."
            )
            continue
        if row.numero in sheet.barrate:
            difetti.segna_condivisi(_pointer(one.passi), f"{place}: {_STRUCK}", one.titolo)
        try:
            if (shown := sheet.viste.get((row.numero, 1))) is not None:
                cell, doubt = da_leggere(cell, shown, one.campo)
                if doubt is not None:
                    difetti.avvisa("TAB-ARROTONDATO", f"{place}: {doubt}")
            read = valore(cell, one.campo, one.passi[-1])
        except CellaIllegibile as error:
            difetti.segna_illeggibile(_pointer(one.passi), f"{place}: {error}", one.titolo)
            continue
        where[one.passi] = place, one.titolo
        if said.setdefault(one.passi, read) != read:
            difetti.segna_condivisi(_pointer(one.passi), f"{place}: {_TWICE}", one.titolo)
    values = _insieme(said)
    for path in _diversi(values, condivisi):
        here, named = where.get(path, (f"Foglio «{COMUNI}»", ""))
        difetti.segna_condivisi(_pointer(path), f"{here}: {_CONFLICT.format(nome='.'.join(path))}", named)
    return sovrapponi(values, condivisi)


def _aside(sheet: Foglio, difetti: Difetti) -> None:
    """Tell what is written where nothing is read: values without the name of their field, columns beyond the third."""
    alone, beyond = [], []
    for row in sheet.righe:
        name, cell = (*row.celle, None, None)[:2]
        if vuota(name) and not vuota(cell):
            alone.append(f"B{row.numero}")
        beyond += [
            f"{lettera(place)}{row.numero}"
            for place, other in enumerate(row.celle)
            if place >= len(TESTATA) and not vuota(other)
        ]
    for cells, told in ((alone, _NAMELESS), (beyond, _BEYOND)):
        if cells:
            shown = ", ".join(cells[:_SHOWN]) + " e altre" * (len(cells) > _SHOWN)
            difetti.avvisa(CONDIVISI, f"Foglio «{COMUNI}»: {told.format(celle=shown)}")


def _people(condivisi: Mapping[str, Any], difetti: Difetti) -> None:
    """Tell the people that are among what rows share: those of the rows would hide them, or be made of them."""
    one = condivisi.get(SOGGETTO)
    if condivisi.get(ELENCO):
        difetti.segna_condivisi(f"/{ELENCO}", _IN_ROWS)
    if isinstance(one, Mapping) and (names := [name for name in IDENTITA if name in one]):
        difetti.segna_condivisi(f"/{SOGGETTO}/{names[0]}", _IN_ROWS)


def _seen(sheet: Foglio, difetti: Difetti, nascoste: str | None, note: list[str]) -> list[Riga]:
    """Return the lines that hold a value; those that nobody sees only if it was asked."""
    lines = [row for row in sheet.righe if _holds(row)]
    hidden = [row.numero for row in lines if row.numero in sheet.nascoste]
    if not hidden:
        return lines
    which = f"righe {elenca(hidden)}" if len(hidden) < len(lines) else "tutte le righe"
    if nascoste == SALTA:
        note.append(f"Nascoste nel foglio «{COMUNI}», e saltate com’è stato chiesto: {which}.")
        return [row for row in lines if row.numero not in sheet.nascoste]
    if nascoste == LEGGI:
        note.append(f"Nascoste nel foglio «{COMUNI}», e lette com’è stato chiesto: {which}.")
    else:
        difetti.segna_condivisi("", _HIDDEN.format(quali=which))
    return lines


def _holds(row: Riga) -> bool:
    name, cell = (*row.celle, None, None)[:2]
    return not (vuota(name) or vuota(cell) or (semplice(str(name)), semplice(str(cell))) == ("campo", "valore"))


def _pointer(passi: Passi) -> str:
    return "".join(f"/{int(step) - 1 if step.isdigit() else step}" for step in passi)


def _insieme(said: Mapping[Passi, Any]) -> dict[str, Any]:
    """Return the values as an object; the elements of a list in the order of their numbers."""
    found: dict[str, Any] = {}
    lists: dict[Passi, dict[int, Any]] = {}
    for steps, value in said.items():
        place = next((place for place, step in enumerate(steps) if step.isdigit()), None)
        if place is None:
            _put(found, steps, value)
        elif place == len(steps) - 1:
            lists.setdefault(steps[:place], {})[int(steps[place])] = value
        else:
            _put(lists.setdefault(steps[:place], {}).setdefault(int(steps[place]), {}), steps[place + 1 :], value)
    for steps, elements in lists.items():
        _put(found, steps, [elements[number] for number in sorted(elements)])
    return found


def _put(into: dict[str, Any], steps: Sequence[str], value: Any) -> None:
    for step in steps[:-1]:
        into = into.setdefault(step, {})
    into[steps[-1]] = value


def _diversi(here: Mapping[str, Any], there: Mapping[str, Any], before: Passi = ()) -> Iterator[Passi]:
    """Yield the steps to what two objects say each in its way."""
    for name, value in here.items():
        if not contiene(there, [name]):
            continue
        other, steps = there[name], (*before, name)
        if isinstance(value, Mapping) and isinstance(other, Mapping):
            yield from _diversi(value, other, steps)
        elif str(value) != str(other):
            yield steps


def scrivi(
    book: Any, righe: Sequence[tuple[str, Cella, str]], campi: Mapping[int, Semplice[Any]], formati: Any
) -> None:
    """Write the sheet: name, value, help of each line; `formati` writes a value, and the choices that it has."""
    sheet, bold = book.add_worksheet(COMUNI), book.add_format({"bold": True, "bottom": 1, "bg_color": "#D9E2EF"})
    for place, (title, width) in enumerate(zip(TESTATA, (50, 40, 90), strict=True)):
        sheet.write_string(0, place, title, bold)
        sheet.set_column(place, place, width)
    for number, (name, cell, note) in enumerate(righe, 1):
        sheet.write_string(number, 0, name)
        formati(sheet, number, 1, cell, campi.get(number))
        sheet.write_string(number, 2, note)
    sheet.freeze_panes(1, 1)


def campi_di(tipo: Modello, nomi: Sequence[str]) -> dict[int, Semplice[Any]]:
    """Return the field of each line that has one, by its number from 1."""
    found = ((number, _voce(tipo, name)) for number, name in enumerate(nomi, 1))
    return {number: one.campo for number, one in found if one is not None}
