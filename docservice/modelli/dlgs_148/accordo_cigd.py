"""Agreement for the CIG in deroga of 2016, before the suspension begins (S16, cassa integrazione in deroga)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.esige import esige
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import CESSAZIONE, CIGD, NOMI
from docservice.law.tratti import ACCORDO
from docservice.law.tratti import CIGD as IN_DEROGA
from docservice.modelli.blocchi import LUNGO, MOLTI_LAVORATORI, AssociazioneDatoriale, Periodo
from docservice.modelli.calcolatori.giorni import DATA_DOMANDA
from docservice.modelli.calcolatori.parole import PAGAMENTO_DIRETTO, UNITA
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import (
    DifficoltaFinanziarie,
    LavoratoreBeneficiario,
    Partecipante,
    PeriodoTrattato,
)
from docservice.modelli.dlgs_148.datore import Datore148
from docservice.modelli.dlgs_148.intesa import Intesa
from docservice.modelli.dlgs_148.parole import ASSOCIAZIONE, DATORE, DIFFICOLTA, LUOGO, PARTECIPANTI, RAPPRESENTANZA
from docservice.modelli.intestazione import ConIntestazione
from docservice.modelli.presenti import SEDE, SINDACATI, OrganizzazionePresente, RappresentanzaPresente, SedeIncontro


@esige("settore", "dipendenti_azienda")
class DatoreInDeroga(Datore148):
    """The employer, of which sector and staff decide what else it may ask for."""


class CausaleInDeroga(Blocco):
    """The cause; that which is refused is readable, and a rule speaks."""

    tipo = Scelta(
        *CIGD,
        CESSAZIONE,
        required=True,
        parole=("Causale", "Perché si chiede la CIG in deroga: la cessazione, anche di una parte, non è ammessa."),
        nomi=CIGD | {CESSAZIONE: NOMI[CESSAZIONE]},
    )
    descrizione = Testo(
        massimo=LUNGO,
        parole=(
            "Ragioni",
            "Che cosa è accaduto, e perché manca il lavoro.",
            "gli ordini si sono fermati.",
        ),
    )


class AltriStrumenti(Blocco):
    """Whether the employer has other instruments, and has used them up."""

    nessuno = SiNo(parole=("Nessun altro strumento", "Sì se l’impresa non ne ha: né CIGO, né CIGS, né un fondo."))
    esauriti = SiNo(parole=("Strumenti esauriti", "Sì se quelli che ha sono finiti."))
    quali = Testo(massimo=LUNGO, parole=("Quali", "Gli strumenti usati, e fino a quando.", "CIGO fino al 31/01/2016"))


class AccordoQuadroRegionale(Blocco):
    """The Region's framework agreement under which the treatment is asked for."""

    regione = Testo(massimo=100, required=True, parole=("Regione", "La Regione che lo ha firmato.", "Campania"))
    data = Giorno(parole=("Data dell’accordo quadro", "Il giorno in cui è stato firmato.", "2016-01-15"))


class LavoratoreInDeroga(LavoratoreBeneficiario):
    """A worker concerned, with his seniority in months."""

    mesi_anzianita = Decimale(
        massimo="999",
        parole=("Mesi di anzianità", "Da quanti mesi lavora nell’impresa: ne servono dodici.", "120"),
        unita="mesi",
    )
    unita = Testo(parole=UNITA)


class AccordoCigd(Intesa, ConIntestazione):
    """Payload of `accordo-cigd`."""

    luogo = Testo(massimo=100, required=True, parole=LUOGO)
    data = Giorno(required=True, parole=("Data della firma", "L’accordo precede la sospensione.", "2016-02-22"))
    sede_incontro = Gruppo(SedeIncontro, parole=SEDE)
    accordo_quadro = Gruppo(
        AccordoQuadroRegionale, parole=("Accordo quadro regionale", "Quello della Regione in cui si trova l’unità.")
    )
    datore_lavoro = Gruppo(DatoreInDeroga, required=True, parole=DATORE)
    partecipanti_datore = Lista(Gruppo(Partecipante), parole=PARTECIPANTI)
    associazione_datoriale = Gruppo(AssociazioneDatoriale, parole=ASSOCIAZIONE)
    organizzazioni_sindacali = Lista(Gruppo(OrganizzazionePresente), parole=SINDACATI)
    rappresentanza_aziendale = Gruppo(RappresentanzaPresente, parole=RAPPRESENTANZA)
    causale = Gruppo(CausaleInDeroga, required=True, parole=("Causale", "Perché si chiede la CIG in deroga."))
    altri_strumenti = Gruppo(
        AltriStrumenti, parole=("Altri strumenti", "La CIG in deroga è di chi non ne ha, o li ha esauriti.")
    )
    periodo = Gruppo(
        Periodo, required=True, parole=("Periodo", "Il primo e l’ultimo giorno: in tutto 91 giorni di calendario.")
    )
    numero_massimo_dipendenti = Intero(
        minimo=1,
        required=True,
        parole=("Numero massimo", "Quanti lavoratori sono interessati, al massimo.", 4),
        unita="persone",
    )
    ore_richieste = Decimale(
        massimo="99999999",
        parole=("Ore richieste", "Le ore di CIG, di tutti i lavoratori.", "1600"),
        unita="ore",
    )
    pagamento_diretto_inps = SiNo(required=True, parole=PAGAMENTO_DIRETTO)
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie, parole=DIFFICOLTA)
    periodi_precedenti = Lista(
        Gruppo(PeriodoTrattato),
        massimo=1000,
        parole=("Periodi precedenti", "I trattamenti già avuti: quelli di CIG in deroga contano nei giorni."),
    )
    lavoratori = Lista(
        Gruppo(LavoratoreInDeroga),
        massimo=MOLTI_LAVORATORI,
        vuota=False,
        parole=("Lavoratori", "I lavoratori interessati, uno per uno, se l’accordo li elenca."),
    )
    data_domanda = Giorno(parole=DATA_DOMANDA)


MODELLO = Modello(
    id="accordo-cigd",
    titolo="Accordo per la cassa integrazione in deroga",
    regime="dlgs-148",
    sezione="accordi",
    schema=AccordoCigd,
    tratti=frozenset({ACCORDO, IN_DEROGA}),
)
