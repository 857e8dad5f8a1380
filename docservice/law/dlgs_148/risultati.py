"""What the regime gives besides the outcome of its rules: figures, deadlines, what the text prints."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from docservice.law.comune import orari
from docservice.law.dlgs_148.caso import Caso
from docservice.law.dlgs_148.cds import esiti, limite_individuale, limite_medio
from docservice.law.finding import Rilievo, Scadenza, plain


def calcoli(caso: Caso) -> dict[str, Any]:
    """Return the figures of a document as they travel."""
    told = orari.calcoli(caso.righe, esiti(caso), limite_medio(caso))
    most = limite_individuale(caso)
    return told if most is None else told | {"limite_individuale": plain(most)}


def note(caso: Caso) -> list[Rilievo]:
    """Return the notes that belong to no single rule; a table has none."""
    del caso
    return []


def scadenze(caso: Caso) -> list[Scadenza]:
    """Return the deadlines that a document sets going; a table sets none."""
    del caso
    return []


def per_il_testo(caso: Caso) -> dict[str, Any]:
    """Return what the text prints that is not in the data."""
    lent = orari.per_il_testo(caso.righe, esiti(caso), limite_medio(caso))
    most = limite_individuale(caso)
    return lent if most is None else lent | {"limite_individuale": Decimal(plain(most))}
