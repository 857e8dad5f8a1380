"""CIG in deroga, Lombardia 2009-2010: the framework agreement of 4 May 2009 and the Region's Vademecum."""

from docservice.law.deroga_2009.caso import caso
from docservice.law.deroga_2009.cifre import calcoli
from docservice.law.deroga_2009.note import note
from docservice.law.deroga_2009.parole import per_il_testo
from docservice.law.deroga_2009.scadenze import scadenze

__all__ = ["calcoli", "caso", "note", "per_il_testo", "scadenze"]
