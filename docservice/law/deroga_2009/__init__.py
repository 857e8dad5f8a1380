"""CIG in deroga, Lombardia 2009-2010: the framework agreement of 4 May 2009 and the Region's Vademecum."""

from docservice.law.deroga_2009.caso import caso

__all__ = ["caso"]
