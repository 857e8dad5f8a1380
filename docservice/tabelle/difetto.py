"""A fault of a table: where it is, what to do; and all of them, as they are found.

`Difetto(5, 2, "CF", "TAB-CELLA", "Va corretto.").detto` → "CF: Va corretto. [TAB-CELLA]"; as JSON its cell is "C5".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docservice.tabelle.foglio import Cella, lettera

CONDIVISI, DATO, RIGA = "TAB-COMUNE", "TAB-DATO", "TAB-RIGA"
"""Codes of the faults of the data that rows share, of the shape of a datum, of a line that holds no object."""
ERRORI = "errori"
"""The column, or the member, in which the faults go back."""


@dataclass(frozen=True, slots=True)
class Difetto:
    """A fault of a table: row and column where it is (None: of the whole), a code, what to do.

    `colonna` is the header as written; `posto` the column's place in the row, from 0. What has no column has its
    `percorso`, a JSON pointer: in the object of its row, or in the data that rows share.
    """

    riga: int | None
    posto: int | None
    colonna: str | None
    codice: str
    messaggio: str
    percorso: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the fault as it travels; what is not there is left out."""
        cell = None if self.riga is None or self.posto is None else f"{lettera(self.posto)}{self.riga}"
        told = {"riga": self.riga, "colonna": self.colonna, "cella": cell, "percorso": self.percorso}
        return {k: v for k, v in told.items() if v is not None} | {"codice": self.codice, "messaggio": self.messaggio}

    @property
    def detto(self) -> str:
        """The fault as a person reads it: where, what to do, code; in a row, a name as that of a column."""
        path = self.percorso or ""
        where = self.colonna or (path if self.riga is None else path.strip("/").replace("/", "."))
        return f"{where}: {self.messaggio} [{self.codice}]" if where else f"{self.messaggio} [{self.codice}]"


class Difetti:
    """The faults of a table as they are found, each at its cell if its row has one.

    `posti` are the places of the columns by name of field, under `intestazione`; `errate` the rows with a fault.
    """

    def __init__(self) -> None:
        self.trovati: list[Difetto] = []
        self.intestazione: Sequence[Cella] = ()
        self.posti: Mapping[str, int] = {}
        self.errate: set[int] = set()
        self._unread: dict[int, set[int]] = defaultdict(set)
        self._shared: set[tuple[str, str]] = set()

    def segna(
        self,
        codice: str,
        messaggio: str,
        riga: int | None = None,
        posto: int | None = None,
        percorso: str | None = None,
    ) -> None:
        """Enter a fault; what is at a cell has no path."""
        header = self.intestazione[posto] if posto is not None and posto < len(self.intestazione) else None
        named = None if header is None else str(header)
        self.trovati.append(Difetto(riga, posto, named, codice, messaggio, None if posto is not None else percorso))
        if riga is not None:
            self.errate.add(riga)

    def segna_condivisi(self, percorso: str, messaggio: str) -> None:
        """Enter a fault of the data that rows share, once however many rows have it."""
        if (percorso, messaggio) not in self._shared:
            self._shared.add((percorso, messaggio))
            self.segna(CONDIVISI, messaggio, percorso=percorso)

    def segna_cella(self, messaggio: str, riga: int, posto: int) -> None:
        """Enter that a cell cannot be read."""
        self._unread[riga].add(posto)
        self.segna("TAB-CELLA", messaggio, riga, posto)

    def segna_dato(self, codice: str, messaggio: str, riga: int, percorso: str) -> None:
        """Enter a fault of a datum of a row, at its cell; one whose cell could not be read is entered already."""
        place = self.posto(percorso)
        if place is None or place not in self._unread.get(riga, ()):
            self.segna(codice, messaggio, riga, place, percorso)

    def posto(self, percorso: str) -> int | None:
        """Return the place of the column of a datum, None if it has none."""
        return self.posti.get(percorso.strip("/").replace("/", "."))

    def ha_illeggibili(self, riga: int) -> bool:
        """Say whether a row has cells that cannot be read."""
        return riga in self._unread
