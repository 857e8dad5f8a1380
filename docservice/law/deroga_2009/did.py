"""Rules on the documents about the workers: DID, autodichiarazione, list (Accordo Quadro, All. A; Vademecum).

A DID that refuses both a training and a suitable job: AQ-DID1 says that one of the two at least must be accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from docservice.law.deroga_2009.caso import UNA_VOLTA, Documento
from docservice.law.deroga_2009.fonti import moduli, quadro, vademecum
from docservice.law.finding import NonVerificabile, avviso, errore, serve
from docservice.law.generale.codice_fiscale import eta
from docservice.law.generale.elenco import Lavoratore
from docservice.law.generale.identificativi import ripetuti
from docservice.law.generale.ordine import ETA, FONTE
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import ACCORDO, AUTODICHIARAZIONE, DECRETO, DID, DOMANDA, ELENCO, TABELLA
from docservice.law.voce import Esiti, regola

MODULO_DID = moduli("modulo della DID")
AUTOGRAFE = vademecum("2.4.2")
DISPONIBILITA = ("disponibilita_riqualificazione", "disponibilita_lavoro_congruo")
_ANZIANI: Final = 80
"""Years of age above which nobody is in CIG."""


@regola("AQ-DID1", MODULO_DID, per=DID)
def almeno_una_disponibilita(caso: Documento) -> Esiti:
    """Il lavoratore dichiara almeno una delle due disponibilità."""
    given = [name for name in DISPONIBILITA if name in caso.dati]
    if any(caso.dati[name] for name in given):
        return
    if not given:
        raise NonVerificabile("nessuna disponibilità indicata: le caselle sono da barrare a mano")
    yield errore(
        f"/{given[0]}",
        "Il lavoratore non dichiara alcuna disponibilità: né alla riqualificazione, né a un lavoro congruo.",
        "Va dichiarata almeno una delle due: chi le rifiuta perde il trattamento.",
    )


@regola("AQ-DID2", MODULO_DID, per=DID, se=lambda c: bool(c.dati.get("disponibilita_lavoro_congruo")))
def lavoro_congruo(caso: Documento) -> Esiti:
    """La disponibilità a un lavoro congruo è di chi non rientra in azienda, per cessazione o procedura concorsuale."""
    if not serve(caso.dati.get("causale_senza_rientro"), "non è detto se la causale esclude il rientro in azienda"):
        yield errore(
            "/disponibilita_lavoro_congruo",
            "È dichiarata la disponibilità a un lavoro congruo, ma la causale non esclude il rientro in azienda.",
            "La casella va tolta, salvo che la CIG sia per cessazione dell’attività o per una procedura concorsuale"
            " che la chiude, senza rientro (Causale senza rientro: sì).",
        )


@regola("AQ-DID3", FONTE, per=DID | ACCORDO | AUTODICHIARAZIONE | DECRETO | DOMANDA | ELENCO | TABELLA)
def giorno_della_did(caso: Documento) -> Esiti:
    """La data di una DID viene dopo la legge che la chiede e in età da lavoro, e c’è solo se la DID è firmata."""
    law = caso.figura("istituzione_did").giorno
    for path, worker, day in _firmate(caso):
        if day < law:
            if not caso.di(DID):  # of the paper itself AQ-DATE speaks
                yield avviso(
                    path,
                    f"La DID porta la data del {giorno(day)}, prima della legge che la chiede ({giorno(law)}).",
                    "Va controllato l’anno.",
                    in_date(day, law),
                )
        elif not ETA <= eta(worker["codice_fiscale"], day, ETA) <= _ANZIANI:
            yield avviso(
                path,
                f"Secondo il codice fiscale, il giorno della DID ({giorno(day)}) la persona aveva meno di {ETA} anni o"
                f" più di {_ANZIANI}.",
                "Va controllata la data, o il codice fiscale.",
            )
        if worker.get("did_sottoscritta") is False:
            yield avviso(
                path,
                f"Il lavoratore non ha sottoscritto la DID, e ne è indicata la data ({giorno(day)}).",
                "Va corretto uno dei due dati.",
            )


def _firmate(caso: Documento) -> Iterator[tuple[str, Lavoratore, date]]:
    """Yield the DIDs with a day: where it is told, of whom, the day."""
    if caso.di(DID):
        yield "/data", caso.dati["lavoratore"], caso.giorno
    for path, worker in caso.elenco.con("data_did"):
        yield f"{path}/data_did", worker, worker["data_did"]


@regola("AQ-AUT1", AUTOGRAFE, per=AUTODICHIARAZIONE)
def documenti_dei_lavoratori(caso: Documento) -> Esiti:
    """L’autodichiarazione nomina i lavoratori e, per ciascuno, il documento di identità."""
    if not caso.lavoratori:
        yield errore(
            "/lavoratori",
            "L’autodichiarazione non nomina alcun lavoratore.",
            "Va indicato ogni lavoratore che ha firmato la DID, con il suo documento di identità.",
        )
    for path, worker in caso.con_percorso():
        if missing := _mancanti(worker.get("documento_identita", {})):
            yield errore(
                f"{path}/documento_identita",
                f"Del documento di identità del lavoratore manca: {missing}.",
                "Va ricopiato dal documento, di cui si conserva una copia.",
            )


def _mancanti(documento: Any) -> str:
    words = {"tipo": "il tipo", "numero": "il numero"}
    return " e ".join(said for name, said in words.items() if not documento.get(name, "").strip())


@regola("AQ-AUT2", AUTOGRAFE, per=AUTODICHIARAZIONE)
def did_gia_firmate(caso: Documento) -> Esiti:
    """Le DID di cui l’autodichiarazione dà conto non sono posteriori a essa."""
    for path, worker in caso.elenco.con("data_did"):
        if worker["data_did"] > caso.giorno:
            yield errore(
                f"{path}/data_did",
                f"La DID porta la data del {giorno(worker['data_did'])}, dopo l’autodichiarazione"
                f" ({giorno(caso.giorno)}).",
                "Va corretta una delle due date: si dichiara ciò che è già avvenuto.",
                in_date(worker["data_did"], caso.giorno),
            )
    yield from caso.elenco.taciuto("data_did", "data della DID non indicata")


@regola("AQ-ELE1", quadro("All. A 1.2.2.2"), per=ELENCO)
def elenco_non_vuoto(caso: Documento) -> Esiti:
    """L’elenco nomina almeno un lavoratore."""
    if not caso.lavoratori:
        yield errore(
            "/lavoratori",
            "L’elenco non nomina alcun lavoratore.",
            "Vanno indicati i lavoratori per i quali si chiede la CIG in deroga.",
        )


@regola("AQ-ELE2", quadro("All. A 1.2.2.2"), per=UNA_VOLTA)
def ciascuno_una_volta(caso: Documento) -> Esiti:
    """Ogni lavoratore è elencato una volta sola."""
    yield from ripetuti(caso.con_percorso())
