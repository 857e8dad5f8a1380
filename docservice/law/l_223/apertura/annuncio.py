"""The closure that is to be announced before the procedure opens (L. 234/2021, art. 1 c. 224-227): S-CHIUS, its figure.

    notice on 02/01/2024, plan not signed: the procedure opens from 30/06/2024

How many days must go by between notice and opening, ninety or one hundred and eighty, the day of the opening says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.finding import Scadenza
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import chiusure
from docservice.law.passaggio import Passaggio
from docservice.law.tratti import APERTURA
from docservice.law.voce import cifra, scadenza

FONTE: Final = chiusure("art. 1 c. 224-227")


def chiusura(caso: Documento) -> Mapping[str, Any]:
    """Return the closure that a document tells of, empty where it tells of none."""
    told: Mapping[str, Any] = caso.dati.get("chiusura", {})
    return told


def _molti(caso: Documento, dipendenti: int, licenziamenti: int) -> bool:
    """Say whether so many employees, and so many dismissals, are those from which the notice is due."""
    heads = caso.figura("dipendenti_chiusura", caso.apertura)
    gone = caso.figura("licenziamenti_chiusura", caso.apertura)
    if heads is None or gone is None:
        return False
    return dipendenti >= heads.decimale and licenziamenti >= gone.decimale


def _definitiva(caso: Documento) -> bool:
    told = chiusura(caso)
    return bool(told.get("definitiva")) and not told.get("squilibrio")


def dovuta(caso: Documento) -> bool:
    """Say whether the notice of the intention to close is due: many employees, many dismissals, no distress."""
    told = chiusura(caso)
    return _definitiva(caso) and _molti(caso, told["media_dipendenti_anno"], told["licenziamenti"])


def preventiva(caso: Documento) -> date | None:
    """Return the day of the notice of the intention to close."""
    day: date | None = chiusura(caso).get("comunicazione_preventiva", {}).get("data")
    return day


def sottoscritto(caso: Documento) -> date | None:
    """Return the day on which the plan was signed."""
    day: date | None = chiusura(caso).get("piano", {}).get("sottoscritto_il")
    return day


def taciuta(caso: Documento) -> bool:
    """Say whether a firm that ceases, with so many employees and dismissals, tells nothing of a closure."""
    if chiusura(caso) or caso.dati.get("fattispecie") != "cessazione":
        return False
    return _molti(caso, caso.dati["organico_totale"], caso.dati["esuberi_totale"])


def dubbia(caso: Documento) -> bool:
    """Say whether the notice would be due if the closure made as many dismissals as the opening counts."""
    if not _definitiva(caso) or dovuta(caso):
        return False
    return _molti(caso, chiusura(caso)["media_dipendenti_anno"], caso.dati["esuberi_totale"])


def giorni(caso: Documento) -> int:
    """Return how many days must go by between the notice and the opening, on the day of the opening."""
    days = caso.figura("giorni_apertura_chiusura", caso.apertura)
    return int(days.decimale) if days else 0


def fine_attesa(caso: Documento) -> date | None:
    """Return the first day on which the procedure may open by the notice alone; None without it, or where not due."""
    day = preventiva(caso)
    return aggiungi_giorni(day, giorni(caso)) if day is not None and dovuta(caso) else None


def primo_giorno(caso: Documento) -> date | None:
    """Return the first day on which the procedure may open: sooner, if the plan is signed."""
    due, signed = fine_attesa(caso), sottoscritto(caso)
    return min(due, signed) if due and signed else due


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
        yield Passaggio("prima_apertura", "Primo giorno per aprire", f"{giorno(day)} + {giorni(caso)} giorni{plan}")


@cifra("prima_apertura", fonte=FONTE, per=APERTURA, passi=_passi)
def prima_apertura(caso: Documento) -> str | None:
    """Return the first day on which the procedure may open, of a closure that was to be announced."""
    first = primo_giorno(caso)
    return first.isoformat() if first else None
