"""What stands in the way of an instrument, and by which datum of the employer.

Ostacolo("i dipendenti in media non sono più di 15", MEDIA, Decimal(15)): a shop of fifteen that asks for the CIGS
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

SETTORE: Final = "settore"
MEDIA: Final = "media_dipendenti_semestre"
FONDO: Final = "fondo_bilaterale"
COMMITTENTE: Final = "committente_cigs"


@dataclass(frozen=True, slots=True)
class Ostacolo:
    """Why an instrument may not be asked for, by which datum of the employer, which limit it does not pass.

    `incerto` where the law may well give it: it has more cases than the sources read.
    """

    motivo: str
    campo: str = ""
    limite: Decimal | None = None
    incerto: bool = False
