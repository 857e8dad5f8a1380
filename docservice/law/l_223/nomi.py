"""Names that people write in several ways: of profiles, tasks, workers.

chiave("Impiegati dell'ufficio  ordini ") == chiave("impiegati dell’ufficio ordini")
"""

from __future__ import annotations


def chiave(testo: str) -> str:
    """Return what two ways of writing one name have in common: capitals, spaces and the form of apostrophes apart."""
    return " ".join(testo.replace("’", "'").split()).casefold()
