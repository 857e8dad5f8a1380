"""What the agreements of the framework of 4 May 2009 ask in common."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, SiNo, Testo
from docservice.modelli.blocchi import (
    LUNGO,
    MOLTI_LAVORATORI,
    AltraUnita,
    AssociazioneDatoriale,
    Causale,
    EnteBilaterale,
    Lavoratore,
    OrganizzazioneSindacale,
    Periodo,
    PeriodoPrecedente,
    RappresentanzaAziendale,
    SospensioniEnteBilaterale,
)
from docservice.modelli.deroga_2009.datore import DatoreLavoro, DatoreTipizzato


class Accordo(Blocco):
    """Fields of every agreement; the cause and the ways of use belong to each."""

    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    data_ricevimento_comunicazione = Giorno()
    data_domanda = Giorno()
    datore_lavoro = Gruppo(DatoreLavoro, required=True)
    altre_unita = Lista(Gruppo(AltraUnita), massimo=1000)
    interesse_regionale = SiNo()
    associazione_datoriale = Gruppo(AssociazioneDatoriale)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazioneSindacale), required=True)
    rappresentanza_aziendale = Gruppo(RappresentanzaAziendale)
    ente_bilaterale = Gruppo(EnteBilaterale)
    sospensioni_ente_bilaterale = Gruppo(SospensioniEnteBilaterale)
    periodo = Gruppo(Periodo, required=True)
    numero_massimo_dipendenti = Intero(required=True)
    pagamento_diretto_inps = SiNo(required=True)
    periodi_precedenti = Lista(Gruppo(PeriodoPrecedente))
    lavoratori = Lista(Gruppo(Lavoratore), massimo=MOLTI_LAVORATORI)


class AccordoConCausale(Accordo):
    """Agreements that state a cause, further ways of use and active policies (all but D)."""

    datore_lavoro = Gruppo(DatoreTipizzato, required=True)
    causale = Gruppo(Causale, required=True)
    modalita_aggiuntive = Testo(massimo=LUNGO)
    politiche_attive = Testo(massimo=LUNGO)
