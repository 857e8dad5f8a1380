"""What the agreement says of days, and who makes it: L223-15, -23, ACC-1 to ACC-3, S-NONOPP, S-REC.

An agreement of 20/06/2024 that sets no day for the dismissals: S-REC is 18/10/2024.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.citation import Fonte
from docservice.law.finding import NonVerificabile, Rilievo, errore
from docservice.law.generale.intesa import con_iter, contro, del_giorno, in_ordine, presenti_senza_firma, voto
from docservice.law.italiano import giorno
from docservice.law.l_223.caso import Documento
from docservice.law.l_223.fonti import legge
from docservice.law.l_223.recesso.termini import CENTOVENTI, discordi
from docservice.law.l_223.tavolo.fasi import TAVOLO
from docservice.law.misura import in_date
from docservice.law.tratti import ACCORDO, MANCATO_ACCORDO
from docservice.law.voce import Esiti, annota, regola, scadenza

_SANATORIA: Final = Fonte("L. 28 giugno 2012, n. 92", "art. 1 c. 45")
_VERBALI: Final = Fonte("Modelli dei verbali", "parti che firmano, ipotesi, voto e ratifica")


def licenzia(caso: Documento) -> bool:
    """Say whether the agreement leads to some dismissal."""
    return bool(caso.dati["numero_confermato"])


def ultimo_concordato(caso: Documento) -> date | None:
    """Return the last day that the parties fixed for the dismissals."""
    day: date | None = caso.dati.get("termine_licenziamenti", caso.dati.get("finestra", {}).get("al"))
    return day


def ultimo_recesso(caso: Documento) -> date | None:
    """Return the last day for the dismissals, once the procedure has ended: the agreed one, else that of the law."""
    days = caso.figura("giorni_licenziamenti")
    by_law = None if days is None else aggiungi_giorni(caso.giorno, int(days.decimale))
    return ultimo_concordato(caso) or by_law


@regola("L223-15", CENTOVENTI, per=ACCORDO, se=lambda caso: licenzia(caso) and ultimo_concordato(caso) is not None)
def un_solo_termine(caso: Documento) -> Esiti:
    """I giorni dei licenziamenti seguono l’accordo; il termine e l’ultimo giorno della finestra sono lo stesso."""
    yield from discordi(caso)
    last = ultimo_concordato(caso)
    if last is not None and last < caso.giorno:
        yield errore(
            "/termine_licenziamenti" if "termine_licenziamenti" in caso.dati else "/finestra/al",
            f"L’ultimo giorno dei licenziamenti è il {giorno(last)}, prima dell’accordo ({giorno(caso.giorno)}): nessun"
            " recesso potrebbe rispettarlo.",
            "Va corretta una delle due date.",
            in_date(last, caso.giorno),
        )


@regola("L223-23", _SANATORIA, per=ACCORDO, al=date(2012, 7, 17))
def sanatoria_non_prevista(caso: Documento) -> Esiti:
    """L’accordo non poteva sanare i vizi della comunicazione di apertura prima della L. 92/2012."""
    if caso.dati["sanatoria"]:
        yield errore(
            "/sanatoria",
            "L’accordo dà atto che i vizi della comunicazione di apertura sono sanati, e la legge non lo prevedeva"
            " ancora.",
            "Va tolta la clausola.",
        )


@regola("L223-23", _SANATORIA, per=ACCORDO, dal=date(2012, 7, 18))
def sanatoria(caso: Documento) -> Esiti:
    """L’accordo può sanare i vizi della comunicazione di apertura, e soltanto quelli."""
    if not caso.dati["sanatoria"]:
        yield NonVerificabile("la comunicazione di apertura, che l’accordo potrebbe sanare, non è fra questi dati")


@regola("ACC-1", _VERBALI, per=TAVOLO)
def chi_firma(caso: Documento) -> Esiti:
    """Per i lavoratori firma qualcuno dei presenti; chi è presente e non firma è nominato fra i presenti."""
    yield from presenti_senza_firma(caso.dati)


@regola("ACC-2", _VERBALI, per=ACCORDO, se=lambda caso: con_iter(caso.dati))
def ipotesi_voto_ratifica(caso: Documento) -> Esiti:
    """Ipotesi di accordo, voto che la approva e ratifica sono in quest’ordine."""
    yield from in_ordine(caso.dati)
    yield from voto(caso.dati)
    yield from contro(caso.dati)


@annota("ACC-3", _VERBALI, per=ACCORDO)
def dal_giorno_dell_accordo(caso: Documento) -> Iterator[Rilievo]:
    """Tell from which day the terms run."""
    yield from del_giorno(caso.dati)


@scadenza("S-NONOPP", legge("art. 5 c. 1"), "Dichiara chi non si oppone al licenziamento", per=ACCORDO, se=licenzia)
def dichiarazioni(caso: Documento) -> Iterator[date]:
    """Return the day that the agreement fixes."""
    if "dichiarazioni_entro" in caso.dati:
        yield caso.dati["dichiarazioni_entro"]


def _conclude(caso: Documento) -> bool:
    return licenzia(caso) if caso.di(ACCORDO) else caso.dati["fase"] == "amministrativa"


@scadenza("S-REC", CENTOVENTI, "Ultimo giorno per i recessi", per=ACCORDO | MANCATO_ACCORDO, se=_conclude)
def recessi(caso: Documento) -> Iterator[date]:
    """Return the agreed day, else count from the end of the procedure."""
    day = ultimo_recesso(caso)
    if day is not None:
        yield day
