"""The extension of a treatment beyond its length, at the Ministry and with the Region (art. 22-bis).

Twelve months and a day of a solidarity contract: CIGS-26 says at /periodo/al that an extension has twelve.
"""

from __future__ import annotations

from typing import Any, Final

from docservice.law.dlgs_148.cigs.causali.parti import mancano
from docservice.law.dlgs_148.cigs.causali.tetto import prima_della_legge
from docservice.law.dlgs_148.cigs.proroga_mesi import oltre_i_mesi
from docservice.law.dlgs_148.cigs.prorogabili import DURATE, MOTIVI
from docservice.law.dlgs_148.cigs.sede import al_ministero, con_la_regione
from docservice.law.dlgs_148.computo.insieme import CDS
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import NOMI, PROROGA_22BIS
from docservice.law.dlgs_148.generale.causali import SOLIDARIETA as DI_SOLIDARIETA
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.unita import precedenti_della, unita
from docservice.law.finding import NonVerificabile, avviso, errore, nota
from docservice.law.italiano import giorno
from docservice.law.misura import in_persone
from docservice.law.tratti import ACCORDO, CIGS, COMUNICAZIONE, PROGRAMMA, SOLIDARIETA
from docservice.law.voce import Esiti, regola

_ADATTI: Final = {
    "riorganizzazione": ("investimenti_complessi", "recupero_occupazionale"),
    "crisi": ("interventi_correttivi",),
    DI_SOLIDARIETA: ("esubero_permanente",),
}
"""The reasons fit for each treatment."""
_PARTI: Final = {
    "rilevanza_strategica": "perché l’impresa è strategica, anche per la sola regione",
    "esuberi_significativi": "quali esuberi significativi ci sono nel territorio",
    "piano_gestione": "il piano di gestione che salvaguarda l’occupazione",
    "azioni_concordate_regione": "le azioni concordate con la Regione",
}


def _proroga(caso: Documento) -> bool:
    return caso.causale == PROROGA_22BIS


@regola("CIGS-26", decreto("art. 22-bis"), per=ACCORDO | CIGS & (COMUNICAZIONE | PROGRAMMA), se=_proroga)
def proroga(caso: Documento) -> Esiti:
    """La proroga dell’art. 22-bis si firma al Ministero con la Regione, e ha i mesi, il motivo e il piano di legge."""
    # a notice comes before the agreement, and does not say of what it is an extension
    if caso.di(COMUNICAZIONE):
        yield from prima_della_legge(caso, DURATE["riorganizzazione"], "la proroga dell’art. 22-bis c’è")
        return
    told: dict[str, Any] = caso.dati.get("proroga", {})
    yield nota(
        "/proroga",
        "La proroga dell’art. 22-bis è concessa nei limiti delle risorse dell’anno: se bastano, il servizio non lo sa.",
    )
    yield from al_ministero(caso, "L’accordo di proroga dell’art. 22-bis")
    yield from con_la_regione(caso, "All’accordo di proroga dell’art. 22-bis")
    yield from mancano(caso, "proroga", _PARTI)
    yield from _motivo(caso, told)
    yield from _prime_proroghe(caso)
    yield from _senza_contratto(caso, told.get("causale"))
    yield from oltre_i_mesi(caso, told.get("causale"))


def _senza_contratto(caso: Documento, which: str | None) -> Esiti:
    """Warn of an extension of a contract that is not among the periods had before."""
    if which != DI_SOLIDARIETA or "periodi_precedenti" not in caso.dati:
        return
    for unit in unita(caso):
        had = [caso.precedenti[place] for place, one in precedenti_della(caso, unit) if one["tipo"] == CDS]
        if not any(one.dal < caso.dal for one in had):
            whose = f" dell’unità «{unit}»" if unit else ""
            yield avviso(
                "/periodi_precedenti",
                f"Fra i periodi precedenti{whose} non c’è un contratto di solidarietà: la proroga ne segue uno.",
                "Va aggiunto il contratto che si proroga; se non c’è stato, va corretta la causale.",
            )


def _motivo(caso: Documento, told: dict[str, Any]) -> Esiti:
    which, why = told.get("causale"), told.get("motivo")
    if which is None or (caso.di(SOLIDARIETA) and which != DI_SOLIDARIETA):
        yield errore(
            "/proroga/causale",
            "Non è detto quale trattamento si proroga."
            if which is None
            else f"L’accordo è un contratto di solidarietà, e la proroga è di altro: {NOMI[which]}.",
            "Va indicato il trattamento che si proroga.",
        )
    if why is None or (which and why not in _ADATTI[which]):
        fit = " oppure ".join(MOTIVI[one] for one in _ADATTI.get(which or "", MOTIVI))
        yield errore(
            "/proroga/motivo",
            "Non è detto il motivo della proroga."
            if why is None
            else f"Il motivo «{MOTIVI[why]}» non è quello per cui si proroga questo trattamento.",
            f"Va indicato il motivo che la legge ammette: {fit}.",
        )


def _prime_proroghe(caso: Documento) -> Esiti:
    """Warn of what one page alone says of the first extensions."""
    over = caso.figura("dipendenti_22bis", caso.dal)
    if over is None:
        return
    if caso.di(SOLIDARIETA):
        yield avviso(
            "/causale/tipo",
            f"Per i periodi cominciati entro il {giorno(over.al or caso.dal)} una fonte sola dice che il contratto di"
            " solidarietà non si prorogava.",
            "Va controllata la legge in vigore all’inizio del periodo.",
            fonte=over.fonte,
        )
    if caso.dipendenti is None:
        yield NonVerificabile("dipendenti dell’azienda non indicati")
    elif caso.dipendenti <= over.decimale:
        yield avviso(
            "/datore_lavoro/dipendenti_azienda",
            f"L’impresa ha {caso.dipendenti} dipendenti: per una fonte sola la proroga spettava oltre {over.decimale}.",
            "Va controllata la legge in vigore all’inizio del periodo.",
            in_persone(caso.dipendenti, int(over.decimale)),
            fonte=over.fonte,
        )
