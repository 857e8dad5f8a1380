"""The blocks of a solidarity contract: what led to it, how the hours are cut, the workers."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Importo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.calcolatori.blocchi import GruppoOrari, OrarioDelPeriodo
from docservice.modelli.calcolatori.parole import ORARI_DIVERSI, UNITA
from docservice.modelli.dlgs_148.blocchi import LavoratoreBeneficiario
from docservice.modelli.dlgs_148.parole import MITTENTE, NOMI_MITTENTI


class LicenziamentoCollettivo(Blocco):
    """The collective dismissal that was opened: `numero` are the workers it would concern."""

    data = Giorno(
        required=True,
        parole=(
            "Data di apertura",
            "Il giorno della comunicazione che apre il licenziamento collettivo.",
            "2026-01-26",
        ),
    )
    mezzo = Testo(massimo=100, parole=("Mezzo", "Come è stata mandata la comunicazione.", "PEC"))
    mittente = Scelta("datore", "associazione", parole=MITTENTE, nomi=NOMI_MITTENTI)
    numero = Intero(
        minimo=1,
        parole=("Lavoratori da licenziare", "Quanti lavoratori riguarda la procedura aperta.", 15),
        unita="persone",
    )


class Vendite(Blocco):
    """The sales of a year; `variazione_su_base` is their change, in percent, on the first year given."""

    anno = Intero(minimo=1900, massimo=2100, required=True, parole=("Anno", "L’anno delle vendite.", 2025))
    importo = Importo(massimo="99999999999", parole=("Vendite", "Il fatturato dell’anno.", "2410000.00"), unita="euro")
    variazione_su_base = Decimale(
        minimo="-100",
        massimo="9999",
        parole=("Variazione", "Di quanto cambiano rispetto al primo anno indicato.", "-41.5"),
        unita="per cento",
    )


class PremesseSolidarieta(Blocco):
    """What led to the agreement."""

    licenziamento_collettivo = Gruppo(
        LicenziamentoCollettivo,
        parole=("Licenziamento collettivo", "La procedura aperta che l’accordo serve a evitare, se c’è."),
    )
    incontro_richiesto = SiNo(
        parole=("Incontro richiesto", "Sì se i sindacati hanno chiesto l’esame dell’art. 4 della L. 223/1991.")
    )
    motivazioni = Testo(
        massimo=LUNGO,
        parole=(
            "Motivazioni",
            "Perché l’impresa ha troppo personale.",
            "il mercato dei componenti è in calo da tre anni.",
        ),
    )
    vendite = Lista(
        Gruppo(Vendite),
        massimo=20,
        parole=("Vendite", "Il fatturato degli ultimi anni: il primo è la base delle variazioni."),
    )
    stima_anno_corso = Testo(
        massimo=LUNGO,
        parole=(
            "Stima dell’anno in corso",
            "Che cosa ci si aspetta dall’anno in corso.",
            "un altro calo, intorno al 5%.",
        ),
    )
    ammortizzatori_usati = Testo(
        massimo=LUNGO,
        parole=(
            "Ammortizzatori usati",
            "I trattamenti di integrazione salariale già avuti.",
            "13 settimane di CIGO nel 2025.",
        ),
    )


class Ripartizione(Blocco):
    """By which ways the redundancies are managed: how many by each."""

    cds = Intero(
        parole=("Contratto di solidarietà", "Quanti esuberi assorbe la riduzione d’orario.", 10), unita="persone"
    )
    uscite = Intero(parole=("Uscite", "Quanti lasciano l’impresa, per esempio per la pensione.", 3), unita="persone")
    riqualificazione = Intero(parole=("Riqualificazione", "Quanti si riqualificano.", 1), unita="persone")
    trasferimenti = Intero(parole=("Trasferimenti", "Quanti vanno in altre unità.", 1), unita="persone")


class Esuberi(Blocco):
    """How many workers are too many, and why; how many when the procedure was opened; how they are managed."""

    numero = Intero(
        parole=("Esuberi", "Quanti lavoratori sono di troppo: la legge vuole il numero.", 15), unita="persone"
    )
    numero_apertura = Intero(
        parole=("Esuberi all’apertura", "Quanti erano quando la procedura è stata aperta.", 20), unita="persone"
    )
    ripartizione = Gruppo(
        Ripartizione, parole=("Ripartizione", "Come sono gestiti gli esuberi, se non tutti con il contratto.")
    )
    motivazione = Testo(
        massimo=LUNGO,
        parole=(
            "Motivazione dell’esubero",
            "Perché sono di troppo: la legge vuole che sia detto.",
            "le commesse coprono metà della capacità.",
        ),
    )


class Articolazione(Blocco):
    """How the cut is laid out in time."""

    base = Scelta(
        "giornaliera", "settimanale", "mensile", parole=("Base della riduzione", "Su quale base si riduce l’orario.")
    )
    modalita = Scelta(
        "verticale",
        "orizzontale",
        "mista",
        parole=("Modalità", "Verticale se si tolgono giornate, orizzontale se si accorciano."),
    )
    parametrazione = Scelta(
        "settimanale",
        "quadrisettimanale",
        parole=("Periodo della media", "Su quante settimane si fa la media dell’orario."),
    )
    descrizione = Testo(
        massimo=LUNGO,
        parole=(
            "Descrizione",
            "Come sono distribuite le ore: turni, giornate, reparti.",
            "turni di quattro settimane, affissi in reparto.",
        ),
    )


class DerogheInAumento(Blocco):
    """How more hours may be worked, and who is told of it."""

    modalita = Testo(
        massimo=LUNGO,
        parole=(
            "Modalità",
            "Come si avvisa quando serve lavorare di più.",
            "avviso alla RSU due giorni prima, con i nomi e le ore.",
        ),
    )
    comunicazione = Lista(
        Scelta(
            "ministero",
            "inps",
            parole=("Ufficio", "Un ufficio a cui si comunica."),
            nomi={"ministero": "Ministero del lavoro", "inps": "INPS"},
        ),
        massimo=2,
        parole=("Uffici avvisati", "A chi l’impresa comunica ogni variazione dell’orario."),
    )


class ElencoAllegato(Blocco):
    """The list of names on sheets of its own, in the place of the workers."""

    fogli = Intero(minimo=1, required=True, parole=("Fogli", "Di quanti fogli è fatto l’elenco.", 2), unita="fogli")
    data = Giorno(required=True, parole=("Data dell’elenco", "Il giorno che l’elenco porta.", "2026-02-16"))


class LavoratoreSolidale(LavoratoreBeneficiario):
    """A worker of the contract; `orari` where the hours change in its course."""

    orari = Lista(Gruppo(OrarioDelPeriodo), parole=ORARI_DIVERSI)
    unita = Testo(parole=UNITA)


class GruppoSolidale(GruppoOrari):
    """Workers of the contract with the same hours, of one of the units."""

    unita = Testo(parole=UNITA)
