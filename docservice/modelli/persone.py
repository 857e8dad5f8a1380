"""The people of a document, whatever its type: where its data tell of them.

`{"lavoratore": {"cognome": "Binti", "nome": "Carla"}}` is about one person, whose `nominativo` is "Binti Carla".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SOGGETTO, ELENCO = "lavoratore", "lavoratori"
"""The person that a document is about; the people that it lists."""
SUOI = ("criterio_applicato", "preavviso")
"""What else, of a document about one person, is that person's: the other names of its fields are known alone."""
CODICE = "codice_fiscale"
"""What tells a person from the others."""
IDENTITA = ("cognome", "nome", CODICE)
"""What says who a person is, in the order of every list."""


def soggetto(dati: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the person that a document is about, from its data as sent; None if there is none."""
    found = dati.get(SOGGETTO)
    return found if isinstance(found, Mapping) else None


def nominativo(persona: Mapping[str, Any]) -> str:
    """Return surname and name of a person, as far as they were sent."""
    return f"{persona.get('cognome', '')} {persona.get('nome', '')}"
