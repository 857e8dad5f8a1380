"""What a crisis must show: the two years before, the staff, the plan that restores the firm (CIGS-4, CIGS-12).

A crisis with a staff that grew: CIGS-4 says at /organico_biennio that it must not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigo.indicatori import FLUSSI, andamento, anni, valori
from docservice.law.dlgs_148.cigs.causali.parti import manca, vuoto
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CRISI
from docservice.law.finding import NonVerificabile, avviso, errore
from docservice.law.italiano import numero
from docservice.law.misura import in_persone
from docservice.law.tratti import CIGS, PROGRAMMA
from docservice.law.voce import Esiti, regola

_FONTE: Final = Fonte("D.M. 13 gennaio 2016, n. 94033", "art. 2")
_BIENNIO: Final = 2


def _di_crisi(caso: Documento) -> bool:
    return caso.causale in CRISI


def improvvisa(caso: Documento) -> bool:
    """Say whether the crisis comes of a sudden event: of it only the plan is asked, and to keep on."""
    return caso.causale == CRISI[1]


@regola("CIGS-4", _FONTE, per=CIGS & PROGRAMMA, se=_di_crisi)
def crisi_e_risanamento(caso: Documento) -> Esiti:
    """La crisi ha indicatori che peggiorano, un organico che non cresce, un piano; se è improvvisa basta il piano."""
    if improvvisa(caso):
        if vuoto(caso.dati.get("evento_improvviso", {}).get("descrizione")):
            yield from manca(caso, "/evento_improvviso/descrizione", "quale evento improvviso ha causato la crisi")
    else:
        yield from _indicatori(caso)
        yield from _organico(caso)
    yield from _piano(caso)


def _piano(caso: Documento) -> Esiti:
    told: Mapping[str, Any] = caso.dati.get("risanamento", {})
    if all(vuoto(one) for one in told.get("squilibri", {}).values()):
        yield from manca(caso, "/risanamento/squilibri", "a quali squilibri il piano rimedia")
    if vuoto(told.get("interventi")):
        yield from manca(caso, "/risanamento/interventi", "con quali interventi si rimedia agli squilibri")
    if vuoto(told.get("obiettivi")):
        what = "quali obiettivi ha il piano: continuità dell’attività, posti di lavoro"
        yield from manca(caso, "/risanamento/obiettivi", what)


def _indicatori(caso: Documento) -> Esiti:
    if vuoto(caso.dati.get("indicatori", {}).get("valori")):
        yield from manca(caso, "/indicatori", "come sono andati i due anni prima: fatturato, risultati, indebitamento")
        return
    try:
        asked, found = anni(caso)[:-1], andamento(caso)
    except NonVerificabile as lacking:
        yield lacking
        return
    lacks = [year for year in asked if year not in {one["anno"] for one in valori(caso)}]
    for year in lacks:
        yield from manca(caso, "/indicatori/valori", f"gli indicatori del {year}")
    if lacks or any(one.peggiora for one in found.values()) or _motivato(caso):
        return
    if len(found) <= len(FLUSSI):
        yield NonVerificabile("non tutti gli indicatori dei due anni sono indicati, e gli altri non peggiorano")
        return
    yield errore(
        "/indicatori/motivazione_andamento",
        "Nei due anni prima nessun indicatore peggiora: né fatturato, né risultati, né indebitamento (lettura del"
        " servizio). La crisi vuole un andamento negativo.",
        "Va spiegato perché c’è crisi, oppure va corretta la causale.",
    )


def _motivato(caso: Documento) -> bool:
    return not vuoto(caso.dati["indicatori"].get("motivazione_andamento"))


def _e(years: Iterable[int]) -> str:
    return " e ".join(str(one) for one in years)


def _organico(caso: Documento) -> Esiti:
    rows = sorted(caso.dati.get("organico_biennio", []), key=lambda one: one["anno"])
    if len(rows) < _BIENNIO:
        yield from manca(caso, "/organico_biennio", "quanti erano in media i dipendenti nei due anni prima")
        return
    told, due = [one["anno"] for one in rows], range(caso.dal.year - _BIENNIO, caso.dal.year)
    if told != [*due]:
        yield avviso(
            "/organico_biennio",
            f"Gli anni dell’organico sono {_e(told)}: i due prima del periodo sono {_e(due)}.",
            "Vanno indicati quei due anni, ciascuno una volta.",
        )
    first, last = rows[0]["media"], rows[-1]["media"]
    if last > first:
        yield errore(
            "/organico_biennio",
            f"L’organico medio cresce, da {numero(first)} a {numero(last)}: nella crisi è ridotto o stabile.",
            "Vanno corretti i numeri, oppure la causale.",
            in_persone(last, first),
        )


@regola("CIGS-12", _FONTE, per=CIGS & PROGRAMMA, se=_di_crisi)
def assunzioni_ed_esuberi(caso: Documento) -> Esiti:
    """Nella crisi non si assume con agevolazioni, si spiega chi si assume, e gli esuberi strutturali hanno un piano."""
    told: Mapping[str, Any] = caso.dati.get("risanamento", {})
    excess = told.get("esuberi_strutturali")
    if excess and vuoto(told.get("piano_esuberi")):
        yield from manca(caso, "/risanamento/piano_esuberi", "come si gestiscono gli esuberi strutturali")
    if excess is not None and caso.organico is not None and excess > caso.organico:
        yield avviso(
            "/risanamento/esuberi_strutturali",
            f"Gli esuberi strutturali ({excess}) sono più dell’organico ({caso.organico}).",
            "Va corretto uno dei due numeri.",
            in_persone(excess, caso.organico),
        )
    if excess is None:
        yield NonVerificabile("esuberi strutturali non indicati")
    if improvvisa(caso):
        return
    if caso.dati.get("assunzioni_agevolate"):
        yield errore(
            "/assunzioni_agevolate",
            "L’impresa assume con agevolazioni, che chi chiede la CIGS per crisi non può usare.",
            "Le assunzioni agevolate vanno escluse.",
        )
    elif "assunzioni_agevolate" not in caso.dati:
        yield NonVerificabile("assunzioni agevolate non indicate")
    if "assunzioni_durante" in caso.dati and vuoto(caso.dati["assunzioni_durante"].get("motivazione")):
        yield avviso(
            "/assunzioni_durante/motivazione",
            "Si prevedono assunzioni durante il programma, e non è detto perché servono.",
            "Va spiegato perché servono, e come stanno con le sospensioni.",
        )
