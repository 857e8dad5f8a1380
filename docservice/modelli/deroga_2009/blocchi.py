"""Blocks of the documents around an agreement: notice, record, application, decree (Accordo Quadro, All. A)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import (
    AltraUnita,
    AssociazioneDatoriale,
    Causale,
    EnteBilaterale,
    OrganizzazioneSindacale,
    Periodo,
    Persona,
    RappresentanzaAziendale,
)
from docservice.modelli.deroga_2009.datore import DatoreProcedura

PROCEDURE = ("accordo_2008", "accordo_2009")
"""The framework agreement whose procedure an application follows; that of 2009 unless it is given."""


class Funzionario(Persona):
    """Who acts for a public body, and in which quality."""

    qualifica = Testo()


class DomandaCitata(Blocco):
    """An application already presented."""

    id_domanda = Testo(massimo=40)
    protocollo = Testo(massimo=40)
    data = Giorno(required=True)
    procedura = Scelta(*PROCEDURE)


class Richiesta(Blocco):
    """Fields of the documents of a request of CIG, before or after its application."""

    luogo = Testo(massimo=100, required=True)
    data = Giorno(required=True)
    datore_lavoro = Gruppo(DatoreProcedura, required=True)
    altre_unita = Lista(Gruppo(AltraUnita), massimo=1000)
    interesse_regionale = SiNo()
    causale = Gruppo(Causale)
    periodo = Gruppo(Periodo)
    numero_massimo_dipendenti = Intero()


class RichiestaConParti(Richiesta):
    """A request on which parties are called, or meet."""

    associazione_datoriale = Gruppo(AssociazioneDatoriale)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazioneSindacale))
    rappresentanza_aziendale = Gruppo(RappresentanzaAziendale)
    ente_bilaterale = Gruppo(EnteBilaterale)
