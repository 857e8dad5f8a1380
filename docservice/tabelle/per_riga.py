"""The cells of a row, under known columns, to the values that it says: what cannot be read is told at its cell.

`Celle(colonne, foglio.viste, difetti).valori(Riga(2, ("Binti", "x")))` → `{"lavoratore": {"cognome": "Binti", …}}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.campi.fields import Testo
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.colonne import Colonna
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.foglio import Cella, Riga, vuota
from docservice.tabelle.valori import metti
from docservice.tabelle.viste import da_leggere

_KNOWN = 10_000
"""Cells whose value is kept, while a table is read."""


class Celle:
    """Reads the cells of the columns of a table; `viste` are those that are seen as something else."""

    def __init__(self, colonne: Mapping[int, Colonna], viste: Mapping[tuple[int, int], str], difetti: Difetti) -> None:
        self._columns, self._seen, self._faults = colonne, viste, difetti
        self._known: dict[tuple[Any, ...], Any] = {}

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
                metti(values, column.passi, self._value(cell, column))
            except CellaIllegibile as error:
                self._faults.segna_cella(str(error), number, place)
                if self._faults.pieni:  # the row is wrong, and that is all that will be told
                    break
        return values

    def _value(self, cell: Cella, column: Colonna) -> Any:
        """Return what a cell says; days, hours and words of a list come over and over."""
        if isinstance(column.campo, Testo):
            return valore(cell, column.campo, column.passi[-1])
        key = column.passi, type(cell), cell
        if key not in self._known:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            self._known[key] = valore(cell, column.campo, column.passi[-1])
        return self._known[key]
