"""The application for a CIGS, in the order of the Ministry's portal CIGSonline, from the papers of a procedure.

`domanda(leggi_carte(grezzo))` tells, of each of the eight sections, the fields, with the paper that each comes from,
what is missing, and where two papers disagree. Which fields, and where they are, is in `sezioni.yaml`.
"""

from docservice.cigsonline.carte import MASSIME, Carta, leggi_carte
from docservice.cigsonline.domanda import Domanda, domanda
from docservice.cigsonline.foglio import foglio

__all__ = ["MASSIME", "Carta", "Domanda", "domanda", "foglio", "leggi_carte"]
