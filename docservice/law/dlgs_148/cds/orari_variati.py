"""Hours that change in the course of a solidarity contract: the cut of a worker over the whole period.

    40 hours by contract; 20 worked in half of the days, 30 in the others -> {0: Fraction(75, 2)}, 37.5%

`orari` are the days on which a worker keeps other hours than the usual ones of his row. Cuts are weighted by days, and
exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.finestra import sovrapposti
from docservice.law.finding import Rilievo, avviso, errore

_DATE = "Vanno corrette le date: ogni orario vale per giorni suoi, dentro il periodo del contratto."


def difetti(caso: Documento) -> Iterator[Rilievo]:
    """Yield the days that are not of the contract's period, or come twice for one worker."""
    for place, worker in _variati(caso):
        path = f"/lavoratori/{place}/orari"
        sound: dict[int, Periodo] = {}
        for number, hours in enumerate(worker["orari"]):
            if hours["al"] < hours["dal"]:
                yield errore(f"{path}/{number}/al", "I giorni dell’orario finiscono prima di cominciare.", _DATE)
                continue
            sound[number] = Periodo(hours["dal"], hours["al"])
            if caso.periodo and not caso.periodo.contiene(sound[number]):
                yield errore(f"{path}/{number}", "L’orario vale per giorni fuori dal periodo del contratto.", _DATE)
        for twice, told in sovrapposti(sound, path):
            yield errore(twice, told, _DATE)


def taciuti(caso: Documento) -> Iterator[Rilievo]:
    """Yield the hours that change where the groups, not the workers, give the hours: they do not count."""
    if caso.percorso_orari == "/gruppi":
        for path, worker in caso.con_percorso():
            if worker.get("orari"):
                yield avviso(
                    f"{path}/orari",
                    "Gli orari che cambiano non contano: le ore sono quelle dei gruppi.",
                    "Vanno indicate le ore di ciascun lavoratore, oppure vanno tolti questi orari.",
                )


def oltre_il_contratto(caso: Documento) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield the hours that are more than those of the worker's contract: their path, themselves, the contract's."""
    for place, worker in _variati(caso):
        for number, hours in enumerate(worker["orari"]):
            if hours["ore_lavorate_settimanali"] > worker["ore_settimanali"]:
                path = f"/lavoratori/{place}/orari/{number}/ore_lavorate_settimanali"
                yield path, hours["ore_lavorate_settimanali"], worker["ore_settimanali"]


def tagli(caso: Documento) -> dict[int, Fraction]:
    """Return the cut over the whole period, in percent, of the workers whose hours change, by place in the list.

    Those whose days are wrong (`difetti`) are left out: they are judged by the usual hours.
    """
    if caso.periodo is None:
        return {}
    wrong = {int(found.percorso.split("/")[2]) for found in difetti(caso)}
    days = caso.periodo.giorni
    found = {}
    for place, worker in _variati(caso):
        if place in wrong:
            continue
        usual = days - sum(Periodo(hours["dal"], hours["al"]).giorni for hours in worker["orari"])
        worked = usual * Fraction(worker["ore_lavorate_settimanali"])
        for hours in worker["orari"]:
            worked += Periodo(hours["dal"], hours["al"]).giorni * Fraction(hours["ore_lavorate_settimanali"])
        due = days * Fraction(worker["ore_settimanali"])
        found[place] = (due - worked) / due * 100
    return found


def _variati(caso: Documento) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the workers whose hours change, with their place; none where the groups give the hours."""
    if caso.percorso_orari == "/lavoratori":
        listed = enumerate(caso.elenco.lavoratori)
        yield from ((place, worker) for place, worker in listed if worker.get("orari"))
