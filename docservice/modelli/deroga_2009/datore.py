"""The employer as the papers that are not agreements ask for it: only what they print, and all else if given."""

from __future__ import annotations

from docservice.campi.fields import Gruppo, Intero, Testo
from docservice.modelli.blocchi import DatoreLavoro, Organico, Rappresentante, Sede, UnitaProduttiva


class DatoreIndicato(DatoreLavoro):
    """An employer of whom only the name must be told."""

    rappresentante = Gruppo(Rappresentante)
    sede_legale = Gruppo(Sede)
    unita_produttiva = Gruppo(UnitaProduttiva)
    attivita = Testo(massimo=500)
    ccnl = Testo()
    tipologia = Intero(minimo=1, massimo=2)
    organico = Gruppo(Organico)


class DatoreConUnita(DatoreIndicato):
    """An employer and the operating unit that the paper is about."""

    unita_produttiva = Gruppo(UnitaProduttiva, required=True)


class DatoreDichiarante(DatoreIndicato):
    """An employer for which a person declares."""

    rappresentante = Gruppo(Rappresentante, required=True)
