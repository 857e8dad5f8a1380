"""The agreement of occupational transition, after a programme that ended with workers at risk (art. 22-ter; CIGS-14).

Six months had and seven asked for: CIGS-14 says at /periodo/al that the most are 12.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docservice.law.dlgs_148.cigs.avuti import mesi_avuti
from docservice.law.dlgs_148.cigs.causali.parti import manca, mancano, vuoto
from docservice.law.dlgs_148.cigs.causali.tetto import oltre, prima_della_legge
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import (
    CRISI,
    NOMI,
    RIORGANIZZAZIONE,
    TRANSIZIONE,
    TRANSIZIONE_OCCUPAZIONALE,
)
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.unita import unita
from docservice.law.finding import NonVerificabile, errore
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import CIGS, COMUNICAZIONE, PROGRAMMA
from docservice.law.voce import Esiti, regola

_DURATA: Final = "durata_transizione_occupazionale"
_PROGRAMMI: Final = frozenset({RIORGANIZZAZIONE, TRANSIZIONE, *CRISI})
_PARTI: Final = {
    "recupero": "come si recuperano i lavoratori a rischio di esubero",
    "politiche": "con quali politiche attive: programma GOL, fondi interprofessionali",
}


@regola(
    "CIGS-14",
    decreto("art. 22-ter"),
    per=CIGS & (COMUNICAZIONE | PROGRAMMA),
    se=lambda caso: caso.causale == TRANSIZIONE_OCCUPAZIONALE,
)
def transizione_occupazionale(caso: Documento) -> Esiti:
    """La transizione occupazionale segue un programma concluso; dice quanti sono a rischio e come si recuperano."""
    yield from _mesi(caso)
    # a notice comes before the agreement
    if caso.di(COMUNICAZIONE):
        return
    told: Mapping[str, Any] = caso.dati.get("transizione_occupazionale", {})
    yield from _programma_concluso(caso, told.get("programma_precedente", {}))
    if not told.get("lavoratori_a_rischio"):
        yield from manca(
            caso, "/transizione_occupazionale/lavoratori_a_rischio", "quanti lavoratori sono a rischio di esubero"
        )
    yield from mancano(caso, "transizione_occupazionale", _PARTI)


def _programma_concluso(caso: Documento, before: Mapping[str, Any]) -> Esiti:
    path = "/transizione_occupazionale/programma_precedente"
    which, last = before.get("causale"), before.get("al")
    if vuoto(which) or last is None:
        yield from manca(caso, path, "quale programma si è concluso, e in che giorno")
    if which is not None and which not in _PROGRAMMI:
        yield errore(
            f"{path}/causale",
            f"Il programma concluso è di altra causale: {NOMI[which]}. La transizione occupazionale segue una"
            " riorganizzazione o una crisi.",
            "Va corretta la causale del programma, oppure quella richiesta.",
            valore=which,
        )
    if last is not None and caso.dal <= last:
        yield errore(
            "/periodo/dal",
            f"Il periodo comincia il {giorno(caso.dal)}: il programma a cui segue finisce il {giorno(last)}.",
            "Va spostato l’inizio del periodo dopo la fine del programma.",
            in_date(caso.dal, last),
        )


def _mesi(caso: Documento) -> Esiti:
    most = caso.figura(_DURATA, caso.dal)
    yield from prima_della_legge(caso, _DURATA, "la transizione occupazionale c’è")
    if most is not None and caso.periodo:
        had = max(mesi_avuti(caso, unit, TRANSIZIONE_OCCUPAZIONALE, "22ter") for unit in unita(caso))
        what = "Con quelli già avuti, i mesi di transizione occupazionale"
        yield from oltre(caso, caso.periodo.mesi + had, most.decimale, what, most.fonte)
    if "periodi_precedenti" not in caso.dati:
        yield NonVerificabile("periodi precedenti dell’unità non indicati")
