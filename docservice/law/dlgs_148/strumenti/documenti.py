"""Which documents are of an ordinary treatment, whichever instrument pays it: the CIGO, the FIS, a bilateral fund.

ORDINARI.di(a notice of the FIS) -> True; what the law says of all three is `per=ORDINARI`.
"""

from __future__ import annotations

from typing import Final

from docservice.law.tratti import ACCORDO, CIGO, CONSULTAZIONE, FIS, FONDO, TECNICA

ASSEGNO: Final = FIS | FONDO
"""Those of the cheque of the FIS, or of a bilateral fund."""
ORDINARI: Final = CIGO | ASSEGNO
"""Those of the CIGO and of what has its place."""
PROCEDURA: Final = CONSULTAZIONE | ACCORDO
"""Those in which the treatment is announced, examined, or agreed."""
RICHIESTA: Final = PROCEDURA | TECNICA
"""Those too that tell INPS the facts of an ordinary cause."""
