"""Hours and first grant of the standard agreements (Accordo Quadro, Allegato B)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor

from docservice.law.figures import figura

_FIRMA = date(2009, 5, 4)


def quota_oraria(schema: str) -> Decimal:
    """Return the share of the full hours that schema A, B or C allows."""
    return figura(f"deroga_2009.quota_{schema.lower()}", _FIRMA).decimale


def prima_concessione(schema: str, mesi: Fraction) -> Fraction:
    """Return the months of the first grant when `mesi` are asked for under schema A, B or C."""
    most = figura(f"deroga_2009.prima_concessione_mesi_{schema.lower()}", _FIRMA).decimale
    return min(mesi, Fraction(most))


def monte_ore(addetti: int, mesi: Fraction, quota: Decimal) -> int:
    """Return addetti × mesi × hours of a month × quota, rounded down to the hour once."""
    hours = figura("deroga_2009.ore_mese", _FIRMA).decimale
    return floor(addetti * mesi * Fraction(hours) * Fraction(quota))
