"""What the regime lends to the text of its documents."""

from __future__ import annotations

from typing import Any

from docservice.law.calendar import mostra_mesi
from docservice.law.deroga_2009.caso import STANDARD, Caso


def per_il_testo(caso: Caso) -> dict[str, Any]:
    """Return the longest first grant in months and, with a good period, the months and the end of this one."""
    lent: dict[str, Any] = {}
    if caso.modello in STANDARD:
        schema = STANDARD[caso.modello].lower()
        lent["prima_concessione_massima"] = str(caso.figura(f"prima_concessione_mesi_{schema}").decimale)
        if caso.periodo:
            lent["mesi_prima_concessione"] = mostra_mesi(caso.mesi_prima_concessione)
            lent["scadenza_prima_concessione"] = caso.scadenza_prima_concessione
    return lent
