"""L. 223/1991: collective dismissals. So far its terms, and the call to their examination."""

from docservice.law.l_223.caso import caso

__all__ = ["caso"]
