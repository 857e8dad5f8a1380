"""Which articles each rule, or deadline, of the decree is of: who is free of those articles is free of it.

    DEROGATE["CDS-4"] -> ({4, 22},): the length of a contract, which an act may leave free of both articles

A special act that derogates to art. 12 (`norma.in_deroga`) takes CIGO-1, CIGO-2 and CIGO-14 out of the rules asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_DURATA, _ART_12, _ART_14, _ART_15, _ART_21, _ART_25 = (
    frozenset(one) for one in ({4, 22}, {12}, {14}, {15}, {21}, {25})
)

DEROGATE: Final[Mapping[str, tuple[frozenset[int], ...]]] = {
    "CDS-4": (_DURATA,),
    **dict.fromkeys(("CIGO-1", "CIGO-2", "CIGO-14"), (_ART_12,)),
    **dict.fromkeys(("CIGO-6", "CIGO-10", "S148-CONS", "S148-EONE-RICH", "S148-EONE-ESAME"), (_ART_14,)),
    **dict.fromkeys(("CDS-1", "CDS-2"), (_ART_21,)),
    "S148-CIGO": (_ART_15,),
    "S148-TARDI": (_ART_15, _ART_25),
    **dict.fromkeys(("CIGS-9", "S148-CIGS", "S148-INIZIO", "S148-ISP"), (_ART_25,)),
}
"""By code: the articles of which one must be free of all, or the several such."""
