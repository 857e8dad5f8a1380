"""The codes of firm and people (L223-COD): well formed, and of the person who is named.

A codice fiscale whose last letter does not follow from the others: an errore at /lavoratore/codice_fiscale.
"""

from __future__ import annotations

from typing import Final

from docservice.law.generale.corrispondenza import discordi
from docservice.law.generale.identificativi import FONTE, difetti
from docservice.law.l_223.caso import Documento
from docservice.law.voce import Esiti, regola

_CODICE: Final = "codice_fiscale"
_NOMI: Final = ("cognome", "nome", _CODICE, "data_nascita")
"""What is compared; the sex is told as a datum, and no code is asked for it."""


@regola("L223-COD", FONTE)
def identificativi(caso: Documento) -> Esiti:
    """I codici di impresa e persone sono ben formati, controllo compreso, e corrispondono ai nomi."""
    everybody = [*caso.con_percorso(), ("/lavoratore", caso.dati.get("lavoratore", {}))]
    people = [(path, {name: one[name] for name in _NOMI if name in one}) for path, one in everybody if _CODICE in one]
    yield from difetti(caso.datore, people)
    yield from discordi({"datore_lavoro": caso.datore}, people)
