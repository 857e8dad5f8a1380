"""The weeks of CIGO of a unit in the mobile two years (D.Lgs. 148/2015, art. 12 c. 1-4; INPS circ. 58/2009).

    ten days had, in weeks of five working days -> {"settimane_usate": "2", "settimane_residue": "50", …}

Days add up: as many as a week has of working days are a week. Weeks with at least one day that follow each other are
consecutive. Events that cannot be avoided (EONE) do not count, except in building and stone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.calendar import Periodo, aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.finestra import finestra, in_vigore_dal, mostra_finestra, parte, sovrapposti
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.figures import Valore, figura
from docservice.law.generale.settori import EDILI
from docservice.law.italiano import con_punto, con_virgola, giorno

CORTA, INTERA = 5, 6
"""Working days of a short week (Monday to Friday) and of a whole one."""
_CONTO: Final = Fonte("Circolare INPS n. 58/2009", "computo delle settimane di CIGO a giornate")
_LAVORO: Final = Fonte("Circolare INPS n. 139/2016", "52 settimane di normale attività lavorativa")


@dataclass(frozen=True, slots=True)
class Usato:
    """A treatment used in some days: how many working days it took, exactly; `stimati` where they are an estimate."""

    giorni: Periodo
    presi: Fraction
    eone: bool = False
    stimati: bool = False

    def settimane(self) -> Iterator[date]:
        """Yield the Mondays of the weeks touched."""
        monday = _lunedi(self.giorni.dal)
        while monday <= self.giorni.al:
            yield monday
            monday += timedelta(days=GIORNI_SETTIMANA)


@calcolo("settimane-cigo", titolo="Settimane di CIGO nel biennio mobile")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Le settimane di CIGO usate nel biennio mobile, quelli che restano, le consecutive.

    `settore` str, `settimana_corta` bool, `settimane` with `lunedi` and `giorni`, or `periodi` with `dal`, `al` and
    optional `giorni` and `eone`; `ultimo_giorno` date; optional `settimane_richieste` Decimal.
    """
    week = CORTA if dati["settimana_corta"] else INTERA
    last: date = dati["ultimo_giorno"]
    usati = _leggi(dati, week)
    with figure_del("/ultimo_giorno", "Va indicato un ultimo giorno in cui il decreto è in vigore."):
        running, most, work, anni = (
            figura(f"dlgs_148.{name}", last)
            for name in (
                "settimane_cigo_consecutive",
                "settimane_cigo_biennio",
                "settimane_di_lavoro_dopo_cigo",
                "anni_biennio",
            )
        )
    svolto = Conto()
    window = finestra(last, anni)
    travels = mostra_finestra(svolto, window, anni)
    known = Periodo(min(in_vigore_dal(), last), last)
    counted = [own for own in usati if (dati["settore"] in EDILI or not own.eone) and own.giorni.tocca(known)]
    parts = [nella_finestra(own, window, week) for own in counted]
    days = sum(parts, Fraction(0))
    weeks = days / week
    asked = Fraction(dati.get("settimane_richieste", 0))
    row: list[date] = max(serie([own for own in counted if own.giorni.tocca(window)]), key=len, default=[])
    svolto.passo("Giorni usati nella finestra", _somma(parts), con_virgola(days))
    svolto.passo("Settimane usate", f"{con_virgola(days)} / {week} giorni lavorativi", con_virgola(weeks))
    left = max(Fraction(most.decimale) - weeks, Fraction(0))
    svolto.passo("Settimane residue", f"{most.decimale} − {con_virgola(weeks)}", con_virgola(left))
    since = f"la serie più lunga nella finestra, dal {giorno(row[0])}" if row else "nessuna"
    svolto.passo("Settimane consecutive con almeno un giorno", since, str(len(row)))
    whole = weeks.numerator // weeks.denominator
    svolto.risultati = {
        "giorni_usati": con_punto(days),
        "settimane_usate": con_punto(weeks),
        "settimane_intere": str(whole),
        "giorni_residui": con_punto(days - whole * week),
        "settimane_residue": con_punto(left),
        "consecutive": str(len(row)),
        "oltre_13": len(row) > running.decimale,
        "entro_limite": weeks + asked <= most.decimale,
        "finestra": travels,
    }
    svolto.cita(running, most, _CONTO)
    if asked:
        inside = "entro" if weeks + asked <= most.decimale else "oltre"
        svolto.passo(
            "Con le settimane richieste",
            f"{con_virgola(weeks)} + {con_virgola(asked)}",
            f"{con_virgola(weeks + asked)}, {inside} il limite",
        )
    _ripartenza(svolto, counted, most, work)
    _annota(svolto, dati, usati)
    return svolto


def serie(usati: list[Usato]) -> list[list[date]]:
    """Return the runs of weeks with at least one day, by their Mondays, in order of time."""
    found: list[list[date]] = []
    for monday in sorted({monday for own in usati for monday in own.settimane()}):
        if found and monday - found[-1][-1] == timedelta(days=GIORNI_SETTIMANA):
            found[-1].append(monday)
        else:
            found.append([monday])
    return found


