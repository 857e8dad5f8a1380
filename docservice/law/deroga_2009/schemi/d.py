"""Rules of the standard agreement D: apprentices follow the treatment of the others (Vademecum 2.3 and its form).

A period that ends after that of the treatment followed: AQ-D3 says so at /periodo/al.
"""

from __future__ import annotations

from docservice.law.calendar import Periodo
from docservice.law.deroga_2009.caso import Accordo, serve_periodo
from docservice.law.deroga_2009.fonti import vademecum
from docservice.law.finding import NonVerificabile, avviso, errore
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_giorni, in_persone
from docservice.law.tratti import ACCORDO, SCHEMA_D
from docservice.law.voce import Esiti, regola

FONTE = vademecum("2.3 e cap. 3, accordo tipo D")
DA_DIRE = {
    "tipo": "l’indicazione se si segue un accordo o una domanda",
    "trattamento": "il nome del trattamento",
    "data": "la data",
}


@regola("AQ-D1", FONTE, per=ACCORDO & SCHEMA_D)
def riferimento(caso: Accordo) -> Esiti:
    """L’accordo richiama l’accordo o la domanda degli altri lavoratori, con trattamento e data."""
    for name, what in DA_DIRE.items():
        if name not in caso.riferimento:
            yield errore(
                f"/modalita/riferimento/{name}",
                f"Trattamento degli altri lavoratori: manca {what}.",
                "Va richiamato l’accordo concluso o la domanda presentata, con trattamento e data.",
            )


@regola("AQ-D2", FONTE, per=ACCORDO & SCHEMA_D)
def solo_apprendisti(caso: Accordo) -> Esiti:
    """La richiesta riguarda solo apprendisti: tanti quanti il numero massimo, e non più dell’organico."""
    heads, staff = caso.modalita["apprendisti"], caso.datore["organico"]["apprendisti"]
    if heads != caso.massimo:
        yield errore(
            "/modalita/apprendisti",
            f"Gli apprendisti in CIG sono {heads}, ma il numero massimo di dipendenti è {caso.massimo}: devono"
            " coincidere.",
            "I due numeri vanno resi uguali.",
            in_persone(heads, caso.massimo),
        )
    if heads > staff:
        yield errore(
            "/modalita/apprendisti",
            f"Gli apprendisti in CIG sono {heads}, ma nell’organico ce ne sono {staff}.",
            "Va corretto il numero, oppure l’organico.",
            in_persone(heads, staff),
        )
    for path, worker in caso.elenco.con("contratto"):
        if worker["contratto"] != "apprendistato":
            yield errore(
                path,
                "Nell’accordo di tipo D possono essere elencati solo apprendisti.",
                "Il lavoratore va tolto dall’elenco, o ne va corretto il contratto.",
                valore=worker["contratto"],
            )
    yield from caso.elenco.taciuto("contratto", "contratto non indicato")


@regola("AQ-D3", FONTE, per=ACCORDO & SCHEMA_D, serve=serve_periodo)
def dentro_il_riferimento(caso: Accordo) -> Esiti:
    """Il periodo richiesto sta dentro quello del trattamento richiamato."""
    followed = _periodo_richiamato(caso)
    remedy = (
        f"Il periodo va contenuto fra il {giorno(followed.dal)} e il {giorno(followed.al)}, oppure va corretto quello"
        " del trattamento richiamato."
    )
    if caso.chiesto.dal < followed.dal:
        yield errore(
            "/periodo/dal",
            f"Il periodo comincia il {giorno(caso.chiesto.dal)}, prima del trattamento richiamato"
            f" ({giorno(followed.dal)}).",
            remedy,
            in_date(caso.chiesto.dal, followed.dal),
        )
    if caso.chiesto.al > followed.al:
        yield errore(
            "/periodo/al",
            f"Il periodo finisce il {giorno(caso.chiesto.al)}, dopo il trattamento richiamato ({giorno(followed.al)}).",
            remedy,
            in_date(caso.chiesto.al, followed.al),
        )


@regola("AQ-D4", FONTE, per=ACCORDO & SCHEMA_D)
def domanda_ordinaria(caso: Accordo) -> Esiti:
    """Una domanda si può richiamare solo se è di CIGO o di CIGS."""
    told = caso.riferimento
    if "tipo" not in told or "trattamento" not in told:
        yield NonVerificabile("tipo o trattamento del riferimento non indicati")
    elif told["tipo"] == "domanda" and told["trattamento"] not in ("CIGO", "CIGS"):
        yield errore(
            "/modalita/riferimento/trattamento",
            "La domanda richiamata è di CIG in deroga: il modulo ammette solo domande di CIGO o di CIGS.",
            "Va richiamato l’accordo sindacale per la CIG in deroga, oppure una domanda di CIGO o di CIGS.",
            valore=told["trattamento"],
        )


@regola("AQ-D5", FONTE, per=ACCORDO & SCHEMA_D, serve=serve_periodo)
def stessa_durata(caso: Accordo) -> Esiti:
    """La durata è la stessa degli altri lavoratori."""
    followed = _periodo_richiamato(caso)
    if caso.chiesto.giorni < followed.giorni:
        yield avviso(
            "/periodo",
            f"Il periodo è di {caso.chiesto.giorni} giorni, meno dei {followed.giorni} del trattamento degli altri"
            " lavoratori: gli apprendisti ne seguono la durata.",
            "Va controllato se la durata minore è voluta.",
            in_giorni(caso.chiesto.giorni, followed.giorni),
        )


def _periodo_richiamato(caso: Accordo) -> Periodo:
    first, last = caso.riferimento.get("dal"), caso.riferimento.get("al")
    if first and last and first <= last:
        return Periodo(first, last)
    raise NonVerificabile("periodo del trattamento richiamato non indicato, o rovesciato")
