"""The facts that a technical report tells of its cause, all optional: the law judges what each cause needs."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.eone import EVENTI, NOMI_EVENTI
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.calcolatori.giorni import DATA_EVENTO
from docservice.modelli.dlgs_148.parole import NOMI_AMBITI, NOMI_ENERGIE, NOMI_PROVE, PROGRAMMATA, TIPO_EVENTO


class EventoDocumentato(Blocco):
    """What happened: its kind, of the cause `eventi_esterni`; in words, of the cause `meteo`."""

    tipo = Scelta(*EVENTI, parole=TIPO_EVENTO, nomi=NOMI_EVENTI)
    descrizione = Testo(
        massimo=LUNGO,
        parole=(
            "Evento meteorologico",
            "Che tempo ha fermato il lavoro: pioggia, neve, vento, temperature.",
            "pioggia continua, 40 mm al giorno.",
        ),
    )


class Ordinanza(Blocco):
    """An authority's order that stopped the work: it is cited, not annexed."""

    ente = Testo(required=True, parole=("Autorità", "Chi ha dato l’ordine.", "Regione Campania"))
    numero = Testo(massimo=40, parole=("Numero", "Il numero dell’ordinanza.", "2"))
    data = Giorno(required=True, parole=("Data", "Il giorno dell’ordinanza.", "2026-06-29"))


