"""The cells of a row, under known columns, to the values that it says: what cannot be read is told at its cell.

`Celle(colonne, foglio.viste, difetti).valori(Riga(2, ("Binti", "x")))` → `{"lavoratore": {"cognome": "Binti", …}}`; of
JSON Lines `Membri(forma, difetti).valori(1, {"ore_settimanali": "40,0"})` → `{"ore_settimanali": "40.0"}`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docservice.campi.fields import Decimale, Intero, Testo
from docservice.campi.parole import campo
from docservice.campi.semplice import Semplice
from docservice.formati.lettura import tappe
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.colonne import Colonna, Forma
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.foglio import Cella, Riga, vuota
from docservice.tabelle.testi.numeri import NUMERO
from docservice.tabelle.testi.sospetti import scritti, sospetto
from docservice.tabelle.valori import metti
from docservice.tabelle.viste import da_leggere

_KNOWN = 10_000
"""Cells whose value is kept, while a table is read."""


class Celle:
    """Reads the cells of the columns of a table; `viste` are those that are seen as something else."""

    def __init__(self, colonne: Mapping[int, Colonna], viste: Mapping[tuple[int, int], str], difetti: Difetti) -> None:
        self._columns, self._seen, self._faults = colonne, viste, difetti
        self._known = _Letti()

    def valori(self, riga: Riga) -> dict[str, Any]:
        """Return what a row says, telling the cells that cannot be read."""
        values: dict[str, Any] = {}
        number, cells = riga.numero, riga.celle
        for place, column in self._columns.items():
            cell = cells[place] if place < len(cells) else None
            if vuota(cell):
                continue
            try:
                if (seen := self._seen.get((number, place))) is not None:
                    cell, doubt = da_leggere(cell, seen, column.campo)
                    if doubt is not None:
                        self._faults.avvisa("TAB-ARROTONDATO", doubt, number, place)
                metti(values, column.passi, self._known(cell, column))
            except CellaIllegibile as error:
                self._faults.segna_cella(str(error), number, place)
                if self._faults.pieni:  # the row is wrong, and that is all that will be told
                    break
        return values


class Membri:
    """Reads the texts of objects as cells are read: what JSON has another way of its own to write may be as people do.

    A number as JSON writes it is read as JSON does ("1.234" is no thousand), a text that is free as it is.
    """

    def __init__(self, of: Forma, difetti: Difetti) -> None:
        self._fields, self._faults = of.schema.fields, difetti
        self._columns = {"".join(f"/{step}" for step in column.passi): column for column in of.colonne}
        self._known = _Letti()

    def valori(self, riga: int, valori: dict[str, Any]) -> dict[str, Any]:
        """Return an object with its texts read, telling those that cannot be; what it came from is left as it is."""
        for path, text in list(scritti(valori)):
            column, why = self._columns.get(path), None
            if column is None or _free(text, column.campo):
                why = sospetto(text, path.rpartition("/")[2])
            elif vuota(text):
                valori = _con(valori, column.passi)
            else:
                try:
                    if (read := self._known(text, column)) != text:
                        valori = _con(valori, column.passi, read)
                except CellaIllegibile as error:
                    why = str(error)
            if why is not None:
                self._faults.segna_membro(why, riga, path, campo(self._fields, tappe(path)))
        return valori


def _free(text: str, field: Semplice[Any]) -> bool:
    """Say whether a text is as it is: one that anybody may write, a number as JSON has it, a code without a slip."""
    if isinstance(field, Intero | Decimale):
        return NUMERO.fullmatch(text) is not None
    return isinstance(field, Testo) and (not field.maiuscolo or (text.isalnum() and text.isascii() and text.isupper()))


def _con(values: Mapping[str, Any], steps: Sequence[str], *value: Any) -> dict[str, Any]:
    """Return an object with another value there, or with none."""
    first, *rest = steps
    if rest:
        return {**values, first: _con(values[first], rest, *value)}
    others = {name: one for name, one in values.items() if name != first} if not value else values
    return {**others, **({first: value[0]} if value else {})}


class _Letti:
    """What cells say for their columns: days, hours and words of a list come over and over, and are read once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], Any] = {}

    def __call__(self, cell: Cella, column: Colonna) -> Any:
        if isinstance(column.campo, Testo):
            return valore(cell, column.campo, column.passi[-1])
        key = column.passi, type(cell), cell
        if key not in self._kept:
            if len(self._kept) >= _KNOWN:
                self._kept.clear()
            self._kept[key] = valore(cell, column.campo, column.passi[-1])
        return self._kept[key]
