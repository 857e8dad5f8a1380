"""The articles of the decree of which a treatment is free, by its cause: what is of those articles alone is not asked.

    liberi("norma_speciale", {"in_deroga": [4, 22, 25]}) -> {4, 22, 25}
    derogata("CDS-4", {4, 22, 25}) -> True: the length of a contract is of artt. 4 and 22

A special act that derogates to art. 12 takes CIGO-1, CIGO-2 and CIGO-14 out of the rules asked. One table for the rules
of a document and the terms of a procedure, whoever counts them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.causali import (
    CESSAZIONE,
    CRISI_COMPLESSA,
    NORMA_SPECIALE,
    PROROGA_22BIS,
    TRANSIZIONE_OCCUPAZIONALE,
)

_DI_UNA_CAUSA: Final[Mapping[str | None, frozenset[int]]] = {
    PROROGA_22BIS: frozenset({4, 22}),
    TRANSIZIONE_OCCUPAZIONALE: frozenset({4, 22}),
    CESSAZIONE: frozenset({4, 22, 25}),
    CRISI_COMPLESSA: frozenset({4, 22, 24, 25}),  # it has a procedure of its own
}
_DURATA, _ART_12, _ART_14, _ART_15, _ART_21, _ART_22, _ART_24, _ART_25, _ART_29 = (
    frozenset(one) for one in ({4, 22}, {12}, {14}, {15}, {21}, {22}, {24}, {25}, {29})
)
_DEROGATE: Final[Mapping[str, frozenset[int]]] = {
    **dict.fromkeys(("CDS-4", "CIGS-1"), _DURATA),
    **dict.fromkeys(("CIGS-2", "CIGS-5"), _ART_22),
    **dict.fromkeys(("CIGO-1", "CIGO-2", "CIGO-14"), _ART_12),
    **dict.fromkeys(("CIGO-6", "CIGO-10", "FIS-5", "S148-CONS", "S148-EONE-RICH", "S148-EONE-ESAME"), _ART_14),
    **dict.fromkeys(("CDS-1", "CDS-2"), _ART_21),
    "S148-CIGO": _ART_15,
    **dict.fromkeys(("CIGS-7", "CIGS-10", "CIGS-19", "CIGS-20", "CIGS-22", "CONV-2"), _ART_24),
    "FIS-3": _ART_29,
    **dict.fromkeys(("S148-RICH", "S148-CIGS-CONS"), _ART_24),
    **dict.fromkeys(("CIGS-9", "S148-CIGS", "S148-INIZIO", "S148-ISP"), _ART_25),
}
"""The articles that each rule, or term, is of: who is free of all of them is free of it."""


def liberi(causale: str | None, norma: Mapping[str, Any]) -> frozenset[int]:
    """Return the articles of which a treatment is free: by its cause, or by the special act that the data tell."""
    if causale == NORMA_SPECIALE:
        return frozenset(norma.get("in_deroga", ()))
    return _DI_UNA_CAUSA.get(causale, frozenset())


def derogata(codice: str, articoli: Collection[int]) -> bool:
    """Say whether what a code stands for is of articles of which the treatment is free."""
    own = _DEROGATE.get(codice)
    return own is not None and own.issubset(articoli)


def fonte(norma: Mapping[str, Any]) -> Fonte:
    """Return a special act, as the data tell it, as a source."""
    return Fonte(norma.get("atto", "Norma speciale"), norma.get("punto", "atto non indicato nei dati"))
