"""What a sheet shows of a cell under its format, where that is not its value: "3S" of 3, "20" of 19,5, a day by half.

`come_si_vede('0"S"')(3)` → "3S"; `come_si_vede("mmm-yy")` of a day → `PARTE`, `come_si_vede(";;;")` → `NASCOSTA`, of
what cannot be told exactly → `IGNOTA`; None of a cell that is seen as it is, and for a format that shows all so.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Final

PREVISTI: Final = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "16": "d-mmm",
    "17": "mmm-yy",
}
"""The formats that a workbook has by number alone."""
_TOKEN: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|Standard|[#0?.,%]+|.', re.IGNORECASE | re.DOTALL)
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_SYMBOL: Final = re.compile(r"\[\$([^\-\]]*).*\]")
_CLOCK: Final = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_AS_IT_IS: Final = frozenset(" -+()€£$:'&!~^=<>")
_PLACES: Final = frozenset("#0?.,%")
_KNOWN: Final = 2_000
_HOLDS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}


class Vista(str):
    """What is seen in a cell, beside its value."""

    __slots__ = ()


IGNOTA, PARTE, NASCOSTA, APICE, BARRATO = Vista(), Vista("\x01"), Vista("\x02"), "\x03", "\x04"
"""What is seen is not known; is a part of a day; is nothing; how what is raised, or is struck through, begins."""

Section = list[str]


def come_si_vede(codice: str) -> Callable[[Any], Vista | None] | None:
    """Return what is seen of a value under a format, None of one that is seen as it is."""
    sections: list[Section] = [[]]
    for piece in _TOKEN.findall(codice):
        if piece == ";":
            sections.append([])
        else:
            sections[-1].append(piece)
    letters = {piece.casefold() for piece in sections[0] if len(piece) == 1} & set("dmyhs")
    if letters:
        whole = letters >= {"d", "m", "y"} or letters & {"h", "s"} or any(map(_CLOCK.fullmatch, sections[0]))
        return None if whole else _part_of_a_day
    if len(sections) == 1 and codice.casefold() in {"", "@", "general", "standard"}:
        return None

    @lru_cache(_KNOWN)
    def seen(kind: str, value: Any) -> Vista | None:
        if kind == "str":
            return _text(sections, value)
        return _number(sections, value) if kind in {"int", "Decimal"} else None

    return lambda value: seen(type(value).__name__, value)


def _part_of_a_day(value: Any) -> Vista | None:
    return PARTE if isinstance(value, date) else None


def _text(sections: list[Section], text: str) -> Vista | None:
    last = sections[-1] if len(sections) in {1, 4} else None
    if last is None or last == ["@"]:
        return None
    if not last and text.strip():
        return NASCOSTA
    return Vista("".join(text if piece == "@" else _literal(piece) or "" for piece in last)) if "@" in last else None


def _place(sections: list[Section], value: int | Decimal) -> int:
    """Return which section shows a number: by its sign, or the first whose condition holds, else that without one."""
    asked = [next(filter(None, map(_CONDITION.fullmatch, section)), None) for section in sections[:3]]
    if not any(asked):
        return 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0  # noqa: PLR2004
    return next(
        (place for place, one in enumerate(asked) if one is None or _HOLDS[one[1]](value, Decimal(one[2]))),
        len(asked) - 1,
    )


def _number(sections: list[Section], value: int | Decimal) -> Vista | None:
    place = _place(sections, value)
    section = sections[place]
    if not section:
        return NASCOSTA if value else None
    out, numbers, size = "", 0, -value if value < 0 else value
    for piece in section:
        if piece[0] in _PLACES:
            said = _digits(piece, size)
            numbers += 1
        elif piece.casefold() in {"general", "standard"}:
            said, numbers = _general(size), numbers + 1
        else:
            said = _literal(piece)
        if said is None:
            return IGNOTA
        out += said
    if numbers > 1:
        return IGNOTA
    out = f"-{out}" if value < 0 and not place else out
    return None if out.strip() in {_general(value), ""} else Vista(out.strip())


def _general(value: int | Decimal) -> str:
    return f"{Decimal(value):f}".replace(".", ",")


def _literal(piece: str) -> str | None:
    """Return what a piece that is no number puts there, None if it does something else."""
    if piece[0] == '"':
        return piece[1:-1] if len(piece) > 1 else None
    if piece[0] == "\\":
        return piece[1:]
    if piece[0] in "_*":
        return ""
    if piece[0] == "[":
        found = _SYMBOL.fullmatch(piece)
        return found[1] if found else ""
    return piece if piece in _AS_IT_IS else None


def _digits(places: str, value: int | Decimal) -> str | None:
    shown = places.rstrip(",")
    whole, point, rest = shown.partition(".")
    if set(shown) & set("?%") or "," in rest or "." in rest:
        return None
    exact = Decimal(value).scaleb(-3 * (len(places) - len(shown)))  # a comma at the end is a thousand
    exact = exact.quantize(Decimal(1).scaleb(-len(rest)), ROUND_HALF_UP)
    before, _, after = f"{exact:f}".partition(".")
    while len(after) > rest.count("0") and after.endswith("0"):
        after = after[:-1]
    before = before.lstrip("0").zfill(whole.count("0")) if whole.count("0") else before.lstrip("0")
    if "," in whole:
        before = f"{int(before or 0):,}".replace(",", ".") if before else before
    return before + ("," + after if point else "")
