"""How an office or a decree is named on a day: a Ministry that changed its name, a decree-law not converted yet.

    atto("ministero_imprese", date(2022, 11, 11)) -> "Ministero dello sviluppo economico"

A name is no limit: of a day before the first that is known, the first is said.
"""

from __future__ import annotations

from datetime import date

from docservice.law.figures import tutte


def atto(nome: str, giorno: date) -> str:
    """Return how it is named on a day."""
    known = [one for one in tutte()[f"dlgs_148.{nome}"].valori if one.noto]
    return next((one for one in reversed(known) if one.dal <= giorno), known[0]).testo
