"""Notice of the need of CIG in deroga, which opens the union consultation (Accordo Quadro, All. A 1.1.1)."""

from __future__ import annotations

from docservice.campi.fields import Giorno, Scelta, SiNo, Testo
from docservice.law.tratti import COMUNICAZIONE
from docservice.modelli.blocchi import LUNGO, RICEVIMENTO
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.blocchi import RichiestaConParti


class ComunicazioneDeroga(RichiestaConParti):
    """Payload of `comunicazione-deroga`: representatives and unions are those to whom it is addressed."""

    data_ricevimento_comunicazione = Giorno(parole=RICEVIMENTO)
    mittente = Scelta(
        *("datore_lavoro", "associazione_datoriale", "organo_procedura"),
        parole=("Mittente", "Chi comunica: l’impresa, la sua associazione, il curatore o il commissario."),
    )
    titolo_associazione = Scelta(
        "adesione", "mandato", parole=("Titolo dell’associazione", "Perché l’associazione comunica per l’impresa.")
    )
    rappresentanza_assente = SiNo(
        parole=("Senza rappresentanza aziendale", "Sì se non ci sono RSA, RSU o RSB: allora si scrive ai sindacati.")
    )
    motivazioni = Testo(
        massimo=LUNGO,
        parole=(
            "Motivazioni",
            "Perché serve la cassa integrazione, con i fatti.",
            "Calo degli ordini del 40 per cento.",
        ),
    )


MODELLO = Modello(
    id="comunicazione-deroga",
    titolo="Comunicazione del ricorso alla CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=ComunicazioneDeroga,
    tratti=frozenset({COMUNICAZIONE}),
)
