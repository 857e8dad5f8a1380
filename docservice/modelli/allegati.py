"""What goes with a paper of D.Lgs. 148/2015: of each document, its kind, what it is, who issued it and when."""

from __future__ import annotations

from docservice.law.dlgs_148.causali import ALLEGATI
from docservice.modelli.blocchi import Blocco
from docservice.modelli.fields import Giorno, Scelta, Testo


class Allegato(Blocco):
    """A document annexed; `ente` is the body or firm that issued it."""

    tipo = Scelta(*ALLEGATI, required=True)
    descrizione = Testo()
    ente = Testo()
    data = Giorno()
