"""The notice that opens a collective dismissal (L. 223/1991, art. 4 c. 2-4, art. 24): `apertura-licenziamento`.

    {"fattispecie": "riduzione", "organico_medio_semestre": "48.5", "tabella_esuberi": [{"unita": "u1", …}], …}

Its six parts are optional, so that the law can say which one lacks.
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import Provincia
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import APERTURA
from docservice.modelli.blocchi import DATA, LUNGO, QUALIFICA, Periodo
from docservice.modelli.catalogo import Modello
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.l_223.blocchi import (
    ID_UNITA,
    AmmortizzatorePrecedente,
    AssociazioneDellaProcedura,
    Chiusura,
    DatoreDellaProcedura,
    DestinatarioDellaProcedura,
    MisureSociali,
    UnitaDellaProcedura,
)
from docservice.modelli.l_223.parole import (
    AMMORTIZZATORI,
    ASSOCIAZIONE,
    CHIUSURA,
    DATORE,
    DESTINATARI,
    LUOGO,
    NOMI_FATTISPECIE,
    NOMI_QUALIFICHE,
)
from docservice.modelli.l_223.procedura import PROFILO

_ESCLUSIONI = {
    "fine_lavoro_edile": "fine lavoro nelle costruzioni edili",
    "scadenza_termine": "scadenza di rapporti a termine",
    "attivita_stagionale_saltuaria": "attività stagionali o saltuarie",
}


class Personale(Blocco):
    """Heads of one department and qualification."""

    unita = Testo(massimo=40, required=True, parole=ID_UNITA)
    reparto = Testo(massimo=100, required=True, parole=("Reparto", "Il reparto o l’ufficio.", "tessitura"))
    qualifica = Scelta(
        *NOMI_QUALIFICHE,
        required=True,
        sinonimi=QUALIFICA,
        parole=("Qualifica", "La categoria."),
        nomi=NOMI_QUALIFICHE,
    )
    profilo = Testo(parole=PROFILO)
    numero = Intero(required=True, parole=("Numero", "Quante persone.", 8), unita="persone")


class TrattamentoInCorso(Periodo):
    """The extraordinary treatment to which the firm was admitted."""

    data_domanda = Giorno(
        required=True, parole=("Data della domanda", "Il giorno della domanda di CIGS.", "2023-09-04")
    )


class LicenziamentoCollegato(Blocco):
    """Dismissals already made for the same reduction."""

    data = Giorno(required=True, parole=("Data", "Il giorno dei licenziamenti già fatti.", "2024-04-10"))
    provincia = Provincia(required=True)
    numero = Intero(minimo=1, required=True, parole=("Numero", "Quanti sono stati.", 2), unita="persone")


class EsclusioneDellaProcedura(Blocco):
    """What the procedure is not made for."""

    tipo = Scelta(
        *_ESCLUSIONI,
        required=True,
        parole=("Motivo", "Per quale di questi motivi i rapporti finiscono."),
        nomi=_ESCLUSIONI,
    )
    fase_graduale = SiNo(
        parole=("Fase graduale", "Sì se il lavoro edile non è finito, e si esaurisce soltanto una sua fase.")
    )


class AttribuzioniPatrimoniali(Blocco):
    """What is paid besides what law and collective agreement give."""

    previste = SiNo(required=True, parole=("Previste", "Sì se si prevede di pagare altro; no se non è previsto."))
    metodo_calcolo = Testo(
        massimo=LUNGO,
        parole=("Metodo di calcolo", "Come si calcolano, se previste.", "due mensilità per ogni anno di servizio"),
    )


class AperturaLicenziamento(ConIntestazione):
    """Payload of `apertura-licenziamento`."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    datore_lavoro = Gruppo(DatoreDellaProcedura, required=True, parole=DATORE)
    associazione_datoriale = Gruppo(AssociazioneDellaProcedura, parole=ASSOCIAZIONE)
    rappresentanza_presente = SiNo(
        required=True,
        parole=("RSA o RSU presente", "Sì se in azienda c’è una RSA o una RSU: la comunicazione va a lei."),
    )
    destinatari = Lista(Gruppo(DestinatarioDellaProcedura), required=True, massimo=100, parole=DESTINATARI)
    fattispecie = Scelta(
        *NOMI_FATTISPECIE,
        required=True,
        parole=("Fattispecie", "Per quale delle tre ragioni della legge si licenzia."),
        nomi=NOMI_FATTISPECIE,
    )
    settore = Testo(required=True, parole=("Settore", "Il settore di attività dell’impresa.", "tessile"))
    unita = Lista(
        Gruppo(UnitaDellaProcedura),
        massimo=1000,
        vuota=False,
        required=True,
        parole=("Unità interessate", "Le unità produttive in cui sono gli esuberi."),
    )
    organico_medio_semestre = Decimale(
        massimo="1000000",
        parole=(
            "Organico medio del semestre",
            "I dipendenti in media negli ultimi sei mesi, dirigenti compresi: decide se la procedura è dovuta.",
            "48.5",
        ),
        unita="persone",
    )
    organico_alla_domanda_cigs = Intero(
        parole=("Organico alla domanda di CIGS", "I dipendenti nel giorno della domanda di CIGS.", 16),
        unita="persone",
    )
    cigs = Gruppo(TrattamentoInCorso, parole=("CIGS", "Il trattamento a cui l’impresa è ammessa, se c’è."))
    motivi_eccedenza = Testo(
        massimo=LUNGO,
        parole=("Motivi dell’eccedenza", "Perché il personale è troppo.", "gli ordini sono calati del 40%."),
    )
    finalita = Lista(
        Testo(massimo=500, required=True, parole=("Finalità", "Un fine della riduzione.", "ridurre i costi fissi")),
        massimo=50,
        parole=("Finalità", "Che cosa l’impresa vuole ottenere con la riduzione."),
    )
    motivi_senza_alternative = Testo(
        massimo=LUNGO,
        parole=(
            "Motivi senza alternative",
            "Perché nessun’altra misura evita i licenziamenti: motivi tecnici, organizzativi o produttivi.",
            "la cassa integrazione è finita e l’eccedenza è stabile.",
        ),
    )
    tabella_organico = Lista(
        Gruppo(Personale),
        massimo=5000,
        parole=("Personale impiegato", "Il personale abituale, per unità, reparto, qualifica e profilo."),
    )
    organico_totale = Intero(
        minimo=1,
        required=True,
        parole=("Totale del personale", "La somma della tabella del personale.", 48),
        unita="persone",
    )
    tabella_esuberi = Lista(
        Gruppo(Personale),
        massimo=5000,
        parole=("Personale eccedente", "Gli esuberi, con le stesse righe della tabella del personale."),
    )
    esuberi_totale = Intero(
        minimo=1, required=True, parole=("Totale degli esuberi", "La somma della tabella.", 10), unita="persone"
    )
    tempi_attuazione = Testo(
        massimo=LUNGO,
        parole=("Tempi", "Quando i licenziamenti cominciano e finiscono.", "i recessi finiscono entro l’anno."),
    )
    misure_sociali = Gruppo(
        MisureSociali, parole=("Misure sociali", "Ciò che si fa per le conseguenze sul piano sociale: anche nulla.")
    )
    attribuzioni_patrimoniali = Gruppo(
        AttribuzioniPatrimoniali,
        parole=("Attribuzioni patrimoniali", "Ciò che si paga oltre a legge e contratto: anche nulla."),
    )
    licenziamenti_collegati = Lista(
        Gruppo(LicenziamentoCollegato),
        massimo=1000,
        parole=("Licenziamenti collegati", "Quelli già fatti per la stessa riduzione nei 120 giorni prima."),
    )
    esclusione = Gruppo(
        EsclusioneDellaProcedura,
        parole=("Casi esclusi", "Se i rapporti finiscono per un motivo che la legge lascia fuori dalla procedura."),
    )
    chiusura = Gruppo(Chiusura, parole=CHIUSURA)
    ammortizzatori_precedenti = Lista(Gruppo(AmmortizzatorePrecedente), massimo=100, parole=AMMORTIZZATORI)


MODELLO = Modello(
    id="apertura-licenziamento",
    titolo="Comunicazione di apertura del licenziamento collettivo",
    regime="l-223",
    sezione="verbali",
    schema=AperturaLicenziamento,
    tratti=frozenset({APERTURA}),
)
