"""Numbers and days as text: as Italians write them in a message or in a document, and as they travel in answers.

    numero(Decimal("8304.50")) -> "8.304,5"        giorno(date(2009, 6, 5)) -> "05/06/2009"
    con_punto(Decimal("8304.50")) -> "8304.5"      con_articolo("entro il 11/06/2023") -> "entro l’11/06/2023"

For a reader the minus is U+2212, as wide as a figure. A Decimal and an int are written whole; a Fraction is exact, and
is written half-up with two decimals at most.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

Numero = Decimal | Fraction | int

_SEPARATORI: Final = str.maketrans(",.-", ".,−")
_ARTICOLO: Final = re.compile(r"\b([Ii]|[Dd]e|[Dd]a|[Aa]|[Nn]e|[Ss]u)l (?:(08(?=/)|11(?=/))|([0-9]+)(?=(?:,[0-9]+)?%))")
"""An article before a day written in figures, whose name begins with a vowel, or before a share."""
_MESI: Final = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)


def numero(valore: Numero) -> str:
    """Write a number for a reader, with dots among thousands: "8.304", "12,03"."""
    return _esatto(valore, ",f").translate(_SEPARATORI)


def con_virgola(valore: Numero) -> str:
    """Write a number for a reader, without dots among thousands: "8304", "12,03"."""
    return con_punto(valore).translate(_SEPARATORI)


def con_punto(valore: Numero) -> str:
    """Write a number as it travels: no exponent, no trailing zeros ("8304", "0.8")."""
    return _esatto(valore, "f")


def importo(valore: Decimal) -> str:
    """Write an amount of money, with its cents always: "8.304,50"."""
    return format(valore, ",.2f").translate(_SEPARATORI)


def percento(punti: Numero) -> str:
    """Write a share given in points: 12.5 is "12,5%"."""
    return f"{numero(punti)}%"


def in_formula(valore: Fraction | Decimal) -> str:
    """Write a number of a formula, with all its decimals or as an exact fraction: "0,80", "1.271,34", "1 + 15/31"."""
    if isinstance(valore, Decimal):
        return format(valore, ",f").translate(_SEPARATORI)
    interi, resto = divmod(valore, 1)
    if not resto:
        return str(interi)
    return f"{interi} + {resto}" if interi else str(resto)


def arrotonda(valore: Fraction | Decimal, decimali: int = 2) -> Decimal:
    """Round an amount that is not negative half-up to `decimali` decimals, all of them shown: 0.125 to 0.13."""
    unita = 10**decimali
    return Decimal(floor(Fraction(valore) * unita + Fraction(1, 2))).scaleb(-decimali)


def arrotonda_oltre(valore: Fraction, limite: Numero) -> Decimal:
    """Round an amount to two decimals; one over a limit, to as many as show that it is over it.

    Over 6, 6 + 1/30 is 6.03, and 6 + 1/600 is 6.002.
    """
    decimali, oltre = 2, valore > Fraction(limite)
    while Fraction(arrotondato := arrotonda(valore, decimali)) <= Fraction(limite) and oltre:
        decimali += 1
    return arrotondato


def giorno(data: date) -> str:
    """Write a day in figures: "05/06/2023"."""
    return f"{data:%d/%m/%Y}"


def giorno_esteso(data: date) -> str:
    """Write a day in words: "5 giugno 2023", "1° giugno 2023"."""
    return f"{'1°' if data.day == 1 else data.day} {_MESI[data.month - 1]} {data.year}"


def mese(numero_del_mese: int) -> str:
    """Return the name of a month: "maggio"."""
    return _MESI[numero_del_mese - 1]


def mesi(primo: int, ultimo: int) -> str:
    """Write some months of a year, short: "gen.–mag.", "gen." when they are one."""
    return "–".join(f"{mese(one)[:3]}." for one in dict.fromkeys((primo, ultimo)))


def giorni(dal: date, al: date | None) -> str:
    """Write the days from one to another: "dal 01/01/2009 al 31/12/2009", "dal 01/01/2009 in poi"."""
    return f"dal {giorno(dal)}" + (f" al {giorno(al)}" if al else " in poi")


def minuscola(testo: str) -> str:
    """Return a sentence as it goes on after a colon: "è del 2009"; an acronym, or a code, keeps its capitals."""
    return testo[:1].lower() + testo[1:] if testo[1:2].islower() or testo[1:2] in {" ", "’"} else testo


def elide(valore: Decimal | int) -> bool:
    """Say whether the name of a number begins with a vowel: uno, otto, undici, ottanta."""
    interi = f"{abs(int(valore))}"
    return interi in ("1", "11") or interi.startswith("8")


def con_articolo(testo: str) -> str:
    """Return a text with the article before days and shares as it is spoken: "l’11/06/2023", "dell’80%"."""
    return _ARTICOLO.sub(_eliso, testo)


def _eliso(found: re.Match[str]) -> str:
    article, day, share = found.groups()
    if share and not elide(Decimal(share)):
        return found[0]
    return f"{'l' if article == 'i' else 'L' if article == 'I' else article + 'll'}’{day or share}"


def _esatto(valore: Numero, forma: str) -> str:
    """Write a number with no trailing zeros; a fraction that is negative only before rounding has no sign."""
    if isinstance(valore, Fraction):
        shown = arrotonda(abs(valore))
        valore = -shown if valore < 0 and shown else shown
    text = format(Decimal(valore), forma)
    return text.rstrip("0").rstrip(".") if "." in text else text
