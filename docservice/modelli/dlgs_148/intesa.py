"""What agreements and records of D.Lgs. 148/2015 share: how it was agreed, how many workers, what the firm grants.

{"ipotesi": {"data": "2026-02-02"}, "numero_medio": "25", "maturazione_ratei": "intera"}
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Importo, Intero, Lista, Scelta, SiNo, Testo
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.dlgs_148.formazione import Formazione, PoliticheAttive
from docservice.modelli.dlgs_148.parole import DETTAGLIO, NOMI_RATEI
from docservice.modelli.intesa import ConIter


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


class Intesa(ConIter):
    """The blocks that agreements and records share, each left out where it is not there."""

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
