"""Rules on the employer: headcount, place, ordinary instruments, identifiers (Accordo Quadro, punti 5 and 6).

An agreement of a unit in the province of TO: AQ-G14 says at /datore_lavoro/unita_produttiva/provincia that it is not in
Lombardia.
"""

from __future__ import annotations

from docservice.law.deroga_2009.caso import UNA_VOLTA, Accordo, Documento, Richiesta, serve_periodo
from docservice.law.deroga_2009.fonti import moduli, quadro
from docservice.law.finding import NonVerificabile, avviso, errore, serve
from docservice.law.generale.corrispondenza import discordi
from docservice.law.generale.identificativi import FONTE, difetti, ripetuti
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_persone
from docservice.law.tratti import (
    ACCORDO,
    COMUNICAZIONE,
    DOMANDA,
    MANCATO_ACCORDO,
    NON_STANDARD,
    SCHEMA_A,
    SCHEMA_B,
    SCHEMA_C,
)
from docservice.law.voce import Esiti, regola

_CON_LE_PARTI = ACCORDO | COMUNICAZIONE | MANCATO_ACCORDO
CATEGORIE = ("quadri", "impiegati", "operai", "apprendisti", "lavoratori_domicilio")


@regola("AQ-G10", moduli(), per=ACCORDO)
def organico(caso: Accordo) -> Esiti:
    """La somma delle cinque categorie dell’organico corrisponde al totale."""
    heads = caso.datore["organico"]
    total, added = heads["totale"], sum(heads[name] for name in CATEGORIE)
    measure = in_persone(added, total)
    if added > total:
        yield errore(
            "/datore_lavoro/organico",
            f"Le cinque categorie sommano {added} dipendenti, più del totale dichiarato ({total}).",
            "Va corretto il totale o il numero di una categoria.",
            measure,
        )
    elif added < total:
        yield avviso(
            "/datore_lavoro/organico",
            f"Le cinque categorie sommano {added} dipendenti, meno del totale dichiarato ({total}).",
            "Va controllato il conto: la differenza è ammessa solo per i dirigenti, che il modulo non elenca.",
            measure,
        )


@regola("AQ-G14", quadro("punto 5.3"), per=_CON_LE_PARTI | DOMANDA)
def lombardia(caso: Richiesta) -> Esiti:
    """L’unità produttiva si trova in Lombardia."""
    province = caso.figura("province_lombardia").elenco
    given = caso.datore["unita_produttiva"]["provincia"]
    if given not in province:
        yield errore(
            "/datore_lavoro/unita_produttiva/provincia",
            f"L’unità produttiva è in provincia di {given}, fuori dalla Lombardia.",
            f"Va indicata un’unità in una di queste province: {', '.join(province)}.",
            valore=given,
        )


@regola(
    "AQ-G17",
    quadro("punto 5.2"),
    se=lambda c: c.tipologia in ("2.2", "2.3"),
    # of D, AQ-D2 says more: apprentices alone
    per=ACCORDO & (SCHEMA_A | SCHEMA_B | SCHEMA_C | NON_STANDARD),
)
def contratti_ammessi(caso: Accordo) -> Esiti:
    """Nella tipologia 2.2 la richiesta riguarda apprendisti e somministrati, nella 2.3 chi lavora a domicilio."""
    allowed: tuple[str, ...]
    if caso.tipologia == "2.2":
        allowed, who = ("apprendistato", "somministrazione"), "apprendisti o lavoratori somministrati"
        ceiling = caso.datore["organico"]["apprendisti"] + caso.somministrati
    else:
        allowed, who = ("domicilio",), "lavoratori a domicilio"
        ceiling = caso.datore["organico"]["lavoratori_domicilio"]
    for path, worker in caso.elenco.con("contratto"):
        if worker["contratto"] not in allowed:
            yield errore(
                path,
                f"Nella tipologia {caso.tipologia} possono essere elencati solo {who}.",
                "Il lavoratore va tolto dall’elenco, o ne va corretto il contratto.",
                valore=worker["contratto"],
            )
    yield from caso.elenco.taciuto("contratto", "contratto non indicato")
    if caso.massimo > ceiling:
        yield errore(
            "/numero_massimo_dipendenti",
            f"La richiesta riguarda {caso.massimo} persone, ma gli addetti che possono rientrarvi ({who}) sono"
            f" {ceiling}.",
            "Va corretto il numero massimo, oppure l’organico.",
            in_persone(caso.massimo, ceiling),
        )


