"""Hours and first grant of the standard agreements A, B and C (Accordo Quadro, Allegato B).

`monte_ore = addetti × mesi × 173 × quota`, rounded down to the whole hour once, at the end. The figures do not change
while the framework lasts: they are read on its first day.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Final

from docservice.law.figures import figura

if TYPE_CHECKING:
    from decimal import Decimal

    from docservice.law.figures import Valore

FIRMA: Final = date(2009, 5, 4)
"""The day on which the figures are read: the signing of the framework agreement."""

_QUOTE: Final = {"A": "deroga_2009.quota_a", "B": "deroga_2009.quota_b", "C": "deroga_2009.quota_c"}
_PRIME_CONCESSIONI: Final = {
    "A": "deroga_2009.prima_concessione_mesi_a",
    "B": "deroga_2009.prima_concessione_mesi_b",
    "C": "deroga_2009.prima_concessione_mesi_c",
}


def valore_ore_mese() -> Valore:
    """Return the hours of one month at zero hours, per head."""
    return figura("deroga_2009.ore_mese", FIRMA)


def valore_quota(schema: str) -> Valore:
    """Return the share of schema "A", "B" or "C" (KeyError for any other)."""
    return figura(_QUOTE[schema], FIRMA)


def valore_prima_concessione(schema: str) -> Valore:
    """Return the longest first grant, in months, of schema "A", "B" or "C" (KeyError for any other)."""
    return figura(_PRIME_CONCESSIONI[schema], FIRMA)


def quota_oraria(schema: str) -> Decimal:
    """Return the share of the hours at zero hours for all that schema "A", "B" or "C" allows: 1, 0.80 or 0.60."""
    return valore_quota(schema).decimale


def prima_concessione(schema: str, mesi: Fraction) -> Fraction:
    """Return the months of the first grant: those asked for, up to 4 (A), 6 (B) or 12 (C)."""
    return min(mesi, Fraction(valore_prima_concessione(schema).decimale))


def monte_ore(addetti: int, mesi: Fraction, quota: Decimal | Fraction | int) -> int:
    """Return addetti × mesi × hours of a month × quota, rounded down to the hour once."""
    return floor(addetti * mesi * Fraction(valore_ore_mese().decimale) * Fraction(quota))
