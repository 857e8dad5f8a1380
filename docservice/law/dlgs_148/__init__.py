"""D.Lgs. 14 settembre 2015, n. 148: wage integration while the job lasts."""

from docservice.law.dlgs_148.generale.caso import Caso as caso  # noqa: N813 - every regime offers one by this name
from docservice.law.dlgs_148.generale.risultati import calcoli, note, per_il_testo, scadenze

__all__ = ["calcoli", "caso", "note", "per_il_testo", "scadenze"]
