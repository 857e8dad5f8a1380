"""The cells of a row, read as the sheet shows them: `Celle(colonne, foglio.viste, difetti).valori(riga)` → its values.

Of 3 seen as "3S", a text is "3S" and a number 3; a day of which only the month is seen is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from docservice.campi.fields import Codice, Decimale, Giorno, Intero, Testo
from docservice.campi.semplice import Semplice
from docservice.formati import italiano
from docservice.law.italiano import con_virgola, giorno
from docservice.tabelle.celle import CellaIllegibile, valore
from docservice.tabelle.colonne import Colonna
from docservice.tabelle.difetti import Difetti
from docservice.tabelle.file.mostrati import IGNOTA, NASCOSTA, PARTE
from docservice.tabelle.foglio import Cella, Riga, vuota
from docservice.tabelle.valori import metti

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


def da_leggere(cella: Cella, vista: str, campo: Semplice[Any]) -> tuple[Cella, str | None]:
    """Return what to read of a cell, and what is in doubt; raise `CellaIllegibile`."""
    if vista == NASCOSTA:
        raise CellaIllegibile(
            "Il formato della cella ne nasconde il contenuto: va cambiato il formato, o svuotata la cella."
        )
    match campo:
        case Giorno() if vista == PARTE:
            day = f" ({giorno(cella)})" if not isinstance(cella, str | int | Decimal | None) else ""
            raise CellaIllegibile(
                f"Il foglio mostra solo una parte della data{day}: va scritta la data intera, e dato alla colonna il"
                " formato gg/mm/aaaa."
            )
        case Testo() | Codice() if vista == IGNOTA:
            raise CellaIllegibile(
                "Il foglio mostra la cella in un formato che ne cambia l’aspetto: va scritta come testo, come si vede."
            )
        case Testo() | Codice() if vista != PARTE:
            return vista, None
        case Intero() | Decimale() if isinstance(cella, int | Decimal):
            return cella, _rounded(cella, vista, campo)
        case _:
            return cella, None


def _rounded(value: int | Decimal, seen: str, campo: Intero | Decimale) -> str | None:
    try:
        shown = Decimal(italiano.numero(seen, campo))
    except (italiano.TestoIllegibile, InvalidOperation):
        return None
    if shown == value:
        return None
    whole = con_virgola(Decimal(value))
    return (
        f"Il foglio mostra {seen}, e la cella contiene {whole}, che è quello che si legge: va scritto il valore giusto."
    )
