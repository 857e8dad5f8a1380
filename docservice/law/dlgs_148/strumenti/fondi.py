"""The bilateral funds by their INPS code, and more than how many employees each works for on a day.

soglia("0S", date(2024, 7, 23)).decimale -> Decimal(3), the fund of the professions on its last such day
"""

from __future__ import annotations

from datetime import date
from typing import Final

from docservice.law.figures import Valore, figura

FSBA: Final = "FSBA"
NOMI_FONDI: Final = {
    "6L": "trasporto pubblico",
    "8V": "Solimare",
    "0S": "attività professionali",
    "1Z": "servizi ambientali",
    "6P": "Bolzano-Alto Adige",
    "TN": "Trentino",
    FSBA: "artigianato",
    "altro": "un altro fondo",
}
"""What each fund is called; `altro` is any fund whose size is not known."""
_PER_ESTESO: Final = {
    "6L": "Fondo di solidarietà bilaterale del trasporto pubblico",
    "8V": "Fondo di solidarietà bilaterale Solimare",
    "0S": "Fondo di solidarietà bilaterale per le attività professionali",
    "1Z": "Fondo di solidarietà bilaterale per i servizi ambientali",
    "6P": "Fondo di solidarietà bilaterale di Bolzano-Alto Adige",
    "TN": "Fondo di solidarietà bilaterale del Trentino",
    FSBA: "Fondo di solidarietà bilaterale per l’artigianato (FSBA)",
}
_SENZA_CODICE: Final = frozenset({"TN", FSBA})
_SOGLIE: Final = {
    "6L": "fondo_6l",
    "8V": "fondo_8v",
    "0S": "fondo_0s",
    "1Z": "fondo_1z",
    "6P": "fondo_6p",
    "TN": "fondo_tn",
    FSBA: "fondo_fsba",
}


def soglia(fondo: str, giorno: date) -> Valore | None:
    """Return the size that must be passed for a fund to work, None for a fund that is not known."""
    name = _SOGLIE.get(fondo)
    return figura(f"dlgs_148.{name}", giorno) if name else None


def per_esteso(fondo: str | None) -> str:
    """Return a fund by its name and code, as papers print it; nothing of one that is not known."""
    name = _PER_ESTESO.get(fondo or "", "")
    return f"{name} (codice INPS {fondo})" if name and fondo not in _SENZA_CODICE else name
