"""Blocks of the documents around an agreement: notice, record, application, decree (Accordo Quadro, All. A)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import (
    ALTRE_UNITA,
    DATA,
    DATORE,
    IN_QUALITA_DI,
    INTERESSE_REGIONALE,
    LUOGO,
    AltraUnita,
    AssociazioneDatoriale,
    Causale,
    EnteBilaterale,
    OrganizzazioneSindacale,
    Periodo,
    Persona,
    RappresentanzaAziendale,
)
from docservice.modelli.deroga_2009 import parole as p
from docservice.modelli.deroga_2009.datore import DatoreProcedura
from docservice.modelli.intestazione import ConIntestazione

PROCEDURE = ("accordo_2008", "accordo_2009")
"""The framework agreement whose procedure an application follows; that of 2009 unless it is given."""


class Funzionario(Persona):
    """Who acts for a public body, and in which quality."""

    qualifica = Testo(parole=IN_QUALITA_DI)


class DomandaCitata(Blocco):
    """An application already presented."""

    id_domanda = Testo(massimo=40, parole=p.ID_DOMANDA)
    protocollo = Testo(massimo=40, parole=p.PROTOCOLLO)
    data = Giorno(required=True, parole=("Data", "Il giorno in cui la domanda è stata inviata.", "2009-07-06"))
    procedura = Scelta(*PROCEDURE, parole=p.PROCEDURA)


class Richiesta(ConIntestazione):
    """Fields of the documents of a request of CIG, before or after its application."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=DATA)
    datore_lavoro = Gruppo(DatoreProcedura, required=True, parole=DATORE)
    altre_unita = Lista(Gruppo(AltraUnita), massimo=1000, parole=ALTRE_UNITA)
    interesse_regionale = SiNo(parole=INTERESSE_REGIONALE)
    causale = Gruppo(Causale, parole=p.CAUSALE)
    periodo = Gruppo(Periodo, parole=p.PERIODO)
    numero_massimo_dipendenti = Intero(parole=p.MASSIMO_IN_CIG, unita=p.PERSONE)


class RichiestaConParti(Richiesta):
    """A request on which parties are called, or meet."""

    associazione_datoriale = Gruppo(AssociazioneDatoriale, parole=p.ASSOCIAZIONE)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazioneSindacale), parole=p.SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaAziendale, parole=p.RAPPRESENTANZA)
    ente_bilaterale = Gruppo(EnteBilaterale, parole=p.ENTE_BILATERALE)
