"""Who is there for the workers: each signs, unless it says that it does not.

{"sigla": "FIM-CISL", "firmataria": false} is named among those present, without a line for the signature.
"""

from __future__ import annotations

from docservice.campi.fields import SiNo, Testo
from docservice.modelli.blocchi import LUNGO, OrganizzazioneSindacale, RappresentanzaAziendale
from docservice.modelli.dlgs_148.parole import DICHIARAZIONE, FIRMATARIA


class OrganizzazionePresente(OrganizzazioneSindacale):
    """A trade union that is there, and signs unless it says that it does not."""

    firmataria = SiNo(parole=FIRMATARIA)
    dichiarazione = Testo(massimo=LUNGO, parole=DICHIARAZIONE)


class RappresentanzaPresente(RappresentanzaAziendale):
    """The workers' representatives in the firm, who sign unless they say that they do not."""

    firmataria = SiNo(parole=FIRMATARIA)
