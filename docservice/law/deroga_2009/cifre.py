"""The figures of a document's verdict: durations, hours, who deals with the application and how.

    cifre(an agreement A of six months for ten workers)
        -> {"mesi_richiesti": "6", "mesi_prima_concessione": "4", "monte_ore_massimo": "6920", …}

Those that come from the period are left out when there is none, or when it runs backwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any, Final

from docservice.law.deroga_2009 import passaggi
from docservice.law.deroga_2009.caso import DA_ESAMINARE, STANDARD, Accordo, Richiesta, Tabella, con_periodo
from docservice.law.deroga_2009.fonti import quadro, quadro_e_vademecum
from docservice.law.deroga_2009.monte_ore import monte_ore, prima_concessione, quota_oraria
from docservice.law.deroga_2009.schemi.c import esiti, fine_divieto, limite_percentuale
from docservice.law.generale import orari
from docservice.law.italiano import con_punto
from docservice.law.tratti import (
    ACCORDO,
    COMUNICAZIONE,
    DECRETO,
    DOMANDA,
    ESAME,
    MANCATO_ACCORDO,
    NON_STANDARD,
    SCHEMA_C,
    SCHEMA_D,
    TABELLA,
)
from docservice.law.voce import cifra

_RICHIESTA: Final = COMUNICAZIONE | MANCATO_ACCORDO | ESAME | DOMANDA
"""The documents before or after an agreement, but for the decree."""
_DURATE: Final = quadro_e_vademecum("punto 9", "2.3")
_CONCESSIONI: Final = quadro("All. B e All. A 2.1.3")
_COMPETENZA: Final = quadro_e_vademecum("All. A 3.1 e 3.2", "2.4.1")


@cifra(*orari.CIFRE, fonte=quadro("All. B, schema C"), per=TABELLA, passi=passaggi.ore)
def ore(caso: Tabella) -> dict[str, Any]:
    """Return the sums of a table of hours."""
    return orari.cifre(caso.righe, esiti(caso), limite_percentuale())


@cifra("mesi", fonte=_DURATE, per=DECRETO, se=con_periodo, passi=passaggi.mesi)
def mesi(caso: Richiesta) -> str:
    """Return the months granted."""
    return con_punto(caso.mesi)


@cifra("mesi_richiesti", fonte=_DURATE, per=ACCORDO | _RICHIESTA, se=con_periodo, passi=passaggi.mesi)
def mesi_richiesti(caso: Richiesta) -> str:
    """Return the months asked for."""
    return con_punto(caso.mesi)


@cifra("durata_massima_mesi", fonte=_DURATE, per=ACCORDO, passi=passaggi.durata_massima)
def durata_massima_mesi(caso: Accordo) -> str:
    """Return the most months for this employer."""
    return str(caso.durata_massima.decimale)


@cifra(
    "mesi_prima_concessione",
    "scadenza_prima_concessione",
    fonte=_CONCESSIONI,
    per=ACCORDO,
    se=con_periodo,
    passi=passaggi.concessi,
)
def prima_concessione_dell_accordo(caso: Accordo) -> dict[str, str]:
    """Return the months first granted and their last day."""
    return _concessi(caso, caso.mesi_prima_concessione)


@cifra(
    "mesi_prima_concessione",
    "scadenza_prima_concessione",
    fonte=_CONCESSIONI,
    per=_RICHIESTA,
    se=con_periodo,
    passi=passaggi.concessi,
)
def prima_concessione_della_richiesta(caso: Richiesta) -> dict[str, str]:
    """Return the same, where the outcome of the consultation is given; reading: half also without an agreement."""
    kind = caso.dati.get("accordo")
    if kind is not None and kind in STANDARD.values():
        return _concessi(caso, prima_concessione(kind, caso.mesi))
    if kind == "D":
        return _concessi(caso, caso.mesi)
    examined = kind in DA_ESAMINARE or caso.di(MANCATO_ACCORDO | ESAME)
    return _concessi(caso, caso.mesi_dell_esame) if examined else {}


def _concessi(caso: Richiesta, months: Fraction) -> dict[str, str]:
    return {
        "mesi_prima_concessione": con_punto(months),
        "scadenza_prima_concessione": caso.ultimo_giorno(months).isoformat(),
    }


@cifra("numero_massimo_sospesi", fonte=quadro("All. B"), per=ACCORDO, passi=passaggi.sospesi)
def numero_massimo_sospesi(caso: Accordo) -> str:
    """Return the most workers in CIG."""
    return str(caso.massimo)


@cifra(
    "monte_ore_massimo",
    fonte=quadro("All. B"),
    per=ACCORDO,
    se=lambda c: ha_monte_ore(c) and con_periodo(c),
    passi=passaggi.monte_ore,
)
def monte_ore_detto(caso: Accordo) -> str:
    """Return the most hours of the first grant."""
    return str(monte_ore_massimo(caso))


@cifra(
    "divieto_licenziamenti_fino_al",
    fonte=quadro("All. B, schema C"),
    per=ACCORDO & SCHEMA_C,
    se=con_periodo,
    passi=passaggi.divieto,
)
def divieto_licenziamenti(caso: Accordo) -> str:
    """Return the last day of the ban on dismissals."""
    return fine_divieto(caso).isoformat()


@cifra("competenza", fonte=_COMPETENZA, per=ACCORDO | _RICHIESTA, passi=passaggi.competenza)
def competenza(caso: Richiesta) -> str | None:
    """Return who deals with the application."""
    if caso.di(ACCORDO):
        return "regionale" if caso.regionale else "provinciale"
    return caso.competenza


@cifra("iter", fonte=_COMPETENZA, per=ACCORDO, passi=passaggi.iter_seguito)
def iter_dell_accordo(caso: Accordo) -> str:
    """Return the procedure that follows an agreement."""
    return "esame_congiunto" if caso.di(NON_STANDARD) else _iter(caso)


@cifra("iter", fonte=_COMPETENZA, per=_RICHIESTA, passi=passaggi.iter_seguito)
def iter_della_richiesta(caso: Richiesta) -> str | None:
    """Return the procedure, where the outcome of the consultation is given."""
    kind = caso.dati.get("accordo")
    if kind in DA_ESAMINARE or caso.di(MANCATO_ACCORDO):
        return "esame_congiunto"
    return None if kind is None else _iter(caso)


def _iter(caso: Richiesta) -> str:
    return caso.figura("iter_regionale").testo if caso.regionale else "semplificato"


def ha_monte_ore(caso: Accordo) -> bool:
    """Say whether the first grant has a cap of hours: D follows the treatment of the other workers."""
    return not caso.di(SCHEMA_D)


def quota(caso: Accordo) -> Decimal:
    """Return the share of the hours at zero hours for all; a free agreement has none of its own, hence all of them."""
    return Decimal(1) if caso.schema is None else quota_oraria(caso.schema)


def monte_ore_massimo(caso: Accordo) -> int:
    """Return the most hours of the first grant, rounded down (Allegato B)."""
    return monte_ore(caso.massimo, caso.mesi_prima_concessione, quota(caso))


def monte_ore_a_tempo_parziale(caso: Accordo) -> int | None:
    """Return the same hours with each listed part-timer counted for its share; None where it is not needed.

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


def _orari(caso: Accordo) -> Mapping[Decimal, int]:
    """Return how many workers have each contractual week."""
    return Counter(w["ore_settimanali"] for w in caso.lavoratori if "ore_settimanali" in w)
