"""Accordo standard A: zero hours for everyone, no rotation (Accordo Quadro, Allegato B, schema A)."""

from __future__ import annotations

from docservice.campi.blocco import Blocco
from docservice.campi.fields import Gruppo, Intero, SiNo
from docservice.law.tratti import ACCORDO, SCHEMA_A
from docservice.modelli.catalogo import Modello
from docservice.modelli.deroga_2009.accordo import AccordoConCausale
from docservice.modelli.deroga_2009.parole import MODALITA, ORE, ORE_PRIMA, PERSONE


class ModalitaA(Blocco):
    """Ways of use of schema A; `ore_prima_concessione` are the hours of the first grant, if stated."""

    addetti_zero_ore = Intero(
        required=True,
        parole=("Addetti a zero ore", "Nello schema A lo sono tutti: quanti il numero massimo in CIG.", 10),
        unita=PERSONE,
    )
    rotazione = SiNo(parole=("Rotazione", "Nello schema A non è ammessa: va lasciata vuota, o detta no."))
    ore_prima_concessione = Intero(massimo=999_999_999, parole=ORE_PRIMA, unita=ORE)


class AccordoA(AccordoConCausale):
    """Payload of `accordo-a`."""

    modalita = Gruppo(ModalitaA, required=True, parole=MODALITA)


MODELLO = Modello(
    id="accordo-a",
    titolo="Accordo standard A, CIG in deroga a zero ore",
    regime="deroga-2009",
    sezione="accordi",
    schema=AccordoA,
    tratti=frozenset({ACCORDO, SCHEMA_A}),
)
