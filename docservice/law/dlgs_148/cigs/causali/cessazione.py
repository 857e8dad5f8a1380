"""The CIGS of a firm that closes: at the Ministry, for some months, towards a buyer, a new plant, new jobs.

Twelve months and a day: CIGS-13 says at /periodo/al that the most are 12; with a buyer there are more (CIGS-25).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from docservice.law.citation import Fonte
from docservice.law.dlgs_148.cigs.avuti import mesi_avuti
from docservice.law.dlgs_148.cigs.causali.parti import manca, vuoto
from docservice.law.dlgs_148.cigs.causali.tetto import oltre, prima_della_legge
from docservice.law.dlgs_148.cigs.sede import al_ministero, con_il_mimit, con_la_regione
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CESSAZIONE, CRISI
from docservice.law.dlgs_148.generale.unita import unita
from docservice.law.dlgs_148.strumenti.durata import DELLE_CAUSALI
from docservice.law.figures import Valore, tutte
from docservice.law.finding import NonVerificabile, avviso, errore
from docservice.law.italiano import giorno
from docservice.law.tratti import CIGS, COMUNICAZIONE, PROGRAMMA
from docservice.law.voce import Esiti, regola

_FONTE: Final = Fonte(
    "D.L. 28 settembre 2018, n. 109", "art. 44; prima, D.Lgs. 14 settembre 2015, n. 148, art. 21 c. 4"
)
_ULTERIORI: Final = "mesi_ulteriori_cessazione"
_CON_CESSIONE: Final = "durata_cessazione_con_cessione"
_PER_CRISI: Final = "durata_cessazione_per_crisi"
_ACCORDO: Final = "L’accordo di CIGS per cessazione"


def _blocco(caso: Documento) -> Mapping[str, Any]:
    told: Mapping[str, Any] = caso.dati.get("cessazione", {})
    return told


def _cessa(caso: Documento) -> bool:
    return caso.causale == CESSAZIONE or (caso.causale in CRISI and bool(_blocco(caso)))


def _ulteriori(caso: Documento) -> bool:
    return caso.causale == CESSAZIONE and "ulteriori_sei_mesi" in _blocco(caso)


def massimo(caso: Documento) -> Valore | None:
    """Return the months that a cessation has, on its first day; None where there is none, or it is not known."""
    day, known = caso.dal, tutte()
    for name in DELLE_CAUSALI[CESSAZIONE]:
        found = next((one for one in known[f"dlgs_148.{name}"].valori if one.vale(day)), None)
        if found and found.noto:
            return found
    # D148-1 tells what is not known after the last of them
    return caso.figura("durata_cessazione", day)


def massimo_fuori_dai_limiti(caso: Documento) -> Decimal | None:
    """Return the months that a cessation has out of artt. 4 and 22, the further ones it asks for included."""
    most = massimo(caso)
    if most is None or most.figura.endswith(_PER_CRISI):
        return None
    more = caso.figura(_ULTERIORI, caso.dal) if _ulteriori(caso) else None
    return most.decimale + (more.decimale if more else 0)


@regola("CIGS-13", _FONTE, per=CIGS & (COMUNICAZIONE | PROGRAMMA), se=_cessa)
def cessazione(caso: Documento) -> Esiti:
    """La cessazione, che la crisi non copre, si firma al Ministero, e ha i mesi di legge, una prospettiva e i piani."""
    if caso.causale != CESSAZIONE:
        yield from _crisi_che_cessa(caso)
        return
    yield from _mesi(caso)
    # a notice comes before the agreement, and before any meeting
    if caso.di(COMUNICAZIONE):
        return
    yield from al_ministero(caso, _ACCORDO)
    yield from con_la_regione(caso, "All’accordo di CIGS per cessazione", dubbio=True)
    yield from con_il_mimit(caso, "All’accordo di CIGS per cessazione", dubbio=True)
    yield from _prospettiva(caso)
    if vuoto(_blocco(caso).get("piano_sospensioni")):
        what = "come le sospensioni seguono la cessione, o gli altri interventi"
        yield from manca(caso, "/cessazione/piano_sospensioni", what)
    if all(vuoto(_blocco(caso).get(name)) for name in ("piano_trasferimento", "misure_eccedenze")):
        what = "come i lavoratori passano ad altri o tornano al lavoro, o come si gestiscono le eccedenze"
        yield from manca(caso, "/cessazione/piano_trasferimento", what)


def _crisi_che_cessa(caso: Documento) -> Esiti:
    last = tutte()[f"dlgs_148.{_PER_CRISI}"].valori[0].al
    if last and caso.dal > last:
        yield errore(
            "/causale/tipo",
            f"La causale è la crisi, e i dati dicono che l’attività cessa: per i periodi cominciati dopo il"
            f" {giorno(last)} la crisi non copre la cessazione.",
            "Va indicata la causale «cessazione», oppure va tolto ciò che riguarda la cessazione.",
            valore=caso.causale,
        )


def _prospettiva(caso: Documento) -> Esiti:
    told = _blocco(caso)
    which = told.get("prospettiva")
    if which is None:
        yield from manca(
            caso, "/cessazione/prospettiva", "quale prospettiva c’è: cessione, nuovo impianto o altri lavori"
        )
    if which == "politiche_attive" and not told.get("regione_assenso"):
        yield errore(
            "/cessazione/regione_assenso",
            "I percorsi di politica attiva sono della Regione, che non risulta condividere l’accordo.",
            "Va indicato l’assenso della Regione, oppure un’altra prospettiva.",
        )
    if which == "cessione" and told.get("art_2112") is False:
        yield avviso(
            "/cessazione/art_2112",
            "La cessione non segue l’art. 2112 del codice civile, che la guida vuole a sostegno del piano.",
            "Va controllato come i lavoratori passano a chi acquista.",
        )
    most = massimo(caso)
    if most and most.figura.endswith(_CON_CESSIONE) and which not in (None, "cessione"):
        yield avviso(
            "/cessazione/prospettiva",
            "Per i periodi cominciati in quell’anno la CIGS per cessazione vuole una prospettiva di cessione"
            " (art. 21 c. 4).",
            "Va controllata la prospettiva, oppure il periodo.",
            fonte=most.fonte,
        )


def _ne_ha_avuti(caso: Documento) -> bool:
    return any(mesi_avuti(caso, unit, CESSAZIONE, "cessazione") for unit in unita(caso))


def _con_gli_avuti(caso: Documento) -> Fraction:
    own = caso.periodo.mesi if caso.periodo else Fraction(0)
    return own + max(mesi_avuti(caso, unit, CESSAZIONE, "cessazione") for unit in unita(caso))


def _mesi(caso: Documento) -> Esiti:
    most = massimo(caso)
    if most is None:
        yield NonVerificabile("durata della CIGS per cessazione non nota per il periodo")
    elif not _ulteriori(caso):
        what = "Con la CIGS per cessazione già avuta, i mesi" if _ne_ha_avuti(caso) else "I mesi"
        # a notice does not say whether further months are asked for
        more = caso.figura(_ULTERIORI, caso.dal) if caso.di(COMUNICAZIONE) else None
        limit = most.decimale + (more.decimale if more else 0)
        yield from oltre(caso, _con_gli_avuti(caso), limit, f"{what} di CIGS per cessazione", most.fonte)
    if "periodi_precedenti" not in caso.dati:
        yield NonVerificabile("periodi precedenti dell’unità non indicati")


@regola("CIGS-25", Fonte("D.L. 26 giugno 2025, n. 92", "art. 8"), per=CIGS & PROGRAMMA, se=_ulteriori)
def ulteriori_mesi(caso: Documento) -> Esiti:
    """Altri mesi dopo la CIGS per cessazione si chiedono se c’è chi acquista, nei giorni e nella durata di legge."""
    told: Mapping[str, Any] = _blocco(caso)["ulteriori_sei_mesi"]
    if vuoto(told.get("cessionario")):
        yield from manca(caso, "/cessazione/ulteriori_sei_mesi/cessionario", "chi acquista l’attività")
    if _blocco(caso).get("prospettiva") != "cessione":
        yield errore(
            "/cessazione/prospettiva",
            "Gli ulteriori mesi spettano se l’attività si cede: la prospettiva indicata non è la cessione.",
            "Va indicata la cessione, oppure vanno tolti gli ulteriori mesi.",
        )
    more, most = caso.figura(_ULTERIORI, caso.dal), massimo(caso)
    yield from prima_della_legge(caso, _ULTERIORI, "gli ulteriori mesi ci sono")
    if more is None or most is None:
        yield NonVerificabile("ulteriori mesi della CIGS per cessazione non noti per il periodo")
    else:
        what = "Con la CIGS per cessazione già avuta, i mesi" if _ne_ha_avuti(caso) else "I mesi di CIGS per cessazione"
        yield from oltre(caso, _con_gli_avuti(caso), most.decimale + more.decimale, what, more.fonte)
    if "periodi_precedenti" not in caso.dati:
        yield NonVerificabile("periodi precedenti dell’unità non indicati")
