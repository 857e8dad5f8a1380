"""Blocks of the documents of D.Lgs. 148/2015: employer, notice, meeting, earlier periods, workers."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.codici import Provincia
from docservice.campi.esige import esige
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import ESCLUSE, ORDINARIE
from docservice.law.dlgs_148.generale.eone import EVENTI
from docservice.modelli.blocchi import LUNGO, QUALIFICA, Attivita, Impresa, Periodo, Persona
from docservice.modelli.calcolatori.settori import SETTORI
from docservice.modelli.lavoratore import Lavoratore


class OrganicoUnita(Blocco):
    """Staff of the unit: the total, and the categories that are given."""

    dirigenti = Intero()
    quadri = Intero()
    impiegati = Intero()
    operai = Intero()
    apprendisti = Intero()
    lavoratori_domicilio = Intero()
    totale = Intero(minimo=1, required=True)


class Cantiere(Blocco):
    """A building site."""

    appalto = SiNo()
    durata_giorni = Intero()


class UnitaCoinvolta(Blocco):
    """One of several units concerned."""

    denominazione = Testo()
    comune = Testo(massimo=100, required=True)
    provincia = Provincia(required=True)
    regione = Testo(massimo=100)
    organico = Intero()
    numero_massimo = Intero()


class ImpresaDiPiuUnita(Impresa):
    """An employer of whom several units may be concerned."""

    unita_coinvolte = Lista(Gruppo(UnitaCoinvolta), massimo=1000)


@esige("unita_produttiva")
class Datore148(Attivita, ImpresaDiPiuUnita):
    """The employer as these documents need it, most of it optional."""

    settore = Scelta(*SETTORI)
    dipendenti_azienda = Intero(minimo=1)
    media_dipendenti_semestre = Decimale()
    data_inizio_attivita = Giorno()
    data_costituzione = Giorno()
    fondo_bilaterale = Testo(massimo=100)
    organico = Gruppo(OrganicoUnita)
    cantiere = Gruppo(Cantiere)


@esige("organico")
class DatoreConOrganico(Datore148):
    """An employer whose staff must be given."""


class ComunicazioneSindacale(Blocco):
    """The notice that opens the consultation."""

    numero = Testo(massimo=40)
    data = Giorno(required=True)
    mezzo = Scelta("pec", "raccomandata", "fax", "mano")
    mittente = Scelta("datore", "associazione")


class Destinatario(Blocco):
    """One to whom a notice is sent."""

    tipo = Scelta("os", "rsu", "rsa", "regione", "ministero", "direzione", required=True)
    denominazione = Testo(required=True)
    livello = Scelta("provinciale", "territoriale", "nazionale")
    per_conoscenza = SiNo()


class SedeIncontro(Blocco):
    """Where the parties meet, or how; and the officer, where it is a public body."""

    denominazione = Testo()
    modalita = Scelta("presenza", "telematica")
    funzionario = Testo()


class Partecipante(Persona):
    """Who is there for the employer."""

    qualifica = Testo()


class CausaleCigo(Blocco):
    """The cause of an ordinary treatment; those that are refused are readable, and a rule speaks."""

    tipo = Scelta(*ORDINARIE, *ESCLUSE, required=True)
    descrizione = Testo(massimo=LUNGO)


@esige("descrizione")
class CausaleEsposta(CausaleCigo):
    """The cause as the unions are told of it: why, too."""


class Evento(Blocco):
    """What happened, of the cause `eventi_esterni`."""

    tipo = Scelta(*EVENTI, required=True)
    programmata = SiNo()


class PeriodoTrattato(Periodo):
    """An earlier period of the unit; `giorni` are the working days really had."""

    tipo = Scelta("CIGO", "CIGS", "CDS", "FIS", required=True)
    causale = Testo(massimo=100)
    settimane = Decimale(massimo="520")
    giorni = Intero(minimo=1, massimo=10_000)
    eone = SiNo()


class DifficoltaFinanziarie(Blocco):
    """Why the payment is asked of INPS, and whether documents prove it."""

    motivazione = Testo(massimo=LUNGO)
    allegato = SiNo()


class Rotazione(Blocco):
    """Whether those suspended take turns, by what criteria, or why not."""

    prevista = SiNo(required=True)
    criteri = Testo(massimo=LUNGO)
    ragioni_mancata = Testo(massimo=LUNGO)


class LavoratoreBeneficiario(Lavoratore):
    """A worker of these documents: the qualification is one of five."""

    qualifica = Scelta(  # type: ignore[assignment]  # a list where others write freely
        "quadro", "impiegato", "operaio", "apprendista", "dirigente", sinonimi=QUALIFICA
    )
    apprendistato = Scelta("professionalizzante", "altro")
