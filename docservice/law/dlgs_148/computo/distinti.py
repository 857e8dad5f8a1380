"""Two treatments at once in one unit: an ordinary one beside an extraordinary one, of other workers (CIGS-17).

A CIGO of June and July within a solidarity contract of the year: CIGS-17 asks that no worker be in both lists. The five
years then count those days once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from docservice.law.calendar import Periodo
from docservice.law.citation import Fonte
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.finestra import parte, sovrapposti
from docservice.law.dlgs_148.generale.unita import stessa
from docservice.law.finding import avviso, errore
from docservice.law.tratti import ACCORDO, CIGO, CONSULTAZIONE
from docservice.law.voce import Esiti, regola

CDS: Final = "CDS"
ORDINARI: Final = frozenset({"CIGO", "FIS"})
STRAORDINARI: Final = frozenset({"CIGS", CDS})
"""A treatment of the first may run beside one of the second; two of the same may not."""


def affiancati(righe: Sequence[Mapping[str, Any]], periodi: Mapping[int, Periodo]) -> Iterator[tuple[int, int]]:
    """Yield the places of an ordinary and of an extraordinary treatment of one unit that share days."""
    for one, days in periodi.items():
        if righe[one]["tipo"] not in ORDINARI:
            continue
        for other, others in periodi.items():
            if righe[other]["tipo"] in STRAORDINARI and days.tocca(others) and stessa(righe[one], righe[other]):
                yield one, other


def incompatibili(
    righe: Sequence[Mapping[str, Any]], periodi: Mapping[int, Periodo], percorso: str
) -> list[tuple[str, str]]:
    """Return as faults the treatments of one unit that share days and may not run side by side."""
    found: list[tuple[str, str]] = []
    units = {righe[place]["unita"] for place in periodi if "unita" in righe[place]} or {None}
    for unit in units:
        for kind in (ORDINARI, STRAORDINARI):
            own = {
                place: period
                for place, period in periodi.items()
                if righe[place]["tipo"] in kind and righe[place].get("unita", unit) == unit
            }
            found += sovrapposti(own, percorso)
    # rows that name no unit are of each of them
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Trattato:
    """A treatment as the five years count it: its days, where they are known, its months, whose it is."""

    tipo: str
    giorni: tuple[Periodo, ...]
    mesi: Fraction
    codici: frozenset[str] | None = None


def in_comune(trattati: Sequence[Trattato]) -> dict[bool, Fraction]:
    """Return the months that an ordinary treatment shares with an extraordinary one of other workers.

    They are counted once, with the ordinary one, which is whole: under True those to take off the solidarity
    contracts, under False those to take off the CIGS. Of an ordinary one given in weeks, as large a part as it counts.
    """
    found = {True: Fraction(0), False: Fraction(0)}
    for one in trattati:
        if one.tipo not in ORDINARI or not one.giorni:
            continue
        whole = sum((days.mesi for days in one.giorni), Fraction(0))
        for other in trattati:
            if other.tipo in STRAORDINARI and not (one.codici and other.codici and one.codici & other.codici):
                shared = [parte(days, others) for days in one.giorni for others in other.giorni]
                months = sum((days.mesi for days in shared if days), Fraction(0))
                found[other.tipo == CDS] += months * one.mesi / whole
    return found


def codici(riga: Mapping[str, Any]) -> frozenset[str] | None:
    """Return the codes of those who had a treatment, if it lists them."""
    return frozenset(riga["codici_fiscali"]) if riga.get("codici_fiscali") else None


def codici_richiesti(caso: Documento) -> frozenset[str] | None:
    """Return the codes of those for whom the treatment is asked, if they are listed."""
    return frozenset(worker["codice_fiscale"] for worker in caso.lavoratori) or None


def accanto_al_richiesto(caso: Documento) -> list[int]:
    """Return the places of the earlier periods that may run beside the one asked for, and share days with it."""
    listed, beside = caso.dati.get("periodi_precedenti", []), STRAORDINARI if caso.di(CIGO) else ORDINARI
    asked = caso.periodo
    return [
        place
        for place, period in caso.precedenti.items()
        if asked and listed[place]["tipo"] in beside and period.tocca(asked)
    ]


def _coppie(caso: Documento) -> list[tuple[int, int]]:
    return list(affiancati(caso.dati.get("periodi_precedenti", []), caso.precedenti))


def _insieme(caso: Documento) -> bool:
    return bool(accanto_al_richiesto(caso) or _coppie(caso))


@regola(
    "CIGS-17",
    Fonte("D.M. 13 gennaio 2016, n. 94033", "cumulo di trattamenti; circolare INPS n. 109/2022"),
    per=CONSULTAZIONE | ACCORDO,
    se=_insieme,
)
def lavoratori_diversi(caso: Documento) -> Esiti:
    """Due trattamenti insieme nell’unità sono di lavoratori diversi, per elenchi nominativi, dall’inizio alla fine."""
    listed, own = caso.dati["periodi_precedenti"], codici_richiesti(caso)
    for place in accanto_al_richiesto(caso):
        yield from _confronta(place, codici(listed[place]), own, "quello richiesto", "/lavoratori")
    for one, other in _coppie(caso):
        if not (listed[one].get("lavoratori_distinti") or listed[other].get("lavoratori_distinti")) or (
            codici(listed[one]) and codici(listed[other])
        ):
            path = f"/periodi_precedenti/{other}/codici_fiscali"
            yield from _confronta(one, codici(listed[one]), codici(listed[other]), f"il n. {other + 1}", path)


def _confronta(place: int, past: frozenset[str] | None, others: frozenset[str] | None, with_: str, path: str) -> Esiti:
    where = f"/periodi_precedenti/{place}/codici_fiscali"
    if past is None or others is None:
        yield avviso(
            where if past is None else path,
            f"Il periodo precedente n. {place + 1} e {with_} hanno giorni in comune, e manca un elenco dei lavoratori:"
            " non si vede se sono diversi.",
            "Vanno indicati i lavoratori dell’uno e dell’altro trattamento: devono essere diversi, dall’inizio alla"
            " fine.",
        )
    elif past & others:
        same = len(past & others)
        yield errore(
            where,
            f"Il periodo precedente n. {place + 1} e {with_} hanno giorni in comune, e"
            f" {'un lavoratore è' if same == 1 else f'{same} lavoratori sono'} in tutti e due gli elenchi.",
            "Ciascun lavoratore può avere uno solo dei due trattamenti: vanno corretti gli elenchi, o le date.",
        )
