"""What is computed of every agreement: durations, hours, who deals with it and how."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

from docservice.law.calendar import mostra_mesi
from docservice.law.deroga_2009.caso import STANDARD, Caso
from docservice.law.deroga_2009.monte_ore import monte_ore, quota_oraria


def calcoli(caso: Caso) -> dict[str, str]:
    """Return the figures of the agreement as they travel; those that need a good period are left out without one."""
    found = {}
    if caso.periodo:
        found["mesi_richiesti"] = mostra_mesi(caso.mesi)
    found["durata_massima_mesi"] = str(caso.durata_massima.decimale)
    if caso.periodo:
        found["mesi_prima_concessione"] = mostra_mesi(caso.mesi_prima_concessione)
        found["scadenza_prima_concessione"] = caso.scadenza_prima_concessione.isoformat()
    found["numero_massimo_sospesi"] = str(caso.massimo)
    if caso.periodo:
        found["monte_ore_massimo"] = str(monte_ore_massimo(caso))
    found["competenza"] = "regionale" if caso.regionale else "provinciale"
    found["iter"] = caso.figura("iter_regionale").testo if caso.regionale else "semplificato"
    return found


def monte_ore_massimo(caso: Caso) -> int:
    """Return the most hours of the first grant, rounded down (Allegato B)."""
    return monte_ore(caso.massimo, caso.mesi_prima_concessione, quota_oraria(STANDARD[caso.modello]))


def monte_ore_a_tempo_parziale(caso: Caso) -> int | None:
    """Return the same hours with each listed part-timer counted for its share; None where nobody is part-time.

    reading: heads count whole in the cap; this figure only informs.
    """
    full = caso.figura("ore_settimanali_tempo_pieno").decimale
    shares = [Fraction(hours) / Fraction(full) for hours in _orari(caso) if hours < full]
    if not shares:
        return None
    heads = caso.massimo - len(shares) + sum(shares)
    whole = Fraction(monte_ore(1, Fraction(1), Decimal(1)))
    quota = Fraction(quota_oraria(STANDARD[caso.modello]))
    return floor(heads * caso.mesi_prima_concessione * whole * quota)


def _orari(caso: Caso) -> list[Decimal]:
    return [w["ore_settimanali"] for w in caso.lavoratori if "ore_settimanali" in w]
