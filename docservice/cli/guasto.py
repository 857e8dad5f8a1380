"""A fault of the program, told to a person: what it is and where, and never the data that it may quote."""

from __future__ import annotations

from docservice import __version__
from docservice.cli.schermo import di
from docservice.cli.uscite import GUASTO
from docservice.processi.faults import fault


def racconta(error: Exception) -> int:
    """Tell it; return the code that the command ends with."""
    if isinstance(error, MemoryError):
        di("La memoria non basta: il comando va ripetuto con meno dati, o su una macchina che ne abbia di più.")
    else:
        found = fault(error)
        di(
            f"Errore del programma: {found.kind} in {found.place} (versione {__version__}).",
            "Va segnalato a chi lo mantiene, con la riga qui sopra: non contiene dati.",
        )
    return GUASTO
