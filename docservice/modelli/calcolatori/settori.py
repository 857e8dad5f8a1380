"""The sectors of employers, as every calculator names them."""

from __future__ import annotations

SETTORI = (
    "industria",
    "edilizia",
    "lapideo",
    "artigianato",
    "commercio",
    "viaggi_turismo",
    "mensa_ristorazione",
    "pulizia",
    "vigilanza",
    "servizi",
    "pubblici_esercizi",
    "alberghi",
    "trasporto_aereo",
    "partiti",
    "altro",
)
