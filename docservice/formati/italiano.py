"""Days, numbers and ticks as people write them in Italy, to what JSON would have: for tables and forms alike.

`giorno("22/6/2009")` → `"2009-06-22"`; `numero("€ 1.234,50", Importo())` → `"1234.50"`; `si_no("sì")` → True.
"""

from __future__ import annotations

import re
from decimal import Decimal

from docservice.campi.fields import Decimale, Intero
from docservice.law.italiano import con_virgola

_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_EIGHT = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", re.ASCII)
"""A day of eight figures, the year first: with the day first, the month would be of 19 or 20."""
_HOUR = re.compile(r"[T ]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}", re.ASCII)
_MONTHS = ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic")
_IN_WORDS = re.compile(rf"(\d{{1,2}})°?[ \-/.]+({'|'.join(_MONTHS)})[a-z]*[ \-/.]+(\d{{4}})", re.ASCII | re.IGNORECASE)
_EURO = re.compile(r"^(?:€|euro?)|(?:€|euro?)$", re.IGNORECASE)
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)
_COMMA = re.compile(r"-?\d+,\d+", re.ASCII)
_UNITS = {
    "ore": re.compile(r"(?<=\d)(?:ore|ora|h)\.?$", re.IGNORECASE),
    "giorni": re.compile(r"(?<=\d)(?:giorni|giorno|gg)\.?$", re.IGNORECASE),
    "settimane": re.compile(r"(?<=\d)(?:settimane|settimana|sett)\.?$", re.IGNORECASE),
    "mesi": re.compile(r"(?<=\d)(?:mesi|mese)\.?$", re.IGNORECASE),
    "per cento": re.compile(r"(?<=\d)(?:%|percento)$", re.IGNORECASE),
}
"""How people write the unit of a number, after it."""
_ENGLISH = re.compile(r"(-?[1-9]\d{0,2}),(\d{3})", re.ASCII)
"""A whole number with thousands as the English part them; or three decimals."""
_WHOLE = re.compile(r"(-?\d+)\.0+", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?", re.ASCII)
_LONGEST_DAY = 60
"""Characters of a day, its hour included, at most."""
PAROLE_SI = (
    *("true", "1", "on", "si", "sì", "s", "x", "vero", "yes", "y", "☑", "☒", "[x]"),
    *("acconsento", "consento", "do il consenso", "presto il consenso"),
)
PAROLE_NO = (
    *("false", "0", "off", "no", "n", "falso", "☐", "[ ]", "[]"),
    *("non acconsento", "non consento", "non do il consenso", "non presto il consenso", "nego il consenso"),
)
"""How a yes and a no may be written, in capitals too."""


class TestoIllegibile(ValueError):  # noqa: N818 - in the words of the field
    """The text cannot be read; its message says why and what to write."""


def in_cifre(testo: str) -> bool:
    """Say whether a text is a day in figures, perhaps with its hour, and nothing else."""
    day, _ = _senza_ora(testo)
    return bool(_DAY.fullmatch(day) or _ISO.fullmatch(day))


def di_otto_cifre(testo: str) -> bool:
    """Say whether a text is a day as 20090622."""
    return _EIGHT.fullmatch(testo) is not None


def _senza_ora(testo: str) -> tuple[str, re.Match[str] | None]:
    hour = _HOUR.search(testo) if len(testo) <= _LONGEST_DAY else None
    return (testo[: hour.start()], hour) if hour and hour.start() and hour.end() == len(testo) else (testo, None)


def giorno(testo: str) -> str:
    """Return a day as `YYYY-MM-DD`; whether there is such a day, its field says."""
    testo, hour = _senza_ora(testo)
    if hour and (int(hour[1]) or int(hour[2]) or int(hour[3] or 0)):
        seconds = f":{hour[3]}" if int(hour[3] or 0) else ""
        raise TestoIllegibile(
            f"Accanto alla data c’è un’ora ({int(hour[1]):02}:{hour[2]}{seconds}): il giorno può essere un altro, se"
            " l’ora è di un altro fuso. Va scritta la sola data, nella forma gg/mm/aaaa."
        )
    if found := _DAY.fullmatch(testo):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _IN_WORDS.fullmatch(testo):
        return f"{found[3]}-{_MONTHS.index(found[2].lower()) + 1:02}-{int(found[1]):02}"
    if found := _ISO.fullmatch(testo) or _EIGHT.fullmatch(testo):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if _SHORT_YEAR.fullmatch(testo):
        raise TestoIllegibile("L’anno va scritto con quattro cifre, per esempio 22/06/2009.")
    raise TestoIllegibile("Serve una data, nella forma gg/mm/aaaa, per esempio 22/06/2009.")


def numero(testo: str, campo: Intero | Decimale) -> str:
    """Return a number with a point and no groups; what is no number as it is, for its field to refuse."""
    text = _EURO.sub("", "".join(testo.split())).replace("−", "-")
    if unit := _UNITS.get(campo.unita):
        text = unit.sub("", text)
    if isinstance(campo, Intero) and (found := _ENGLISH.fullmatch(text)):
        raise TestoIllegibile(
            f"Il numero {text} si può leggere in due modi: va scritto {found[1]}{found[2]} oppure {found[1]}."
        )
    if clock := _CLOCK.fullmatch(text):
        hours = Decimal(clock[1]) + round(Decimal(clock[2]) / 60, 2)
        raise TestoIllegibile(f"{text} sono ore e minuti: vanno scritti in ore e decimali, cioè {con_virgola(hours)}.")
    places = campo.decimali if isinstance(campo, Decimale) else 0
    if _GROUPED.fullmatch(text):
        if "," not in text and text.count(".") == 1 and places >= 3:  # noqa: PLR2004 - a group is of three digits
            whole, comma = text.replace(".", ""), text.replace(".", ",")
            raise TestoIllegibile(f"Il numero {text} si può leggere in due modi: va scritto {whole} oppure {comma}.")
        text = text.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    whole_number = _WHOLE.fullmatch(text) if isinstance(campo, Intero) else None
    return whole_number[1] if whole_number else text


def si_no(testo: str) -> bool:
    """Return a yes or a no."""
    word = testo.casefold().rstrip("'’")
    if word in PAROLE_SI + PAROLE_NO:
        return word in PAROLE_SI
    raise TestoIllegibile("Serve sì oppure no.")
