"""Who is present for the workers, and whether they sign: who does not is named, without a line for the signature.

`{"sigla": "FIM-CISL", "firmataria": false, "dichiarazione": "Si riserva di firmare."}` is a union that does not sign.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Gruppo, Lista
from docservice.modelli.deroga_2009.parole import RAPPRESENTANZA, SINDACATI
from docservice.modelli.presenti import OrganizzazionePresente, RappresentanzaPresente


class ConFirme(Blocco):
    """A record that those present for the workers sign, or not."""

    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
