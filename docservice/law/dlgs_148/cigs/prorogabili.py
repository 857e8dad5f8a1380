"""What art. 22-bis lets be extended, and why: the words of the data, and the figure of the months of each.

MOTIVI["esubero_permanente"] -> "esubero che permane, in tutto o in parte"
"""

from __future__ import annotations

from typing import Final

from docservice.law.dlgs_148.generale.causali import SOLIDARIETA

DURATE: Final = {
    "riorganizzazione": "mesi_22bis_riorganizzazione",
    "crisi": "mesi_22bis_crisi",
    SOLIDARIETA: "mesi_22bis_solidarieta",
}
"""What may be extended, and the figure of its months."""
MOTIVI: Final = {
    "investimenti_complessi": "investimenti complessi, non attuabili nella durata ordinaria",
    "recupero_occupazionale": "piani di recupero occupazionale, non attuabili nella durata ordinaria",
    "interventi_correttivi": "interventi correttivi complessi, non attuabili nella durata ordinaria",
    "esubero_permanente": "esubero che permane, in tutto o in parte",
}
"""Why what is extended could not be over in time."""