@regola("AQ-G18", quadro("punti 6 e 5.2.1"), se=lambda c: c.tipologia == "2.1", per=ACCORDO)
def strumenti_ordinari(caso: Accordo) -> Esiti:
    """Nella tipologia 2.1 l’accordo dice quali strumenti ordinari sono esauriti e fino a quando."""
    told = serve(caso.datore.get("strumenti_ordinari"), "strumenti ordinari già utilizzati non indicati")
    path = "/datore_lavoro/strumenti_ordinari"
    remedy = "Va indicato ogni strumento utilizzato (CIGO, CIGS o altro) con l’ultimo giorno coperto."
    if not told:
        yield errore(path, "Non è indicato alcuno strumento ordinario già esaurito.", remedy)
    for index, used in enumerate(told):
        if "fino_al" not in used:
            yield errore(f"{path}/{index}/fino_al", "Non è detto fino a quando lo strumento è stato usato.", remedy)
        elif caso.periodo and used["fino_al"] >= caso.periodo.dal:
            yield avviso(
                f"{path}/{index}/fino_al",
                f"Lo strumento risulta in uso fino al {giorno(used['fino_al'])}, quando la CIG in deroga è già"
                " cominciata.",
                "Va controllata la data: la deroga viene dopo gli strumenti ordinari.",
                in_date(used["fino_al"], caso.periodo.dal),
            )


@regola("AQ-G19", quadro("punti 6.1 e 6.2"), serve=serve_periodo, per=ACCORDO)
def sospensioni_bilaterali(caso: Accordo) -> Esiti:
    """La CIG in deroga comincia dopo le sospensioni pagate con l’ente bilaterale, salvo che l’ente non intervenga."""
    given = serve(caso.dati.get("sospensioni_ente_bilaterale"), "sospensioni con l’ente bilaterale non indicate")
    if given.get("interviene") is False:
        return
    elif "fino_al" not in given:
        yield NonVerificabile("fine delle sospensioni con l’ente bilaterale non indicata")
    elif caso.chiesto.dal > given["fino_al"]:
        return
    elif "interviene" not in given:
        yield NonVerificabile("non è detto se l’ente bilaterale interviene")
    else:
        yield errore(
            "/periodo/dal",
            f"La CIG in deroga comincia il {giorno(caso.chiesto.dal)}, ma le sospensioni con l’ente bilaterale"
            f" durano fino al {giorno(given['fino_al'])}.",
            "La decorrenza va spostata dopo la fine di quelle sospensioni.",
            in_date(caso.chiesto.dal, given["fino_al"]),
        )


@regola("AQ-G21", quadro("All. A 1.1.1 e 1.1.2"), per=_CON_LE_PARTI)
def artigianato(caso: Richiesta) -> Esiti:
    """La rappresentanza di bacino e l’ente bilaterale riguardano solo i datori artigiani."""
    if caso.datore.get("artigiana"):
        return
    remedy = "Se il datore è artigiano va indicato (Impresa artigiana: sì); altrimenti {}."
    if caso.dati.get("rappresentanza_aziendale", {}).get("tipo") == "RSB":
        yield avviso(
            "/rappresentanza_aziendale/tipo",
            "La RSB è prevista solo per le imprese artigiane.",
            remedy.format("va corretto il tipo di rappresentanza"),
            valore="RSB",
        )
    if "ente_bilaterale" in caso.dati:
        yield avviso(
            "/ente_bilaterale",
            "La procedura dell’ente bilaterale è prevista solo per le imprese artigiane.",
            remedy.format("va tolto l’ente bilaterale"),
        )


@regola("AQ-G24", moduli(), per=ACCORDO)
def numero_massimo(caso: Accordo) -> Esiti:
    """I dipendenti in CIG sono almeno uno e non più dell’organico."""
    total = caso.datore["organico"]["totale"] + caso.somministrati
    if not 1 <= caso.massimo <= total:
        yield errore(
            "/numero_massimo_dipendenti",
            f"Il numero massimo di dipendenti in CIG è {caso.massimo}: deve essere compreso fra 1 e {total}.",
            "Va corretto il numero, oppure il totale dell’organico.",
            in_persone(caso.massimo, total if caso.massimo else 1),
        )


@regola("AQ-G26", FONTE)
def identificativi(caso: Documento) -> Esiti:
    """I codici sono ben formati, controllo compreso, omocodia ammessa; corrispondono ai nomi; nessuno è ripetuto."""
    people = list(caso.elenco.con_codice_dubbio)
    if "lavoratore" in caso.dati:
        people.append(("/lavoratore", caso.dati["lavoratore"]))
    yield from difetti(caso.dati.get("datore_lavoro", {}), people)
    yield from discordi(caso.dati, caso.elenco.da_confrontare)
    if not caso.di(UNA_VOLTA):
        yield from ripetuti(caso.con_percorso(), avviso)
