"""The blocks of the causes that lead workers elsewhere: cessation, transition of jobs, area of complex crisis.

{"prospettiva": "cessione", "piano_sospensioni": "…", "piano_trasferimento": "…"} -> Cessazione
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Importo, Intero, Lista, Scelta, SiNo, Testo
from docservice.law.dlgs_148.generale.causali import NOMI, SOLIDARIETA, STRAORDINARIE
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.dlgs_148.parole import NOMI_PROPONENTI, NOMI_PROSPETTIVE


class UlterioriSeiMesi(Blocco):
    """Six months more, for a sale that is not over."""

    cessionario = Testo(parole=("Cessionario", "L’impresa che acquista.", "Riduttori Adda S.p.A."))
    prospettiva = Testo(
        massimo=LUNGO,
        parole=("Prospettiva", "A che punto è la cessione.", "preliminare firmato, perizia in corso."),
    )


class Cessazione(Blocco):
    """What a firm that ceases offers to its workers; the law judges what is missing."""

    prospettiva = Scelta(
        *NOMI_PROSPETTIVE,
        parole=("Prospettiva", "Che cosa ci si aspetta per i lavoratori."),
        nomi=NOMI_PROSPETTIVE,
    )
    proponente_piano = Scelta(
        *NOMI_PROPONENTI,
        parole=("Proponente del piano", "Chi presenta il piano di reindustrializzazione."),
        nomi=NOMI_PROPONENTI,
    )
    art_2112 = SiNo(
        parole=("Trasferimento d’azienda", "Sì se la cessione segue la procedura dell’art. 2112 del codice civile.")
    )
    regione_assenso = SiNo(
        parole=("Assenso della Regione", "Sì se la Regione condivide l’accordo: serve per le politiche attive.")
    )
    piano_sospensioni = Testo(
        massimo=LUNGO,
        parole=(
            "Piano delle sospensioni",
            "Come le sospensioni seguono la prospettiva, per modo e tempo.",
            "le sospensioni finiscono con il passaggio dei reparti.",
        ),
    )
    piano_trasferimento = Testo(
        massimo=LUNGO,
        parole=(
            "Piano di trasferimento",
            "Come i lavoratori passano a chi subentra, o sono riassorbiti.",
            "quaranta passaggi in due tempi.",
        ),
    )
    misure_eccedenze = Testo(
        massimo=LUNGO,
        parole=("Misure per le eccedenze", "Che cosa si fa per chi resta.", "uscite volontarie incentivate."),
    )
    ulteriori_sei_mesi = Gruppo(
        UlterioriSeiMesi, parole=("Ulteriori sei mesi", "La cessione in corso per cui si chiedono altri sei mesi.")
    )


class ProgrammaPrecedente(Blocco):
    """The programme that is over."""

    causale = Scelta(
        *STRAORDINARIE, SOLIDARIETA, parole=("Causale", "Di quale trattamento era il programma concluso."), nomi=NOMI
    )
    dal = Giorno(parole=("Dal", "Il primo giorno del programma concluso.", "2024-03-04"))
    al = Giorno(parole=("Al", "L’ultimo giorno del programma concluso.", "2026-02-28"))


class TransizioneOccupazionale(Blocco):
    """An agreement of art. 22-ter; the law judges what is missing."""

    programma_precedente = Gruppo(
        ProgrammaPrecedente,
        parole=("Programma precedente", "Il programma di riorganizzazione o di crisi che si è concluso."),
    )
    lavoratori_a_rischio = Intero(
        parole=("Lavoratori a rischio", "Quanti lavoratori rischiano di essere di troppo.", 12), unita="persone"
    )
    recupero = Testo(
        massimo=LUNGO,
        parole=(
            "Recupero occupazionale",
            "Come i lavoratori trovano altro lavoro.",
            "ricollocazione presso fornitori del distretto.",
        ),
    )
    politiche = Lista(
        Scelta(
            "gol",
            "fondi",
            parole=("Politica attiva", "Una delle misure usate."),
            nomi={"gol": "programma GOL", "fondi": "fondi paritetici interprofessionali"},
        ),
        massimo=2,
        parole=("Politiche attive", "Con quali misure i lavoratori sono aiutati.", ["gol"]),
    )
    regione = Testo(massimo=100, parole=("Regione", "La Regione che attua le misure.", "Campania"))


class CrisiComplessa(Blocco):
    """A treatment in an area of complex industrial crisis; the law judges what is missing."""

    area = Testo(parole=("Area", "L’area di crisi industriale complessa.", "area di crisi complessa dell’Isola"))
    impossibilita_altri_trattamenti = SiNo(
        parole=("Nessun altro trattamento", "Sì se l’impresa non può più avere altri trattamenti straordinari.")
    )
    piano_recupero = Testo(
        massimo=LUNGO,
        parole=(
            "Piano di recupero",
            "Come i lavoratori tornano a lavorare.",
            "rioccupazione presso due insediamenti nuovi.",
        ),
    )
    stima_onere = Importo(
        "999999999999",
        parole=("Stima dell’onere", "Quanto costa il trattamento, all’incirca.", "410000.00"),
        unita="euro",
    )
    allegati = Lista(
        Scelta(
            "relazione",
            "piano",
            "verbale",
            "elenco",
            "privacy",
            parole=("Allegato", "Un documento della domanda."),
            nomi={
                "relazione": "relazione tecnica",
                "piano": "piano di recupero occupazionale",
                "verbale": "verbale di accordo",
                "elenco": "elenco nominativo dei lavoratori",
                "privacy": "informativa sulla protezione dei dati personali",
            },
        ),
        massimo=5,
        parole=("Allegati della domanda", "I documenti che accompagnano la domanda.", ["relazione", "piano"]),
    )
