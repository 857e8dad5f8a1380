"""L. 223/1991: collective dismissals, from the opening notice to the last one."""

from docservice.law.l_223.caso import caso

__all__ = ["caso"]
