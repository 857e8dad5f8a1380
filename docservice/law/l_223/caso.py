"""A document of a collective dismissal as its rules see it.

caso(frozenset({CONVOCAZIONE}), {"data": date(2024, 5, 6), …}).figura("giorni_fase_amministrativa").decimale -> 30
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from docservice.law.caso import Caso
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.tratti import Tratti


def caso(tratti: Tratti, dati: Mapping[str, Any]) -> Documento:
    """Return a document as the rules see it."""
    return Documento(tratti, dati)


class Documento(Caso):
    """A document of the regime."""

    regime: ClassVar[str] = "l-223"

    def figura(self, nome: str, giorno: date | None = None) -> Valore | None:
        """Return a figure of the regime at the document's date, or on another day; None where there is none."""
        try:
            found = figura(f"l_223.{nome}", giorno or self.giorno)
        except FiguraIgnota:
            return None
        return found if found.noto else None
