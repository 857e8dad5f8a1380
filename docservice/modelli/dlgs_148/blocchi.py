"""Blocks of the documents of D.Lgs. 148/2015: employer, notice, meeting, earlier periods, workers."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import CodiceFiscale
from docservice.campi.esige import esige
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import ESCLUSE, NOMI, NORMA_SPECIALE, ORDINARIE, STRAORDINARIE_FIS
from docservice.law.dlgs_148.generale.eone import EVENTI, NOMI_EVENTI
from docservice.modelli.blocchi import LUNGO, MOLTI_LAVORATORI, NOMI_MEZZI, QUALIFICA, Periodo, Persona
from docservice.modelli.calcolatori.blocchi import FuoriComputo
from docservice.modelli.calcolatori.giorni import DATA_COMUNICAZIONE
from docservice.modelli.calcolatori.parole import EONE, GIORNI_FRUITI, LAVORATORI_DISTINTI, NOMI_STRUMENTI, UNITA
from docservice.modelli.dlgs_148.parole import MITTENTE, NOMI_DESTINATARI, NOMI_MITTENTI, PROGRAMMATA, TIPO_EVENTO
from docservice.modelli.lavoratore import Lavoratore

APPRENDISTATI = ("professionalizzante", "altro")
APPRENDISTATO = (
    "Apprendistato",
    "Il tipo di apprendistato: fino al 2021 la legge ammette il solo professionalizzante.",
)
"""The kinds of apprenticeship that the law tells apart, and the words of the field."""


class Portale(Blocco):
    """The portal through which a notice is sent."""

    nome = Testo(required=True, parole=("Portale", "Il portale che riceve la comunicazione.", "Sintesi"))
    numero = Testo(massimo=40, parole=("Numero", "Il numero che il portale ha dato alla comunicazione.", "2026/118"))


class ComunicazioneSindacale(Blocco):
    """The notice that opens the consultation."""

    numero = Testo(massimo=40, parole=("Numero", "Il numero di protocollo della comunicazione.", "12"))
    data = Giorno(required=True, parole=DATA_COMUNICAZIONE)
    mezzo = Scelta(*NOMI_MEZZI, parole=("Mezzo", "Come si manda la comunicazione."), nomi=NOMI_MEZZI)
    portale = Gruppo(Portale, parole=("Portale", "Quale portale, se il mezzo è questo, e con che numero."))
    mittente = Scelta("datore", "associazione", parole=MITTENTE, nomi=NOMI_MITTENTI)


class Destinatario(Blocco):
    """One to whom a notice is sent."""

    tipo = Scelta(
        "os",
        "rsu",
        "rsa",
        "regione",
        "ministero",
        "direzione",
        required=True,
        parole=("Destinatario", "Chi riceve: la legge vuole le organizzazioni sindacali e, se c’è, la RSA o la RSU."),
        nomi=NOMI_DESTINATARI,
    )
    denominazione = Testo(
        required=True,
        parole=("Denominazione", "Il nome del destinatario, come va scritto sulla comunicazione.", "FIOM CGIL Salerno"),
    )
    livello = Scelta(
        "provinciale", "territoriale", "nazionale", parole=("Livello", "Il livello territoriale dell’organizzazione.")
    )
    per_conoscenza = SiNo(parole=("Per conoscenza", "Sì se la comunicazione gli è mandata in copia."))


class Partecipante(Persona):
    """Who is there for the employer."""

    qualifica = Testo(
        parole=("Qualifica", "In quale veste partecipa per il datore di lavoro.", "responsabile del personale")
    )


class CausaleCigo(Blocco):
    """The cause of an ordinary treatment; those that are refused are readable, and a rule speaks."""

    tipo = Scelta(
        *ORDINARIE,
        *ESCLUSE,
        required=True,
        parole=("Causale", "Perché si chiede la CIGO: una di quelle del DM 95442/2016."),
        nomi=NOMI,
    )
    descrizione = Testo(
        massimo=LUNGO,
        parole=(
            "Ragioni",
            "Che cosa è accaduto e perché manca il lavoro: i fatti, come li leggerà l’INPS.",
            "due clienti hanno rinviato all’autunno gli ordini dell’estate.",
        ),
    )


class CausaleConsultata(CausaleCigo):
    """The cause of a procedure, which a special act may give; of the FIS and the funds, an extraordinary one too."""

    tipo = Scelta(
        *ORDINARIE,
        *STRAORDINARIE_FIS,
        NORMA_SPECIALE,
        *ESCLUSE,
        required=True,
        parole=("Causale", "Perché si chiede il trattamento: quelle straordinarie valgono per FIS e fondi."),
        nomi=NOMI,
    )


@esige("descrizione")
class CausaleEsposta(CausaleConsultata):
    """The cause as the unions are told of it: why, too."""


class Evento(Blocco):
    """What happened, of the cause `eventi_esterni`."""

    tipo = Scelta(*EVENTI, required=True, parole=TIPO_EVENTO, nomi=NOMI_EVENTI)
    programmata = SiNo(parole=PROGRAMMATA)


class PeriodoTrattato(FuoriComputo, Periodo):
    """An earlier period of the unit; `giorni` are the working days really had."""

    tipo = Scelta(
        "CIGO",
        "CIGS",
        "CDS",
        "FIS",
        "CIGD",
        required=True,
        parole=("Trattamento", "Quale trattamento ha già avuto l’unità produttiva."),
        nomi=NOMI_STRUMENTI,
    )
    causale = Testo(
        massimo=100, parole=("Causale", "La causale, come la dice l’autorizzazione.", "mancanza di commesse")
    )
    settimane = Decimale(
        massimo="520",
        parole=("Settimane", "Quante settimane di trattamento sono state autorizzate.", "13"),
        unita="settimane",
    )
    giorni = Intero(minimo=1, massimo=10_000, parole=GIORNI_FRUITI, unita="giorni")
    eone = SiNo(parole=EONE)
    unita = Testo(parole=UNITA)
    lavoratori_distinti = SiNo(parole=LAVORATORI_DISTINTI)
    codici_fiscali = Lista(
        CodiceFiscale(required=True),
        massimo=MOLTI_LAVORATORI,
        parole=(
            "Codici fiscali",
            "Di chi ha avuto quel trattamento: serve se un altro, nell’unità, lo affianca per lavoratori diversi.",
        ),
    )


class DifficoltaFinanziarie(Blocco):
    """Why the payment is asked of INPS, and whether documents prove it."""

    motivazione = Testo(
        massimo=LUNGO,
        parole=(
            "Difficoltà",
            "Perché l’impresa non può anticipare il trattamento ai lavoratori.",
            "manca la liquidità per anticipare le paghe di tre mesi.",
        ),
    )
    allegato = SiNo(parole=("Documentate", "Sì se si allega la prova delle difficoltà finanziarie, che l’INPS chiede."))


class Periodicita(Blocco):
    """Every how much time those suspended take turns."""

    ogni = Intero(minimo=1, required=True, parole=("Ogni", "Ogni quanti giorni, settimane o mesi.", 2), unita="volte")
    unita = Scelta("giorni", "settimane", "mesi", required=True, parole=("Di che cosa", "Giorni, settimane o mesi."))


class Rotazione(Blocco):
    """Whether those suspended take turns, by what criteria, or why not."""

    prevista = SiNo(required=True, parole=("Rotazione prevista", "Sì se i lavoratori sospesi si alternano."))
    criteri = Testo(
        massimo=LUNGO,
        parole=(
            "Criteri",
            "Come si alternano i lavoratori: mansioni, turni, reparti.",
            "per reparto, a settimane alterne.",
        ),
    )
    periodicita = Gruppo(Periodicita, parole=("Periodicità", "Ogni quanto tempo i lavoratori si alternano."))
    ragioni_mancata = Testo(
        massimo=LUNGO,
        parole=(
            "Ragioni della mancata rotazione",
            "Perché i lavoratori non possono alternarsi.",
            "le mansioni dei sospesi non sono fungibili.",
        ),
    )


class LavoratoreBeneficiario(Lavoratore):
    """A worker of these documents: the qualification is one of five."""

    qualifica = Scelta(  # type: ignore[assignment]  # a list where others write freely
        "quadro",
        "impiegato",
        "operaio",
        "apprendista",
        "dirigente",
        sinonimi=QUALIFICA,
        parole=("Qualifica", "La categoria: i dirigenti non hanno l’integrazione salariale."),
    )
    apprendistato = Scelta(*APPRENDISTATI, parole=APPRENDISTATO)
