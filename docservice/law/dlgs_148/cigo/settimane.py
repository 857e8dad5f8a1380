"""The weeks of CIGO of a unit in the mobile two years (D.Lgs. 148/2015, art. 12 c. 1-4; INPS circ. 58/2009).

    ten days had, in weeks of five working days -> {"settimane_usate": "2", "settimane_residue": "50", …}

Days add up: as many as a week has of working days are a week. Weeks with at least one day that follow each other are
consecutive. Events that cannot be avoided (EONE) do not count, except in building and stone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, Final

from docservice.law.calculator import Conto, DominioErrato, calcolo, figure_del
from docservice.law.calendar import Periodo, aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigo.usati import (
    CORTA,
    INTERA,
    Usato,
    lavorativi,
    lunedi,
    nella_finestra,
    ripartenza,
    serie,
)
from docservice.law.dlgs_148.computo.fuori import contano, fonti
from docservice.law.dlgs_148.computo.motivi import ARTICOLO_12, MOTIVI, contrari
from docservice.law.dlgs_148.generale.finestra import finestra, in_vigore_dal, mostra_finestra, sovrapposti
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.figures import Valore, figura
from docservice.law.generale.settori import EDILI
from docservice.law.italiano import con_punto, con_virgola, giorni, giorno

_CONTO: Final = Fonte("Circolare INPS n. 58/2009", "computo delle settimane di CIGO a giornate")
_LAVORO: Final = Fonte("Circolare INPS n. 139/2016", "52 settimane di normale attività lavorativa")


@calcolo("settimane-cigo", titolo="Settimane di CIGO nel biennio mobile")
def conto(dati: Mapping[str, Any]) -> Conto:
    """Le settimane di CIGO usate nel biennio mobile, quelli che restano, le consecutive.

    `settore` str; `settimana_corta` bool or `giorni_settimana` int; `settimane` with `lunedi` and `giorni`, or
    `periodi` with `dal`, `al`, optional `giorni`, `eone`, `fuori_computo`, `in_deroga`; `ultimo_giorno` date; optional
    `settimane_richieste` Decimal.
    """
    week = _giorni_della_settimana(dati)
    last: date = dati["ultimo_giorno"]
    usati = _leggi(dati, week)
    with figure_del("/ultimo_giorno", "Va indicato un ultimo giorno in cui il D.Lgs. 148/2015 è in vigore."):
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
    counted = [
        own
        for one in usati
        if dati["settore"] in EDILI or not one.eone
        for own in _nel_computo(svolto, one, dati["settore"], week)
        if own.giorni.tocca(known)
    ]
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


def _giorni_della_settimana(dati: Mapping[str, Any]) -> int:
    """Return the working days of a week, told in one of two ways. Raises DominioErrato where neither is, or both."""
    if ("settimana_corta" in dati) == ("giorni_settimana" in dati):
        told = "Va indicato se la settimana è corta, oppure di quanti giorni è: un dato, e uno solo."
        raise DominioErrato([("/giorni_settimana", told)])
    if "giorni_settimana" in dati:
        days: int = dati["giorni_settimana"]
        return days
    return CORTA if dati["settimana_corta"] else INTERA


def _nel_computo(svolto: Conto, usato: Usato, settore: str, week: int) -> list[Usato]:
    """Return what of a treatment counts for art. 12, and say what does not."""
    svolto.note += [
        f"Un periodo indicato come fuori dal computo conta lo stesso: {doubt}."
        for _, doubt in contrari(usato.riga, settore)
    ]
    days = contano(usato.riga, usato.giorni, settore, ARTICOLO_12, incerti=True)
    if days != contano(usato.riga, usato.giorni, settore, ARTICOLO_12):
        svolto.note.append("Sono contati anche giorni di cui non è noto se la legge li lasci fuori dal computo.")
    if days == [usato.giorni]:
        return [usato]
    svolto.cita(*fonti(usato.riga, usato.giorni, settore))
    svolto.note.append(
        f"Del periodo {giorni(usato.giorni.dal, usato.giorni.al)} sono fuori dall’art. 12 i giorni che la legge"
        f" esclude: {MOTIVI[usato.riga['fuori_computo']].nome}."
    )
    return [replace(usato, giorni=part, presi=nella_finestra(usato, part, week)) for part in days]


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
        if monday != lunedi(monday):
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
        most = lavorativi(period, week)
        if riga.get("giorni", 0) > most:
            yield (
                f"/periodi/{place}/giorni",
                f"I giorni ({riga['giorni']}) sono più di quelli lavorativi del periodo ({most}): vanno corretti.",
            )
        else:
            taken = Fraction(riga["giorni"]) if "giorni" in riga else Fraction(period.giorni * week, GIORNI_SETTIMANA)
            told = {"tipo": "CIGO", **riga}
            yield Usato(period, taken, bool(riga.get("eone")), stimati="giorni" not in riga, riga=told)


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