def _leggi(dati: Mapping[str, Any], week: int) -> list[Usato]:
    """Return the treatments used, from either list. Raises DominioErrato with all the faults."""
    if ("settimane" in dati) == ("periodi" in dati):
        raise DominioErrato([("/settimane", "Vanno indicate le settimane oppure i periodi: una lista, e una sola.")])
    found = list(_settimane(dati, week) if "settimane" in dati else _periodi(dati, week))
    errori = [own for own in found if isinstance(own, tuple)]
    usati = [own for own in found if isinstance(own, Usato)]
    if not errori:
        errori = sovrapposti(
            {place: own.giorni for place, own in enumerate(usati)}, "/settimane" if "settimane" in dati else "/periodi"
        )
    if errori:
        raise DominioErrato(errori)
    return usati


def _settimane(dati: Mapping[str, Any], week: int) -> Iterator[Usato | tuple[str, str]]:
    for place, riga in enumerate(dati["settimane"]):
        monday, days = riga["lunedi"], riga["giorni"]
        if monday != _lunedi(monday):
            yield f"/settimane/{place}/lunedi", f"Il {giorno(monday)} non è un lunedì: va scritto il primo giorno."
        elif days > week:
            yield (
                f"/settimane/{place}/giorni",
                f"I giorni ({days}) sono più di quelli lavorativi della settimana ({week}): vanno corretti.",
            )
        else:
            yield Usato(Periodo(monday, aggiungi_giorni(monday, GIORNI_SETTIMANA - 1)), Fraction(days))


def _periodi(dati: Mapping[str, Any], week: int) -> Iterator[Usato | tuple[str, str]]:
    for place, riga in enumerate(dati["periodi"]):
        if riga["al"] < riga["dal"]:
            yield f"/periodi/{place}/al", "L’ultimo giorno precede il primo: vanno corrette le date."
            continue
        period = Periodo(riga["dal"], riga["al"])
        most = _lavorativi(period, week)
        if riga.get("giorni", 0) > most:
            yield (
                f"/periodi/{place}/giorni",
                f"I giorni ({riga['giorni']}) sono più di quelli lavorativi del periodo ({most}): vanno corretti.",
            )
        else:
            taken = Fraction(riga["giorni"]) if "giorni" in riga else Fraction(period.giorni * week, GIORNI_SETTIMANA)
            yield Usato(period, taken, bool(riga.get("eone")), stimati="giorni" not in riga)


def _lavorativi(periodo: Periodo, week: int) -> int:
    """Return the most days of CIGO that a period can have: in each week, no more than its working days."""
    first, last = _lunedi(periodo.dal), _lunedi(periodo.al)
    if first == last:
        return min(periodo.giorni, week)
    head = GIORNI_SETTIMANA - (periodo.dal - first).days
    between = (last - first).days // GIORNI_SETTIMANA - 1
    return min(head, week) + between * week + min((periodo.al - last).days + 1, week)


def nella_finestra(usato: Usato, window: Periodo, week: int) -> Fraction:
    """Return the days that fall in the window; of a period cut by it, as many as may."""
    inside = parte(usato.giorni, window)
    if inside is None or inside == usato.giorni:
        return usato.presi if inside else Fraction(0)
    if usato.stimati:
        return usato.presi * inside.giorni / usato.giorni.giorni
    working = sum((inside.dal + timedelta(days=count)).weekday() < week for count in range(inside.giorni))
    return min(usato.presi, Fraction(working))


def ripartenza(usati: list[Usato], most: Valore, work: Valore) -> date | None:
    """Return from when a new application may be made, after the last run as long as the limit; None without one."""
    rows = [row for row in serie(usati) if len(row) >= most.decimale]
    if not rows:
        return None
    had = {monday for own in usati for monday in own.settimane()}
    monday, left = rows[-1][-1], int(work.decimale)
    while left:
        monday += timedelta(days=GIORNI_SETTIMANA)
        left -= monday not in had
    return monday + timedelta(days=GIORNI_SETTIMANA)


def _ripartenza(svolto: Conto, usati: list[Usato], most: Valore, work: Valore) -> None:
    first = ripartenza(usati, most, work)
    if first is None:
        return
    svolto.passo(
        "Prima nuova domanda",
        f"il lunedì dopo {work.decimale} settimane di lavoro, contate dalla fine dell’ultima serie di {most.decimale}",
        giorno(first),
    )
    svolto.cita(work, _LAVORO)
    svolto.note.append(
        "Le settimane di contratto di solidarietà valgono come settimane di lavoro (circolare INPS n. 139/2016)."
    )
    svolto.risultati["prima_data_nuova_domanda"] = first.isoformat()


def _annota(svolto: Conto, dati: Mapping[str, Any], usati: list[Usato]) -> None:
    if any("giorni" not in riga for riga in dati.get("periodi", ())):
        svolto.note.append(
            "I periodi senza giorni contano un settimo di settimana per giorno di calendario: è il massimo che possono"
            " contare (lettura del servizio)."
        )
    if dati.get("periodi"):
        svolto.note.append("Di un periodo sono contate come consecutive tutte le settimane che attraversa.")
    if any(own.eone for own in usati) and dati["settore"] not in EDILI:
        svolto.note.append(
            "Gli eventi oggettivamente non evitabili non contano nelle settimane del biennio: contano per edilizia e"
            " lapideo."
        )
        svolto.cita(decreto("art. 12 c. 4"))


def _somma(parts: list[Fraction]) -> str:
    """Write a sum; a long one by its number of terms."""
    longest = 12
    return " + ".join(map(con_virgola, parts)) if 0 < len(parts) <= longest else f"somma di {len(parts)} voci"


def _lunedi(day: date) -> date:
    return day - timedelta(days=day.weekday())
