"""A table as it was sent: rows of raw cells with their place, whatever file they came in.

A CSV of `Cognome;Nome`, an empty line and `Binti;Carla` is `Foglio("csv", [Riga(1, ("Cognome", "Nome")), Riga(3,
("Binti", "Carla"))])`: rows keep the numbers that a person sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Self

from docservice.tabelle.testi.nomi import MAX_NOME, VUOTI
from docservice.tabelle.testi.sospetti import ERRORE

MAX_RIGHE = 100_000
"""Most rows of a table, headers and empty rows aside."""
MAX_COLONNE = 200
"""Most columns of a table."""
MAX_CELLE = 5_000_000
"""Most cells of a table: fifty for each of the most rows."""
MAX_TESTO = 40_000
"""Longest text of a cell, a little over Excel's."""
LEGGI, SALTA = "leggi", "salta"
NASCOSTE = (LEGGI, SALTA)
"""What may be asked to be done with the rows and columns that are hidden."""

COMUNI, ISTRUZIONI, GENERALI = "Dati comuni", "Istruzioni", ("Errori generali", "Avvisi generali")
"""The sheets that come with a table of ours, beside its rows; the last two say what is wrong, or in doubt, in all."""
PROPRIETA = {"created": datetime(1980, 1, 1, tzinfo=UTC)}
"""What a workbook of ours says of itself: no clock, so that the same table is the same bytes and keeps its ETag."""
RIGHE_COMUNI = 1_000
"""Lines of the sheet of what rows share that are read."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a sheet takes for the beginning of a formula."""

Cella = str | int | Decimal | bool | date | None
"""What a cell holds: text as typed, a number, a yes or no, a day, which may have an hour; None when it is empty."""
Altro = tuple[str, int, bool]
"""A sheet that is not read and should perhaps be: its name, how many people it holds, whether its header is as good."""


class Rotta(str):
    """A cell that holds a formula whose result the file does not have, or an error that has no name of its own."""

    __slots__ = ()

    def __new__(cls) -> Self:
        """Return the text that goes back in its place."""
        return super().__new__(cls, ERRORE)

    def __reduce__(self) -> tuple[type[Rotta], tuple[()]]:
        """Go through a pipe."""
        return Rotta, ()


class TabellaIllegibile(ValueError):  # noqa: N818 - in the words of the field
    """The file cannot be read as a table; its text says why, where and what to do."""


@dataclass(frozen=True, slots=True)
class Riga:
    """A row that is not empty: its number in the file, from 1, and its cells from the first column on."""

    numero: int
    celle: tuple[Cella, ...]


@dataclass(frozen=True, slots=True)
class Foglio:
    """A table: its kind ("xlsx", "csv"), every row that holds something, and what the reader noted in passing.

    `unite` are the merged areas, as "B3:B5"; `nascoste` and `colonne_nascoste` the numbers of rows, and the places of
    columns, that who looks at the sheet does not see; `barrate` those of rows struck through. `cercata` says where a
    header was looked for. `viste` is what is seen of the cells whose format shows something else (`file.mostrati`); it
    and `formule` are by number of row and place; `comuni` the sheet «Dati comuni», all its rows hidden when it is;
    `istruzioni` says whether there is one of that name; `altri` are the sheets that are not read and hold people, or
    have as good a header. Of a CSV, `corte` are the rows that have fewer cells than the others, `separatore` what parts
    the cells.
    """

    tipo: str
    righe: Sequence[Riga]
    note: tuple[str, ...] = ()
    unite: tuple[str, ...] = ()
    nascoste: tuple[int, ...] = ()
    colonne_nascoste: tuple[int, ...] = ()
    barrate: tuple[int, ...] = ()
    cercata: str = ""
    formule: Mapping[tuple[int, int], str] = field(default_factory=dict)
    comuni: Foglio | None = None
    istruzioni: bool = False
    altri: tuple[Altro, ...] = ()
    corte: tuple[int, ...] = ()
    separatore: str = ""
    viste: Mapping[tuple[int, int], str] = field(default_factory=dict)


def controlla_misure(righe: Sequence[Riga]) -> None:
    """Raise `TabellaIllegibile` for a table with nothing in it, too long or too wide."""
    if not righe:
        raise TabellaIllegibile("La tabella è vuota: servono una riga di intestazione e almeno una riga di dati.")
    if len(righe) > MAX_RIGHE + 1:
        raise TabellaIllegibile(
            f"La tabella ha più di {MAX_RIGHE} righe di dati, che sono il massimo: va divisa in più tabelle."
        )
    if (wide := max(len(row.celle) for row in righe)) > MAX_COLONNE:
        raise TabellaIllegibile(
            f"La tabella ha {wide} colonne: al massimo possono essere {MAX_COLONNE}, ne vanno tolte quelle che non"
            " servono."
        )
    if sum(len(row.celle) for row in righe) > MAX_CELLE:
        raise TabellaIllegibile(
            f"La tabella ha più di {MAX_CELLE} celle, che sono il massimo: va divisa, o vanno tolte le colonne che non"
            " servono."
        )


def troppo_lungo(riga: int) -> TabellaIllegibile:
    """Return what is told of a row with a cell longer than any."""
    return TabellaIllegibile(f"Alla riga {riga} c’è una cella di più di {MAX_TESTO} caratteri: va accorciata.")


def protetto(testo: str) -> str:
    """Return a text of a CSV that no sheet takes for a formula; the reader takes the apostrophe off."""
    return f"'{testo}" if testo.startswith(_FORMULA) and not _is_number(testo) else testo


def _is_number(text: str) -> bool:
    return text[1:].replace(".", "", 1).replace(",", "", 1).isdecimal()


def breve(testo: object, massimo: int = MAX_NOME) -> str:
    """Return a header as it is repeated: "Cognome", or its beginning and "…"."""
    text = str(testo)
    return text if len(text) <= massimo else f"{text[:massimo]}…"


def vuota(cella: Cella) -> bool:
    """Return whether a cell holds nothing to read."""
    return cella is None or (isinstance(cella, str) and not cella.strip(VUOTI))


def lettera(colonna: int) -> str:
    """Return the letters of a column, from 0: 0 is A, 26 is AA."""
    letters = ""
    while colonna >= 0:
        colonna, rest = divmod(colonna, 26)
        letters, colonna = chr(ord("A") + rest) + letters, colonna - 1
    return letters
