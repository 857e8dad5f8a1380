"""The procedure of a CIGS: the notice, the examination asked for and closed, the start (artt. 24 and 25).

An examination asked for on the fourth day after the notice: CIGS-19 says at /data_richiesta_esame that three are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from docservice.law.calendar import aggiungi_giorni, giorno_utile
from docservice.law.dlgs_148.cigo.consultazione import destinatari
from docservice.law.dlgs_148.cigs.causali.parti import manca, rinviato, vuoto
from docservice.law.dlgs_148.cigs.sede import SEDI, dovuta, tenuta
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.fonti import decreto
from docservice.law.dlgs_148.generale.ipotesi import CON_ACCORDO
from docservice.law.dlgs_148.strumenti.datore import consultazione_breve
from docservice.law.finding import NonVerificabile, avviso, nota, serve
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_giorni
from docservice.law.tratti import ACCORDO, CIGS, COMUNICAZIONE, ESAME, PROGRAMMA, SOLIDARIETA
from docservice.law.voce import Esiti, regola

_QUANTO: Final = ("ore_settimanali_medie", "percentuale")
_ENTITA: Final = "quanto si riduce il lavoro: le ore settimanali medie, o la percentuale"


def richiesta(caso: Documento) -> tuple[date | None, str]:
    """Return the day on which the examination was asked for, and the path of it."""
    told: dict[str, Any] = caso.dati.get("richiesta", {})
    if "data" in told:
        return told["data"], "/richiesta/data"
    if caso.di(COMUNICAZIONE) and caso.dati.get("richiesta_esame"):
        return caso.dati["comunicazione"]["data"], "/comunicazione/data"
    return caso.dati.get("data_richiesta_esame"), "/data_richiesta_esame"


def chiusura(caso: Documento) -> tuple[date | None, str]:
    """Return the day on which the consultation ends, and its path: that of what is signed before the authority.

    Of a record that adjourns, or of an agreement of the parties alone, only the one it gives.
    """
    told: date | None = caso.dati.get("data_chiusura_consultazione")
    if told is not None:
        return told, "/data_chiusura_consultazione"
    closes = caso.di(ESAME) or tenuta(caso)[0] in ("regione", "ministero")
    return (caso.giorno, "/data") if closes and "data" in caso.dati and not rinviato(caso) else (None, "/data")


def _richiesta_possibile(caso: Documento) -> bool:
    # a notice that asks for it by itself is in time; one that comes before the request cannot tell its day
    return not caso.di(COMUNICAZIONE) or "data_richiesta_esame" in caso.dati


@regola("CIGS-19", decreto("art. 24 c. 2"), per=CIGS & (PROGRAMMA | COMUNICAZIONE), se=_richiesta_possibile)
def richiesta_di_esame(caso: Documento) -> Esiti:
    """L’impresa o i sindacati chiedono l’esame congiunto entro i giorni che la legge conta dalla comunicazione."""
    sent: date = serve(caso.dati.get("comunicazione", {}).get("data"), "data della comunicazione non indicata")
    told, path = richiesta(caso)
    asked = serve(told, "data della richiesta di esame non indicata")
    days = serve(caso.figura("giorni_richiesta_cigs", sent), "termine non noto per quel giorno")
    last = giorno_utile(aggiungi_giorni(sent, int(days.decimale)))
    if asked > last:
        yield avviso(
            path,
            f"L’esame congiunto è chiesto il {giorno(asked)}: il termine, {days.decimale} giorni dalla comunicazione,"
            f" scade il {giorno(last)}.",
            "Va controllata la data; se è esatta, conviene ripetere la comunicazione.",
            in_date(asked, last),
        )


@regola("CIGS-20", decreto("art. 24 c. 5"), per=CIGS & PROGRAMMA)
def consultazione_conclusa(caso: Documento) -> Esiti:
    """La consultazione si conclude, con o senza accordo, nei giorni che la legge conta dalla richiesta di esame."""
    if rinviato(caso):
        return
    yield from _accordo_raggiunto(caso)
    (asked, _), (told, path) = richiesta(caso), chiusura(caso)
    closed = serve(told, "chiusura della consultazione non indicata")
    start = serve(asked, "data della richiesta di esame non indicata")
    heads = serve(caso.dipendenti, "dipendenti dell’azienda non indicati")
    known = caso.figura("dipendenti_consultazione_breve", start)
    few = known is not None and consultazione_breve(heads, start)
    days = serve(
        caso.figura("giorni_esame_cigs_breve" if few else "giorni_esame_cigs", start),
        "termine non noto per quel giorno",
    )
    if closed > aggiungi_giorni(start, int(days.decimale)):
        yield avviso(
            path,
            f"La consultazione si conclude il {giorno(closed)}, {(closed - start).days} giorni dopo la richiesta di"
            f" esame: ne sono previsti {days.decimale}.",
            "Va controllata la data; la procedura si esaurisce nei giorni della legge.",
            in_giorni((closed - start).days, days.decimale),
        )


def _accordo_raggiunto(caso: Documento) -> Esiti:
    """Yield that a record ends in one way, and that the agreement says otherwise, or does not say when."""
    if not caso.di(ESAME):
        return
    told: dict[str, Any] = caso.dati.get("accordo", {})
    agreed, exists = caso.dati["esito"] in CON_ACCORDO, told.get("esiste")
    if exists is not None and exists is not agreed:
        yield avviso(
            "/accordo/esiste",
            "L’esito è l’accordo, che non risulta raggiunto."
            if agreed
            else "L’accordo risulta raggiunto, e l’esito è un altro.",
            "Va corretto l’esito, oppure ciò che si dice dell’accordo.",
        )
    elif agreed and "data" not in told:
        yield NonVerificabile("giorno in cui l’accordo è stato firmato non indicato")


@regola("CIGS-21", decreto("art. 24 c. 1"), per=CIGS & COMUNICAZIONE)
def contenuto_della_comunicazione(caso: Documento) -> Esiti:
    """La comunicazione dice le cause, quanto lavoro si sospende o riduce, come si scelgono e alternano i lavoratori."""
    how: dict[str, Any] = caso.dati.get("entita", {})
    sent = caso.dati["comunicazione"]["data"]
    if caso.dal < sent:
        yield avviso(
            "/comunicazione/data",
            f"La comunicazione è del {giorno(sent)}: il periodo è già cominciato, il {giorno(caso.dal)}.",
            "Va corretta una delle due date: la comunicazione è preventiva.",
            in_date(sent, caso.dal),
        )
    yield from _entita(how)
    if vuoto(caso.dati["causale"].get("descrizione")):
        yield from manca(caso, "/causale/descrizione", "le cause della sospensione o della riduzione")
    if "tipo" not in how:
        yield from manca(caso, "/entita/tipo", "se il lavoro è sospeso del tutto o ridotto")
    elif how["tipo"] != "zero_ore" and not {"ore_settimanali_medie", "percentuale"} & how.keys():
        yield from manca(caso, "/entita/ore_settimanali_medie", _ENTITA)
    if vuoto(caso.dati.get("criteri_scelta")):
        yield from manca(caso, "/criteri_scelta", "con quali criteri si scelgono i lavoratori", dubbio=True)
    yield from rotazione(caso, dubbio=True)


def _entita(how: Mapping[str, Any]) -> Esiti:
    """Warn of an extent that contradicts itself: nothing cut, hours beside a share, a cut of who does not work."""
    told = {name: how[name] for name in _QUANTO if name in how}
    for name, much in told.items():
        if not much:
            yield avviso(
                f"/entita/{name}",
                "La riduzione indicata è zero: il lavoro non si sospende né si riduce.",
                "Va corretto il valore.",
            )
    if how.get("tipo") == "zero_ore":
        partial = [name for name, much in told.items() if much and (name, much) != ("percentuale", 100)]
        yield from (
            avviso(
                f"/entita/{name}",
                "Il lavoro è sospeso a zero ore, ed è indicato anche di quanto si riduce.",
                "Va corretto il tipo, oppure va tolta la riduzione.",
            )
            for name in partial
        )
    elif len(told) > 1:
        yield avviso(
            "/entita/percentuale",
            "La riduzione è detta due volte, in ore e in percentuale: le due cifre possono non andare d’accordo.",
            "Va tolta una delle due.",
        )


def rotazione(caso: Documento, *, dubbio: bool = False) -> Esiti:
    """Yield that it is not said whether the workers take turns, or why they do not."""
    told = caso.dati.get("rotazione")
    if told is None:
        yield from manca(caso, "/rotazione", "se i lavoratori si alternano, o perché non lo fanno", dubbio=dubbio)
    elif not told["prevista"] and vuoto(told.get("ragioni_mancata")):
        yield from manca(
            caso, "/rotazione/ragioni_mancata", "per quali ragioni i lavoratori non si alternano", dubbio=dubbio
        )


@regola("CIGS-22", decreto("art. 24 c. 1-3"), per=CIGS & COMUNICAZIONE)
def destinatari_della_comunicazione(caso: Documento) -> Esiti:
    """La comunicazione va a RSA o RSU e ai sindacati; con la richiesta di esame, anche all’autorità che lo tiene."""
    yield from destinatari(caso)
    if not caso.dati.get("richiesta_esame"):
        return
    due = serve(dovuta(caso), "regione di alcune unità coinvolte non indicata")
    if due in ("regione", "ministero") and due not in {one["tipo"] for one in caso.dati["destinatari"]}:
        yield avviso(
            "/destinatari",
            f"La comunicazione chiede anche l’esame congiunto, e fra i destinatari manca {SEDI[due]}, a cui spetta.",
            "Va aggiunta l’autorità che convoca le parti, secondo dove sono le unità.",
        )


def _domanda(caso: Documento) -> date | None:
    applied: date | None = caso.dati.get("data_domanda")
    return applied


@regola(
    "CIGS-9",
    decreto("art. 25 c. 2"),
    per=ACCORDO & SOLIDARIETA | CIGS & PROGRAMMA,
    vige="giorni_inizio_cigs",
    il=_domanda,
)
def inizio(caso: Documento) -> Esiti:
    """Il trattamento comincia nel tempo che la legge conta dalla domanda."""
    applied, ended = _domanda(caso), chiusura(caso)[0] or caso.giorno
    term = caso.figura("giorni_domanda_cigs", ended)
    days, side = caso.vigente("giorni_inizio_cigs", applied), caso.vigente("verso_inizio_cigs", applied)
    # without its day, the application may come on any day from the end of the procedure to the end of its term
    after = side.testo == "dopo"
    latest = aggiungi_giorni(ended, int(term.decimale)) if term else ended
    counted = applied or (ended if after else latest)
    limit = aggiungi_giorni(counted, int(days.decimale))
    if caso.dal < limit if after else caso.dal > limit:
        told = (
            f"{'La riduzione' if caso.di(SOLIDARIETA) else 'Il trattamento'} comincia il {giorno(caso.dal)}: per una"
            f" domanda {'del' if applied else 'presentata il'} {giorno(counted)} la CIGS comincia"
            f" {'non prima del' if after else 'entro il'} {giorno(limit)}."
        )
        measure = in_date(caso.dal, limit)
        if caso.di(SOLIDARIETA):
            doubt = " L’art. 25 c. 2 lo dice delle procedure dell’art. 24: per il contratto di solidarietà è un dubbio."
            yield nota("/periodo/dal", told + doubt, misura=measure)
        else:
            yield avviso("/periodo/dal", told, "Va corretta una delle due date.", measure)
    elif applied is None:
        yield NonVerificabile("data della domanda non indicata")
    if "data" in caso.dati and caso.dal < caso.giorno and not rinviato(caso):
        yield avviso(
            "/periodo/dal",
            f"{'La riduzione' if caso.di(SOLIDARIETA) else 'Il trattamento'} comincia il {giorno(caso.dal)}, prima"
            f" {'della firma del contratto che la prevede' if caso.di(SOLIDARIETA) else 'della data del documento'}"
            f" ({giorno(caso.giorno)}).",
            "Va corretta una delle due date.",
            in_date(caso.dal, caso.giorno),
        )