class FattiCausale(Blocco):
    """Every fact of every cause; a few serve more than one."""

    # mancanza_lavoro_commesse, crisi_mercato
    andamento_ordini = Testo(
        massimo=LUNGO,
        parole=(
            "Andamento degli ordini",
            "Come sono cambiati ordini e commesse nell’ultimo periodo.",
            "da 14 commesse a 6 fra novembre e febbraio.",
        ),
    )
    andamento_settore = Testo(
        massimo=LUNGO,
        parole=(
            "Andamento del settore",
            "Come va il mercato del prodotto: dati di settore, concorrenza.",
            "la domanda di torni è scesa del 12%.",
        ),
    )
    crisi_ucraina = SiNo(
        parole=("Crisi in Ucraina", "Sì se gli ordini mancano per la crisi in Ucraina: valeva nel 2022.")
    )
    accordi_scambi_impediti = Testo(
        massimo=LUNGO,
        parole=(
            "Accordi o scambi impediti",
            "Quali accordi o scambi la crisi internazionale ha impedito.",
            "due forniture verso Kiev.",
        ),
    )
    # fine_cantiere_lavoro
    cantiere = Testo(
        massimo=500,
        parole=("Cantiere o lavoro", "Il cantiere o il lavoro che finisce, e dove.", "scuola di via Roma, Salerno"),
    )
    data_inizio_lavori = Giorno(parole=("Inizio dei lavori", "Il primo giorno dei lavori del cantiere.", "2025-04-07"))
    durata_prevista = Testo(
        parole=("Durata prevista", "Quanto dovevano durare i lavori, secondo il contratto.", "undici mesi")
    )
    data_fine_lavori = Giorno(
        parole=(
            "Fine dei lavori",
            "L’ultimo giorno dei lavori: la sospensione copre fino al lavoro seguente.",
            "2026-02-27",
        )
    )
    data_prossimo_lavoro = Giorno(
        parole=("Inizio del lavoro seguente", "Quando comincia il prossimo cantiere.", "2026-05-04")
    )
    # fine_fase
    lavorazione = Testo(
        massimo=500, parole=("Lavorazione terminata", "La fase di lavoro che è finita.", "posa delle armature")
    )
    lavoratori_specializzati = Intero(
        minimo=1, parole=("Lavoratori specializzati", "Quanti lavorano soltanto in quella fase.", 6), unita="persone"
    )
    organico_cantiere = Intero(
        minimo=1, parole=("Lavoratori del cantiere", "Quanti lavorano in tutto nel cantiere.", 20), unita="persone"
    )
    reimpiego_previsto = Testo(
        massimo=LUNGO,
        parole=(
            "Nuovo impiego previsto",
            "Dove e quando i sospesi tornano a lavorare.",
            "nel cantiere di Eboli, da maggio.",
        ),
    )
    # perizia_variante
    variante = Testo(
        massimo=LUNGO,
        parole=(
            "Variante al progetto",
            "Che cosa cambia nel progetto, e per decisione di chi.",
            "fondazioni su pali, per le falde trovate.",
        ),
    )
    prova = Scelta(
        "documentazione",
        "dichiarazione_autorita",
        parole=("Prova", "Con che cosa si prova la variante."),
        nomi=NOMI_PROVE,
    )
    # mancanza_materie_prime
    materie = Testo(
        massimo=500, parole=("Materie prime o componenti", "Che cosa manca alla produzione.", "cuscinetti a sfere")
    )
    modalita_stoccaggio = Testo(
        massimo=LUNGO,
        parole=(
            "Scorte",
            "Come l’impresa tiene le scorte, e perché non sono bastate.",
            "scorte per tre settimane, finite il 20 febbraio.",
        ),
    )
    data_ordine = Giorno(parole=("Data dell’ordine", "Quando è stato ordinato ciò che manca.", "2026-01-12"))
    ricerche_mercato = Testo(
        massimo=LUNGO,
        parole=(
            "Ricerche di mercato",
            "Dove si è cercato altrove ciò che manca.",
            "chiesto a cinque fornitori europei.",
        ),
    )
    esito_ricerche = Testo(
        massimo=LUNGO,
        parole=(
            "Esito delle ricerche",
            "Che cosa hanno risposto: perché non si è trovato.",
            "nessuno consegna prima di giugno.",
        ),
    )
    inadempienza_o_inerzia = SiNo(
        parole=("Inadempienza o inerzia", "Sì se vi sono inadempienze o ritardi del datore di lavoro.")
    )
    # energia
    energivora = Scelta(
        "elettricita",
        "gas",
        parole=("Impresa energivora", "Di quale energia l’impresa consuma molto, secondo gli elenchi ministeriali."),
        nomi=NOMI_ENERGIE,
    )
    difficolta_economiche = Testo(
        massimo=LUNGO,
        parole=(
            "Difficoltà economiche",
            "Perché procurarsi l’energia è diventato insostenibile.",
            "il costo del gas è triplicato in due mesi.",
        ),
    )
    temporaneita = Testo(
        massimo=LUNGO,
        parole=(
            "Temporaneità",
            "Perché la difficoltà è passeggera.",
            "il nuovo contratto di fornitura parte a giugno.",
        ),
    )
    # meteo
    date = Lista(
        Giorno(required=True, parole=("Giorno", "Un giorno di maltempo.", "2026-03-02")),
        massimo=366,
        parole=("Giorni di maltempo", "I giorni in cui il tempo ha fermato il lavoro."),
    )
    attivita_in_corso = Testo(
        massimo=LUNGO,
        parole=(
            "Attività in corso",
            "Che cosa si stava facendo quando il tempo ha fermato il lavoro.",
            "getto del solaio.",
        ),
    )
    fase_lavorativa = Testo(
        massimo=500, parole=("Fase di lavorazione", "A quale fase era il lavoro.", "struttura in cemento armato")
    )
    conseguenze = Testo(
        massimo=LUNGO,
        parole=(
            "Conseguenze",
            "Che cosa ha impedito o danneggiato l’evento.",
            "il getto non si poteva fare all’aperto.",
        ),
    )
    temperatura = Testo(
        massimo=100,
        parole=("Temperatura", "Quella rilevata, se il lavoro si è fermato per il caldo o il gelo.", "36 gradi"),
    )
    temperatura_percepita = Testo(
        massimo=100, parole=("Temperatura percepita", "Quella percepita: conta anche se la reale è minore.", "39 gradi")
    )
    ordinanza = Gruppo(
        Ordinanza, parole=("Ordinanza", "L’ordine dell’autorità che vieta il lavoro con quel tempo, se c’è.")
    )
    # sciopero
    ambito = Scelta("reparto", "altra_impresa", parole=("Sciopero", "Chi ha scioperato."), nomi=NOMI_AMBITI)
    reparto_in_sciopero = Testo(parole=("Reparto in sciopero", "Il reparto che ha scioperato.", "fonderia"))
    reparto_richiedente = Testo(
        parole=("Reparto fermo", "Il reparto per cui si chiede l’integrazione: qui nessuno ha scioperato.", "montaggio")
    )
    ordini_non_evasi = Testo(
        massimo=LUNGO,
        parole=(
            "Ordini non evasi",
            "Quali ordini non si sono potuti evadere per lo sciopero.",
            "tre ordini di marzo, mancano i getti.",
        ),
    )
    impresa = Testo(parole=("Impresa in sciopero", "Il nome dell’altra impresa.", "Fonderie Esempio S.p.A."))
    collegamento_attivita = Testo(
        massimo=LUNGO,
        parole=(
            "Collegamento",
            "In che modo il lavoro dipende da quello dell’altra impresa.",
            "fornisce tutti i getti che si lavorano qui.",
        ),
    )
    # eventi_esterni
    descrizione = Testo(
        massimo=LUNGO,
        parole=(
            "Descrizione",
            "Che cosa è accaduto, e che cosa ha colpito.",
            "un incendio nel capannone 2, la notte del 2 marzo.",
        ),
    )
    effetti = Testo(
        massimo=LUNGO,
        parole=(
            "Effetti sull’attività",
            "Che cosa non si può più fare, e fino a quando.",
            "la linea di verniciatura è ferma.",
        ),
    )
    programmata = SiNo(parole=PROGRAMMATA)
    provvedimento = Testo(
        massimo=500,
        parole=(
            "Provvedimento dell’autorità",
            "L’ordine: chi lo ha dato, numero e data.",
            "ordinanza del sindaco n. 8 del 3 marzo 2026",
        ),
    )
    # guasto_macchinari
    macchinario = Testo(
        massimo=500, parole=("Macchinario", "Quale macchinario si è fermato.", "pressa da 200 tonnellate")
    )
    manutenzione_effettuata = Testo(
        massimo=LUNGO,
        parole=(
            "Manutenzione eseguita",
            "La manutenzione fatta prima, secondo le norme.",
            "revisione annuale del 10 novembre 2025.",
        ),
    )
    tipo_intervento = Testo(
        massimo=LUNGO,
        parole=(
            "Intervento",
            "La riparazione fatta, e da chi: l’attestazione va allegata.",
            "cambio del cilindro, ditta Idra S.r.l.",
        ),
    )
    straordinaria = SiNo(
        parole=("Manutenzione straordinaria", "Sì se è manutenzione straordinaria, no se è un guasto.")
    )
    # more than one
    evento = Gruppo(
        EventoDocumentato, parole=("Evento", "Che cosa è accaduto, per le causali che nascono da un evento.")
    )
    data_evento = Giorno(parole=DATA_EVENTO)
    imprevedibilita = Testo(
        massimo=LUNGO,
        parole=("Imprevedibilità", "Perché non si poteva prevedere.", "nessun segno di usura all’ultima revisione."),
    )
    non_imputabilita = Testo(
        massimo=LUNGO,
        parole=(
            "Non imputabilità",
            "Perché non dipende dall’impresa né dai lavoratori.",
            "il pezzo aveva un difetto di fusione.",
        ),
    )
