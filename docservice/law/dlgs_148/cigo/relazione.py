"""Rules on the technical report of the CIGO, a sworn statement; those on its facts are in `relazione_fatti`.

A report without the identity document of the person who declares: RT-6 warns at /allegati.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from docservice.law.dlgs_148.cigo import indicatori, passaggi
from docservice.law.dlgs_148.cigo.prove import dm
from docservice.law.dlgs_148.cigo.relazione_fatti import allegati_mancanti
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import MERCATO, NOMI
from docservice.law.dlgs_148.generale.fonti import guida
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.italiano import giorno
from docservice.law.misura import in_date
from docservice.law.tratti import TECNICA
from docservice.law.voce import Esiti, cifra, parole, regola

_PARTI: Final = {
    "attivita_andamento": "l’attività dell’impresa e il suo andamento nei due anni precedenti",
    "estraneita_gestione": "perché l’evento non dipende dalla gestione dell’impresa",
    "ripresa_iniziative": "su che cosa si fonda la previsione di ripresa, e con quali iniziative",
}
_SOSTEGNO: Final = frozenset({"bilancio", "fatturato", "report_settore"})
"""The documents that support that the firm goes on."""
MATERIE: Final = "mancanza_materie_prime"


@regola("RT-2", dm("art. 2 e modello di relazione"), per=TECNICA)
def parti_scritte(caso: Documento) -> Esiti:
    """La relazione illustra andamento, estraneità dell’evento alla gestione, elementi e iniziative di ripresa."""
    for name, said in _PARTI.items():
        if not caso.dati["dichiarazioni"].get(name, "").strip():
            yield errore(
                f"/dichiarazioni/{name}", f"Non è illustrato: {said}.", f"Nella relazione va aggiunto: {said}."
            )


@regola("RT-6", dm("art. 2 e modello di relazione"), per=TECNICA)
def documento_e_decorrenza(caso: Documento) -> Esiti:
    """Alla relazione è allegato un documento di identità, e il periodo non comincia prima della sua causa."""
    if not any(one["tipo"] == "documento_identita" for one in caso.dati["allegati"]):
        yield avviso(
            "/allegati",
            "Non è allegato il documento di identità di chi dichiara.",
            "Va allegata una copia del documento di identità, non scaduto.",
        )
    yield from solo_impronte(caso)
    causes = _cause(caso)
    if not causes:
        yield NonVerificabile("non è detto quando la causa è cominciata")
    for path, cause in causes.items():
        if caso.dal >= cause:
            continue
        yield avviso(
            path,
            f"Il periodo comincia il {giorno(caso.dal)}, prima della sua causa ({giorno(cause)}).",
            "Va corretta una delle due date.",
            in_date(caso.dal, cause),
        )


def solo_impronte(caso: Documento) -> Iterator[Rilievo]:
    """Yield a note for each file of which there is only the hash: data read back from a document have no more."""
    for place, one in enumerate(caso.dati["allegati"]):
        if isinstance(one.get("file", {}).get("contenuto"), str):
            yield nota(
                f"/allegati/{place}/file/contenuto",
                "Del file c’è soltanto l’impronta: nel PDF non sarà unito.",
                rimedio="Per averlo nel PDF va inviato di nuovo il file, in base64.",
            )


def _cause(caso: Documento) -> dict[str, date]:
    """Return the days on which the cause began, by where they are given."""
    days = [day for day in caso.fatti.get("date", []) if caso.causale == "meteo"]
    known: dict[str, date | None] = {
        "/data_inizio_contrazione": caso.dati.get("data_inizio_contrazione"),
        "/fatti/data_evento": caso.fatti.get("data_evento"),
        "/fatti/date": min(days, default=None),
        "/fatti/data_fine_lavori": caso.fatti.get("data_fine_lavori"),
    }
    return {path: day for path, day in known.items() if day}


@regola("RT-8", dm("art. 2"), per=TECNICA)
def impresa_sul_mercato(caso: Documento) -> Esiti:
    """Elementi oggettivi mostrano che l’impresa continua a operare sul mercato."""
    given = {one["tipo"] for one in caso.dati["allegati"]}
    sells = any(one["anno"] == caso.dal.year and one.get("fatturato") for one in indicatori.valori(caso))
    if not sells and not given & _SOSTEGNO:
        yield avviso(
            "/indicatori/valori",
            "Nulla mostra che l’impresa continua a operare sul mercato: nell’anno in corso non ha fatturato, e non è"
            " allegato un bilancio, un prospetto del fatturato o un’analisi del settore.",
            "Va riportato il fatturato dell’anno in corso, oppure va allegato uno di questi documenti.",
        )
    yield nota(
        "/dichiarazioni",
        "Le ferie arretrate non godute non impediscono il trattamento (messaggio INPS n. 3777/2019).",
        fonte=guida("relazione tecnica"),
    )


@regola("RT-9", dm("art. 5"), per=TECNICA, se=lambda caso: caso.causale == MATERIE)
def senza_inadempienza(caso: Documento) -> Esiti:
    """La mancanza di materie prime non viene da inadempienze contrattuali o da inerzia del datore di lavoro."""
    if serve(caso.fatti.get("inadempienza_o_inerzia"), "non è detto se vi sono state inadempienze o inerzia"):
        yield errore(
            "/fatti/inadempienza_o_inerzia",
            "La mancanza viene da un’inadempienza o dall’inerzia del datore di lavoro: la domanda sarebbe respinta.",
            "Va corretto il dato; se è vero, il trattamento non si può chiedere per questa causale.",
        )


@cifra("allegati_mancanti", fonte=dm("artt. 2-9"), per=TECNICA, passi=passaggi.allegati)
def che_cosa_manca(caso: Documento) -> list[dict[str, str]]:
    """Return the documents that should go with the report, and what each is."""
    lacking = [{"tipo": one.nome, "motivo": one.che} for one in allegati_mancanti(caso)]
    if not any(one["tipo"] == "documento_identita" for one in caso.dati["allegati"]):
        lacking.append({"tipo": "documento_identita", "motivo": "documento di identità di chi dichiara"})
    return lacking


@parole("causale", dm("artt. 3-9"), per=TECNICA)
def causale_in_parole(caso: Documento) -> dict[str, Any]:
    """Return what the cause is called, and whether it is of market and no figure denies that it went badly."""
    found = indicatori.andamento(caso).values()
    badly = caso.causale in MERCATO and (not found or any(one.peggiora for one in found))
    return {"causale_in_parole": NOMI[caso.causale or ""], "in_calo": badly}
