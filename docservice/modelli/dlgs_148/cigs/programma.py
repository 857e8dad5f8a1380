"""The programme of an extraordinary treatment: works, investments, recovery of the workers, hours suspended.

{"descrizione": "…", "recupero": {"rientro": 20, "altre_unita": 4, "coinvolti": 30}} -> Programma
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Importo, Intero, Lista, Scelta, Testo
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.dlgs_148.parole import NOMI_TRANSIZIONI

_MASSIMO = "999999999999"


class VoceInvestimento(Blocco):
    """One of the investments."""

    descrizione = Testo(
        massimo=LUNGO, required=True, parole=("Investimento", "Che cosa si compra o si costruisce.", "linea di taglio")
    )
    importo = Importo(_MASSIMO, parole=("Importo", "Quanto costa.", "2900000.00"), unita="euro")


class Investimenti(Blocco):
    """The investments of the programme, and those of the two years before; the law judges what is missing."""

    importo_totale = Importo(
        _MASSIMO, parole=("Importo totale", "Quanto si investe in tutto il programma.", "3600000.00"), unita="euro"
    )
    media_annua = Importo(
        _MASSIMO,
        parole=("Media annua", "Quanto si investe in media in ciascun anno del programma.", "1800000.00"),
        unita="euro",
    )
    media_biennio_precedente = Importo(
        _MASSIMO,
        parole=(
            "Media annua del biennio precedente",
            "Quanto si è investito in media in ciascuno dei due anni prima: la legge vuole che ora sia di più.",
            "900000.00",
        ),
        unita="euro",
    )
    copertura = Testo(
        massimo=LUNGO,
        parole=("Copertura", "Con quali mezzi si pagano gli investimenti.", "mezzi propri e un mutuo bancario."),
    )
    voci = Lista(Gruppo(VoceInvestimento), parole=("Voci", "Gli investimenti, uno per uno."))


class Recupero(Blocco):
    """How many of the workers concerned are kept in work, and how."""

    rientro = Intero(parole=("Rientro", "Quanti tornano al lavoro nell’unità.", 20), unita="persone")
    altre_unita = Intero(
        parole=("Altre unità", "Quanti vanno in altre unità della stessa impresa.", 4), unita="persone"
    )
    gestione_non_traumatica = Intero(
        parole=(
            "Gestione non traumatica",
            "Quanti lasciano l’impresa senza un licenziamento subìto: pensione, esodo volontario.",
            4,
        ),
        unita="persone",
    )
    coinvolti = Intero(
        minimo=1,
        parole=(
            "Lavoratori coinvolti",
            "Quanti lavoratori riguarda il programma: la legge vuole che la gran parte resti occupata.",
            40,
        ),
        unita="persone",
    )


class Programma(Blocco):
    """The programme; the law judges what is missing, cause by cause."""

    descrizione = Testo(
        massimo=LUNGO,
        parole=(
            "Descrizione",
            "Che cosa cambia nell’impresa, e perché.",
            "la linea di fusione si ferma, il montaggio raddoppia.",
        ),
    )
    dal = Giorno(parole=("Dal", "Il primo giorno del programma, se non è quello del trattamento.", "2026-03-02"))
    al = Giorno(parole=("Al", "L’ultimo giorno del programma: può venire dopo la fine del trattamento.", "2027-06-30"))
    interventi = Lista(
        Testo(massimo=LUNGO, required=True, parole=("Intervento", "Un intervento del programma.", "nuova linea")),
        parole=("Interventi", "Ciò che si fa, un intervento per voce.", ["nuova linea di montaggio"]),
    )
    investimenti = Gruppo(Investimenti, parole=("Investimenti", "Quanto si investe, in che cosa, con quali mezzi."))
    sospensioni_collegate = Testo(
        massimo=LUNGO,
        parole=(
            "Sospensioni collegate",
            "Come le sospensioni seguono il programma, per quantità e nel tempo.",
            "le sospensioni seguono i lavori, reparto per reparto.",
        ),
    )
    recupero = Gruppo(Recupero, parole=("Recupero occupazionale", "Quanti lavoratori restano occupati, e come."))
    recupero_modalita = Testo(
        massimo=LUNGO,
        parole=(
            "Modalità del recupero",
            "Come e quando i lavoratori tornano al lavoro.",
            "rientro con riqualificazione sulla nuova linea.",
        ),
    )


class InvestimentoTransizione(Blocco):
    """An investment for the transition: what and how much."""

    descrizione = Testo(
        massimo=LUNGO, parole=("Investimento", "Che cosa si compra per la transizione.", "sensori e rete di reparto")
    )
    importo = Importo(_MASSIMO, parole=("Importo", "Quanto costa.", "450000.00"), unita="euro")


class Transizione(Blocco):
    """A process of transition; the law judges what is missing."""

    ambito = Scelta(
        *NOMI_TRANSIZIONI,
        parole=("Ambito", "In che campo è la transizione."),
        nomi=NOMI_TRANSIZIONI,
    )
    misure = Lista(
        Testo(massimo=LUNGO, required=True, parole=("Misura", "Una misura.", "controllo remoto delle macchine")),
        parole=("Misure", "Le misure con cui si realizza, una per voce.", ["controllo remoto delle macchine"]),
    )
    investimenti = Lista(
        Gruppo(InvestimentoTransizione), parole=("Investimenti", "Gli investimenti per la transizione, uno per uno.")
    )
    formazione_per_recupero = Testo(
        massimo=LUNGO,
        parole=(
            "Formazione per il recupero",
            "I percorsi di formazione con cui i lavoratori restano occupati.",
            "ottanta ore a testa sui nuovi sistemi.",
        ),
    )


class Ore(Blocco):
    """The hours of the unit in the course of the programme: those that could be worked, those suspended."""

    lavorabili = Decimale(
        minimo="0.01",
        parole=("Ore lavorabili", "Le ore che l’unità potrebbe lavorare nel tempo del programma.", "125142"),
        unita="ore",
    )
    sospese = Decimale(
        parole=("Ore sospese", "Quante di quelle ore non si lavorano, al massimo.", "60000"), unita="ore"
    )
