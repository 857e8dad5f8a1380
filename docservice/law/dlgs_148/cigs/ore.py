"""The hours of a CIGS: a share of those workable in the unit over the programme, at most (art. 22 c. 4).

100.114 hours suspended of 125.142: CIGS-2 says at /ore/sospese that they are over 80%.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any, Final

from docservice.law.calendar import Periodo
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigs.procedura import chiusura
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CRISI, RIORGANIZZAZIONE, TRANSIZIONE
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.ore import ore_settimana
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.finding import errore, serve
from docservice.law.italiano import con_punto, in_formula, numero, percento
from docservice.law.misura import in_ore
from docservice.law.passaggio import Passaggio, compresi, somma_di
from docservice.law.tratti import CIGS, PROGRAMMA
from docservice.law.voce import Esiti, cifra, regola

_FONTE: Final[Fonte] = decreto("art. 22 c. 4")
_LIMITATE: Final = frozenset({RIORGANIZZAZIONE, TRANSIZIONE, *CRISI})


@dataclass(frozen=True, slots=True)
class Ore:
    """The hours workable over the programme and those asked for, exact; where the second are written."""

    lavorabili: Fraction
    sospese: Fraction | None
    percorso: str

    @property
    def quota(self) -> Fraction | None:
        """The share asked for, in points."""
        return None if self.sospese is None or not self.lavorabili else self.sospese / self.lavorabili * 100


def _programma(caso: Documento) -> Periodo | None:
    """Return the days of the programme, those of the treatment where it has none of its own."""
    told = caso.dati.get("programma", {})
    if "dal" in told and "al" in told and told["dal"] <= told["al"]:
        return Periodo(told["dal"], told["al"])
    return caso.periodo


def ore(caso: Documento) -> Ore | None:
    """Return the hours as the data tell them, or as the staff by contractual hours gives them; None without either."""
    told = caso.dati.get("ore", {})
    if "lavorabili" in told:
        asked = told.get("sospese", caso.dati.get("ore_richieste"))
        path = "/ore/sospese" if "sospese" in told or asked is None else "/ore_richieste"
        return Ore(Fraction(told["lavorabili"]), None if asked is None else Fraction(asked), path)
    days, staff = _programma(caso), caso.dati.get("organico_semestre")
    if not staff or days is None:
        return None
    asked, path = caso.dati.get("ore_richieste"), "/ore_richieste"
    if asked is None and "sospese" in told:
        asked, path = told["sospese"], "/ore/sospese"
    workable = ore_settimana(staff) * days.giorni / GIORNI_SETTIMANA
    return Ore(workable, None if asked is None else Fraction(asked), path)


def _primo_giorno(caso: Documento) -> date:
    """Return the earliest of the days that must all fall while the limit is there."""
    known = (chiusura(caso)[0], caso.dati.get("data_domanda"), caso.dal)
    return min(day for day in known if day is not None)


def quota_massima(caso: Documento) -> Valore | None:
    """Return the share that may be asked for, where there is a limit: by the cause, and by all the days."""
    if caso.causale not in _LIMITATE or caso.derogata("CIGS-2"):
        return None
    try:
        found = figura("dlgs_148.quota_ore_cigs", _primo_giorno(caso))
    except FiguraIgnota:
        return None
    return found if found.noto else None


@regola("CIGS-2", _FONTE, per=CIGS & PROGRAMMA, se=lambda caso: quota_massima(caso) is not None)
def ore_sospese(caso: Documento) -> Esiti:
    """Le ore sospese non superano la parte ammessa di quelle lavorabili nell’unità nel tempo del programma."""
    share = serve(quota_massima(caso), "limite delle ore non previsto")
    told = serve(ore(caso), "ore lavorabili e sospese non indicate")
    asked = serve(told.sospese, "ore sospese non indicate")
    most = told.lavorabili * Fraction(share.decimale)
    if asked > most:
        yield errore(
            told.percorso,
            f"Le ore sospese sono {numero(asked)}: al massimo possono essere {numero(floor(most))}, cioè il"
            f" {percento(share.decimale * 100)} delle {numero(told.lavorabili)} lavorabili nel programma.",
            "Vanno ridotte le sospensioni, oppure vanno corrette le ore.",
            in_ore(asked, floor(most)),
            fonte=share.fonte,
        )


def _passi(caso: Documento, cifre: Mapping[str, Any]) -> Iterator[Passaggio]:
    told, share = ore(caso), quota_massima(caso)
    days, staff = _programma(caso), caso.dati.get("organico_semestre")
    if told is None:
        return
    if "lavorabili" in caso.dati.get("ore", {}) or not staff or days is None:
        formula = "come sono nei dati"
    else:
        week = somma_di([f"{numero(one['lavoratori'])} × {numero(one['ore_settimanali'])}" for one in staff])
        formula = f"({week}) × {days.giorni} / {GIORNI_SETTIMANA}, {compresi(days)}"
    yield Passaggio("ore_programma", "Ore lavorabili nel programma", formula)
    if share and "tetto_ore" in cifre:
        formula = f"{numero(told.lavorabili)} × {in_formula(share.decimale)}, per difetto all’ora"
        yield Passaggio("tetto_ore", "Ore che si possono sospendere", formula)
    if "quota_ore" in cifre and told.sospese is not None:
        formula = f"{numero(told.sospese)} / {numero(told.lavorabili)} × 100"
        yield Passaggio("quota_ore", "Parte delle ore sospese, in percento", formula)


@cifra("ore_programma", "tetto_ore", "quota_ore", fonte=_FONTE, per=CIGS & PROGRAMMA, passi=_passi)
def ore_del_programma(caso: Documento) -> dict[str, str]:
    """Return the hours workable over the programme, the most that may be suspended, the share that is."""
    told, share = ore(caso), quota_massima(caso)
    if told is None:
        return {}
    found = {"ore_programma": con_punto(told.lavorabili)}
    if share:
        found["tetto_ore"] = str(floor(told.lavorabili * Fraction(share.decimale)))
    if told.quota is not None:
        found["quota_ore"] = con_punto(told.quota)
    return found
