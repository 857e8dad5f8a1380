"""A treatment granted by a special act (`norma_speciale`): the paper keeps to what the act says, as the paper tells it.

An act that grants twelve months, a period of twelve months and a day: CIGS-23 says at /periodo/al that it is too long.
The figures of the act are those of the data: nobody has checked them. The rules of the articles it derogates to are not
asked (`generale.deroghe`).
"""

from __future__ import annotations

from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigs.sede import SEDI, tenuta
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import NORMA_SPECIALE
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota
from docservice.law.italiano import arrotonda_oltre, con_virgola, giorno
from docservice.law.misura import in_date, in_mesi
from docservice.law.tratti import ACCORDO, COMUNICAZIONE, CONSULTAZIONE, TECNICA
from docservice.law.voce import Esiti, parole, regola

_FONTE: Final = Fonte("Norma speciale", "l’atto e l’articolo indicati nei dati")
_CITATA: Final = {"atto": "quale legge concede il trattamento", "punto": "quale articolo dell’atto lo concede"}


def _speciale(caso: Documento) -> bool:
    return caso.causale == NORMA_SPECIALE


@regola("CIGS-23", _FONTE, per=CONSULTAZIONE | ACCORDO | TECNICA, se=_speciale)
def norma_speciale(caso: Documento) -> Esiti:
    """Il trattamento di una norma speciale la cita, e ne rispetta i giorni, la durata e la sede."""
    told: dict[str, Any] = caso.dati.get("norma", {})
    for name, what in _CITATA.items():
        if not told.get(name, "").strip():
            yield errore(f"/norma/{name}", f"Non è detto {what}.", "Va indicato l’atto, con il suo articolo.")
    if told:
        yield _non_letta(caso)
    yield from _giorni(caso, told)
    yield from _durata(caso, told)
    yield from _sede(caso, told)
    yield from _termine(caso, told)


def _non_letta(caso: Documento) -> Rilievo:
    return nota(
        "/norma",
        "I valori della norma speciale (durata, giorni, termini, articoli in deroga) sono quelli scritti qui: il"
        " servizio non li verifica."
        + (f" Deroga a queste parti del D.Lgs. 148/2015: {_articoli(caso)}." if caso.liberi else ""),
    )


def _articoli(caso: Documento) -> str:
    numbers = [str(one) for one in sorted(caso.liberi)]
    if len(numbers) <= 1:
        return f"art. {numbers[0]}" if numbers else ""
    return f"artt. {', '.join(numbers[:-1])} e {numbers[-1]}"


def _giorni(caso: Documento, told: dict[str, Any]) -> Esiti:
    first, last = told.get("dal"), told.get("al")
    if caso.periodo is None or first is None or last is None:
        yield NonVerificabile("giorni in cui la norma concede il trattamento non indicati")
    if caso.periodo and first and caso.periodo.dal < first:
        yield errore(
            "/periodo/dal",
            f"Il periodo comincia il {giorno(caso.periodo.dal)}: la norma vale dal {giorno(first)}.",
            "Va corretto il periodo, oppure il primo giorno della norma.",
            in_date(caso.periodo.dal, first),
        )
    if caso.periodo and last and caso.periodo.al > last:
        yield errore(
            "/periodo/al",
            f"Il periodo finisce il {giorno(caso.periodo.al)}: la norma vale fino al {giorno(last)}.",
            "Va corretto il periodo, oppure l’ultimo giorno della norma.",
            in_date(caso.periodo.al, last),
        )


def _durata(caso: Documento, told: dict[str, Any]) -> Esiti:
    most = told.get("durata_massima_mesi")
    if caso.periodo is None or most is None:
        yield NonVerificabile("durata massima della norma non indicata")
    elif caso.periodo.mesi > most:
        yield errore(
            "/periodo/al",
            f"Il periodo è di {con_virgola(arrotonda_oltre(caso.periodo.mesi, most))} mesi: la norma ne ammette"
            f" {con_virgola(most)}.",
            "Va accorciato il periodo, oppure va corretta la durata che la norma ammette.",
            in_mesi(caso.periodo.mesi, most),
        )


def _sede(caso: Documento, told: dict[str, Any]) -> Esiti:
    # a notice comes before any meeting, and a report tells of none
    if caso.di(COMUNICAZIONE | TECNICA):
        return
    asked, (held, path) = told.get("sede"), tenuta(caso)
    if asked is None or held is None:
        yield NonVerificabile("sede voluta dalla norma, o sede dell’incontro, non indicate")
    elif asked != held:
        yield errore(
            path,
            f"La sede che la norma vuole è {SEDI[asked]}, quella dell’incontro è {SEDI[held]}.",
            "Va corretta la sede dell’incontro, oppure quella indicata per la norma.",
        )


def _termine(caso: Documento, told: dict[str, Any]) -> Esiti:
    article = 15 if caso.di(ORDINARI) else 25
    days = told.get("termine_domanda_giorni")
    if days and article not in caso.liberi:
        yield avviso(
            "/norma/in_deroga",
            f"La norma ha un suo termine della domanda ({days} giorni), ma fra gli articoli a cui deroga non c’è l’art."
            f" {article}, del termine ordinario: valgono tutti e due.",
            f"Va aggiunto l’art. {article}, se la norma vi deroga; altrimenti va tolto il termine.",
            valore=days,
        )


@parole("norma", _FONTE, per=CONSULTAZIONE | ACCORDO | TECNICA, se=_speciale)
def parole_della_norma(caso: Documento) -> dict[str, Any]:
    """Return the articles to which the act derogates, as the text prints them."""
    return {"articoli_in_deroga": _articoli(caso)}
