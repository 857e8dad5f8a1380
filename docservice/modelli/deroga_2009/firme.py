"""Who is present for the workers, and whether they sign: who does not is named, without a line for the signature.

`{"sigla": "FIM-CISL", "firmataria": false, "dichiarazione": "Si riserva di firmare."}` is a union that does not sign.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Gruppo, Lista, SiNo, Testo
from docservice.modelli.blocchi import LUNGO, OrganizzazioneSindacale, RappresentanzaAziendale
from docservice.modelli.deroga_2009.parole import DICHIARAZIONE, FIRMATARIA, RAPPRESENTANZA, SINDACATI


class OrganizzazionePresente(OrganizzazioneSindacale):
    """A trade union that is there, and signs unless it says that it does not."""

    firmataria = SiNo(parole=FIRMATARIA)
    dichiarazione = Testo(massimo=LUNGO, parole=DICHIARAZIONE)


class RappresentanzaPresente(RappresentanzaAziendale):
    """The workers' representatives, who sign unless they say that they do not."""

    firmataria = SiNo(parole=FIRMATARIA)
    dichiarazione = Testo(massimo=LUNGO, parole=DICHIARAZIONE)


class ConFirme(Blocco):
    """A record that those present for the workers sign, or not."""

    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
