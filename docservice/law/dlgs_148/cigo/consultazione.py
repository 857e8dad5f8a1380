"""The union consultation of art. 14: to whom the notice goes, how, in how many days it closes.

A notice of a firm of eighty closed after thirty days: CIGO-6 says that 25 are the most.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from docservice.law.calendar import aggiungi_giorni
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.strumenti.datore import consultazione_breve
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI
from docservice.law.finding import NonVerificabile, avviso, serve
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_giorni
from docservice.law.tratti import ACCORDO, CIGO, COMUNICAZIONE, CONSULTAZIONE, ESAME
from docservice.law.voce import Esiti, regola

_ARTICOLO_14: Final = 14
TRACCIATI = frozenset({"pec", "raccomandata"})
"""The means of sending a notice that can be proved."""


def dovuta(caso: Documento) -> bool:
    """Say whether the procedure is due: in building and stone for extensions only (art. 14 c. 5, CIGO-11).

    Never under an act that derogates to it.
    """
    of_extensions_only = caso.edile and caso.di(CIGO)
    return not derogata(caso) and (not of_extensions_only or bool(caso.dati.get("proroga")))


def derogata(caso: Documento) -> bool:
    """Say whether a special act derogates to the procedure."""
    return _ARTICOLO_14 in caso.liberi


def ordinaria(caso: Documento) -> bool:
    """Say whether the procedure is due, and is the usual one: not that of the events nobody can avoid."""
    return dovuta(caso) and not caso.eone


def _di_eone(caso: Documento) -> bool:
    return dovuta(caso) and caso.eone


@regola("CIGO-6", decreto("art. 14 c. 1-3"), per=CIGO & CONSULTAZIONE, se=ordinaria)
def consultazione(caso: Documento) -> Esiti:
    """La comunicazione va a RSA o RSU e alle organizzazioni territoriali, e la consultazione si chiude nei termini."""
    if caso.di(COMUNICAZIONE):
        yield from destinatari(caso)
    yield from nei_termini(caso)


def nei_termini(caso: Documento) -> Esiti:
    """Yield what is wrong with the days of a consultation: it comes before, and closes within those of the law."""
    sent: date = serve(caso.dati.get("comunicazione", {}).get("data"), "data della comunicazione non indicata")
    if sent > caso.dal:
        yield avviso(
            "/comunicazione/data",
            f"La comunicazione è del {giorno(sent)}: il periodo è già cominciato, il {giorno(caso.dal)}.",
            "Va corretta una delle due date: la comunicazione è preventiva.",
            in_date(sent, caso.dal),
        )
    lacking = "chiusura della consultazione o dipendenti dell’azienda non indicati"
    told, path = _chiusura(caso)
    closed = serve(told, lacking)
    if closed < sent:
        yield avviso(
            path,
            f"La consultazione si chiude il {giorno(closed)}, prima della comunicazione ({giorno(sent)}).",
            "Va corretta una delle due date.",
            in_date(closed, sent),
        )
    most = serve(giorni_consultazione(caso), lacking)
    if closed > aggiungi_giorni(sent, most):
        yield avviso(
            path,
            f"La consultazione si chiude il {giorno(closed)}, {(closed - sent).days} giorni dopo la comunicazione:"
            f" ne sono previsti {most}.",
            "Va controllata la data; la procedura si esaurisce nei giorni della legge.",
            in_giorni((closed - sent).days, most),
        )


def _chiusura(caso: Documento) -> tuple[date | None, str]:
    """Return the day on which the consultation closes, that of the record unless it gives another, and its path."""
    told: date | None = caso.dati.get("data_chiusura_consultazione")
    if told is None and caso.di(ESAME | ACCORDO):
        return caso.dati["data"], "/data"
    return told, "/data_chiusura_consultazione"


def tipi_destinatari(caso: Documento) -> set[str]:
    """Return the kinds of those to whom a notice is sent, copies and national unions apart."""
    sent_to = [one for one in caso.dati["destinatari"] if not one.get("per_conoscenza")]
    return {one["tipo"] for one in sent_to if one.get("livello") != "nazionale"}


def destinatari(caso: Documento) -> Esiti:
    """Yield who is not among the addressees of a notice: a union of the place, the representation of the unit."""
    kinds = tipi_destinatari(caso)
    if "os" not in kinds:
        yield avviso(
            "/destinatari",
            "Fra i destinatari manca un’organizzazione sindacale territoriale.",
            "Vanno aggiunte le articolazioni territoriali delle associazioni comparativamente più rappresentative.",
        )
    own = caso.dati.get("rappresentanza_aziendale")
    if own and own["tipo"] in ("RSA", "RSU") and own["tipo"].lower() not in kinds:
        yield avviso(
            "/destinatari",
            f"L’unità ha una {own['tipo']}, che non è fra i destinatari.",
            f"Va aggiunta la {own['tipo']}.",
        )


def giorni_consultazione(caso: Documento) -> int | None:
    """Return in how many days the consultation closes, by the firm's size; None where it is not known."""
    if caso.dipendenti is None or caso.figura("dipendenti_consultazione_breve", caso.dal) is None:
        return None
    few = consultazione_breve(caso.dipendenti, caso.dal)
    days = caso.figura("giorni_consultazione_breve" if few else "giorni_consultazione")
    return int(days.decimale) if days else None


