"""Notice of the need of CIG in deroga, which opens the union consultation (Accordo Quadro, All. A 1.1.1)."""

from __future__ import annotations

from docservice.campi.fields import Giorno, Scelta, SiNo, Testo
from docservice.law.tratti import COMUNICAZIONE
from docservice.modelli.blocchi import LUNGO
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.blocchi import RichiestaConParti


class ComunicazioneDeroga(RichiestaConParti):
    """Payload of `comunicazione-deroga`: representatives and unions are those to whom it is addressed."""

    data_ricevimento_comunicazione = Giorno()
    mittente = Scelta("datore_lavoro", "associazione_datoriale", "organo_procedura")
    titolo_associazione = Scelta("adesione", "mandato")
    rappresentanza_assente = SiNo()
    motivazioni = Testo(massimo=LUNGO)


MODELLO = Modello(
    id="comunicazione-deroga",
    titolo="Comunicazione del ricorso alla CIG in deroga",
    regime="deroga-2009",
    sezione="verbali",
    schema=ComunicazioneDeroga,
    tratti=frozenset({COMUNICAZIONE}),
)
