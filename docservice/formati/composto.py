"""Texts as they enter, each accent in one character with its letter (NFC): the same name is the same bytes.

`composto("Nicolo\u0300")` → "Nicolò"; whatever form a program writes, what is kept, compared and printed is one.
"""

from __future__ import annotations

import unicodedata
from typing import Any


def composto(testo: str) -> str:
    """Return a text in NFC."""
    return testo if testo.isascii() else unicodedata.normalize("NFC", testo)


def composti(valore: Any) -> Any:
    """Return a value as JSON has it, its texts in NFC; names are those of fields, and stay as they are."""
    if isinstance(valore, str):
        return composto(valore)
    if isinstance(valore, dict):
        return {name: composti(inner) for name, inner in valore.items()}
    return [composti(inner) for inner in valore] if isinstance(valore, list) else valore
