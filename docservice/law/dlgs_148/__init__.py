"""D.Lgs. 14 settembre 2015, n. 148: wage integration while the job lasts."""

from docservice.law.dlgs_148.generale.caso import Carta as caso  # noqa: N813 - every regime offers one by this name

__all__ = ["caso"]
