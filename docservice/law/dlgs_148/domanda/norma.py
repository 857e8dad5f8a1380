"""A special act that grants a treatment, as the data tell it (`norma`): its source, the articles it derogates from.

deroga({"in_deroga": [4, 22, 25]}, 25) -> True
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docservice.law.citation import Fonte


def fonte(norma: Mapping[str, Any]) -> Fonte:
    """Return the act as a source."""
    return Fonte(norma.get("atto", "Norma speciale"), norma.get("punto", "atto non indicato nei dati"))


def deroga(norma: Mapping[str, Any], articolo: int) -> bool:
    """Say whether the act derogates from an article of the decree."""
    return articolo in norma.get("in_deroga", ())
