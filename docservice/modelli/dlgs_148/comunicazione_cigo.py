"""Notice to the unions that opens the consultation for the CIGO (D.Lgs. 148/2015, art. 14)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.tratti import CIGO, COMUNICAZIONE, CONSULTAZIONE
from docservice.modelli.blocchi import AssociazioneDatoriale, Periodo, RappresentanzaAziendale
from docservice.modelli.calcolatori.blocchi import OrganicoOrario
from docservice.modelli.catalogo import Modello
from docservice.modelli.dlgs_148.blocchi import (
    CausaleCigo,
    CausaleEsposta,
    ComunicazioneSindacale,
    Datore148,
    Destinatario,
    DifficoltaFinanziarie,
    Evento,
    PeriodoTrattato,
)


class RichiestaCigo(Blocco):
    """What the documents of a CIGO share: for whom, why, when, how many. The law judges what is missing of the rest."""

    luogo = Testo(massimo=100)
    datore_lavoro = Gruppo(Datore148, required=True)
    associazione_datoriale = Gruppo(AssociazioneDatoriale)
    comunicazione = Gruppo(ComunicazioneSindacale, required=True)
    rappresentanza_aziendale = Gruppo(RappresentanzaAziendale)
    causale = Gruppo(CausaleCigo, required=True)
    evento = Gruppo(Evento)
    data_evento = Giorno()
    periodo = Gruppo(Periodo, required=True)
    numero_massimo_dipendenti = Intero(minimo=1, required=True)
    settimana_corta = SiNo()
    ore_settimanali_ridotte = Decimale(massimo="168")
    proroga = SiNo()
    data_ripresa = Giorno()
    pagamento_diretto_inps = SiNo()
    difficolta_finanziarie = Gruppo(DifficoltaFinanziarie)
    periodi_precedenti = Lista(Gruppo(PeriodoTrattato), massimo=1000)
    ore_richieste = Decimale()
    ore_gia_autorizzate = Decimale()
    organico_semestre = Lista(Gruppo(OrganicoOrario), massimo=1000, vuota=False)
    data_richiesta_esame = Giorno()
    data_chiusura_consultazione = Giorno()
    data_domanda = Giorno()


class ComunicazioneCigo(RichiestaCigo):
    """Payload of `comunicazione-cigo`: its day is that of the notice."""

    causale = Gruppo(CausaleEsposta, required=True)
    destinatari = Lista(Gruppo(Destinatario), required=True)
    sospensione = Scelta("zero_ore", "riduzione", "mista", required=True)
    intero_organico = SiNo()


MODELLO = Modello(
    id="comunicazione-cigo",
    titolo="Comunicazione di ricorso alla CIGO",
    regime="dlgs-148",
    sezione="verbali",
    schema=ComunicazioneCigo,
    tratti=frozenset({COMUNICAZIONE, CONSULTAZIONE, CIGO}),
)
