"""Rules on each listed worker: days at the firm, DID, months of contribution (Accordo Quadro, punti 11-13).

A worker with 80 days at the firm: AQ-G9 says at /lavoratori/0 that 90 are needed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from docservice.law.deroga_2009.caso import Accordo, Documento, serve_lavoratori, serve_periodo_e_lavoratori
from docservice.law.deroga_2009.fonti import quadro, quadro_e_vademecum
from docservice.law.finding import Rilievo, avviso, errore, nota
from docservice.law.generale.ordine import oltre_la_vita
from docservice.law.italiano import arrotonda_oltre, giorno, numero
from docservice.law.misura import in_giorni, in_mesi
from docservice.law.tratti import ACCORDO, DOMANDA, ELENCO
from docservice.law.voce import Esiti, regola

FONTE_DID = quadro_e_vademecum("All. A 1.2.2-3", "2.4.2")


@regola("AQ-G9", quadro("punto 11"), serve=serve_lavoratori, per=ACCORDO | ELENCO)
def anzianita(caso: Documento) -> Esiti:
    """Ogni lavoratore ha lavorato nell’azienda almeno novanta giorni, quaranta se somministrato."""
    usual = int(caso.figura("giorni_anzianita").decimale)
    agency = int(caso.figura("giorni_anzianita_somministrati").decimale)
    for path, worker in caso.elenco.con("giorni_lavorati"):
        days = worker["giorni_lavorati"]
        least = agency if worker.get("contratto") == "somministrazione" else usual
        if days < least:
            yield errore(
                path,
                f"Il lavoratore ha {days} giorni di lavoro nell’azienda: ne servono almeno {least}.",
                "Va controllato il conteggio; se è esatto, il lavoratore va tolto dall’elenco.",
                in_giorni(days, least),
            )
    yield from oltre_la_vita(caso.elenco.con("giorni_lavorati"), caso.giorno)
    yield from caso.elenco.taciuto("giorni_lavorati", "giorni di lavoro non indicati")


@regola("AQ-G11", FONTE_DID, serve=serve_lavoratori, per=ACCORDO)
def did(caso: Accordo) -> Esiti:
    """Ogni lavoratore elencato ha sottoscritto la dichiarazione di immediata disponibilità."""
    yield from _did(caso, avviso)


@regola("AQ-G11", FONTE_DID, serve=serve_lavoratori, per=ELENCO | DOMANDA)
def did_per_la_domanda(caso: Documento) -> Esiti:
    """Alla domanda ogni lavoratore elencato ha sottoscritto la DID; prima del 22 luglio 2009 la mancanza è ammessa."""
    applied = caso.dati.get("data_domanda", caso.giorno)
    yield from _did(caso, avviso if applied < caso.figura("termine_did").giorno else errore)


def _did(caso: Documento, grade: Callable[[str, str, str], Rilievo]) -> Esiti:
    unsigned = [path for path, worker in caso.elenco.con("did_sottoscritta") if not worker["did_sottoscritta"]]
    for path in unsigned:
        yield grade(
            path,
            "Il lavoratore non ha ancora sottoscritto la DID.",
            "La DID va raccolta prima della domanda: senza, il lavoratore non è ammesso al trattamento.",
        )
    yield from caso.elenco.taciuto("did_sottoscritta", "DID non indicata")
    if unsigned and grade is avviso:
        yield did_attesa(caso, "/lavoratori")


def did_attesa(caso: Documento, path: str) -> Rilievo:
    """Return the note on an application without the DIDs, on which the sources disagree."""
    day = caso.figura("termine_did").giorno
    return nota(
        path,
        f"Fino alla pubblicazione del decreto interministeriale ({giorno(day)}) le domande sono accettate anche senza"
        " DID (All. A 1.2.3), ma il Vademecum (2.4.2) la considera già un requisito.",
    )


@regola("AQ-G16", quadro("punto 12"), serve=serve_periodo_e_lavoratori, per=ACCORDO)
def contribuzione(caso: Accordo) -> Esiti:
    """La durata del trattamento non supera quella della contribuzione precedente di ciascun lavoratore."""
    listed = caso.elenco.con("mesi_contribuzione_precedenti")
    told = {worker["mesi_contribuzione_precedenti"] for _, worker in listed}
    short = {months: _breve(caso, months) for months in told if caso.mesi > Fraction(months)}
    for path, worker in listed:
        if (months := worker["mesi_contribuzione_precedenti"]) in short:
            yield short[months].presso(path)
    yield from caso.elenco.taciuto("mesi_contribuzione_precedenti", "mesi di contribuzione non indicati")


def _breve(caso: Accordo, months: Decimal) -> Rilievo:
    asked = arrotonda_oltre(caso.mesi, months)
    return errore(
        "/lavoratori",
        f"Il lavoratore ha {numero(months)} mesi di contribuzione precedente, meno dei {numero(asked)} richiesti.",
        "Il lavoratore va tolto dall’elenco, o la durata va ridotta.",
        in_mesi(caso.mesi, months),
    )
