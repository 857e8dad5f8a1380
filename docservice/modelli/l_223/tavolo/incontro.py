"""Record of a meeting of the joint examination that goes on another day (L. 223/1991, art. 4 c. 5)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Codice, Giorno, Gruppo, Testo
from docservice.law.tratti import INCONTRO
from docservice.modelli.catalogo import Modello
from docservice.modelli.l_223.tavolo.blocchi import Tavolo


class Aggiornamento(Blocco):
    """When and where the parties meet again."""

    data = Giorno(required=True, parole=("Giorno", "Il giorno in cui le parti si rivedono.", "2024-06-12"))
    ora = Codice(
        "([01][0-9]|2[0-3])[:.][0-5][0-9]",
        "l’ora va scritta come 10:30",
        5,
        required=True,
        parole=("Ora", "L’ora in cui l’incontro comincia.", "10:30"),
    )
    luogo = Testo(parole=("Luogo", "Dove ci si rivede, se in un altro posto.", "sede dell’impresa"))


class VerbaleIncontro(Tavolo):
    """Payload of `verbale-incontro`."""

    rinvio = Gruppo(Aggiornamento, required=True, parole=("Rinvio", "A quando l’incontro è aggiornato."))


MODELLO = Modello(
    id="verbale-incontro",
    titolo="Verbale di incontro per il licenziamento collettivo",
    regime="l-223",
    sezione="verbali",
    schema=VerbaleIncontro,
    tratti=frozenset({INCONTRO}),
)
