"""What agreements and records of D.Lgs. 148/2015 share: how it was agreed, how many workers, what the firm grants.

{"ipotesi": {"data": "2026-02-02"}, "numero_medio": "25", "maturazione_ratei": "intera"}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Giorno, Gruppo, Importo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.dlgs_148.formazione import Formazione, PoliticheAttive
from docservice.modelli.dlgs_148.parole import DETTAGLIO, IPOTESI, NOMI_RATEI


class Ipotesi(Blocco):
    """The draft that the parties agreed on before."""

    data = Giorno(parole=("Data dell’ipotesi", "Il giorno in cui le parti l’hanno firmata.", "2026-02-02"))
    sede = Testo(parole=("Sede", "Dove è stata firmata.", "Associazione Industriali Esempio"))


class ConsultazioneLavoratori(Blocco):
    """The vote of the workers on the draft."""

    dal = Giorno(parole=("Dal", "Il primo giorno del voto.", "2026-02-05"))
    al = Giorno(parole=("Al", "L’ultimo giorno del voto.", "2026-02-06"))
    esito = Scelta("favorevole", "contrario", parole=("Esito", "Che cosa hanno deciso i lavoratori."))
    votanti = Intero(parole=("Votanti", "Quanti lavoratori hanno votato.", 300), unita="persone")
    favorevoli = Intero(parole=("Favorevoli", "Quanti hanno votato a favore.", 225), unita="persone")


class Ratifica(Blocco):
    """Where and when the draft was ratified."""

    sede = Testo(parole=("Sede", "Dove l’ipotesi è stata ratificata.", "Regione Campania"))
    data = Giorno(parole=("Data della ratifica", "Il giorno in cui è stata ratificata.", "2026-02-16"))


class DettaglioNumeri(Blocco):
    """Heads of a category, of a unit, or of a category in a unit."""

    categoria = Testo(massimo=100, parole=("Categoria", "La categoria di questi lavoratori.", "operai"))
    unita = Testo(parole=("Unità", "L’unità produttiva, con il nome che ha fra le unità.", "Stabilimento di Salerno"))
    numero = Intero(
        required=True, parole=("Numero massimo", "Quanti di questi sono interessati, al massimo.", 20), unita="persone"
    )
    medio = Decimale(parole=("Numero medio", "Quanti di questi, in media nel periodo.", "12.5"), unita="persone")
    zero_ore = Intero(parole=("A zero ore", "Quanti di questi sono sospesi del tutto.", 5), unita="persone")


class IntegrazioneAziendale(Blocco):
    """What the firm adds to the treatment."""

    descrizione = Testo(
        massimo=LUNGO, parole=("Integrazione", "Che cosa l’impresa aggiunge, e a chi.", "un importo mensile lordo")
    )
    importo = Importo(massimo="9999999", parole=("Importo", "Quanto, a testa.", "100.00"), unita="euro")
    periodicita = Scelta(
        "mensile",
        "una_tantum",
        parole=("Periodicità", "Se l’importo è di ogni mese, o si dà una volta sola."),
        nomi={"mensile": "ogni mese", "una_tantum": "una volta sola"},
    )


class Intesa(Blocco):
    """The blocks that agreements and records share, each left out where it is not there."""

    ipotesi = Gruppo(Ipotesi, parole=IPOTESI)
    consultazione_lavoratori = Gruppo(
        ConsultazioneLavoratori, parole=("Voto dei lavoratori", "La consultazione dei lavoratori sull’ipotesi.")
    )
    ratifica = Gruppo(Ratifica, parole=("Ratifica", "Dove e quando l’ipotesi è stata ratificata."))
    numero_massimo_dettaglio = Lista(Gruppo(DettaglioNumeri), massimo=1000, parole=DETTAGLIO)
    numero_medio = Decimale(
        parole=("Numero medio", "I lavoratori interessati, in media nel periodo.", "25"), unita="persone"
    )
    numero_zero_ore = Intero(parole=("Lavoratori a zero ore", "Quanti sono sospesi del tutto.", 10), unita="persone")
    formazione = Gruppo(Formazione, parole=("Formazione", "I corsi che i lavoratori seguono."))
    politiche_attive = Gruppo(PoliticheAttive, parole=("Politiche attive", "Le misure per trovare altro lavoro."))
    anticipo_azienda_in_attesa_decreto = SiNo(
        parole=(
            "Anticipo nell’attesa",
            "Sì se l’impresa anticipa il trattamento anche finché se ne attende l’autorizzazione.",
        )
    )
    integrazione_aziendale = Gruppo(
        IntegrazioneAziendale, parole=("Integrazione aziendale", "Ciò che l’impresa aggiunge al trattamento.")
    )
    maturazione_ratei = Scelta(
        *NOMI_RATEI,
        parole=("Maturazione dei ratei", "Se ferie e mensilità maturano in proporzione all’orario, o per intero."),
        nomi=NOMI_RATEI,
    )
    verifiche_periodiche_mesi = Intero(
        minimo=1,
        massimo=60,
        parole=("Verifiche ogni quanti mesi", "Ogni quanti mesi le parti si rivedono.", 3),
        unita="mesi",
    )
