"""What is wrong with a codice fiscale that is not well formed, where its letters say it.

`perche("DNTDAA71B54A794")` → "Ha 15 caratteri, ne servono 16."; of one with an O for a 0 it says where.
"""

from __future__ import annotations

import re
from typing import Final

from docservice.law.generale.codice_fiscale import compatto, valido

_PERSONA: Final = 16
"""Characters of the code of a person."""
_FIGURES: Final = (6, 7, 9, 10, 12, 13, 14)
"""The places of its figures."""
_LETTERS: Final = {"O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2"}
"""Letters that are taken for figures."""
_TWO: Final = re.compile(r"\s*([A-Z0-9]{16})\s*[,;/\-e]?\s*([A-Z0-9]{16})\s*", re.ASCII | re.IGNORECASE)
_NAMED: Final = re.compile(r"\s*(?:c\.?\s?f\.?|cod(?:ice|\.)?\s*fisc(?:ale|\.)?)\s*[:.\-]?\s*(?=\w)", re.IGNORECASE)
DUE: Final = "Nella cella ci sono due codici fiscali: ogni persona va in una riga sua."


def due(testo: str) -> bool:
    """Say whether a text is two codes of persons."""
    found = _TWO.fullmatch(testo)
    return found is not None and any(valido(one.upper()) for one in found.groups())


def perche(testo: str) -> str:
    """Return what is wrong with a code, nothing where it cannot be said."""
    code = compatto(testo).upper()
    if len(code) < _PERSONA // 2 or len(code) > 2 * _PERSONA or valido(code):
        return ""
    named = _NAMED.match(testo)
    if named is not None and valido(compatto(testo[named.end() :]).upper()):
        return f"Davanti c’è «{named[0].strip()}», che va tolto."
    if len(code) != _PERSONA:
        return "" if code.isdigit() else f"Ha {len(code)} caratteri, ne servono {_PERSONA}."
    wrong = [place for place in _FIGURES if code[place] in _LETTERS]
    mended = "".join(_LETTERS[letter] if place in wrong else letter for place, letter in enumerate(code))
    if wrong and valido(mended):
        place = wrong[0]
        return f"Al posto {place + 1} c’è la lettera {code[place]} dove serve la cifra {mended[place]}."
    return ""
