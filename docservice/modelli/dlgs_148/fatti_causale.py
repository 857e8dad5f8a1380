"""The facts that a technical report tells of its cause, all optional: the law judges what each cause needs."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.eone import EVENTI
from docservice.modelli.blocchi import LUNGO


class EventoDocumentato(Blocco):
    """What happened: its kind, of the cause `eventi_esterni`; in words, of the cause `meteo`."""

    tipo = Scelta(*EVENTI)
    descrizione = Testo(massimo=LUNGO)


class FattiCausale(Blocco):
    """Every fact of every cause; a few serve more than one."""

    # mancanza_lavoro_commesse, crisi_mercato
    andamento_ordini = Testo(massimo=LUNGO)
    andamento_settore = Testo(massimo=LUNGO)
    crisi_ucraina = SiNo()
    accordi_scambi_impediti = Testo(massimo=LUNGO)
    # fine_cantiere_lavoro
    cantiere = Testo(massimo=500)
    data_inizio_lavori = Giorno()
    durata_prevista = Testo()
    data_fine_lavori = Giorno()
    data_prossimo_lavoro = Giorno()
    # fine_fase
    lavorazione = Testo(massimo=500)
    lavoratori_specializzati = Intero(minimo=1)
    organico_cantiere = Intero(minimo=1)
    reimpiego_previsto = Testo(massimo=LUNGO)
    # perizia_variante
    variante = Testo(massimo=LUNGO)
    prova = Scelta("documentazione", "dichiarazione_autorita")
    # mancanza_materie_prime
    materie = Testo(massimo=500)
    modalita_stoccaggio = Testo(massimo=LUNGO)
    data_ordine = Giorno()
    ricerche_mercato = Testo(massimo=LUNGO)
    esito_ricerche = Testo(massimo=LUNGO)
    inadempienza_o_inerzia = SiNo()
    # energia
    energivora = Scelta("elettricita", "gas")
    difficolta_economiche = Testo(massimo=LUNGO)
    temporaneita = Testo(massimo=LUNGO)
    # meteo
    date = Lista(Giorno(required=True), massimo=366)
    attivita_in_corso = Testo(massimo=LUNGO)
    fase_lavorativa = Testo(massimo=500)
    conseguenze = Testo(massimo=LUNGO)
    # sciopero
    ambito = Scelta("reparto", "altra_impresa")
    reparto_in_sciopero = Testo()
    reparto_richiedente = Testo()
    ordini_non_evasi = Testo(massimo=LUNGO)
    impresa = Testo()
    collegamento_attivita = Testo(massimo=LUNGO)
    # eventi_esterni
    descrizione = Testo(massimo=LUNGO)
    effetti = Testo(massimo=LUNGO)
    programmata = SiNo()
    provvedimento = Testo(massimo=500)
    # guasto_macchinari
    macchinario = Testo(massimo=500)
    manutenzione_effettuata = Testo(massimo=LUNGO)
    tipo_intervento = Testo(massimo=LUNGO)
    straordinaria = SiNo()
    # more than one
    evento = Gruppo(EventoDocumentato)
    data_evento = Giorno()
    imprevedibilita = Testo(massimo=LUNGO)
    non_imputabilita = Testo(massimo=LUNGO)
