"""What the agreements of the framework of 4 May 2009 ask in common."""

from __future__ import annotations

from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, SiNo, Testo
from docservice.modelli.blocchi import (
    ALTRE_UNITA,
    DATA,
    DATORE,
    INTERESSE_REGIONALE,
    LUNGO,
    LUOGO,
    MOLTI_LAVORATORI,
    RICEVIMENTO,
    AltraUnita,
    AssociazioneDatoriale,
    Causale,
    EnteBilaterale,
    Periodo,
    PeriodoPrecedente,
    SospensioniEnteBilaterale,
)
from docservice.modelli.deroga_2009.datore import DatoreLavoro, DatoreTipizzato
from docservice.modelli.deroga_2009.parole import (
    ASSOCIAZIONE,
    CAUSALE,
    DATA_DOMANDA,
    ENTE_BILATERALE,
    LAVORATORI,
    MASSIMO_IN_CIG,
    PAGAMENTO_DIRETTO,
    PERIODO,
    RAPPRESENTANZA,
    SINDACATI,
)
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.lavoratore import Lavoratore
from docservice.modelli.presenti import OrganizzazionePresente, RappresentanzaPresente


class Accordo(ConIntestazione):
    """Fields of every agreement; the cause and the ways of use belong to each."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    data_ricevimento_comunicazione = Giorno(parole=RICEVIMENTO)
    data_domanda = Giorno(parole=DATA_DOMANDA)
    datore_lavoro = Gruppo(DatoreLavoro, required=True, parole=DATORE)
    altre_unita = Lista(Gruppo(AltraUnita), massimo=1000, parole=ALTRE_UNITA)
    interesse_regionale = SiNo(parole=INTERESSE_REGIONALE)
    associazione_datoriale = Gruppo(AssociazioneDatoriale, parole=ASSOCIAZIONE)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), required=True, parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
    ente_bilaterale = Gruppo(EnteBilaterale, parole=ENTE_BILATERALE)
    sospensioni_ente_bilaterale = Gruppo(
        SospensioniEnteBilaterale,
        parole=("Sospensioni con l’ente bilaterale", "Quelle già avute con la quota dell’ente: la CIG viene dopo."),
    )
    periodo = Gruppo(Periodo, required=True, parole=PERIODO)
    numero_massimo_dipendenti = Intero(required=True, parole=MASSIMO_IN_CIG, unita="persone")
    pagamento_diretto_inps = SiNo(required=True, parole=PAGAMENTO_DIRETTO)
    periodi_precedenti = Lista(
        Gruppo(PeriodoPrecedente),
        parole=("Periodi precedenti", "Quelli già avuti dall’unità: contano nella durata massima."),
    )
    lavoratori = Lista(Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI, parole=LAVORATORI)


class AccordoConCausale(Accordo):
    """Agreements that state a cause, further ways of use and active policies (all but D)."""

    datore_lavoro = Gruppo(DatoreTipizzato, required=True, parole=DATORE)
    causale = Gruppo(Causale, required=True, parole=CAUSALE)
    modalita_aggiuntive = Testo(
        massimo=LUNGO,
        parole=(
            "Ulteriori modalità di utilizzo",
            "Solo se concordate: turni, reparti, giorni.",
            "Turni di due settimane.",
        ),
    )
    politiche_attive = Testo(
        massimo=LUNGO,
        parole=(
            "Politiche attive",
            "Obiettivi e contenuti dei percorsi di formazione, solo se concordati.",
            "Corso di saldatura di 40 ore.",
        ),
    )
