"""Rules on dates and durations: days of the framework, start, months, earlier periods.

An agreement signed on 22/06/2009 whose CIG begins that day: AQ-G3 says at /periodo/dal that it may begin on 23/06/2009.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

from docservice.law.calendar import Periodo, aggiungi_giorni, fine_mese_n, unisci
from docservice.law.deroga_2009.caso import PROCEDURA, Accordo, Documento, serve_periodi_precedenti, serve_periodo
from docservice.law.deroga_2009.fonti import moduli, quadro, quadro_e_vademecum, vademecum
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota, serve
from docservice.law.generale.rovesciato import rovesciato
from docservice.law.italiano import arrotonda_oltre, giorno, numero
from docservice.law.misura import in_date, in_mesi
from docservice.law.tratti import ACCORDO, TABELLA
from docservice.law.voce import Esiti, regola

MODIFICA: Final = date(2009, 6, 16)
"""The day on which Allegato A was amended."""
_DECORRENZA: Final = quadro_e_vademecum("All. A 1.1.5", "2.4.1")


@regola("AQ-G1", quadro("punto 20"), per=ACCORDO | TABELLA)
def validita(caso: Documento) -> Esiti:
    """Il documento è datato nei giorni in cui l’Accordo Quadro è in vigore."""
    first, last = caso.figura("validita_dal").giorno, caso.figura("validita_al").giorno
    if not first <= caso.giorno <= last:
        yield errore(
            "/data",
            f"Il documento è datato {giorno(caso.giorno)}, ma l’Accordo Quadro vale dal {giorno(first)} al"
            f" {giorno(last)}. Le altre regole sono state applicate nella versione più vicina.",
            "Va corretta la data, oppure va usato un modello del regime in vigore quel giorno.",
            in_date(caso.giorno, last if caso.giorno > last else first),
        )


@regola("AQ-G3", _DECORRENZA, serve=serve_periodo, per=ACCORDO, al=MODIFICA - timedelta(days=1))
def decorrenza_con_preavviso(caso: Accordo) -> Esiti:
    """Per gli accordi firmati fino al 15 giugno 2009, il trattamento comincia almeno quindici giorni dopo la firma."""
    first = _prima_decorrenza(caso)
    yield from _non_prima_di(caso, first)
    if caso.giorno < caso.chiesto.dal < first:
        yield _testo_della_firma()


@regola("AQ-G3", _DECORRENZA, serve=serve_periodo, per=ACCORDO, dal=MODIFICA)
def decorrenza(caso: Accordo) -> Esiti:
    """Il trattamento comincia dopo la firma, dal giorno seguente."""
    yield from _non_prima_di(caso, _prima_decorrenza(caso))
    if caso.giorno == caso.figura("modifica_allegato_a").giorno:
        yield _testo_della_firma()


def _prima_decorrenza(caso: Accordo) -> date:
    return aggiungi_giorni(caso.giorno, int(caso.figura("preavviso_decorrenza").decimale))


def _non_prima_di(caso: Accordo, first: date) -> Esiti:
    if caso.chiesto.dal < first:
        yield errore(
            "/periodo/dal",
            f"Il trattamento comincia il {giorno(caso.chiesto.dal)}, ma per un accordo firmato il"
            f" {giorno(caso.giorno)} non può cominciare prima del {giorno(first)}.",
            f"La decorrenza va spostata al {giorno(first)} o dopo, oppure l’accordo va firmato prima.",
            in_date(caso.chiesto.dal, first),
        )


def _testo_della_firma() -> Rilievo:
    return nota(
        "/periodo/dal",
        "La decorrenza segue il testo dell’Allegato A in vigore il giorno della firma dell’accordo; il 16 giugno"
        " 2009 si applica già il testo modificato quel giorno (lettura del servizio).",
    )


@regola("AQ-G5", quadro_e_vademecum("punto 9", "2.3"), serve=serve_periodo, per=ACCORDO)
def dodici_mesi(caso: Accordo) -> Esiti:
    """La richiesta non supera dodici mesi."""
    yield from _oltre(caso, caso.figura("durata_massima").decimale, "La richiesta")


@regola("AQ-G7", quadro("punto 9.2"), se=lambda c: c.tipologia != "1", serve=serve_periodo, per=ACCORDO)
def durata_tipologia_2(caso: Accordo) -> Esiti:
    """Per i datori della tipologia 2 la richiesta non supera dodici mesi (2.2), otto (piano di esuberi) o sei."""
    yield from _oltre(caso, caso.durata_massima.decimale, f"Nella tipologia {caso.tipologia} la richiesta")
    if caso.tipologia == "2.2":
        yield nota(
            "/datore_lavoro/sottotipologia",
            "Il Vademecum (2.3) non riporta i dodici mesi che l’Accordo Quadro (punto 9.2.1) dà ad apprendisti e"
            " somministrati; il servizio segue l’Accordo Quadro.",
        )


def _oltre(caso: Accordo, limit: Any, subject: str) -> Esiti:
    if caso.mesi > limit:
        last = fine_mese_n(caso.chiesto.dal, int(limit))
        yield errore(
            "/periodo/al",
            f"{subject} è di {numero(arrotonda_oltre(caso.mesi, limit))} mesi: al massimo possono essere {limit}.",
            f"Il periodo va chiuso entro il {giorno(last)}.",
            in_mesi(caso.mesi, limit),
        )


@regola("AQ-G6", vademecum("2.3"), serve=serve_periodi_precedenti, per=ACCORDO)
def finestra(caso: Accordo) -> Esiti:
    """La richiesta finisce entro dodici mesi dal primo giorno di CIG in deroga goduto dal 1° gennaio 2009."""
    for path, owner, subject in _titolari(caso):
        first = caso.primo_giorno_di_cig(owner["periodi_precedenti"])
        if first is None:
            continue
        last = fine_mese_n(first, int(caso.figura("durata_massima").decimale))
        if caso.chiesto.al > last:
            yield errore(
                path or "/periodo/al",
                f"{subject} il primo periodo di CIG in deroga che conta comincia il {giorno(first)}: i dodici mesi"
                f" finiscono il {giorno(last)}, ma la richiesta arriva al {giorno(caso.chiesto.al)}.",
                f"Il periodo va chiuso entro il {giorno(last)}.",
                in_date(caso.chiesto.al, last),
            )
    yield from _rovesciati(caso)
    yield nota(
        _primo_percorso(caso),
        "I dodici mesi sono contati come finestra che si apre il primo giorno di CIG in deroga goduto dal 1° gennaio"
        " 2009, come scrive il Vademecum (2.3), per l’unità e per ciascun lavoratore; un periodo a cavallo conta da"
        " quel giorno, la mobilità e l’indennità equivalente non aprono la finestra (lettura del servizio).",
    )


def _titolari(caso: Accordo) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Yield who has earlier periods: the unit (pointer "") and workers, each with how a message names it."""
    if caso.dati.get("periodi_precedenti"):
        yield "", caso.dati, "Per l’unità"
    for path, worker in caso.elenco.con_periodi:
        yield path, worker, f"Per il lavoratore n. {int(path.rsplit('/', 1)[1]) + 1}"


