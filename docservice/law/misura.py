"""What a finding measures: the value found, the limit that it breaks, their unit; one function for each unit.

in_mesi(Fraction(25, 4), 6) -> Misura("6.25", "6", "mesi")
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from docservice.law.italiano import Numero, arrotonda, arrotonda_oltre, con_punto

_DECIMALI_PERCENTO = 4


@dataclass(frozen=True, slots=True)
class Misura:
    """A value and its limit, as they travel."""

    valore: str | None
    limite: str
    unita: str


def in_date(valore: date | None, limite: date) -> Misura:
    """Measure a day against the first, or the last, that is allowed."""
    return Misura(testo(valore), limite.isoformat(), "data")


def in_giorni(valore: int, limite: Numero) -> Misura:
    """Measure a number of days."""
    return Misura(str(valore), con_punto(limite), "giorni")


def in_settimane(valore: Fraction, limite: Numero) -> Misura:
    """Measure a number of weeks."""
    return Misura(con_punto(valore), con_punto(limite), "settimane")


def in_mesi(valore: Fraction, limite: Numero) -> Misura:
    """Measure months that are over their limit, with as many decimals as show it."""
    return Misura(con_punto(arrotonda_oltre(valore, limite)), con_punto(limite), "mesi")


def in_ore(valore: Numero, limite: Numero) -> Misura:
    """Measure a number of hours."""
    return Misura(con_punto(valore), con_punto(limite), "ore")


def in_persone(valore: Decimal | int | None, limite: Decimal | int) -> Misura:
    """Measure a number of people, on average too."""
    return Misura(testo(valore), str(limite), "persone")


def in_percento(valore: Numero, limite: Numero) -> Misura:
    """Measure a share, in points; one that was computed has four decimals at most."""
    return Misura(_punti(valore), _punti(limite), "percento")


def in_rapporto(valore: Fraction | None, limite: Decimal) -> Misura:
    """Measure a ratio over its limit, with all the decimals of the limit; None where it cannot be computed."""
    return Misura(None if valore is None else str(arrotonda_oltre(valore, limite)), str(limite), "rapporto")


def testo(valore: object) -> str | None:
    """Return a value as it travels: days in ISO form, numbers with a point."""
    if valore is None or isinstance(valore, str):
        return valore
    return con_punto(valore) if isinstance(valore, Decimal) else str(valore)


def _punti(valore: Numero) -> str:
    return con_punto(arrotonda(valore, _DECIMALI_PERCENTO) if isinstance(valore, Fraction) else valore)
