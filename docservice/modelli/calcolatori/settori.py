"""The sectors of employers, as every calculator names them: `NOMI_SETTORI["viaggi_turismo"]` → «viaggi e turismo»."""

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
SETTORI: Final = tuple(NOMI_SETTORI)
PAROLE_SETTORE: Final = (
    "Settore",
    "Il settore in cui l’INPS inquadra il datore di lavoro: la legge vi lega gli strumenti e i limiti.",
)
"""The words of a field that asks for it."""
