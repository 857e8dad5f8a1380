"""The characters a text may hold: those the shipped fonts print, one by one and left to right.

`RANGES` is what `script/caratteri` reads from the fonts (a test compares them); a newline is taken besides.
"""

from __future__ import annotations

import re
import unicodedata

RANGES = """
0020-007E 00A0-00AC 00AE-033F 0342 0345-034E 0350-036F 0375 037A-037D 0384-0386 0388-038A 038C 038E-03A1
03A3-03CE 03D0-0482 048A-0513 051A-051D 1D00-1DBF 1E00-1E9B 1E9E 1EA0-1EF9 2002-200A 2010-2027 202F-205E
2074-208E 2090-2094 20A0-20B5 20B8-20BA 20BD 20BF 2100-2101 2103-2106 2108-2109 2113-2114 2116-2118 211E-2123
2125 2127 2129 212E 213A-213B 2140-2144 214B 214D-214E 2153-2154 215B-215E 2184 2190-2311 2318-2319 231C-2321
2324-2328 232B-232C 2373-2375 237A 237D 2387 2394 239B-23AE 23CE-23CF 23E3 23E5 23E8 2422-2423 2500-269C
269E-26B8 26C0-26C3 26E2 2701-2704 2706-2709 270C-2727 2729-274B 274D 274F-2752 2756 2758-275E 2761-2775 2794
2798-27AF 27B1-27BE
"""

_NOT_WORD = re.compile("[^0-9a-z]+")


def _escape(point: int) -> str:
    return f"\\u{point:04X}"


def _class(ranges: str) -> str:
    parts = [[int(end, 16) for end in piece.split("-")] for piece in ranges.split()]
    return "".join(_escape(p[0]) if len(p) == 1 else f"{_escape(p[0])}-{_escape(p[-1])}" for p in parts)


ANY = "[\\n" + _class(RANGES) + "]"
"""A character of a text, as a class of a regular expression (Python and ECMA alike)."""

_BARE = {"0020-007E": "0021-007E", "00A0-00AC": "00A1-00AC", "2002-200A": "", "202F-205E": "2030-205E"}
NOT_SPACE = "[" + _class(" ".join(_BARE.get(piece, piece) for piece in RANGES.split())) + "]"
"""The same without white space."""

LIBERO, PIENO = f"^{ANY}*$", f"^{ANY}*{NOT_SPACE}{ANY}*$"
"""The pattern of a text, and of one that holds more than white space."""

_NAMES = {
    0x00: "carattere nullo",
    0x09: "tabulazione",
    0x0D: "ritorno a capo di Windows",
    0xAD: "trattino facoltativo, che non si vede",
    0x200B: "spazio che non si vede",
    0xFB00: "legatura ff: si scrivono due lettere",
    0xFB01: "legatura fi: si scrivono due lettere",
    0xFB02: "legatura fl: si scrivono due lettere",
    0xFB03: "legatura ffi: si scrivono tre lettere",
    0xFB04: "legatura ffl: si scrivono tre lettere",
    0xFEFF: "segno che non si vede",
    0xFFFD: "segno di un carattere perso in una conversione",
}
_KINDS = {
    "C": "carattere che non si vede",
    "L": "lettera che i caratteri di stampa non hanno",
    "M": "segno che i caratteri di stampa non hanno",
    "S": "simbolo che i caratteri di stampa non hanno",
    "Z": "spazio particolare",
}
_REFUSED = re.compile("[^\\n" + _class(RANGES) + "]")


def refused(text: str) -> str | None:
    """Return the first character of `text` that cannot be printed, as "U+200B (spazio…)"; None when all can."""
    if text.isascii() and text.isprintable():
        return None  # 0020-007E, whole
    found = _REFUSED.search(text)
    if found is None:
        return None
    point = ord(found[0])
    kind = _KINDS.get(unicodedata.category(found[0])[0], "che i caratteri di stampa non hanno")
    return f"U+{point:04X} ({_NAMES.get(point, kind)})"


def semplice(testo: str) -> str:
    """Return a text without case, accents and punctuation, its words one space apart."""
    if testo.isascii():
        return _NOT_WORD.sub(" ", testo.lower()).strip()
    letters = unicodedata.normalize("NFKD", testo.casefold())
    plain = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(plain.split())
