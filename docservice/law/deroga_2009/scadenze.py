"""The deadlines that follow from a document.

An agreement whose notice was received on 01/06/2009: S-CONS, the consultation closes, on 11/06/2009. Days run as they
are, holidays included (reading of the service).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.deroga_2009.caso import DA_ESAMINARE, PROCEDURA, Accordo, Documento, Richiesta, con_periodo
from docservice.law.deroga_2009.fonti import quadro, quadro_e_vademecum, vademecum
from docservice.law.deroga_2009.schemi.c import fine_divieto
from docservice.law.figures import Valore
from docservice.law.tratti import (
    ACCORDO,
    DECRETO,
    DID,
    DOMANDA,
    ESAME,
    NON_STANDARD,
    SCHEMA_A,
    SCHEMA_B,
    SCHEMA_C,
)
from docservice.law.voce import scadenza

Giorni = Iterator[date | None]
_PRESENTATA: Final = ACCORDO | DOMANDA | ESAME
"""The documents that give the day of the application: its terms follow the text in force that day."""
_SR41: Final = "Ogni mese di CIG: si comunicano all’INPS le ore effettive di ciascun lavoratore (SR41)"


def _domanda(caso: Richiesta) -> date | None:
    """Return the day of the application, where it is given."""
    day: date | None = caso.giorno
    if caso.di(ACCORDO):
        day = caso.dati.get("data_domanda")
    elif caso.di(ESAME):
        day = caso.dati["domanda"]["data"]
    return day


def _da_esaminare(caso: Richiesta) -> bool:
    """Say whether a joint examination is to come."""
    to_come = caso.di(ACCORDO & NON_STANDARD) or (caso.di(DOMANDA) and caso.dati.get("accordo") in DA_ESAMINARE)
    return to_come and _domanda(caso) is not None


def _su_carta(caso: Richiesta) -> bool:
    """Say whether the application's signature is, or may be, on paper."""
    if caso.di(DOMANDA) and caso.dati.get("firma", {}).get("tipo", "cartacea") != "cartacea":
        return False
    return _domanda(caso) is not None


@scadenza(
    "S-PIP",
    vademecum("2.4.2"),
    "Il lavoratore sottoscrive il piano di intervento personalizzato (PIP)",
    per=DID,
    vige="giorni_pip",
)
def pip_di_chi_dichiara(caso: Documento) -> Giorni:
    """Count from the suspension for those in CIG, from the DID for the unemployed."""
    start = caso.dati["lavoratore"].get("data_sospensione") if "datore_lavoro" in caso.dati else caso.giorno
    if start is not None:
        yield _dopo(start, caso.figura("giorni_pip"))


@scadenza("S-CONS", quadro("All. A 1.1.2"), "Si chiude la consultazione sindacale", per=ACCORDO | PROCEDURA)
def consultazione(caso: Richiesta) -> Giorni:
    """Count from the day on which the notice was received."""
    received = caso.dati.get("data_ricevimento_comunicazione")
    if received is not None:
        yield _dopo(received, caso.figura("giorni_consultazione"))


@scadenza(
    "S-INPS",
    vademecum("2.4.6"),
    "Si presenta all’INPS la richiesta di erogazione (SR100); se l’autorizzazione è negata, le somme anticipate sono"
    " recuperate dal datore",
    per=ACCORDO,
    se=con_periodo,
)
def richiesta_all_inps(caso: Accordo) -> Giorni:
    """Count from the first day of the period."""
    yield _dopo(caso.chiesto.dal, caso.figura("giorni_domanda_inps"))


@scadenza(
    "S-PIP",
    vademecum("2.4.2"),
    "Ciascun lavoratore sospeso sottoscrive il piano di intervento personalizzato (PIP)",
    per=ACCORDO,
    se=con_periodo,
    vige="giorni_pip",
)
def pip_dei_sospesi(caso: Accordo) -> Giorni:
    """Count from the suspension of each: one for each different day."""
    starts = {caso.chiesto.dal, *(w["data_sospensione"] for w in caso.lavoratori if "data_sospensione" in w)}
    for start in sorted(starts):
        yield _dopo(start, caso.figura("giorni_pip"))