@regola("CIGO-10", decreto("art. 14 c. 4"), per=ORDINARI & CONSULTAZIONE, se=_di_eone)
def esame_per_eventi(caso: Documento) -> Esiti:
    """Per gli eventi non evitabili oltre le ore di legge, l’esame si chiede e si conclude in pochi giorni."""
    # of those of the cheque, another rule says to whom the notice goes
    if caso.di(CIGO & COMUNICAZIONE):
        yield from destinatari(caso)
    lacking = "ore settimanali di riduzione non indicate"
    hours: Decimal = serve(caso.dati.get("ore_settimanali_ridotte"), lacking)
    most = serve(caso.figura("ore_settimanali_eone", caso.dal), lacking)
    if hours <= most.decimale:
        return
    sent, asked = caso.dati["comunicazione"]["data"], caso.dati.get("data_richiesta_esame")
    closed, path = _chiusura(caso)
    if asked is None and caso.di(ESAME):
        yield NonVerificabile("data della richiesta di esame non indicata")
    asking, closing = ("/data_richiesta_esame", "L’esame è stato chiesto"), (path, "L’esame si è concluso")
    yield from _entro(caso, asking, (sent, asked), "giorni_richiesta_eone")
    yield from _entro(caso, closing, (asked, closed), "giorni_esame_eone")


def _entro(caso: Documento, what: tuple[str, str], days: tuple[date | None, date | None], name: str) -> Esiti:
    """Warn, at the path of something, that it came before the day it is counted from, or after its term."""
    (path, told), (start, day) = what, days
    most = caso.figura(name, caso.dal)
    if day and start and day < start:
        yield avviso(
            path,
            f"{told} il {giorno(day)}, prima del giorno da cui se ne contano i termini ({giorno(start)}).",
            "Va corretta una delle due date.",
            in_date(day, start),
        )
    if day and start and most and day > aggiungi_giorni(start, int(most.decimale)):
        yield avviso(
            path,
            f"{told} dopo {(day - start).days} giorni: ne sono previsti {most.decimale}.",
            "Va controllata la data; nel settore industriale la procedura è dovuta anche per questi eventi.",
            in_giorni((day - start).days, most.decimale),
        )


@regola("CIGO-13", guida("procedura di consultazione sindacale"), per=CIGO & COMUNICAZIONE, se=dovuta)
def invio_provato(caso: Documento) -> Esiti:
    """La comunicazione è inviata con un mezzo che lo prova, perché la sua copia si allega alla domanda."""
    means = serve(caso.dati["comunicazione"].get("mezzo"), "mezzo di invio non indicato")
    if means not in TRACCIATI:
        yield avviso(
            "/comunicazione/mezzo",
            "La copia da allegare alla domanda, a pena di inammissibilità, è quella di una PEC o di una raccomandata.",
            "Va inviata così; non serve se alla domanda si allega il verbale firmato da tutte le organizzazioni"
            " (messaggio INPS n. 3777/2019).",
            valore=means,
        )
