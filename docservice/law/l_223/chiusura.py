"""The closure by those with many employees (L. 234/2021, art. 1 c. 224-227), before the procedure opens: L223-28.

    notice on 02/01/2024, plan not signed: the procedure opens from 30/06/2024 (S-CHIUS)

How many days must go by between notice and opening, ninety or one hundred and eighty, the day of the opening says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.finding import NonVerificabile, Scadenza, avviso, errore, nota
from docservice.law.italiano import giorno, numero
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import chiusure
from docservice.law.misura import in_date
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import APERTURA
from docservice.law.voce import Esiti, cifra, regola, scadenza

FONTE: Final = chiusure("art. 1 c. 224-227")
AVVISATI: Final = {
    "rsa_rsu": "RSA o RSU",
    "sindacato": "sindacati di categoria",
    "regione": "Regione",
    "ministero_lavoro": "Ministero del lavoro",
    "ministero_imprese": "Ministero delle imprese",
    "anpal": "ANPAL",
}
"""Who receives the notice of the intention to close."""


def chiusura(caso: Documento) -> Mapping[str, Any]:
    """Return the closure that a document tells of, empty where it tells of none."""
    told: Mapping[str, Any] = caso.dati.get("chiusura", {})
    return told


def dovuta(caso: Documento) -> bool:
    """Say whether the notice of the intention to close is due: many employees, many dismissals, no distress."""
    told = chiusura(caso)
    most = caso.figura("dipendenti_chiusura", caso.apertura)
    many = caso.figura("licenziamenti_chiusura", caso.apertura)
    if not told.get("definitiva") or told.get("squilibrio") or most is None or many is None:
        return False
    heads: int = told["media_dipendenti_anno"]
    return heads >= most.decimale and told["licenziamenti"] >= many.decimale


def preventiva(caso: Documento) -> date | None:
    """Return the day of the notice of the intention to close."""
    day: date | None = chiusura(caso).get("comunicazione_preventiva", {}).get("data")
    return day


def sottoscritto(caso: Documento) -> date | None:
    """Return the day on which the plan was signed."""
    day: date | None = chiusura(caso).get("piano", {}).get("sottoscritto_il")
    return day


def _taciuta(caso: Documento) -> bool:
    """Say whether a firm that ceases, with so many employees and dismissals, tells nothing of a closure."""
    most = caso.figura("dipendenti_chiusura", caso.apertura)
    many = caso.figura("licenziamenti_chiusura", caso.apertura)
    if chiusura(caso) or caso.dati.get("fattispecie") != "cessazione" or most is None or many is None:
        return False
    heads: int = caso.dati["organico_totale"]
    return heads >= most.decimale and caso.dati["esuberi_totale"] >= many.decimale


def _giorni(caso: Documento) -> int:
    days = caso.figura("giorni_apertura_chiusura", caso.apertura)
    return int(days.decimale) if days else 0


def fine_attesa(caso: Documento) -> date | None:
    """Return the first day on which the procedure may open by the notice alone; None without it, or where not due."""
    day = preventiva(caso)
    return aggiungi_giorni(day, _giorni(caso)) if day is not None and dovuta(caso) else None


def _prima_apertura(caso: Documento) -> date | None:
    """Return the first day on which the procedure may open: sooner, if the plan is signed."""
    due, signed = fine_attesa(caso), sottoscritto(caso)
    return min(due, signed) if due and signed else due


@regola("L223-28", FONTE, per=APERTURA, se=lambda caso: dovuta(caso) or _taciuta(caso))
def chiusura_annunciata(caso: Documento) -> Esiti:
    """Chi chiude, con 250 dipendenti e 50 licenziamenti, lo comunica 90 o 180 giorni prima, salvo piano firmato."""
    if not chiusura(caso):
        raise NonVerificabile("non si sa se si chiude una sede, uno stabilimento, una filiale o un reparto autonomo")
    first, opened = _prima_apertura(caso), caso.giorno
    if first is None:
        yield errore(
            "/chiusura/comunicazione_preventiva",
            "Manca la comunicazione preventiva dell’intenzione di chiudere: senza, i licenziamenti sono nulli.",
            "Va mandata, e la procedura va aperta dopo i giorni che la legge fissa, o quando il piano è sottoscritto.",
        )
    elif opened < first:
        yield errore(
            "/data",
            f"La procedura si apre il {giorno(opened)}, ma non può prima del {giorno(first)}:"
            f" {_giorni(caso)} giorni dopo la comunicazione preventiva del {giorno(preventiva(caso) or opened)}, o il"
            " giorno in cui il piano è sottoscritto, se viene prima.",
            "Va aperta da quel giorno.",
            in_date(opened, first),
        )
    yield from _letture(caso)
    told = chiusura(caso).get("comunicazione_preventiva", {}).get("destinatari", [])
    missing = [name for kind, name in AVVISATI.items() if kind not in told]
    if first is not None and missing:
        yield avviso(
            "/chiusura/comunicazione_preventiva/destinatari",
            f"La comunicazione preventiva non è andata a tutti: {'manca' if len(missing) == 1 else 'mancano'}"
            f" {', '.join(missing)}.",
            "Va mandata anche a chi manca.",
        )
    signed = sottoscritto(caso)
    if signed is None or signed > opened:
        yield nota(
            "/chiusura/piano",
            "Il piano non è sottoscritto: se non lo sarà, il contributo di recesso di ogni lavoratore è aumentato del"
            " 500 per cento (art. 1 c. 235).",
            fonte=chiusure("art. 1 c. 235"),
        )


def _letture(caso: Documento) -> Esiti:
    """Tell the days in which the dismissals had the longer term already, and the opening had not."""
    opening = caso.figura("giorni_apertura_chiusura", caso.apertura)
    dismissals = caso.figura("giorni_recessi_chiusura", caso.apertura)
    if opening is not None and dismissals is not None and opening.decimale < dismissals.decimale:
        yield nota(
            "/data",
            f"Fra il 24/09/2022 e il 17/11/2022 le letture sono due, {numero(opening.decimale)} e"
            f" {numero(dismissals.decimale)} giorni fra comunicazione e apertura: qui se ne contano"
            f" {numero(opening.decimale)}.",
            fonte=dismissals.fonte,
        )


@scadenza("S-CHIUS", FONTE, "Primo giorno per aprire la procedura, dopo l’annuncio della chiusura", per=APERTURA)
def attesa(caso: Documento) -> Iterator[Scadenza]:
    """Count from the notice of the intention to close."""
    due, signed = fine_attesa(caso), sottoscritto(caso)
    known = caso.figura("giorni_apertura_chiusura", caso.apertura)
    if due is not None and known is not None:
        sooner = (
            f"Il piano è sottoscritto il {giorno(signed)}: si può aprire da quel giorno."
            if signed and signed < due
            else None
        )
        yield Scadenza("S-CHIUS", "Primo giorno per aprire la procedura di chiusura", due, known.fonte, nota=sooner)


def _passi(caso: Documento, _: Mapping[str, Any]) -> Iterator[Passaggio]:
    day, signed = preventiva(caso), sottoscritto(caso)
    if day is not None:
        plan = f", o il {giorno(signed)}, giorno della firma del piano" if signed else ""
        yield Passaggio("prima_apertura", "Primo giorno per aprire", f"{giorno(day)} + {_giorni(caso)} giorni{plan}")


@cifra("prima_apertura", fonte=FONTE, per=APERTURA, passi=_passi)
def prima_apertura(caso: Documento) -> str | None:
    """Return the first day on which the procedure may open, of a closure that was to be announced."""
    first = _prima_apertura(caso)
    return first.isoformat() if first else None
