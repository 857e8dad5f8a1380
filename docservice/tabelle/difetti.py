"""The faults of a table, entered as they are found, each at its cell if its row has one; the first ones only are kept.

`segna_dato("AQ-G26", "…", 2, "/lavoratore/codice_fiscale")` enters a `Difetto` at C2, if that column is the third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from docservice.tabelle.difetto import CONDIVISI, DATO, MASSIMI, RIGA, Difetto
from docservice.tabelle.foglio import Cella


class Difetti:
    """What is wrong with a table.

    `posti` are the places of the columns by name of field, under `intestazione`; `errate` the rows with a fault, also
    of those after the first `MASSIMI`, which are counted and no more;
    `condivisi` path and message of those of what rows share. `avvisi` are doubts, which make no row wrong: the first
    `MASSIMI` too; `dubbie` the rows that have one.
    """

    def __init__(self) -> None:
        self.trovati: list[Difetto] = []
        self.intestazione: Sequence[Cella] = ()
        self.posti: Mapping[str, int] = {}
        self.errate: set[int] = set()
        self.avvisi: list[Difetto] = []
        self.dubbie: set[int] = set()
        self._of_rows = self._of_whole = self._doubts = 0
        self._unread: dict[int, int] = defaultdict(int)  # by row, a bit for each place: they may be a million
        self._unread_members: set[tuple[int, str]] = set()
        self.condivisi: set[tuple[str, str]] = set()
        self._unread_shared: set[str] = set()

    def segna(  # noqa: PLR0913, PLR0917 - what a fault is
        self,
        codice: str,
        messaggio: str,
        riga: int | None = None,
        posto: int | None = None,
        percorso: str | None = None,
        campo: str = "",
    ) -> None:
        """Enter a fault; what is at a cell has no path."""
        if riga is None:
            self._of_whole += 1
            if self._of_whole > MASSIMI:
                return
        else:
            self.errate.add(riga)
            self._of_rows += 1
            if self._of_rows > MASSIMI:
                return
        self.trovati.append(self._at(codice, messaggio, riga, posto, percorso, campo))

    def avvisa(  # noqa: PLR0913, PLR0917 - as above
        self,
        codice: str,
        messaggio: str,
        riga: int | None = None,
        posto: int | None = None,
        percorso: str | None = None,
        campo: str = "",
    ) -> None:
        """Enter a doubt, of a row or (`riga` None) of the table as a whole, as `segna` does a fault."""
        if riga is not None:
            self.dubbie.add(riga)
            self._doubts += 1
            if self._doubts > MASSIMI:
                return
        self.avvisi.append(self._at(codice, messaggio, riga, posto, percorso, campo))

    def _at(  # noqa: PLR0913, PLR0917 - what a fault is
        self, codice: str, messaggio: str, riga: int | None, posto: int | None, percorso: str | None, campo: str
    ) -> Difetto:
        header = self.intestazione[posto] if posto is not None and posto < len(self.intestazione) else None
        named = None if header is None else str(header).removesuffix(" *")
        if posto is not None:
            percorso, campo = None, ""
        return Difetto(riga, posto, named, codice, messaggio, percorso, campo)

    def segna_condivisi(self, percorso: str, messaggio: str, campo: str = "") -> None:
        """Enter a fault of the data that rows share, once however many rows have it.

        Of what could not be read nothing more is said: neither that it is missing.
        """
        if (percorso, messaggio) not in self.condivisi and not self.illeggibile(percorso):
            self.condivisi.add((percorso, messaggio))
            self.segna(CONDIVISI, messaggio, percorso=percorso, campo=campo)

    def segna_illeggibile(self, percorso: str, messaggio: str, campo: str = "") -> None:
        """Enter that a datum that rows share cannot be read."""
        self.segna_condivisi(percorso, messaggio, campo)
        self._unread_shared.add(percorso)

    def illeggibile(self, percorso: str) -> bool:
        """Say whether a datum that rows share, or one within it, could not be read."""
        return any(one == percorso or one.startswith(f"{percorso}/") for one in self._unread_shared if percorso)

    def segna_cella(self, messaggio: str, riga: int, posto: int) -> None:
        """Enter that a cell cannot be read."""
        self._unread[riga] |= 1 << posto
        self.segna("TAB-CELLA", messaggio, riga, posto)

    def segna_membro(self, messaggio: str, riga: int, percorso: str, campo: str = "") -> None:
        """Enter that a member of an object cannot be read, at its path; of it nothing more is said."""
        self.segna("TAB-CELLA", messaggio, riga, percorso=percorso, campo=campo)
        if len(self._unread_members) < MASSIMI:
            self._unread_members.add((riga, percorso))

    def segna_dato(self, codice: str, messaggio: str, riga: int, percorso: str, campo: str = "") -> None:
        """Enter a fault of a datum of a row, at its cell; one whose cell could not be read is entered already.

        So is what the law says of a group that holds it, which may be nothing but that it is missing.
        """
        place = self.posto(percorso)
        of_law = codice not in (DATO, RIGA)
        if (riga, percorso) in self._unread_members or (of_law and self._unread_within(riga, percorso)):
            return
        if place is None or not self._unread.get(riga, 0) >> place & 1:
            self.segna(codice, messaggio, riga, place, percorso, campo)

    def _unread_within(self, riga: int, percorso: str) -> bool:
        group, cells = percorso.strip("/").replace("/", "."), self._unread.get(riga, 0)
        if any(row == riga and path.startswith(f"{percorso}/") for row, path in self._unread_members if group):
            return True
        return bool(group and cells) and any(
            cells >> place & 1 for name, place in self.posti.items() if name.startswith(f"{group}.")
        )

    def avvisa_dato(self, codice: str, messaggio: str, riga: int, percorso: str, campo: str = "") -> None:
        """Enter a doubt about a datum of a row, at its cell; of one that could not be read nothing more is said."""
        place = self.posto(percorso)
        if place is None or not self._unread.get(riga, 0) >> place & 1:
            self.avvisa(codice, messaggio, riga, place, percorso, campo)

    @property
    def pieni(self) -> bool:
        """Whether no more faults of rows are kept: of a row, all that is left to know is whether it has one."""
        return self._of_rows >= MASSIMI

    @property
    def taciuti(self) -> bool:
        """Whether there were more than are kept."""
        return self._of_rows > MASSIMI or self._of_whole > MASSIMI

    @property
    def avvisi_taciuti(self) -> bool:
        """Whether there were more doubts than are kept."""
        return self._doubts > MASSIMI

    def posto(self, percorso: str) -> int | None:
        """Return the place of the column of a datum, None if it has none."""
        return self.posti.get(percorso.strip("/").replace("/", "."))

    def ha_illeggibili(self, riga: int) -> bool:
        """Say whether a row has cells that cannot be read."""
        return riga in self._unread
