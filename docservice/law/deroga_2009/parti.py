"""Rules on the parties, the consultation and what the agreement must provide (Accordo Quadro, All. A 1.1).

A notice received on 01/06/2009 and an agreement of 15/06/2009: AQ-G13 says at /data that the ten days were over.
"""

from __future__ import annotations

from datetime import date

from docservice.law.calendar import aggiungi_giorni
from docservice.law.deroga_2009.caso import Accordo, Richiesta, serve_lavoratori
from docservice.law.deroga_2009.fonti import moduli, quadro
from docservice.law.finding import avviso, errore, serve
from docservice.law.italiano import giorno
from docservice.law.misura import in_date, in_persone
from docservice.law.tratti import ACCORDO, MANCATO_ACCORDO, NON_STANDARD, SCHEMA_A
from docservice.law.voce import Esiti, regola

CHI_CHIUDE = ACCORDO | MANCATO_ACCORDO
"""The documents that close the consultation."""

DA_DESCRIVERE = {
    "procedura_concorsuale": "La procedura concorsuale",
    "altro": "La causale",
    "cessazione_parziale": "La cessazione parziale",
}


@regola("AQ-G2", quadro("All. A 1.1.4"), per=CHI_CHIUDE)
def pagamento_diretto(caso: Richiesta) -> Esiti:
    """L’INPS paga l’indennità direttamente ai lavoratori."""
    if not caso.dati["pagamento_diretto_inps"]:
        yield errore(
            "/pagamento_diretto_inps",
            "Non è previsto il pagamento diretto dell’INPS, che è sempre richiesto.",
            "Va previsto il pagamento diretto (Pagamento diretto dell’INPS: sì).",
        )


@regola("AQ-G4", quadro("punto 5.3"), se=lambda c: "causale" in c.dati, per=CHI_CHIUDE)
def causale(caso: Richiesta) -> Esiti:
    """La causale è una sola ed è descritta quando il modulo chiede il dettaglio."""
    cause = caso.dati["causale"]
    if cause["tipo"] not in DA_DESCRIVERE or cause.get("descrizione", "").strip():
        return
    grade = avviso if cause["tipo"] == "cessazione_parziale" and not caso.di(SCHEMA_A) else errore
    yield grade(
        "/causale/descrizione",
        f"{DA_DESCRIVERE[cause['tipo']]} va descritta in modo dettagliato, ma la descrizione manca.",
        "Vanno esposti i fatti: che cosa è accaduto, da quando, con quali effetti sull’orario.",
    )


@regola(
    "AQ-N2",
    quadro("All. A 1.1.3"),
    per=ACCORDO & NON_STANDARD | MANCATO_ACCORDO,
    se=lambda caso: caso.dati.get("variante") != "mancata_presentazione",
)
def conoscenza_e_informazione(caso: Richiesta) -> Esiti:
    """Il verbale dà atto della piena conoscenza dell’Accordo Quadro e prevede l’informazione dei lavoratori."""
    what = "L’accordo" if caso.di(ACCORDO) else "Il verbale"
    if not caso.dati.get("conoscenza_accordo_quadro"):
        yield errore(
            "/conoscenza_accordo_quadro",
            f"{what} non dà atto che le parti conoscono per intero l’Accordo Quadro e i suoi allegati.",
            "La conoscenza va dichiarata (Conoscenza dell’Accordo Quadro: sì).",
        )
    if not caso.dati.get("informazione_lavoratori"):
        yield errore(
            "/informazione_lavoratori",
            f"{what} non prevede l’informazione dei lavoratori sui loro obblighi.",
            "L’informazione sui punti 13, 14 e 15 dell’Accordo Quadro va prevista (Informazione ai lavoratori: sì).",
        )


@regola("AQ-G12", quadro("All. A 1.1.2"), per=ACCORDO)
def firma_dei_lavoratori(caso: Accordo) -> Esiti:
    """Per i lavoratori firma almeno un’organizzazione sindacale, una RSU, una RSA o una RSB."""
    if not firma_qualcuno(caso):
        there = caso.dati["organizzazioni_sindacali"] or _componenti(caso)
        yield errore(
            "/organizzazioni_sindacali",
            "Nessuno firma per i lavoratori: chi è presente per loro non firma."
            if there
            else "Nessuno firma per i lavoratori: manca un’organizzazione sindacale, e nessun componente di RSU, RSA o"
            " RSB è indicato.",
            "Va indicata almeno un’organizzazione sindacale che firma, o la rappresentanza con i suoi componenti.",
        )


def firma_qualcuno(caso: Richiesta) -> bool:
    """Say whether somebody signs for the workers, of those who are there."""
    unions = caso.dati.get("organizzazioni_sindacali", [])
    own = caso.dati.get("rappresentanza_aziendale", {}).get("firmataria", True) and _componenti(caso)
    return bool(own) or any(one.get("firmataria", True) for one in unions)


def _componenti(caso: Richiesta) -> list[str]:
    names: list[str] = caso.dati.get("rappresentanza_aziendale", {}).get("componenti", [])
    return names


@regola("AQ-G13", quadro("All. A 1.1.2"), per=CHI_CHIUDE)
def consultazione(caso: Richiesta) -> Esiti:
    """La consultazione si chiude entro dieci giorni dal ricevimento della comunicazione, che precede la firma."""
    received: date = serve(
        caso.dati.get("data_ricevimento_comunicazione"), "data di ricevimento della comunicazione non indicata"
    )
    last = aggiungi_giorni(received, int(caso.figura("giorni_consultazione").decimale))
    if received > caso.giorno:
        yield avviso(
            "/data_ricevimento_comunicazione",
            f"La comunicazione risulta ricevuta il {giorno(received)}, dopo la firma ({giorno(caso.giorno)}).",
            "Vanno controllate le due date.",
            in_date(received, caso.giorno),
        )
    elif caso.giorno > last:
        yield avviso(
            "/data",
            f"La consultazione doveva chiudersi entro il {giorno(last)}; il documento è del {giorno(caso.giorno)}.",
            "Va controllata la data di ricevimento; se è esatta, conviene dar conto del ritardo nel verbale.",
            in_date(caso.giorno, last),
        )


@regola("AQ-G25", moduli(), serve=serve_lavoratori, per=ACCORDO)
def elenco_nel_massimo(caso: Accordo) -> Esiti:
    """I lavoratori elencati non sono più del numero massimo di dipendenti in CIG."""
    if len(caso.lavoratori) > caso.massimo:
        yield errore(
            "/lavoratori",
            f"I lavoratori elencati sono {len(caso.lavoratori)}, più del numero massimo ({caso.massimo}).",
            "Va corretto il numero massimo, o va accorciato l’elenco.",
            in_persone(len(caso.lavoratori), caso.massimo),
        )
