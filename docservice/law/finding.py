"""What a rule says of a document: findings (rilievi), data that it lacks; and deadlines.

errore("/data", "È del 08/06/2023.", "Va corretta.").messaggio -> "È dell’08/06/2023."
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from docservice.law.citation import Fonte
from docservice.law.italiano import con_articolo
from docservice.law.misura import Misura, testo

T = TypeVar("T")


class Gravita(StrEnum):
    """How much a finding weighs."""

    ERRORE = "errore"
    AVVISO = "avviso"
    NOTA = "nota"


class EsitoControllo(StrEnum):
    """Outcome of one rule."""

    RISPETTATO = "rispettato"
    VIOLATO = "violato"
    NON_VERIFICABILE = "non_verificabile"


@dataclass(frozen=True, slots=True)
class Rilievo:
    """One finding. The runner fills `codice` and, where a rule gives none, `fonte`.

    `campo` is what a person calls the datum at `percorso`: whoever has the fields says it, which the law does not know.
    """

    gravita: Gravita
    percorso: str
    messaggio: str
    rimedio: str | None = None
    valore: str | None = None
    limite: str | None = None
    unita: str | None = None
    fonte: Fonte | None = None
    codice: str = ""
    campo: str = ""

    def presso(self, percorso: str) -> Rilievo:
        """Return the same finding at another place."""
        return self._con(percorso, self.codice, self.fonte)

    def di(self, codice: str, fonte: Fonte | None) -> Rilievo:
        """Return the same finding with the code and source of a rule, unless it has its own."""
        return self._con(self.percorso, self.codice or codice, self.fonte or fonte)

    def _con(self, percorso: str, codice: str, fonte: Fonte | None) -> Rilievo:
        # by hand: dataclasses.replace takes twice as long, and there may be one for every row of a table
        return Rilievo(
            self.gravita,
            percorso,
            self.messaggio,
            self.rimedio,
            self.valore,
            self.limite,
            self.unita,
            fonte,
            codice,
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as it travels; absent members are left out."""
        found: dict[str, Any] = {
            "codice": self.codice,
            "gravita": str(self.gravita),
            "percorso": self.percorso,
            **({"campo": self.campo} if self.campo else {}),
            "messaggio": self.messaggio,
        }
        for name in ("valore", "limite", "unita", "rimedio"):
            value = getattr(self, name)
            if value is not None:
                found[name] = value
        if self.fonte is not None:
            found["fonte"] = self.fonte.as_dict()
        return found


class NonVerificabile(Exception):  # noqa: N818 - it is an outcome, in the words of the field
    """A datum that a rule needs was not given: the rule yields it and goes on, or raises it and ends (`serve`)."""

    def __init__(self, motivo: str) -> None:
        super().__init__(motivo)
        self.motivo = motivo


def serve(dato: T | None, motivo: str) -> T:
    """Return a datum that a rule cannot do without; where it is None the rule ends here, as not verifiable."""
    if dato is None:
        raise NonVerificabile(motivo)
    return dato


def rilievo(  # noqa: PLR0913 - the members of a finding, all by name
    gravita: Gravita,
    percorso: str,
    messaggio: str,
    *,
    rimedio: str | None = None,
    misura: Misura | None = None,
    valore: object = None,
    limite: object = None,
    fonte: Fonte | None = None,
) -> Rilievo:
    """Build a finding; what is measured is a `Misura`, or a value, and perhaps a limit, that have no unit."""
    rimedio = con_articolo(rimedio) if rimedio else rimedio
    if misura is None:
        return Rilievo(gravita, percorso, con_articolo(messaggio), rimedio, testo(valore), testo(limite), None, fonte)
    return Rilievo(
        gravita, percorso, con_articolo(messaggio), rimedio, misura.valore, misura.limite, misura.unita, fonte
    )


def errore(percorso: str, messaggio: str, rimedio: str, misura: Misura | None = None, **members: Any) -> Rilievo:
    """Build a finding that makes the document non conforme."""
    return rilievo(Gravita.ERRORE, percorso, messaggio, rimedio=rimedio, misura=misura, **members)


def avviso(percorso: str, messaggio: str, rimedio: str, misura: Misura | None = None, **members: Any) -> Rilievo:
    """Build a finding that warns."""
    return rilievo(Gravita.AVVISO, percorso, messaggio, rimedio=rimedio, misura=misura, **members)


def nota(percorso: str, messaggio: str, **members: Any) -> Rilievo:
    """Build a finding that only informs (a reading, two sources that disagree)."""
    return rilievo(Gravita.NOTA, percorso, messaggio, **members)


@dataclass(frozen=True, slots=True)
class Scadenza:
    """A deadline; `data` is None where the law sets a cadence and no day.

    `data_utile` is the next working day, of a term that ends on a Saturday, a Sunday or a national holiday; `nota` what
    else is to be known: where an application is filed, a reading, why a term has no day. A `festivo` day is a Sunday or
    a holiday to which a term that is not put off comes.
    """

    codice: str
    descrizione: str
    data: date | None
    fonte: Fonte
    data_utile: date | None = None
    nota: str | None = None
    festivo: bool = False

    def con_nota(self, nota: str | None) -> Scadenza:
        """Return the same deadline with a note."""
        return replace(self, nota=nota)

    def as_dict(self) -> dict[str, Any]:
        """Return the deadline as it travels; no `data` member when there is no day."""
        told: dict[str, Any] = {"codice": self.codice, "descrizione": self.descrizione}
        if self.data is not None:
            told["data"] = self.data.isoformat()
        if self.data_utile is not None:
            told["data_utile"] = self.data_utile.isoformat()
        if self.festivo:
            told["festivo"] = True
        if self.nota is not None:
            told["nota"] = self.nota
        told["fonte"] = self.fonte.as_dict()
        return told
