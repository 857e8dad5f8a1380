"""Rules on every document of the decree: its day, its period, its codes, who may benefit, who pays.

A worker who is a "dirigente": D148-4 says at /lavoratori/0/qualifica that he cannot have the treatment.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from docservice.law.calendar import Periodo
from docservice.law.dlgs_148.cigo.usati import lunedi
from docservice.law.dlgs_148.computo.distinti import accanto_al_richiesto
from docservice.law.dlgs_148.computo.insieme import incompatibili
from docservice.law.dlgs_148.computo.regole import giorni_ignoti
from docservice.law.dlgs_148.generale.caso import Documento
from docservice.law.dlgs_148.generale.causali import CRISI_COMPLESSA
from docservice.law.dlgs_148.generale.finestra import in_vigore_dal
from docservice.law.dlgs_148.generale.fonti import decreto, guida
from docservice.law.dlgs_148.generale.settimane_periodo import GIORNI_SETTIMANA
from docservice.law.dlgs_148.generale.unita import incoerenti
from docservice.law.dlgs_148.strumenti.documenti import ORDINARI
from docservice.law.figures import FiguraIgnota, Valore, figura
from docservice.law.finding import NonVerificabile, Rilievo, avviso, errore, nota
from docservice.law.generale.corrispondenza import discordi
from docservice.law.generale.giorno import scritto
from docservice.law.generale.identificativi import FONTE, difetti, ripetuti
from docservice.law.generale.ordine import oltre_la_vita
from docservice.law.generale.rovesciato import rovesciato
from docservice.law.italiano import giorno, numero
from docservice.law.misura import in_giorni, in_persone, in_settimane
from docservice.law.tratti import ACCORDO, CIGD, CIGS, CONSULTAZIONE, ELENCO, ESAME, SOLIDARIETA, TABELLA
from docservice.law.voce import Esiti, regola

LIMITI_CDS: Final = ("riduzione_media_cds", "riduzione_individuale_cds")
_CATEGORIE: Final = ("dirigenti", "quadri", "impiegati", "operai", "apprendisti", "lavoratori_domicilio")

_INPS: Final = ("lo autorizza l’INPS", "il documento dell’allegato 2 della circolare INPS n. 197/2015")
_MINISTERO: Final = (
    "lo autorizza il Ministero del lavoro, dopo la verifica dell’Ispettorato (circolari n. 24/2015 e n. 27/2016)",
    "il documento che le prova, per il Ministero e l’Ispettorato",
)
"""Who authorises direct payment, and the document it asks for."""


def _in_edilizia(caso: Documento) -> bool:
    return caso.chi.con_cantieri


def _con_anzianita(caso: Documento) -> bool:
    return not caso.di(TABELLA | CIGD) and not caso.eone


def _diretto(caso: Documento) -> bool:
    return bool(caso.dati.get("pagamento_diretto_inps"))


@regola("D148-1", decreto("art. 46"), ultima=True)
def vigenza(caso: Documento) -> Esiti:
    """Il documento è datato in un giorno di cui si conoscono i valori di legge del decreto."""
    if caso.di(SOLIDARIETA) and caso.giorno < in_vigore_dal():
        yield _prima_del_decreto(caso)
        return
    yield from giorni_ignoti(caso)
    for name in LIMITI_CDS if caso.di(SOLIDARIETA) else ("anzianita_giorni",):
        try:
            figura(f"dlgs_148.{name}", caso.giorno)
        except FiguraIgnota as unknown:
            yield errore(
                "/data" if "data" in caso.dati else "/comunicazione/data",
                str(unknown),
                "Va corretta la data; un accordo del 2009-2010 segue la CIG in deroga di quegli anni.",
                valore=caso.giorno,
            )
    if "periodo" in caso.dati:
        try:
            figura("dlgs_148.anzianita_giorni", caso.dal)
        except FiguraIgnota as unknown:
            yield errore(
                "/periodo/dal",
                f"Il trattamento comincia in un giorno di cui il servizio non ha i valori di legge. {unknown}",
                f"Va corretto il periodo: deve cominciare dal {giorno(in_vigore_dal())} in poi.",
                valore=caso.dal,
            )
    yield from _ignoti(caso)


def _ignoti(caso: Documento) -> Esiti:
    """Name what the other rules asked of the law and nobody knows yet; before the decree it is no matter of knowing."""
    for day, unknown in caso.ignote.values():
        if day >= in_vigore_dal():
            path = "/periodo/dal" if day == caso.dal else scritto(caso.dati, day)
            yield avviso(
                path or "/periodo",
                f"{unknown} Le regole che ne dipendono non si possono verificare.",
                "Va cercato se una legge più recente lo dice, e intanto va verificato a mano ciò che ne dipende.",
                valore=day,
            )


def _prima_del_decreto(caso: Documento) -> Rilievo:
    """Say which law a solidarity contract signed before the decree follows, where it is known."""
    known = _legge_di_allora(caso.giorno)
    return errore(
        "/data",
        f"Il contratto è del {giorno(caso.giorno)}: il D.Lgs. 148/2015 vale per quelli firmati dal"
        f" {giorno(in_vigore_dal())}." + (f" Prima valeva altra legge: {known.testo}." if known else ""),
        "Va corretta la data; se è esatta, il contratto va verificato secondo la legge di allora.",
        valore=caso.giorno,
        fonte=known.fonte if known else None,
    )


def _legge_di_allora(day: date) -> Valore | None:
    try:
        found = figura("comune.contratti_prima_del_decreto", day)
    except FiguraIgnota:
        return None
    return found if found.noto else None


@regola("D148-2", decreto("art. 21 c. 5"))
def verso_del_periodo(caso: Documento) -> Esiti:
    """Il periodo non finisce prima di cominciare, e i precedenti dell’unità, se non si cumulano, non lo toccano."""
    if caso.periodo is None and "periodo" in caso.dati:
        yield rovesciato("/periodo", caso.dati["periodo"])
    listed, beside = caso.dati.get("periodi_precedenti", []), accanto_al_richiesto(caso)
    for place, one in enumerate(listed):
        path = f"/periodi_precedenti/{place}"
        if one["al"] < one["dal"]:
            yield errore(f"{path}/al", "Il periodo finisce prima di cominciare.", "Vanno corrette le date.")
            continue
        if one.get("giorni", 0) > caso.precedenti[place].giorni:
            yield errore(
                f"{path}/giorni",
                f"I giorni usati sono {one['giorni']}, più di quelli del periodo.",
                "Vanno corretti i giorni, oppure le date.",
                in_giorni(one["giorni"], caso.precedenti[place].giorni),
            )
        if (weeks := one.get("settimane", 0)) > (most := _settimane(caso.precedenti[place])):
            yield errore(
                f"{path}/settimane",
                f"Le settimane usate sono {numero(weeks)}, più di quelle che il periodo tocca ({most}).",
                "Vanno corrette le settimane, oppure le date.",
                in_settimane(weeks, most),
            )
        if caso.periodo and caso.precedenti[place].tocca(caso.periodo) and place not in beside:
            yield errore(
                path,
                "Il periodo precedente condivide dei giorni con quello richiesto.",
                "Vanno corrette le date: di un’unità produttiva i periodi non si sovrappongono.",
            )
    for path, told in incompatibili(listed, caso.precedenti, "/periodi_precedenti"):
        yield errore(path, told, "Vanno corrette le date, oppure va tolto il periodo ripetuto.")


def _settimane(period: Periodo) -> int:
    """Return how many weeks, from Monday to Sunday, have a day in a period: no more of them can have been used."""
    return (lunedi(period.al) - lunedi(period.dal)).days // GIORNI_SETTIMANA + 1


@regola("D148-3", guida("lavoratori beneficiari, anzianità"), per=ESAME | ACCORDO | ELENCO, se=_con_anzianita)
def anzianita(caso: Documento) -> Esiti:
    """Il lavoratore ha l’anzianità di effettivo lavoro nell’unità che serve per quel periodo."""
    least = caso.serve_figura("anzianita_giorni")
    told = caso.elenco.con("giorni_lavorati")
    if not told:
        raise NonVerificabile("giorni lavorati non indicati")
    if len(told) < len(caso.con_percorso()):
        yield NonVerificabile("di alcuni lavoratori non sono indicati i giorni lavorati")
    yield from oltre_la_vita(told, caso.giorno)
    for path, worker in told:
        if worker["giorni_lavorati"] < least.decimale:
            yield errore(
                f"{path}/giorni_lavorati",
                f"L’anzianità è di {worker['giorni_lavorati']} giorni: alla data della domanda ne servono"
                f" {least.decimale}.",
                "Va tolto il lavoratore, o corretto il numero: contano ferie, festività, infortuni, maternità.",
                in_giorni(worker["giorni_lavorati"], least.decimale),
            )


@regola("D148-4", decreto("art. 1 c. 1"), per=ESAME | ACCORDO | TABELLA | ELENCO)
def niente_dirigenti(caso: Documento) -> Esiti:
    """Fra i beneficiari non ci sono dirigenti."""
    if not all("qualifica" in worker for _, worker in caso.con_percorso()) or not caso.con_percorso():
        yield NonVerificabile("qualifica dei lavoratori non indicata")
    for path, worker in caso.con_percorso():
        if worker.get("qualifica", "").strip().casefold().startswith("dirigent"):
            yield errore(
                f"{path}/qualifica",
                "Il lavoratore è un dirigente: i dirigenti contano per la dimensione, ma non hanno il trattamento.",
                "La riga va tolta, oppure va corretta la qualifica.",
            )


@regola("D148-6", FONTE)
def identificativi(caso: Documento) -> Esiti:
    """I codici sono ben formati e corrispondono ai nomi, nessuno è elencato due volte, organico e unità tornano."""
    yield from difetti(caso.datore, caso.elenco.con_codice_dubbio)
    yield from discordi(caso.dati, caso.elenco.da_confrontare)
    if not caso.di(ELENCO):  # of a list EL148-1 says so
        yield from ripetuti(caso.con_percorso())
    yield from incoerenti(caso)
    yield from _organico(caso.datore.get("organico", {}))
    if caso.organico is not None and (firm := caso.chi.dipendenti_azienda) is not None and firm < caso.organico:
        yield nota(
            "/datore_lavoro/dipendenti_azienda",
            f"I dipendenti dell’impresa sono {firm}, meno dell’organico della sua unità ({caso.organico}): i due numeri"
            " possono essere di giorni diversi, e vanno controllati.",
            misura=in_persone(firm, caso.organico),
        )
    most, listed = caso.dati.get("numero_massimo_dipendenti"), len(caso.con_percorso())
    yield from _non_piu_dell_organico(caso)
    if most is not None and listed > most and not caso.di(ELENCO):
        yield errore(
            "/numero_massimo_dipendenti",
            f"I lavoratori elencati sono {listed}, più del numero massimo ({most}).",
            "Va corretto il numero massimo, oppure l’elenco.",
            in_persone(listed, most),
        )
    staff, heads = caso.datore.get("organico", {}).get("totale"), max(listed, sum(row.teste for row in caso.righe))
    if caso.di(CONSULTAZIONE | ACCORDO) and staff is not None and heads > staff:
        yield errore(
            "/datore_lavoro/organico/totale",
            f"I lavoratori dell’accordo sono {heads}, più dell’organico dell’unità ({staff}).",
            "Va corretto l’organico, oppure l’elenco dei lavoratori o dei gruppi.",
            in_persone(heads, staff),
        )


def _non_piu_dell_organico(caso: Documento) -> Esiti:
    """Yield a maximum over the staff; of the CIGO another rule says it."""
    most, staff = caso.dati.get("numero_massimo_dipendenti"), caso.organico
    if caso.di(CIGS & (ACCORDO | CONSULTAZIONE)) and most is not None and staff is not None and most > staff:
        yield errore(
            "/numero_massimo_dipendenti",
            f"Il numero massimo di lavoratori ({most}) è più dell’organico ({staff}).",
            "Va corretto il numero massimo, oppure l’organico.",
            in_persone(most, staff),
        )


def _organico(staff: Mapping[str, Any]) -> Esiti:
    given = [staff[name] for name in _CATEGORIE if name in staff]
    total = sum(given)
    if given and (total > staff["totale"] or (len(given) == len(_CATEGORIE) and total != staff["totale"])):
        yield errore(
            "/datore_lavoro/organico/totale",
            f"Le categorie dell’organico danno {total}, il totale dichiarato è {staff['totale']}.",
            "Va corretto il totale, oppure una delle categorie.",
            in_persone(staff["totale"], total),
        )


@regola("D148-7", decreto("art. 7 c. 4 e 5"), per=ORDINARI | CIGS, se=_diretto)
def pagamento_diretto(caso: Documento) -> Esiti:
    """Il pagamento diretto si chiede soltanto per serie e documentate difficoltà finanziarie."""
    why = caso.dati.get("difficolta_finanziarie", {})
    if not why.get("motivazione", "").strip() or not why.get("allegato"):
        who, paper = _INPS if caso.di(ORDINARI) else _MINISTERO
        if caso.causale == CRISI_COMPLESSA:
            paper += "; nelle aree di crisi complessa una copia va all’Ispettorato territoriale (circolare n. 3/2026)"
        yield avviso(
            "/difficolta_finanziarie",
            "Il pagamento diretto è ammesso per serie e documentate difficoltà finanziarie, che qui non sono indicate o"
            f" documentate: {who}.",
            f"Vanno scritte le difficoltà e allegato {paper}; oppure il datore anticipa il trattamento.",
        )


@regola(
    "D148-8",
    guida("unità produttiva, cantieri edili"),
    per=ORDINARI | CIGS,
    se=_in_edilizia,
    serve=lambda caso: None if "cantiere" in caso.datore else "cantiere non indicato",
)
def cantiere(caso: Documento) -> Esiti:
    """Il cantiere edile è un’unità produttiva soltanto con un contratto di appalto e una durata sufficiente."""
    site = caso.datore["cantiere"]
    least = caso.figura("giorni_cantiere")
    if "appalto" not in site or "durata_giorni" not in site or least is None:
        yield NonVerificabile("appalto o durata del cantiere non indicati")
    if site.get("appalto") is False:
        yield errore(
            "/datore_lavoro/cantiere/appalto",
            "Il cantiere non è in appalto: non è un’unità produttiva.",
            "Va indicata l’unità produttiva da cui il cantiere dipende.",
        )
    if least is not None and site.get("durata_giorni", least.decimale) < least.decimale:
        yield errore(
            "/datore_lavoro/cantiere/durata_giorni",
            f"Il cantiere dura {site['durata_giorni']} giorni: per essere un’unità produttiva ne servono"
            f" {least.decimale}.",
            "Va indicata l’unità produttiva da cui il cantiere dipende.",
            in_giorni(site["durata_giorni"], least.decimale),
        )
