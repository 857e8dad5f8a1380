"""Caps of hours of a unit: a third of the two years for the CIGO, 80% of the programme for the CIGS.

    10 workers of 40 hours, 104 weeks -> 41600 hours, {"tetto_ore": "13866", …}

Workable hours are those of the staff by contractual week; limits are compared exactly, caps shown down to the hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import floor
from typing import Any

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA, periodo_di
from docservice.law.figures import figura, ultimo
from docservice.law.italiano import arrotonda, con_punto, con_virgola, giorno, in_formula, numero


@calcolo("ore-autorizzabili", titolo="Ore di CIGO autorizzabili nel biennio mobile")
def autorizzabili(dati: Mapping[str, Any]) -> Conto:
    """Le ore di CIGO che si possono autorizzare: un terzo di quelle lavorabili nel biennio.

    `organico` with `ore_settimanali` and `lavoratori` Decimal, or `ore_lavorabili_biennio` Decimal; optional
    `ore_gia_autorizzate` and `ore_richieste` Decimal.
    """
    if ("organico" in dati) == ("ore_lavorabili_biennio" in dati):
        raise DominioErrato(
            [("/organico", "Va indicato l’organico oppure le ore lavorabili del biennio: uno dei due, e uno solo.")]
        )
    svolto = Conto()
    part = ultimo("dlgs_148.parte_ore_cigo")
    if "organico" in dati:
        weeks = ultimo("dlgs_148.settimane_del_biennio")
        week = ore_settimana(dati["organico"])
        workable = week * Fraction(weeks.decimale)
        svolto.passo("Ore di una settimana", _somma(dati["organico"]), numero(week))
        svolto.passo("Ore lavorabili del biennio", f"{numero(week)} × {weeks.decimale}", numero(workable))
        svolto.cita(weeks)
        svolto.note.append("L’organico è la media del semestre precedente la domanda, per orario di contratto.")
    else:
        workable = Fraction(dati["ore_lavorabili_biennio"])
    cap = workable * Fraction(part.testo)
    had, asked = dati.get("ore_gia_autorizzate", 0), dati.get("ore_richieste", 0)
    svolto.passo(
        "Tetto di ore", f"{numero(workable)} × {part.testo}, per difetto all’ora", numero(Fraction(floor(cap)))
    )
    left = max(floor(cap) - Fraction(had), Fraction(0))
    svolto.passo("Ore residue", f"{numero(Fraction(floor(cap)))} − {numero(Fraction(had))}", numero(left))
    if asked:
        told = f"{numero(Fraction(had))} + {numero(Fraction(asked))}, confrontate con il terzo esatto"
        svolto.passo("Ore autorizzate e richieste", told, numero(Fraction(had) + Fraction(asked)))
    svolto.cita(part)
    svolto.risultati = {
        "ore_lavorabili_biennio": con_punto(workable),
        "tetto_ore": str(floor(cap)),
        "ore_residue": con_punto(left),
        "entro_limite": Fraction(had) + Fraction(asked) <= cap,
    }
    return svolto


@calcolo("ore-cigs", titolo="Ore di CIGS autorizzabili nel programma")
def straordinarie(dati: Mapping[str, Any]) -> Conto:
    """Le ore di CIGS che si possono autorizzare: l’80% di quelle lavorabili dell’unità nel programma.

    `dal` and `al` dates, `organico` with `ore_settimanali` and `lavoratori` Decimal; optional `data_domanda` and
    `data_chiusura_consultazione` dates, `ore_richieste` Decimal.
    """
    period = periodo_di(dati)
    known = [dati[name] for name in ("data_chiusura_consultazione", "data_domanda", "dal") if name in dati]
    with figure_del("/dal", "Va indicato un programma che comincia quando il D.Lgs. 148/2015 è in vigore."):
        start = figura("dlgs_148.quota_ore_cigs", period.dal)
    # all of them must fall when the limit is there
    applies = start.noto and all(day >= start.dal for day in known)
    share = start if start.noto else ultimo("dlgs_148.quota_ore_cigs")
    week = ore_settimana(dati["organico"])
    weeks = Fraction(period.giorni, GIORNI_SETTIMANA)
    workable = week * weeks
    cap = workable * Fraction(share.decimale)
    svolto = Conto()
    svolto.passo("Ore di una settimana", _somma(dati["organico"]), numero(week))
    svolto.passo("Settimane del programma", f"{period.giorni} / {GIORNI_SETTIMANA}", numero(weeks))
    svolto.passo("Ore lavorabili", f"{numero(week)} × {period.giorni} / {GIORNI_SETTIMANA}", numero(workable))
    svolto.passo(
        "Tetto di ore",
        f"{numero(workable)} × {in_formula(share.decimale)}, per difetto all’ora",
        numero(Fraction(floor(cap))),
    )
    svolto.cita(share)
    svolto.risultati = {
        "settimane": con_punto(weeks),
        "ore_lavorabili": str(arrotonda(workable)),
        "tetto_ore": str(floor(cap)),
    }
    asked = Fraction(dati.get("ore_richieste", 0))
    if "ore_richieste" in dati:
        used = asked / workable * 100
        svolto.passo(
            "Quota delle ore richieste", f"{numero(asked)} / {numero(workable)} × 100", f"{con_virgola(used)}%"
        )
        svolto.risultati["quota_percentuale"] = con_punto(used)
    svolto.risultati |= {"entro_limite": not applies or asked <= cap, "applicabile": applies}
    if not applies:
        svolto.note.append(
            "Il limite dell’80% vale quando la chiusura della consultazione, la domanda e l’inizio delle sospensioni"
            f" sono tutti dal {giorno(share.dal)}: qui non si applica, e il tetto è mostrato per confronto."
        )
    svolto.note.append("L’organico è quello dell’unità all’inizio del programma, per orario di contratto.")
    return svolto


def ore_settimana(organico: Iterable[Mapping[str, Any]]) -> Fraction:
    """Return the contractual hours of a week of all the staff."""
    return sum((Fraction(own["lavoratori"]) * Fraction(own["ore_settimanali"]) for own in organico), Fraction(0))


def _somma(organico: Iterable[Mapping[str, Any]]) -> str:
    return " + ".join(f"{numero(own['lavoratori'])} × {numero(own['ore_settimanali'])}" for own in organico)