@scadenza(
    "S-RINN",
    quadro_e_vademecum("All. B", "2.3"),
    "Finisce la prima concessione: per proseguire va presentata una nuova domanda",
    per=ACCORDO & (SCHEMA_A | SCHEMA_B | NON_STANDARD),
    se=con_periodo,
)
def rinnovo(caso: Accordo) -> Giorni:
    """End where more was asked than is granted at first."""
    if caso.mesi > caso.mesi_prima_concessione:
        yield caso.scadenza_prima_concessione


@scadenza(
    "S-LIC",
    quadro("All. B, schema C"),
    "Finisce il divieto di licenziare per giustificato motivo oggettivo",
    per=ACCORDO & SCHEMA_C,
    se=con_periodo,
)
def divieto_di_licenziamento(caso: Accordo) -> Giorni:
    """Count the CIG and three months more."""
    yield fine_divieto(caso)


@scadenza(
    "S-ESAME",
    vademecum("2.4.6 e 2.4.7"),
    "Si conclude l’esame congiunto presso la Provincia o l’ARIFL",
    per=_PRESENTATA,
    se=_da_esaminare,
    vige="giorni_esame",
    il=_domanda,
)
def fine_dell_esame(caso: Richiesta) -> Giorni:
    """Count from the application; before the amendment only the Province had a term, to call the parties."""
    for applied in _presentata(caso):
        yield _dopo(applied, caso.figura("giorni_esame", applied))


@scadenza(
    "S-ESAME",
    quadro("All. A 2.1.2"),
    "La Provincia convoca le parti per l’esame congiunto",
    per=_PRESENTATA,
    se=lambda c: _da_esaminare(c) and not c.regionale,
    prima_di="giorni_esame",
    il=_domanda,
)
def convocazione(caso: Richiesta) -> Giorni:
    """Count while the examination itself has no term."""
    for applied in _presentata(caso):
        yield _dopo(applied, caso.figura("giorni_convocazione_esame", applied))


@scadenza(
    "S-FIRMA",
    vademecum("2.4.4 e 2.4.8"),
    "Arriva alla Regione la dichiarazione su carta, se la domanda non ha firma digitale o CRS; altrimenti la domanda è"
    " rigettata",
    per=ACCORDO | DOMANDA,
    se=_su_carta,
)
def dichiarazione_su_carta(caso: Richiesta) -> Giorni:
    """Count from the application."""
    for applied in _presentata(caso):
        yield _dopo(applied, caso.figura("giorni_dichiarazione_cartacea", applied))


@scadenza("S-ISTR", vademecum("2.4.6 e 2.4.7"), "Provincia o ARIFL concludono l’istruttoria", per=_PRESENTATA)
def istruttoria(caso: Richiesta) -> Giorni:
    """Count from the application."""
    for applied in _presentata(caso):
        yield _dopo(applied, caso.figura("giorni_istruttoria", applied))


@scadenza(
    "S-MOB",
    quadro("punti 7 e 8; All. A 6 e 7; All. C 2 e 3"),
    "Chi ha perso il lavoro chiede all’INPS la mobilità in deroga o l’indennità equivalente",
    per=ACCORDO,
)
def mobilita(caso: Accordo) -> Giorni:
    """Count the terms of the workers whose employment ends: one for each different day."""
    opening = caso.figura("inizio_transitorio_mobilita").giorno
    signing = caso.figura("validita_dal").giorno
    days = caso.figura("giorni_domanda_mobilita")
    terms = set()
    for worker in caso.lavoratori:
        ended = worker.get("data_cessazione")
        if ended is None or ended < opening:
            continue
        terms.add(
            _dopo(signing, days) if ended < signing else _dopo(worker.get("fine_indennita_preavviso", ended), days)
        )
    yield from sorted(terms)


@scadenza("S-SR41", vademecum("2.4.9"), _SR41, per=ACCORDO)
def ore_effettive(caso: Accordo) -> Giorni:
    """Give no day: it is due every month of an agreement."""
    del caso
    yield None


@scadenza("S-SR41", vademecum("2.4.9"), _SR41, per=DECRETO, se=lambda c: c.dati["esito"] == "autorizzazione")
def ore_effettive_autorizzate(caso: Richiesta) -> Giorni:
    """Give no day: it is due every month of a grant."""
    del caso
    yield None


def _presentata(caso: Richiesta) -> Iterator[date]:
    applied = _domanda(caso)
    if applied is not None:
        yield applied


def _dopo(start: date, days: Valore) -> date:
    return aggiungi_giorni(start, int(days.decimale))
