"""The documents of the CIGO procedure: cause, number of workers, return to work (D.Lgs. 148/2015, artt. 11-15).

A cause "ferie": CIGO-4 says at /causale/tipo that it gives no right to the CIGO.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from docservice.law.calendar import aggiungi_giorni, aggiungi_mesi
from docservice.law.dlgs_148.cigo import passaggi
from docservice.law.dlgs_148.cigo.consultazione import derogata, dovuta, giorni_consultazione
from docservice.law.dlgs_148.cigo.durata import biennio_mobile, settimane_usate
from docservice.law.dlgs_148.cigo.prove import dm
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import ESCLUSE, MERCATO, NOMI, SOLIDARIETA, STRAORDINARIE_FIS
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI, PROCEDURA
from docservice.law.finding import NonVerificabile, avviso, errore, serve
from docservice.law.italiano import con_punto, giorno
from docservice.law.misura import in_date, in_persone
from docservice.law.tratti import ACCORDO, CIGO, COMUNICAZIONE, CONSULTAZIONE, ESAME, TECNICA
from docservice.law.voce import Esiti, cifra, parole, regola

_ORGANICO = "organico non indicato"


@regola("CIGO-4", guida("causali integrabili"), per=CIGO)
def causale_integrabile(caso: Documento) -> Esiti:
    """La causale è fra quelle del DM 95442/2016, e non fra quelle che non danno diritto alla CIGO."""
    if caso.causale in (*ESCLUSE, *STRAORDINARIE_FIS):
        yield errore(
            "/causale/tipo",
            f"La causale «{NOMI[caso.causale or '']}» non dà diritto alla CIGO.",
            "Va indicata la vera causale, se è fra quelle ammesse; altrimenti la CIGO non si può chiedere.",
            valore=caso.causale,
        )


@regola("CIGO-5", decreto("artt. 11 e 12"), per=ORDINARI & PROCEDURA)
def ripresa(caso: Documento) -> Esiti:
    """L’attività riprende il giorno dopo la fine del periodo."""
    again, last = caso.dati.get("data_ripresa"), caso.dati["periodo"]["al"]
    following = aggiungi_giorni(last, 1)
    if again is None and caso.di(ACCORDO):
        yield NonVerificabile("giorno della ripresa non indicato")
    elif again is None or again <= last:
        yield errore(
            "/data_ripresa",
            "Non è indicato il giorno in cui riprende il lavoro."
            if again is None
            else f"Il lavoro riprende il {giorno(again)}, prima che finisca il periodo ({giorno(last)}).",
            f"Va indicato il giorno della ripresa: il {giorno(following)}.",
            in_date(again, following),
        )
    elif again != following:
        yield avviso(
            "/data_ripresa",
            f"Il lavoro riprende il {giorno(again)}, non il giorno dopo la fine del periodo ({giorno(following)}).",
            "Va controllata la data; se è esatta, conviene dire che cosa accade nei giorni fra le due.",
            in_date(again, following),
        )


@regola("CIGO-7", decreto("art. 14 c. 1"), per=ORDINARI & PROCEDURA)
def non_piu_dell_organico(caso: Documento) -> Esiti:
    """Il numero massimo dei lavoratori non supera l’organico dell’unità."""
    staff, most = serve(caso.organico, _ORGANICO), caso.dati["numero_massimo_dipendenti"]
    if most > staff:
        yield errore(
            "/numero_massimo_dipendenti",
            f"Il numero massimo di lavoratori ({most}) è più dell’organico dell’unità ({staff}).",
            "Va corretto il numero massimo, oppure l’organico.",
            in_persone(most, staff),
        )
    everybody = staff - _dirigenti(caso)
    if caso.dati.get("intero_organico") and most < everybody:
        yield avviso(
            "/intero_organico",
            f"La sospensione riguarda l’intero organico, ma i lavoratori sono al massimo {most} su {everybody}.",
            "Va corretto il numero massimo, oppure va tolta l’indicazione.",
            in_persone(most, everybody),
        )


def _dirigenti(caso: Documento) -> int:
    """Return how many of the staff are managers, whom no CIGO concerns."""
    heads: int = caso.datore.get("organico", {}).get("dirigenti", 0)
    return heads


def _tutto(caso: Documento) -> str:
    """Say whether all the staff is concerned, if told and denied by no figure: `tutto`, or all but managers."""
    staff, most = caso.organico, caso.dati["numero_massimo_dipendenti"]
    if not caso.dati.get("intero_organico") or (staff is not None and not staff - _dirigenti(caso) <= most <= staff):
        return ""
    return "tutto" if staff is None or most == staff else "senza_dirigenti"


def _a_turno(caso: Documento) -> bool:
    # who shares the hours has no turns
    return caso.causale != SOLIDARIETA


@regola("CIGO-16", guida("modello di verbale di esame congiunto"), per=ORDINARI & (ESAME | ACCORDO), se=_a_turno)
def rotazione(caso: Documento) -> Esiti:
    """Il verbale dice se i lavoratori sospesi si alternano, o per quali ragioni non lo fanno."""
    told = caso.dati.get("rotazione")
    if told is None:
        yield avviso(
            "/rotazione",
            "Il verbale non dice se i lavoratori sospesi si alternano.",
            "Va indicata la rotazione, oppure perché non è possibile.",
        )
    elif not told["prevista"] and not told.get("ragioni_mancata", "").strip():
        yield avviso(
            "/rotazione/ragioni_mancata",
            "La rotazione non è prevista, e non è detto perché.",
            "Vanno indicate le ragioni, oppure va prevista la rotazione.",
        )


def _di_mercato(caso: Documento) -> bool:
    return caso.causale in MERCATO


@regola("CIGO-9", guida("causali di mercato, avvio dell’attività"), per=ORDINARI & PROCEDURA, se=_di_mercato)
@regola("RT-7", dm("art. 3"), per=TECNICA, se=_di_mercato)
def avviata_da_un_trimestre(caso: Documento) -> Esiti:
    """Nelle causali di mercato l’attività produttiva è cominciata almeno un trimestre prima della domanda."""
    months = int(caso.serve_figura("mesi_attivita_produttiva").decimale)
    began = serve(caso.chi.inizio_attivita, "data di inizio dell’attività non indicata")
    applied: date = caso.dati.get("data_domanda", caso.giorno)
    first = aggiungi_mesi(began, months)
    if first > applied:
        yield errore(
            "/datore_lavoro/data_inizio_attivita",
            f"L’attività è cominciata il {giorno(began)}: per questa causale la domanda si presenta dal"
            f" {giorno(first)}.",
            "La domanda va presentata da quel giorno, oppure va indicata un’altra causale.",
            in_date(began, aggiungi_mesi(applied, -months)),
        )


@cifra("ripresa", fonte=decreto("artt. 11 e 12"), per=ORDINARI & PROCEDURA, passi=passaggi.ripresa)
def giorno_di_ripresa(caso: Documento) -> str | None:
    """Return the day on which work resumes."""
    return aggiungi_giorni(caso.periodo.al, 1).isoformat() if caso.periodo else None


@cifra(
    *("settimane_usate", "settimane_residue"),
    fonte=decreto("art. 12 c. 1-4"),
    per=CIGO & CONSULTAZIONE,
    passi=passaggi.settimane,
    se=lambda caso: "periodi_precedenti" in caso.dati,
)
def settimane_del_biennio(caso: Documento) -> dict[str, str]:
    """Return the weeks used in the mobile two years and those left, where the earlier periods are given."""
    window, most = biennio_mobile(caso), caso.figura("settimane_cigo_biennio", caso.dal)
    if window is None or most is None:
        return {}
    used = settimane_usate(caso, window)
    return {
        "settimane_usate": con_punto(used),
        "settimane_residue": con_punto(max(Fraction(most.decimale) - used, Fraction(0))),
    }


@parole("procedura", decreto("artt. 11-14"), per=ORDINARI & PROCEDURA)
def parole_della_procedura(caso: Documento) -> dict[str, Any]:
    """Return what only their text prints."""
    lent: dict[str, Any] = {"causale_in_parole": NOMI[caso.causale or ""], "evento_non_evitabile": caso.eone}
    if caso.di(COMUNICAZIONE):
        lent["tutto_organico"] = _tutto(caso)
    if caso.periodo:
        weeks, rest = divmod(caso.periodo.giorni, GIORNI_SETTIMANA)
        lent["durata"], lent["in_settimane"] = (caso.periodo.giorni, False) if rest else (weeks, True)
    lent["consultazione_dovuta"], lent["consultazione_derogata"] = dovuta(caso), derogata(caso)
    first = caso.figura("settimane_cigo_consecutive", caso.dal)
    lent["prime_settimane"] = first.decimale if first else None
    days = giorni_consultazione(caso) if dovuta(caso) else None
    if days is not None:
        lent["giorni_consultazione"] = days
        sent = caso.dati.get("comunicazione", {}).get("data")
        lent |= {"fine_consultazione": aggiungi_giorni(sent, days)} if sent else {}
    names = {"ore_eone": "ore_settimanali_eone", "giorni_richiesta": "giorni_richiesta_eone"}
    for name, figure in (*names.items(), ("giorni_esame", "giorni_esame_eone")):
        known = caso.figura(figure)
        lent[name] = known.decimale if known else None
    return lent