def _rovesciati(caso: Accordo) -> Iterator[NonVerificabile]:
    if any(period["al"] < period["dal"] for _, period in _precedenti(caso)):
        yield NonVerificabile("un periodo precedente finisce prima di cominciare")


def _primo_percorso(caso: Accordo) -> str:
    return next(f"{path}/periodi_precedenti" for path, _, _ in _titolari(caso))


@regola(
    "AQ-G8",
    quadro_e_vademecum("punto 20", "2.1"),
    se=lambda c: "periodo" in c.dati,
    serve=serve_periodo,
    per=ACCORDO | PROCEDURA | TABELLA,
)
def oltre_il_quadro(caso: Documento) -> Esiti:
    """Il periodo non supera la fine dell’Accordo Quadro."""
    last, period = caso.figura("validita_al").giorno, serve(caso.periodo, "il periodo finisce prima di cominciare")
    if period.al > last:
        yield avviso(
            "/periodo/al",
            f"Il periodo arriva al {giorno(period.al)}, dopo la fine dell’Accordo Quadro ({giorno(last)}).",
            f"Conviene chiudere il periodo entro il {giorno(last)}, o sentire la Regione sul resto.",
            in_date(period.al, last),
        )
    if period.dal > last:
        yield nota(
            "/periodo",
            "L’intero periodo cade dopo la fine dell’Accordo Quadro: vanno corrette le date, o cambiato il modello.",
        )


