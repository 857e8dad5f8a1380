"""The words of the days that more than one calculator, and some documents with them, ask for.

`dal = Giorno(parole=DAL)` is labelled «Dal», whoever asks.
"""

from __future__ import annotations

from typing import Final

DAL: Final = ("Dal", "Il primo giorno, compreso.", "2026-03-02")
AL: Final = ("Al", "L’ultimo giorno, compreso.", "2026-05-31")
DATA_COMUNICAZIONE: Final = (
    "Data della comunicazione",
    "Il giorno in cui la comunicazione è mandata ai sindacati: da qui corre la consultazione.",
    "2026-02-02",
)
RICHIESTA_ESAME: Final = (
    "Richiesta di esame congiunto",
    "Il giorno in cui una delle parti ha chiesto l’esame congiunto.",
    "2026-02-04",
)
FINE_CONSULTAZIONE: Final = (
    "Fine della consultazione",
    "Il giorno in cui la consultazione sindacale si è conclusa: lo dice il verbale.",
    "2026-02-16",
)
DATA_DOMANDA: Final = (
    "Data della domanda",
    "Il giorno in cui la domanda di integrazione salariale è presentata: vi si misurano i termini di legge.",
    "2026-03-09",
)
DATA_EVENTO: Final = (
    "Data dell’evento",
    "Il giorno in cui è accaduto: per gli eventi non evitabili il termine della domanda corre da qui.",
    "2026-03-02",
)
