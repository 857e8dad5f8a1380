"""What is computed of every agreement: durations, hours, who deals with it and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from docservice.law.calendar import mostra_mesi
from docservice.law.deroga_2009.caso import DA_ESAMINARE, NON_STANDARD, STANDARD, Carta, Caso, Richiesta, Tabella
from docservice.law.deroga_2009.monte_ore import monte_ore, prima_concessione, quota_oraria
from docservice.law.deroga_2009.schemi.c import esiti, fine_divieto, limite_percentuale
from docservice.law.deroga_2009.schemi.non_standard import standard_soddisfatti
from docservice.law.generale import orari


def calcoli(caso: Carta) -> dict[str, Any]:
    """Return the figures of a document as they travel."""
    if isinstance(caso, Caso):
        return _dell_accordo(caso)
    if isinstance(caso, Tabella):
        return orari.calcoli(caso.righe, esiti(caso), limite_percentuale())
    return _della_richiesta(caso) if isinstance(caso, Richiesta) else {}


def _della_richiesta(caso: Richiesta) -> dict[str, Any]:
    """Return those of a paper before or after the agreement: what its data allow to tell."""
    if caso.modello == "decreto-deroga":
        return {"mesi": mostra_mesi(caso.mesi)} if caso.periodo else {}
    found: dict[str, Any] = {}
    granted = None
    if caso.periodo:
        found["mesi_richiesti"] = mostra_mesi(caso.mesi)
        granted = _prima_concessione(caso)
    if granted is not None:
        found["mesi_prima_concessione"] = mostra_mesi(granted)
        found["scadenza_prima_concessione"] = caso.ultimo_giorno(granted).isoformat()
    if caso.competenza is not None:
        found["competenza"] = caso.competenza
    kind = caso.dati.get("accordo")
    if kind in DA_ESAMINARE or caso.modello == "mancato-accordo-deroga":
        found["iter"] = "esame_congiunto"
    elif kind is not None:
        found["iter"] = _iter(caso)
    return found


def _prima_concessione(caso: Richiesta) -> Fraction | None:
    """Return the months first granted, where what was agreed is told; reading: half also without an agreement."""
    kind = caso.dati.get("accordo")
    if kind is not None and kind in STANDARD.values():
        return prima_concessione(kind, caso.mesi)
    if kind == "D":
        return caso.mesi
    examined = kind in DA_ESAMINARE or caso.modello in ("mancato-accordo-deroga", "esame-congiunto-deroga")
    return caso.mesi_dell_esame if examined else None


def _dell_accordo(caso: Caso) -> dict[str, Any]:
    """Return those of an agreement; those that need a good period are left out without one."""
    found: dict[str, Any] = {}
    if caso.periodo:
        found["mesi_richiesti"] = mostra_mesi(caso.mesi)
    found["durata_massima_mesi"] = str(caso.durata_massima.decimale)
    if caso.periodo:
        found["mesi_prima_concessione"] = mostra_mesi(caso.mesi_prima_concessione)
        found["scadenza_prima_concessione"] = caso.scadenza_prima_concessione.isoformat()
    found["numero_massimo_sospesi"] = str(caso.massimo)
    if caso.periodo and ha_monte_ore(caso):
        found["monte_ore_massimo"] = str(monte_ore_massimo(caso))
    if caso.modello == "accordo-c" and caso.periodo:
        found["divieto_licenziamenti_fino_al"] = fine_divieto(caso).isoformat()
    found["competenza"] = "regionale" if caso.regionale else "provinciale"
    found["iter"] = _iter(caso)
    if caso.modello == NON_STANDARD:
        found["standard_soddisfatti"] = standard_soddisfatti(caso)
    return found


def _iter(caso: Richiesta) -> str:
    if caso.modello == NON_STANDARD:
        return "esame_congiunto"
    return caso.figura("iter_regionale").testo if caso.regionale else "semplificato"


def ha_monte_ore(caso: Caso) -> bool:
    """Say whether the first grant has a cap of hours: D follows the treatment of the other workers."""
    return caso.modello != "accordo-d"


def quota(caso: Caso) -> Decimal:
    """Return the share of the hours at zero hours for all; a free agreement has none of its own, hence all of them."""
    return quota_oraria(STANDARD[caso.modello]) if caso.modello in STANDARD else Decimal(1)


def monte_ore_massimo(caso: Caso) -> int:
    """Return the most hours of the first grant, rounded down (Allegato B)."""
    return monte_ore(caso.massimo, caso.mesi_prima_concessione, quota(caso))


def monte_ore_a_tempo_parziale(caso: Caso) -> int | None:
    """Return the same hours with each listed part-timer counted for its share; None where there is nothing to tell.

    That is, where nobody is part-time, or more are listed than can be in CIG (AQ-G25 speaks).

    reading: heads count whole in the cap; this figure only informs.
    """
    full = caso.figura("ore_settimanali_tempo_pieno").decimale
    shorter = {hours: count for hours, count in _orari(caso).items() if hours < full}
    if not shorter or len(caso.lavoratori) > caso.massimo:
        return None
    heads = caso.massimo - sum(count * (1 - Fraction(hours) / Fraction(full)) for hours, count in shorter.items())
    whole = Fraction(monte_ore(1, Fraction(1), Decimal(1)))
    return floor(heads * caso.mesi_prima_concessione * whole * Fraction(quota(caso)))


def _orari(caso: Caso) -> Mapping[Decimal, int]:
    """Return how many workers have each contractual week."""
    return Counter(w["ore_settimanali"] for w in caso.lavoratori if "ore_settimanali" in w)
