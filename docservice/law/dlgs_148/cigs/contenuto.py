"""What the agreement and the record must say of the programme and of the workers (art. 24 c. 3; CIGS-7 and CIGS-10).

An agreement without criteria of choice: CIGS-7 says at /criteri_scelta that it does not tell them.
"""

from __future__ import annotations

from typing import Any, Final

from docservice.law.dlgs_148.cigs.causali.parti import manca, rinviato, vuoto
from docservice.law.dlgs_148.cigs.procedura import rotazione
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import (
    CESSAZIONE,
    CRISI,
    PROROGA_22BIS,
    RIORGANIZZAZIONE,
    TRANSIZIONE,
    TRANSIZIONE_OCCUPAZIONALE,
)
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.finding import nota
from docservice.law.italiano import giorno
from docservice.law.tratti import CIGS, PROGRAMMA
from docservice.law.voce import Esiti, regola

_FONTE: Final = decreto("art. 24 c. 3")
_DELL_ART_24: Final = frozenset({RIORGANIZZAZIONE, TRANSIZIONE, *CRISI})
"""The causes of which art. 24 is the seat; of the others the parts are a doubt."""
_PIANI: Final = {
    TRANSIZIONE: ("transizione", "misure"),
    **dict.fromkeys(CRISI, ("risanamento", "interventi")),
    CESSAZIONE: ("cessazione", "piano_sospensioni"),
    TRANSIZIONE_OCCUPAZIONALE: ("transizione_occupazionale", "recupero"),
    PROROGA_22BIS: ("proroga", "piano_gestione"),
}
"""Where the programme of a cause may be told, besides its description."""


def _esaminato(caso: Documento) -> bool:
    return not rinviato(caso)


def _programma(caso: Documento) -> dict[str, Any]:
    told: dict[str, Any] = caso.dati.get("programma", {})
    return told


def _del_blocco(caso: Documento) -> Any:
    """Return what the block of the cause tells of the programme."""
    block, name = _PIANI.get(caso.causale or "", ("", ""))
    return caso.dati.get(block, {}).get(name)


def _in_dubbio(caso: Documento) -> bool:
    return caso.causale not in _DELL_ART_24


@regola("CIGS-7", _FONTE, per=CIGS & PROGRAMMA, se=_esaminato)
def programma_e_criteri(caso: Documento) -> Esiti:
    """Si dice il programma, come si scelgono e si alternano i lavoratori, e perché non un contratto di solidarietà."""
    doubt = _in_dubbio(caso)
    if vuoto(_programma(caso).get("descrizione")) and vuoto(_del_blocco(caso)):
        yield from manca(caso, "/programma/descrizione", "quale programma si attua", dubbio=doubt)
    if vuoto(caso.dati.get("criteri_scelta")):
        yield from manca(caso, "/criteri_scelta", "con quali criteri si scelgono i lavoratori", dubbio=doubt)
    yield from rotazione(caso, dubbio=doubt)
    if vuoto(caso.dati.get("motivo_no_solidarieta")) and not caso.chi.con_cantieri:
        what = "perché non si stipula un contratto di solidarietà"
        yield from manca(caso, "/motivo_no_solidarieta", what, dubbio=doubt)


@regola("CIGS-10", _FONTE, per=CIGS & PROGRAMMA, se=_esaminato)
def alternative_ed_eccedenze(caso: Documento) -> Esiti:
    """Si dice perché non bastano altre riduzioni, come si gestiscono le eccedenze, come si sospende."""
    doubt = _in_dubbio(caso)
    if vuoto(caso.dati.get("forme_alternative_impraticabili")):
        what = "perché non sono praticabili altre riduzioni dell’orario"
        yield from manca(caso, "/forme_alternative_impraticabili", what, dubbio=doubt)
    if vuoto(caso.dati.get("gestione_eccedenze")):
        yield from manca(caso, "/gestione_eccedenze", "come si gestiscono le eventuali eccedenze", dubbio=doubt)
    tied = _programma(caso).get("sospensioni_collegate")
    # of a cessation, the plan of the suspensions says it
    if vuoto(tied) and (caso.causale != CESSAZIONE or vuoto(_del_blocco(caso))):
        what = "come le sospensioni seguono il programma, per entità e tempi"
        yield from manca(caso, "/programma/sospensioni_collegate", what, dubbio=doubt)
    yield from _tempi(caso)


def _tempi(caso: Documento) -> Esiti:
    """Say that the programme and the treatment do not end on the same day."""
    last = _programma(caso).get("al")
    if last is None or caso.periodo is None or last == caso.periodo.al:
        return
    longer, shorter = ("programma", "trattamento") if last > caso.periodo.al else ("trattamento", "programma")
    yield nota(
        "/programma/al",
        f"Il {longer} finisce dopo il {shorter}: il programma il {giorno(last)}, il trattamento il"
        f" {giorno(caso.periodo.al)}.",
    )
