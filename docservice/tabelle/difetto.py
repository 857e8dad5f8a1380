"""A fault of a table: where it is, what to do; and the codes of those that neither schema nor law names.

`Difetto(5, 2, "CF", "AQ-G26", "Va corretto.").detto` → "CF: va corretto. [AQ-G26]"; as JSON its cell is "C5". A person
is told the code of a rule of the law, which can be looked up (`docservice regole`), and none of those of a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docservice.law.italiano import minuscola
from docservice.tabelle.foglio import lettera

CONDIVISI, DATO, RIGA = "TAB-COMUNE", "TAB-DATO", "TAB-RIGA"
"""Codes of the faults of the data that rows share, of the shape of a datum, of a line that holds no object."""
_OWN = "TAB-"
"""How the codes begin that are no rule of the law."""
MASSIMI = 5_000
"""Most faults that are kept, and told, of the rows of a table; and as many of the whole."""
ALTRI, ALTRI_AVVISI = "TAB-ALTRI", "TAB-ALTRI-AVVISI"
"""Codes of what is told of a row whose faults, or doubts, come after those."""
ERRORI, AVVISI = "errori", "avvisi"
"""The column, or the members, in which faults and doubts go back."""
TORNATE = frozenset({ERRORI, AVVISI})
"""What comes with a table that was sent back, and is no datum."""


@dataclass(frozen=True, slots=True)
class Difetto:
    """A fault of a table: row and column where it is (None: of the whole), a code, what to do.

    `colonna` is the header as written; `posto` the column's place in the row, from 0. What has no column has its
    `percorso`, a JSON pointer: in the object of its row, or in the data that rows share; and, where it is known, its
    `campo`, as a person calls it.
    """

    riga: int | None
    posto: int | None
    colonna: str | None
    codice: str
    messaggio: str
    percorso: str | None = None
    campo: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the fault as it travels; what is not there is left out."""
        cell = None if self.riga is None or self.posto is None else f"{lettera(self.posto)}{self.riga}"
        told = {"riga": self.riga, "colonna": self.colonna, "cella": cell, "percorso": self.percorso}
        told |= {"campo": self.campo or None, "codice": self.codice, "messaggio": self.messaggio}
        return {k: v for k, v in told.items() if v is not None}

    @property
    def detto(self) -> str:
        """The fault as a person reads it: where, what to do, code; in a row, a name as that of a column."""
        return detto(self.as_dict())


def detto(uno: Mapping[str, Any]) -> str:
    """Return a fault that travels as a person reads it."""
    path, said = uno.get("percorso", ""), con_codice(uno)
    named = uno.get("campo", "")
    if named and named in said:  # it says so by itself
        return said
    where = uno.get("colonna") or named or (path.strip("/").replace("/", ".") if "riga" in uno else path)
    return f"{where}: {minuscola(said)}" if where else said


def con_codice(uno: Mapping[str, Any]) -> str:
    """Return what a fault says and, at its end, the rule of the law that it is about."""
    codice = uno.get("codice", "")
    return f"{uno['messaggio']} [{codice}]" if codice and not codice.startswith(_OWN) else str(uno["messaggio"])


def altri_avvisi(riga: int) -> Difetto:
    """Return what is told of a row whose doubts come after those that are told."""
    return Difetto(
        riga,
        None,
        None,
        ALTRI_AVVISI,
        "La riga ha altri avvisi: si vedono quando quelli detti sono corretti e la tabella è inviata di nuovo.",
    )


def altri(riga: int) -> Difetto:
    """Return what is told of a wrong row whose faults come after those that are told."""
    return Difetto(
        riga,
        None,
        None,
        ALTRI,
        "La riga ha altri difetti: si vedono quando quelli detti sono corretti e la tabella è inviata di nuovo.",
    )