@regola("AQ-G15", moduli(), per=ACCORDO | PROCEDURA | TABELLA, se=lambda c: "periodo" in c.dati)
def verso_dei_periodi(caso: Documento) -> Esiti:
    """L’ultimo giorno di un periodo non ne precede il primo."""
    own = [(f"/{name}", caso.dati[name]) for name in ("periodo", "periodo_esaminato") if name in caso.dati]
    for path, period in [*own, *_precedenti(caso)]:
        if period["al"] < period["dal"]:
            yield rovesciato(path, period)


def _precedenti(caso: Documento) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each earlier period, of the unit and of the workers, with its JSON pointer."""
    for path, owner in [("", caso.dati), *caso.elenco.con_periodi]:
        for index, period in enumerate(owner.get("periodi_precedenti", [])):
            yield f"{path}/periodi_precedenti/{index}", period


@regola("AQ-G20", quadro_e_vademecum("punto 9", "2.3"), serve=serve_periodi_precedenti, per=ACCORDO)
def durata_complessiva(caso: Accordo) -> Esiti:
    """I periodi già goduti e quello richiesto non superano insieme la durata massima, per l’unità e per ciascuno."""
    for path, owner, subject in _titolari(caso):
        yield from _somma(caso, owner["periodi_precedenti"], path or "/periodi_precedenti", subject)
    yield from _rovesciati(caso)
    first = caso.figura("inizio_computo_durata").giorno
    cut = [path for path, period in _precedenti(caso) if period["dal"] < first]
    if cut:
        yield nota(
            cut[0],
            f"I periodi precedenti contano dal {giorno(first)} (Vademecum 2.3): i giorni anteriori non sono sommati"
            " (lettura del servizio).",
        )


def _somma(caso: Accordo, raw: Sequence[Mapping[str, Any]], path: str, subject: str) -> Esiti:
    limit = caso.durata_massima.decimale
    joined: list[Periodo] = unisci([*caso.periodi_precedenti(raw), caso.chiesto])
    total = sum((p.mesi for p in joined), Fraction(0))
    if total > limit:
        yield errore(
            path,
            f"{subject} i periodi precedenti e la richiesta fanno {numero(arrotonda_oltre(total, limit))} mesi: al"
            f" massimo possono essere {limit}.",
            f"La richiesta va ridotta in modo che il totale resti entro {limit} mesi.",
            in_mesi(total, limit),
        )


@regola("AQ-G23", quadro("punto 9"), serve=serve_periodi_precedenti, per=ACCORDO)
def sovrapposizioni(caso: Accordo) -> Esiti:
    """I periodi precedenti finiscono prima della richiesta, senza sovrapporsi."""
    for path, raw in _precedenti(caso):
        if raw["al"] < raw["dal"]:
            continue
        if Periodo(raw["dal"], raw["al"]).tocca(caso.chiesto):
            yield errore(
                path,
                f"Il periodo dal {giorno(raw['dal'])} al {giorno(raw['al'])} si sovrappone alla richiesta.",
                "Vanno corrette le date: un giorno può appartenere a un solo periodo.",
            )
        elif raw["dal"] > caso.chiesto.al:
            yield avviso(
                path,
                f"Il periodo dal {giorno(raw['dal'])} al {giorno(raw['al'])} viene dopo la richiesta.",
                "Vanno controllate le date; se sono esatte, il periodo non è precedente e va tolto.",
            )
    yield from _rovesciati(caso)
