"""The name of a field as a person reads it: `["datore_lavoro", "partita_iva"]` → «Datore lavoro: partita IVA».

Names of fields have neither accents nor capitals; who adds one that reads badly without adds its word here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ACCENTED = re.compile(r"\b(attiv|autor|disponibil|ident|indenn|modal|un)ita\b")
"""Words that end in «ità»."""
_ACRONYMS = re.compile(r"\b(?:cap|ccnl|did|iva|inps)\b", re.IGNORECASE)


def titolo(nomi: Iterable[str]) -> str:
    """Return the title of a field, from the names of the objects it is in and its own."""
    words = ": ".join(_ACCENTED.sub(r"\1ità", name.replace("_", " ")) for name in nomi)
    return _ACRONYMS.sub(lambda found: found[0].upper(), words.capitalize())
