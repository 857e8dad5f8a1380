"""What a treatment asked for under an act of its own says of it: an extension of art. 22-bis, a special act.

`{"causale": {"tipo": "norma_speciale"}, "norma": {"atto": "D.L. 92/2025", "punto": "art. 7", "in_deroga": [4, 22]}}`
"""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Scelta, Testo
from docservice.law.dlgs_148.cigs.prorogabili import DURATE, MOTIVI
from docservice.law.dlgs_148.generale.causali import DEL_CONTRATTO, NOMI
from docservice.modelli.blocchi import LUNGO

PROROGA = ("Proroga dell’art. 22-bis", "Ciò che l’accordo di proroga deve dire: serve se la causale è questa.")
REGIONI_PRESENTI = ("Regioni presenti", "Le Regioni che partecipano all’incontro, se è al Ministero.")
MIMIT_PRESENTE = ("MIMIT presente", "Sì se partecipa il Ministero delle imprese e del made in Italy.")
RAPPRESENTANTI = ("Rappresentanti delle autorità", "Chi rappresenta le Regioni presenti, e il MIMIT, uno per uno.")


class RappresentanteAutorita(Blocco):
    """Who represents a Region, or the Ministry of enterprises, that is there."""

    ente = Testo(
        required=True,
        massimo=100,
        parole=("Ente", "La Regione, come è scritta fra le presenti, oppure MIMIT.", "Campania"),
    )
    nome = Testo(required=True, parole=("Nome", "Chi la rappresenta.", "Irma Gatti"))
    qualifica = Testo(massimo=100, parole=("Qualifica", "In quale qualità.", "dirigente"))


class CausaleContratto(Blocco):
    """Why a solidarity contract is signed: for the ordinary reason, unless it says another."""

    tipo = Scelta(
        *DEL_CONTRATTO,
        required=True,
        parole=("Causale", "La base del contratto: se manca, è il contratto di solidarietà ordinario."),
        nomi=NOMI,
    )


class Proroga(Blocco):
    """An extension under art. 22-bis; the law judges what is missing."""

    causale = Scelta(
        *DURATE,
        parole=("Trattamento prorogato", "Di quale trattamento è la proroga: decide quanti mesi può durare."),
        nomi=NOMI,
    )
    rilevanza_strategica = Testo(
        massimo=LUNGO,
        parole=(
            "Rilevanza strategica",
            "Perché l’impresa è strategica, anche soltanto per la regione.",
            "è il solo produttore nazionale di riduttori pesanti.",
        ),
    )
    esuberi_significativi = Testo(
        massimo=LUNGO,
        parole=(
            "Esuberi nel territorio",
            "Quanto pesano gli esuberi nel territorio.",
            "quaranta esuberi in un comune di 3.000 abitanti.",
        ),
    )
    motivo = Scelta(
        *MOTIVI,
        parole=("Motivo della proroga", "Che cosa non si può concludere nella durata ordinaria."),
        nomi=MOTIVI,
    )
    descrizione = Testo(
        massimo=LUNGO,
        parole=("Descrizione", "Il motivo della proroga, in fatto.", "l’esubero resta nel reparto torni."),
    )
    piano_gestione = Testo(
        massimo=LUNGO,
        parole=(
            "Piano di gestione",
            "Come l’impresa salvaguarda l’occupazione.",
            "cinque rientri al mese, da settembre.",
        ),
    )
    azioni_concordate_regione = Testo(
        massimo=LUNGO,
        parole=(
            "Azioni concordate con la Regione",
            "Le politiche attive concordate con la Regione.",
            "corsi di riqualificazione del programma regionale.",
        ),
    )
