"""How an agreement comes about, and what is said for the record beside it, in every regime.

{"ipotesi": {"data": "2026-02-02"}, "ratifica": {"sede": "Regione Campania", "data": "2026-02-16"}}
"""

from __future__ import annotations

from typing import Final

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Giorno, Gruppo, Intero, Lista, Scelta, Testo
from docservice.modelli.blocchi import LUNGO

IPOTESI: Final = ("Ipotesi di accordo", "L’accordo già raggiunto prima, se ce n’è uno.")


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


class ConIter(Blocco):
    """An agreement that may come from a draft, voted and ratified."""

    ipotesi = Gruppo(Ipotesi, parole=IPOTESI)
    consultazione_lavoratori = Gruppo(
        ConsultazioneLavoratori, parole=("Voto dei lavoratori", "La consultazione dei lavoratori sull’ipotesi.")
    )
    ratifica = Gruppo(Ratifica, parole=("Ratifica", "Dove e quando l’ipotesi è stata ratificata."))


class DichiarazioneAVerbale(Blocco):
    """What a party wants written."""

    parte = Testo(required=True, parole=("Parte", "Chi fa la dichiarazione.", "FILCTEM-CGIL"))
    testo = Testo(
        massimo=LUNGO,
        required=True,
        parole=("Testo", "Che cosa dichiara, con le sue parole.", "chiede di essere sentita prima di ogni recesso."),
    )


class ConDichiarazioni(Blocco):
    """A record that holds what its parties, or who does not sign, want written."""

    dichiarazioni_a_verbale = Lista(
        Gruppo(DichiarazioneAVerbale),
        massimo=50,
        parole=("Dichiarazioni a verbale", "Ciò che una parte, anche se non firma, vuole scritto."),
    )
