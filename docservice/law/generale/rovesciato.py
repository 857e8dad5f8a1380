"""The finding on a period that runs backwards, the same in every regime.

rovesciato("/periodo", {"dal": date(2023, 6, 2), "al": date(2023, 6, 1)}) -> Rilievo(errore, "/periodo/al", …)
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from docservice.law.finding import Rilievo, errore
from docservice.law.italiano import giorno
from docservice.law.misura import in_date


def rovesciato(percorso: str, periodo: Mapping[str, date]) -> Rilievo:
    """Say that a period ends before it begins."""
    first, last = periodo["dal"], periodo["al"]
    return errore(
        f"{percorso}/al",
        f"Il periodo finisce il {giorno(last)}, prima di cominciare ({giorno(first)}).",
        "Vanno corrette le date: forse sono scambiate.",
        in_date(last, first),
    )
