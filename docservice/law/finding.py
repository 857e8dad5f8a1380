"""What a rule says of a document: findings (rilievi), outcomes of the checks, deadlines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from docservice.law.citation import Fonte

_ARTICOLO: Final = re.compile(r"\b([Ii]|[Dd]e|[Dd]a|[Aa]|[Nn]e|[Ss]u)l (?:(08(?=/)|11(?=/))|([0-9]+)(?=(?:,[0-9]+)?%))")
"""An article before a day written in figures, whose name begins with a vowel, or before a share."""


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
    """One finding. The runner fills `codice` and, where a rule gives none, `fonte`."""

    gravita: Gravita
    percorso: str
    messaggio: str
    rimedio: str | None = None
    valore: str | None = None
    limite: str | None = None
    unita: str | None = None
    fonte: Fonte | None = None
    codice: str = ""

    def presso(self, percorso: str) -> Rilievo:
        """Return the same said of another place."""
        return self._con(percorso, self.codice, self.fonte)

    def di(self, codice: str, fonte: Fonte | None) -> Rilievo:
        """Return the same as a rule says it, whose code and source it takes unless it has its own."""
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
            "messaggio": self.messaggio,
        }
        for name in ("valore", "limite", "unita", "rimedio"):
            value = getattr(self, name)
            if value is not None:
                found[name] = value
        if self.fonte is not None:
            found["fonte"] = self.fonte.as_dict()
        return found


@dataclass(frozen=True, slots=True)
class NonVerificabile:
    """What a rule yields when a datum it needs was not given."""

    motivo: str


def scrivi(numero: Decimal | int | str) -> str:
    """Write a number as a message does, with Italian separators: "8.304", "12,03"."""
    whole, _, rest = plain(Decimal(numero)).partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{rest}" if rest else grouped


def elide(numero: Decimal | int) -> bool:
    """Say whether the name of a number begins with a vowel: uno, otto, undici, ottanta."""
    whole = f"{abs(int(numero))}"
    return whole in ("1", "11") or whole.startswith("8")


def elisi(testo: str) -> str:
    """Return a text with the article before days and shares as it is said: "l’11/06/2023", "dell’80%"."""
    return _ARTICOLO.sub(_eliso, testo)


def _eliso(found: re.Match[str]) -> str:
    article, day, share = found.groups()
    if share and not elide(Decimal(share)):
        return found[0]
    return f"{'l' if article == 'i' else 'L' if article == 'I' else article + 'll'}’{day or share}"


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    return str(value)


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros ("6920", "0.8")."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def rilievo(  # noqa: PLR0913 - the members of a finding, all by name
    gravita: Gravita,
    percorso: str,
    messaggio: str,
    *,
    rimedio: str | None = None,
    valore: Decimal | date | int | str | None = None,
    limite: Decimal | date | int | str | None = None,
    unita: str | None = None,
    fonte: Fonte | None = None,
) -> Rilievo:
    """Build a finding, writing numbers and dates as the text that travels."""
    rimedio = elisi(rimedio) if rimedio else rimedio
    return Rilievo(gravita, percorso, elisi(messaggio), rimedio, _text(valore), _text(limite), unita, fonte)


def errore(percorso: str, messaggio: str, rimedio: str, **members: Any) -> Rilievo:
    """Build a finding that makes the document non conforme."""
    return rilievo(Gravita.ERRORE, percorso, messaggio, rimedio=rimedio, **members)


def avviso(percorso: str, messaggio: str, rimedio: str, **members: Any) -> Rilievo:
    """Build a finding that warns."""
    return rilievo(Gravita.AVVISO, percorso, messaggio, rimedio=rimedio, **members)


def nota(percorso: str, messaggio: str, **members: Any) -> Rilievo:
    """Build a finding that only informs (a reading, two sources that disagree)."""
    return rilievo(Gravita.NOTA, percorso, messaggio, **members)


@dataclass(frozen=True, slots=True)
class Scadenza:
    """A deadline; `data` is None where the law sets a cadence and no day.

    `data_utile` is the next working day, of a term that ends on a Saturday, a Sunday or a national holiday.
    """

    codice: str
    descrizione: str
    data: date | None
    fonte: Fonte
    data_utile: date | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the deadline as it travels; no `data` member when there is no day."""
        told: dict[str, Any] = {"codice": self.codice, "descrizione": self.descrizione}
        if self.data is not None:
            told["data"] = self.data.isoformat()
        if self.data_utile is not None:
            told["data_utile"] = self.data_utile.isoformat()
        told["fonte"] = self.fonte.as_dict()
        return told
