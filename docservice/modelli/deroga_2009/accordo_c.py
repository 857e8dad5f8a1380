"""Accordo standard C, solidarity: rotation of all, no dismissals (Accordo Quadro, Allegato B, schema C)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Decimale, Gruppo, Lista, SiNo
from docservice.law.tratti import ACCORDO, SCHEMA_C
from docservice.modelli.blocchi import MOLTI_LAVORATORI
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.accordo import AccordoConCausale
from docservice.modelli.deroga_2009.parole import (
    DIVIETO_LICENZIAMENTI,
    LAVORATORI,
    MODALITA,
    PER_CENTO,
    RIDUZIONE_MEDIA,
    ROTAZIONE,
)
from docservice.modelli.lavoratore import LavoratoreConOrari


class ModalitaC(Blocco):
    """Ways of use of schema C; the average cut is in percent of the ordinary hours."""

    riduzione_media_percentuale = Decimale(massimo="100", parole=RIDUZIONE_MEDIA, unita=PER_CENTO)
    rotazione = SiNo(parole=ROTAZIONE)
    divieto_licenziamenti = SiNo(parole=DIVIETO_LICENZIAMENTI)


class AccordoC(AccordoConCausale):
    """Payload of `accordo-c`."""

    modalita = Gruppo(ModalitaC, required=True, parole=MODALITA)
    lavoratori = Lista(Gruppo(LavoratoreConOrari), massimo=MOLTI_LAVORATORI, parole=LAVORATORI)


MODELLO = Modello(
    id="accordo-c",
    titolo="Accordo standard C, CIG in deroga a rotazione senza licenziamenti",
    in_testa="Accordo standard C, CIG in deroga",
    regime="deroga-2009",
    sezione="accordi",
    schema=AccordoC,
    tratti=frozenset({ACCORDO, SCHEMA_C}),
)
