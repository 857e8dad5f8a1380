"""Hours that change in the course of a solidarity contract: which days are wrong, and what the cut of each comes to.

    40 hours by contract; 20 worked in half of the days, 30 in the others -> {0: Fraction(75, 2)}, 37.5%

`orari` are the days on which a worker, or a group, keeps other hours than the usual ones of the row. The row is worth
their mean in the whole period (`generale.orari`); a month that is over the cap by itself is told, and is no fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.finestra import sovrapposti
from docservice.law.finding import Rilievo, avviso, errore
from docservice.law.generale.orari import Riga
from docservice.law.generale.orari_variati import mesi_oltre
from docservice.law.italiano import con_articolo, percento

_DATE: Final = "Vanno corrette le date: ogni orario vale per giorni suoi, dentro il periodo del contratto."


def giorni_errati(
    righe: Sequence[Mapping[str, Any]], percorso: str, periodo: Periodo | None
) -> Iterator[tuple[str, str]]:
    """Yield, with their path, the days of other hours that run backwards, are out of the period or come twice."""
    for place, row in enumerate(righe):
        path = f"{percorso}/{place}/orari"
        sound: dict[int, Periodo] = {}
        for number, hours in enumerate(row.get("orari", ())):
            if hours["al"] < hours["dal"]:
                yield f"{path}/{number}/al", "I giorni dell’orario finiscono prima di cominciare."
                continue
            sound[number] = Periodo(hours["dal"], hours["al"])
            if periodo and not periodo.contiene(sound[number]):
                yield f"{path}/{number}", "L’orario vale per giorni fuori dal periodo del contratto."
        yield from sovrapposti(sound, path)


def difetti(caso: Documento) -> Iterator[Rilievo]:
    """Yield the days that are not of the contract's period, or come twice for one row."""
    for path, told in giorni_errati(_con_ore(caso), caso.percorso_orari, caso.periodo):
        yield errore(path, told, _DATE)


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


def oltre_il_contratto(caso: Documento) -> Iterator[tuple[int, str, Decimal, Decimal]]:
    """Yield the hours that are more than those of the contract: the row's place, their path, themselves, its own."""
    for place, row in enumerate(_con_ore(caso)):
        for number, hours in enumerate(row.get("orari", ())):
            if hours["ore_lavorate_settimanali"] > row["ore_settimanali"]:
                path = f"{caso.percorso_orari}/{place}/orari/{number}/ore_lavorate_settimanali"
                yield place, path, hours["ore_lavorate_settimanali"], row["ore_settimanali"]


def tagli(caso: Documento) -> dict[int, Fraction]:
    """Return the cut over the whole period, in percent, of the rows whose hours change, by place in the list."""
    return {row.indice: row.taglio for row in caso.righe if row.cambi}


def mesi_sopra(righe: Iterable[Riga], periodo: Periodo | None, limite: Decimal) -> str | None:
    """Say which months are over the cap of the average by themselves, where hours change; None if there is none."""
    rows = [(row.teste, row.contratto, row.lavorate, row.cambi) for row in righe]
    if periodo is None or not any(others for *_, others in rows):
        return None
    told = [f"{_mese(month)} ({percento(cut)})" for month, cut in mesi_oltre(rows, periodo, limite)]
    if not told:
        return None
    return con_articolo(
        f"Con gli orari che cambiano la riduzione media del mese passa il limite del {percento(limite)} in:"
        f" {', '.join(told)}. Il limite è letto sulla media dell’intero periodo; l’art. 21 c. 5 parla di orario"
        " giornaliero, settimanale o mensile (lettura del servizio)."
    )


def _mese(day: date) -> str:
    return f"{day:%m/%Y}"


def _con_ore(caso: Documento) -> Sequence[Mapping[str, Any]]:
    """Return the rows that give the hours, as they were sent."""
    rows: Sequence[Mapping[str, Any]] = caso.dati.get(caso.percorso_orari[1:], ())
    return rows
