"""The right of those dismissed to come first when the firm hires, told by agreement and letter: L223-36.

A letter silent on it: a nota at /priorita_riassunzione.
"""

from __future__ import annotations

from docservice.law.finding import nota
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.tratti import ACCORDO, RECESSO
from docservice.law.voce import Esiti, annota


@annota("L223-36", legge("art. 8 c. 1"), per=ACCORDO | RECESSO)
def precedenza(caso: Documento) -> Esiti:
    """Accordo e lettera ricordano la precedenza di chi è licenziato, se l’impresa assume."""
    if caso.dati.get("priorita_riassunzione") or caso.dati.get("numero_confermato") == 0:
        return
    what = "L’accordo" if caso.di(ACCORDO) else "La lettera"
    # with mobility, which art. 8 was part of, the article may have gone
    where = "" if caso.figura("mobilita") else " Per gli atti dal 2017 l’articolo va riscontrato sulla legge."
    yield nota(
        "/priorita_riassunzione",
        f"{what} non ricorda la precedenza di chi è licenziato nelle assunzioni dei sei mesi che seguono.{where}",
        rimedio="Spetta anche se non è scritta: conviene dirla.",
    )
