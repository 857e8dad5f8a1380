"""What an employer is, as calculators and documents ask for it: its sector, its fund, its clients.

`NOMI_SETTORI["viaggi_turismo"]` → «agenzie di viaggio e turismo»
"""

from __future__ import annotations

from typing import Final

from docservice.law.generale.settori import NOMI_SETTORI

__all__ = ["COMMITTENTE_CIGO", "COMMITTENTE_CIGS", "FONDO_BILATERALE", "NOMI_SETTORI", "PAROLE_SETTORE", "SETTORI"]

SETTORI: Final = tuple(NOMI_SETTORI)
PAROLE_SETTORE: Final = (
    "Settore",
    "Il settore in cui l’INPS inquadra il datore di lavoro: la legge vi lega gli strumenti e i limiti.",
)
FONDO_BILATERALE: Final = (
    "Fondo bilaterale",
    "Il codice INPS del fondo di solidarietà bilaterale a cui è iscritto il datore di lavoro, se ne ha uno.",
    "6L",
)
COMMITTENTE_CIGO: Final = (
    "Committente in CIGO",
    "Sì se il committente usa la CIGO: conta per le mense, fino al 2021.",
)
COMMITTENTE_CIGS: Final = (
    "Committente in CIGS",
    "Sì se il committente usa la CIGS: conta per mense e pulizie, fino al 2021.",
)
"""The words of the fields that ask for them."""
