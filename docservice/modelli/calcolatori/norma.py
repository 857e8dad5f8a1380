"""A special act that grants a treatment (`norma`): what it says, as the data tell it.

{"atto": "L. 30 dicembre 2025, n. 199", "punto": "art. 1 c. 171", "termine_domanda_giorni": 30} -> Norma
"""

from __future__ import annotations

from typing import Final

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.calcolatori.parole import ARTICOLO, IN_DEROGA

NOMI_SEDI: Final = {"ministero": "Ministero del lavoro", "regione": "Regione", "parti": "le parti, senza autorità"}
"""Where the agreement is made, and what it is called."""
PAROLE_NORMA: Final = (
    "Norma speciale",
    "L’atto che concede il trattamento con la causale «norma speciale»: i suoi limiti e i suoi termini.",
)


class Norma(Blocco):
    """An act, what it grants, from which articles of the decree it derogates."""

    atto = Testo(massimo=500, parole=("Atto", "La legge o il decreto che concede il trattamento.", "L. 199/2025"))
    punto = Testo(massimo=200, parole=("Punto", "L’articolo e il comma dell’atto.", "art. 1 c. 171"))
    sede = Scelta(
        *NOMI_SEDI,
        parole=("Sede", "Davanti a chi si fa l’accordo che l’atto chiede."),
        nomi=NOMI_SEDI,
    )
    durata_massima_mesi = Decimale(
        minimo="0.01",
        massimo="999",
        parole=("Durata massima", "Quanti mesi concede al massimo l’atto.", "12"),
        unita="mesi",
    )
    dal = Giorno(parole=("Dal", "Il primo giorno per cui l’atto concede il trattamento.", "2026-01-01"))
    al = Giorno(parole=("Al", "L’ultimo giorno per cui l’atto concede il trattamento.", "2026-12-31"))
    termine_domanda_giorni = Intero(
        minimo=1,
        massimo=3650,
        parole=("Termine della domanda", "Entro quanti giorni dall’accordo l’atto vuole la domanda.", 30),
        unita="giorni",
    )
    addizionale = SiNo(
        parole=("Contributo addizionale", "No se l’atto dice che il contributo addizionale non è dovuto.")
    )
    in_deroga = Lista(Intero(minimo=1, massimo=48, parole=ARTICOLO), massimo=48, parole=IN_DEROGA)
