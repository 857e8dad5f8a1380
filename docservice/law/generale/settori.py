"""The sectors of employers: what each is called, and those with rules of their own in more than one regime.

NOMI_SETTORI["viaggi_turismo"] -> "agenzie di viaggio e turismo"
"""

from __future__ import annotations

from typing import Final

NOMI_SETTORI: Final = {
    "industria": "industria",
    "edilizia": "edilizia",
    "lapideo": "escavazione e lavorazione della pietra",
    "artigianato": "artigianato",
    "commercio": "commercio e logistica",
    "viaggi_turismo": "agenzie di viaggio e turismo",
    "mensa_ristorazione": "mense e ristorazione in appalto",
    "pulizia": "imprese di pulizia",
    "vigilanza": "vigilanza",
    "servizi": "servizi",
    "pubblici_esercizi": "pubblici esercizi",
    "alberghi": "alberghi",
    "trasporto_aereo": "trasporto aereo",
    "partiti": "partiti e movimenti politici",
    "altro": "altro settore",
}
"""What each is called."""
EDILI: Final = frozenset({"edilizia", "lapideo"})
"""Building and stone: longer durations, a higher ceiling in bad weather, no exception for what cannot be avoided."""
