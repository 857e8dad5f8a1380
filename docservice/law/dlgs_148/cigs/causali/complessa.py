"""The CIGS of an area of complex industrial crisis: at the Ministry, for twelve months a year (art. 44 c. 11-bis).

An agreement without the Ministry of enterprises: CIGS-24 says at /mimit_presente that it takes part.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigs.causali.parti import manca, vuoto
from docservice.law.dlgs_148.cigs.causali.tetto import oltre, prima_della_legge
from docservice.law.dlgs_148.cigs.sede import al_ministero, con_il_mimit, con_la_regione
from docservice.law.dlgs_148.computo.insieme import STRAORDINARI
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CRISI_COMPLESSA
from docservice.law.finding import NonVerificabile, avviso
from docservice.law.tratti import CIGS, COMUNICAZIONE, PROGRAMMA
from docservice.law.voce import Esiti, regola

_DURATA: Final = "durata_crisi_complessa"
ALLEGATI: Final = {
    "relazione": "la relazione tecnica",
    "piano": "il piano di recupero occupazionale",
    "verbale": "il verbale di accordo",
    "elenco": "l’elenco nominativo dei lavoratori",
    "privacy": "l’informativa sul trattamento dei dati personali",
}
"""What goes with the application."""


@regola(
    "CIGS-24",
    Fonte("D.Lgs. 14 settembre 2015, n. 148", "art. 44 c. 11-bis; circolare del Ministero del lavoro n. 3/2026"),
    per=CIGS & (COMUNICAZIONE | PROGRAMMA),
    se=lambda caso: caso.causale == CRISI_COMPLESSA,
)
def area_di_crisi_complessa(caso: Documento) -> Esiti:
    """Per un’area di crisi complessa si firma al Ministero, con MIMIT e Regione, per i mesi di legge."""
    told: Mapping[str, Any] = caso.dati.get("crisi_complessa", {})
    yield from _mesi(caso)
    # a notice comes before the agreement, and before any meeting
    if caso.di(COMUNICAZIONE):
        return
    yield from al_ministero(caso, "L’accordo per un’area di crisi complessa")
    yield from con_il_mimit(caso, "All’accordo per un’area di crisi complessa")
    yield from con_la_regione(caso, "All’accordo per un’area di crisi complessa")
    if not told.get("impossibilita_altri_trattamenti"):
        what = "che nessun altro trattamento di integrazione salariale si può avere"
        yield from manca(caso, "/crisi_complessa/impossibilita_altri_trattamenti", what)
    if vuoto(told.get("piano_recupero")):
        yield from manca(caso, "/crisi_complessa/piano_recupero", "con quale piano i lavoratori si rioccupano")
    yield from _precedenti(caso)
    if told.get("stima_onere") is None:
        yield from manca(caso, "/crisi_complessa/stima_onere", "quanto costa, in stima, il trattamento", dubbio=True)
    lacking = [what for name, what in ALLEGATI.items() if name not in told.get("allegati", ())]
    if lacking:
        yield avviso(
            "/crisi_complessa/allegati",
            f"Fra gli allegati della domanda mancano: {', '.join(lacking)}.",
            "Vanno preparati: la domanda si presenta con tutti gli allegati.",
        )


def _mesi(caso: Documento) -> Esiti:
    most = caso.figura(_DURATA, caso.dal)
    yield from prima_della_legge(caso, _DURATA, "la CIGS delle aree di crisi complessa c’è")
    if most is None:
        yield NonVerificabile("durata della CIGS nelle aree di crisi complessa non nota per il periodo")
    elif caso.periodo:
        what = "I mesi di CIGS nell’area di crisi complessa"
        yield from oltre(caso, caso.periodo.mesi, most.decimale, what, most.fonte)


def _precedenti(caso: Documento) -> Esiti:
    listed = caso.dati.get("periodi_precedenti")
    if listed is None:
        yield NonVerificabile("periodi precedenti dell’unità non indicati")
    elif not any(one["tipo"] in STRAORDINARI for one in listed):
        yield avviso(
            "/periodi_precedenti",
            "Fra i periodi precedenti non c’è una CIGS, né un contratto di solidarietà: il trattamento segue a uno di"
            " questi.",
            "Va aggiunto il trattamento già avuto, oppure va corretta la causale.",
        )
